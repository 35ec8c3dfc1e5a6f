"""Forms that are done once: one that bears ``{% once %}`` is worked on once, however often and however fast it is sent.

A repeated one gets the answer that the first got; the same key with anything else in the form is refused (422). A form
that was refused itself keeps its key free: nothing was done, and it may be mended and sent again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from giaoban.audit.submissions import OtherBody, StillRunning, answered, claim, give_back
from giaoban.refusal import Refusal
from giaoban.web.access.refusals import say
from giaoban.web.toasts import say_at_once

Next = Callable[[HttpRequest], HttpResponse]

FIELD = "once"
#: What differs each time and says nothing of what is wanted.
ASIDE = (FIELD, "csrfmiddlewaretoken")
#: The headers of an answer that are part of it.
HEADERS = ("Location", "Content-Type", "HX-Redirect", "HX-Refresh", "HX-Trigger")


class OnceOnly:
    """Work once on each form that bears a key; stands where the actor is known and before the view."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        key = getattr(request, "claimed_key", None)
        if key is not None and request.user.pk is not None:
            _settle(request.user.pk, key, response)
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Claim the key of a form before the view runs; answer a repeated form, or one with another body."""
        key = _key(request)
        if key is None or not request.user.is_authenticated:
            return None
        try:
            kept = claim(request.user.pk, key, _digest(request))
        except (OtherBody, StillRunning) as refusal:
            return _refused(request, refusal)
        if kept is None:
            request.claimed_key = key  # type: ignore[attr-defined]
            return None
        return HttpResponse(kept["body"], status=kept["status"], headers=kept["headers"])


def _key(request: HttpRequest) -> UUID | None:
    typed = request.POST.get(FIELD, "") if request.method == "POST" else ""
    try:
        return UUID(typed)
    except ValueError:
        return None


def _digest(request: HttpRequest) -> str:
    """Return a hash over the address and all that was sent, the content of files included."""
    values = [[name, request.POST.getlist(name)] for name in sorted(request.POST) if name not in ASIDE]
    whole = [request.path, values, list(_files(request))]
    return sha256(json.dumps(whole).encode()).hexdigest()


def _files(request: HttpRequest) -> Iterator[tuple[str, str, str]]:
    for name in sorted(request.FILES):
        for file in request.FILES.getlist(name):
            content = sha256()
            for chunk in file.chunks():
                content.update(chunk)
            file.seek(0)
            yield name, file.name or "", content.hexdigest()


def _settle(user_id: int, key: UUID, response: HttpResponse) -> None:
    """Keep the answer to work that was done; free the key of a form that was refused, or failed."""
    if response.status_code >= 400 or response.streaming:
        give_back(user_id, key)
        return
    headers = {name: response.headers[name] for name in HEADERS if name in response.headers}
    body = response.content.decode(response.charset)
    answered(user_id, key, {"status": response.status_code, "headers": headers, "body": body})


def _refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    status = 422 if isinstance(refusal, OtherBody) else 409
    if not request.htmx:  # type: ignore[attr-defined]
        return render(request, "400.html", {"sentence": say(refusal), "code": refusal.code}, status=status)
    response = HttpResponse(status=status, headers={"HX-Reswap": "none"})
    say_at_once(response, say(refusal), level="error")
    return response
