"""The actor of a request: the membership that the session chose, read anew so that a change counts at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from giaoban.committees.queries import actor_of
from giaoban.web.access.sessions import has_ended, touch

Next = Callable[[HttpRequest], HttpResponse]


class ActorOfRequest:
    """Give every request its ``actor``; send who has none to sign in, and a first password to be changed.

    A view marked ``public`` (:func:`public`) needs no actor.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = None  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        """Find the actor before the view runs."""
        if request.user.is_authenticated and has_ended(request):
            logout(request)
        if request.user.is_authenticated:
            if not getattr(view, "is_background", False):
                touch(request)
            request.actor = actor_of(  # type: ignore[attr-defined]
                request.user.pk, request.session.get("member_id"), address=client_address(request)
            )
        if getattr(view, "is_public", False):
            return None
        return self._demand_actor(request, view)

    def _demand_actor(self, request: HttpRequest, view: Callable[..., HttpResponse]) -> HttpResponseBase | None:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), reverse("sign-in"))
        if request.user.must_change_password and not getattr(view, "is_for_first_password", False):
            return redirect("password-change")
        if request.actor is None and not getattr(view, "is_for_first_password", False):  # type: ignore[attr-defined]
            return redirect("no-committee")
        return None


def client_address(request: HttpRequest) -> str:
    """Return the network address of the caller as the web server saw it; a forwarded header is not believed."""
    return str(request.META.get("REMOTE_ADDR", ""))[:64]


def public(view: Callable[..., Any]) -> Callable[..., Any]:
    """Mark a view that anybody may call without signing in."""
    view.is_public = True  # type: ignore[attr-defined]
    return view


def in_background(view: Callable[..., Any]) -> Callable[..., Any]:
    """Mark a view that scripts ask by themselves: it is no use of the session, so a page left open does not keep it."""
    view.is_background = True  # type: ignore[attr-defined]
    return view


def for_first_password(view: Callable[..., Any]) -> Callable[..., Any]:
    """Mark a view that somebody who must still change a first password, or has no committee, may call."""
    view.is_for_first_password = True  # type: ignore[attr-defined]
    return view
