"""Attendance: the list that is ticked, one delegate, everybody at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from giaoban.committees.actors import Actor, Right
from giaoban.conferences.actions import Tick, tick_all_present, tick_delegate, untick_all
from giaoban.conferences.meeting import TICKED_IN
from giaoban.conferences.queries import attendance_of, conference_of
from giaoban.refusal import NotAllowed, NotFound, Refusal
from giaoban.web.access.refusals import say, tell
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.committees.views.pages import sent_version
from giaoban.web.conferences.pages import conference_crumbs
from giaoban.web.meeting.labels import PRESENCES, TICKED_ALL, UNDONE
from giaoban.web.meeting.sent import sent_moment, sent_text
from giaoban.web.toasts import done

if TYPE_CHECKING:
    from giaoban.conferences.models import Conference, Delegate

FIELDS = ("stands_in", "stands_in_title", "reason")


@require_safe
def show_attendance(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Who is expected and who came; ticked by whoever runs the conference."""
    request.actor.require(Right.COMMITTEE_READ)
    conference = conference_of(request.actor, conference_id)
    title = _("Điểm danh")
    values = _shown(request.actor, conference) | {
        "title": title,
        "crumbs": conference_crumbs(conference, ("", title)),
    }
    return render(request, "meeting/attendance.html", values)


@require_POST
def tick(request: OfficeRequest, conference_id: int, delegate_id: int) -> HttpResponse:
    """Tick one delegate; a script is given the row and the counts anew."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    conference = conference_of(request.actor, conference_id)
    delegate = conference.delegates.filter(pk=delegate_id, is_closed=False).first()
    if delegate is None:
        raise NotFound
    values = {name: sent_text(request, name) for name in FIELDS}
    wanted = Tick(presence=sent_text(request, "presence"), **values)
    error, sentence = "", ""
    try:
        tick_delegate(request.actor, delegate_id, version=sent_version(request), tick=wanted)
    except (NotAllowed, NotFound):
        raise
    except Refusal as refusal:
        error, sentence = refusal.code, say(refusal)
        if not request.htmx:  # type: ignore[attr-defined]
            tell(request, refusal)
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect(f"{reverse('attendance', args=[conference_id])}#delegate-{delegate_id}")
    typed = wanted if error else None
    return _row(request, conference, delegate_id, typed=typed, error=sentence)


def _row(
    request: OfficeRequest, conference: Conference, delegate_id: int, *, typed: Tick | None, error: str
) -> HttpResponse:
    shown = _shown(request.actor, conference)
    delegate: Delegate = next(one for one in shown["attendance"].delegates if one.pk == delegate_id)
    values = shown | {"delegate": delegate, "typed": typed, "error": error, "is_part": True, "is_on": True}
    return render(request, "meeting/_delegate.html", values, status=422 if error else 200)


@require_POST
def tick_all(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Tick everybody who was not ticked yet as present."""
    back = reverse("attendance", args=[conference_id])
    try:
        ticked = tick_all_present(request.actor, conference_id)
    except (NotAllowed, NotFound):
        raise
    except Refusal as refusal:
        tell(request, refusal)
        return redirect(back)
    undo = f"{reverse('attendance-untick', args=[conference_id])}?luc={_moment(ticked)}"
    done(request, TICKED_ALL % {"count": len(ticked)}, undo_address=undo)
    return redirect(back)


@require_POST
def untick(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Take back what was ticked at once."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    conference_of(request.actor, conference_id)
    try:
        untick_all(request.actor, conference_id, ticked_at=sent_moment(request, "luc"))
    except (NotAllowed, NotFound):
        raise
    except Refusal as refusal:
        tell(request, refusal)
    else:
        done(request, str(UNDONE))
    return redirect("attendance", conference_id)


def _moment(ticked: list[Delegate]) -> str:
    at = ticked[0].ticked_at
    return quote(at.isoformat()) if at else ""


def _shown(actor: Actor, conference: Conference) -> dict[str, Any]:
    """Return what the list and a row of it show."""
    may_tick = actor.may(Right.CONFERENCES_MANAGE) and conference.state in TICKED_IN
    return {
        "conference": conference,
        "attendance": attendance_of(conference),
        "presences": PRESENCES,
        "may_tick": may_tick,
    }
