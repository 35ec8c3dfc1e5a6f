"""What a device sends while a meeting goes on, read from the form; and how it is answered: as JSON or as a page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.dateparse import parse_datetime

from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.refusal import NotAllowed, NotFound, Refusal, Stale
from giaoban.web.access.refusals import say, tell
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.committees.base_form import OfficeDateField
from giaoban.web.toasts import done

CONFLICT, UNPROCESSABLE = 409, 422


def sent_id(request: HttpRequest, name: str) -> int | None:
    """Return an id that was sent, or None for none; raises :class:`NotFound` for what is no id."""
    text = request.POST.get(name, "")
    if not text:
        return None
    if not text.isascii() or not text.isdigit() or len(text) > 18:
        raise NotFound
    return int(text)


def sent_text(request: HttpRequest, name: str) -> str:
    """Return a text that was sent; a null character, which no database takes, is left out."""
    return str(request.POST.get(name, "")).replace("\0", "")


def sent_key(request: HttpRequest) -> UUID | None:
    """Return the key under which a device sends something, so that it is taken in once; none where it sent none."""
    text = request.POST.get("key", "")
    if not text:
        return None
    try:
        return UUID(text)
    except ValueError:
        raise NotFound from None


def sent_day(request: HttpRequest, name: str) -> date | None:
    """Return a day as the office types it, or None for none; raises :class:`ConferenceRefusal` for what is none."""
    field = OfficeDateField(required=False)
    try:
        value: date | None = field.clean(request.POST.get(name, ""))
    except ValidationError as error:
        raise ConferenceRefusal("no_such_day", " ".join(error.messages), field=name) from None
    return value


def sent_moment(request: HttpRequest, name: str) -> datetime:
    """Return a moment that an address of ours holds; raises :class:`NotFound` for what is none."""
    found = parse_datetime(request.GET.get(name, ""))
    if found is None or found.tzinfo is None:
        raise NotFound
    return found


def wants_json(request: HttpRequest) -> bool:
    """Return whether a script of ours asks, which reads the answer itself."""
    return request.headers.get("Accept", "").startswith("application/json")


def answer(
    request: OfficeRequest,
    work: Callable[[], dict[str, Any]],
    *,
    words: str,
    back: str,
    undo_address: str = "",
    stale: Callable[[Any], dict[str, Any]] = lambda current: {},
) -> HttpResponse:
    """Do the work and answer: a script with what the work returns, a form with the page it came from.

    A refusal is told in words either way; ``stale`` says what a script is given of the row as it now stands.
    """
    try:
        told = work()
    except (NotAllowed, NotFound):
        raise
    except Refusal as refusal:
        if not wants_json(request):
            if isinstance(refusal, Stale):
                raise
            tell(request, refusal)
            return redirect(back)
        is_stale = isinstance(refusal, Stale)
        extra = stale(refusal.current) if isinstance(refusal, Stale) else {}
        status = CONFLICT if is_stale else UNPROCESSABLE
        return JsonResponse({"error": say(refusal), "code": refusal.code, **extra}, status=status)
    if wants_json(request):
        return JsonResponse(told)
    done(request, words, undo_address=undo_address)
    return redirect(back)
