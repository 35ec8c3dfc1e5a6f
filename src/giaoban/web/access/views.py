"""Signing in and out, one's password and language, and the pages of plain refusals."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from giaoban.committees.access import (
    NO_COMMITTEE,
    change_password,
    choose_language,
    record_failed_sign_in,
    record_sign_in,
    record_sign_out,
)
from giaoban.committees.actors import Actor
from giaoban.committees.queries import actor_of, memberships
from giaoban.refusal import NotFound
from giaoban.web.access.actor import client_address, for_first_password, public
from giaoban.web.access.forms import NewPasswordForm, SignInForm


def _actor_or_nobody(request: HttpRequest) -> Actor:
    """Return the request's actor, or one of no committee for an account that has none."""
    user: Any = request.user
    found = actor_of(user.pk, request.session.get("member_id"), address=client_address(request))
    return found or Actor(user.pk, user.name, NO_COMMITTEE, "", address=client_address(request))


@method_decorator(public, name="dispatch")
class SignIn(LoginView):
    """Sign in, and note when the session began."""

    template_name = "registration/login.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def form_valid(self, form: Any) -> HttpResponse:
        login(self.request, form.get_user())
        actor = _actor_or_nobody(self.request)
        self.request.session["is_administrator"] = actor.role_code == "administrator"
        record_sign_in(actor)
        return redirect(self.get_success_url())

    def form_invalid(self, form: Any) -> HttpResponse:
        if form.cleaned_data.get("username"):
            record_failed_sign_in(form.cleaned_data["username"], client_address(self.request))
        response = super().form_invalid(form)
        response.status_code = 422
        return response


sign_in = public(SignIn.as_view())


@for_first_password
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    record_sign_out(_actor_or_nobody(request))
    logout(request)
    return redirect("sign-in")


@for_first_password
@require_http_methods(["GET", "POST"])
def password_change(request: HttpRequest) -> HttpResponse:
    """Change one's own password; the first one must be changed before anything else."""
    user: Any = request.user
    form = NewPasswordForm(user, request.POST or None)
    is_first = user.must_change_password
    if request.method == "POST" and form.is_valid():
        actor = _actor_or_nobody(request)
        change_password(actor, user, form.cleaned_data["new_password1"])
        login(request, user, backend=settings.AUTHENTICATION_BACKENDS[-1])
        messages.success(request, _("Đã đổi mật khẩu. Các phiên đăng nhập khác đã kết thúc."))
        return redirect("today")
    return render(
        request,
        "registration/password_change.html",
        {"form": form, "is_first": is_first},
        status=422 if request.method == "POST" else 200,
    )


@public
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Choose the language of the pages: kept with the account, and in a cookie for the sign-in page."""
    chosen = request.POST.get("language", "")
    if chosen not in dict(settings.LANGUAGES):
        raise NotFound
    user: Any = request.user
    if user.is_authenticated:
        choose_language(_actor_or_nobody(request), user, chosen)
    response = redirect(_way_back(request))
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        chosen,
        max_age=365 * 24 * 3600,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
    return response


def _way_back(request: HttpRequest) -> str:
    address = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if is_ours else "/"


@for_first_password
@require_POST
def choose_membership(request: HttpRequest) -> HttpResponse:
    """Act from now on in another of one's own roles or committees."""
    user: Any = request.user
    wanted = request.POST.get("member", "")
    chosen = next((one for one in memberships(user.pk) if str(one.pk) == wanted), None)
    if chosen is None:
        raise NotFound
    request.session["member_id"] = chosen.pk
    request.session["is_administrator"] = chosen.role == "administrator"
    return redirect("today")


@for_first_password
@require_http_methods(["GET"])
def no_committee(request: HttpRequest) -> HttpResponse:
    """Tell somebody whose account has no role yet whom to ask."""
    return render(request, "registration/no_committee.html", status=403)


def locked_out(request: HttpRequest, credentials: Any, *args: Any, **kwargs: Any) -> HttpResponse:
    """Tell that too many attempts failed, and how long to wait."""
    minutes = int(settings.AXES_COOLOFF_TIME * 60)
    return render(request, "registration/locked_out.html", {"minutes": minutes}, status=429)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer what could not be understood."""
    return render(request, "400.html", status=400)


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer what the role does not permit."""
    return render(request, "403.html", status=403)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose token is too old or not ours: nothing was written."""
    return render(request, "403.html", {"is_form_expired": True}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer an address that does not exist."""
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer a fault of ours, with nothing on the page that could fail again."""
    return render(request, "500.html", status=500)
