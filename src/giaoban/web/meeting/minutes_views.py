"""The minutes: written while the meeting goes on, checked by those who attended, final, taken out as a paper."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from giaoban.audit import clock
from giaoban.committees.actors import Actor, Right
from giaoban.conferences import actions
from giaoban.conferences.actions import Speaker
from giaoban.conferences.meeting import MINUTED_IN, OPEN_MINUTES
from giaoban.conferences.queries import MinutesRecord, conference_of, find_speakers, minutes_of, own_seat, standing
from giaoban.papers.minutes import minutes_paper
from giaoban.papers.plain import MEDIA_TYPE
from giaoban.refusal import NotFound
from giaoban.vietnamese import fold
from giaoban.web.access.actor import in_background
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.committees.views.pages import sent_version
from giaoban.web.conferences.pages import conference_crumbs
from giaoban.web.meeting.keeping import keep_session_in_meeting
from giaoban.web.meeting.labels import UNDONE
from giaoban.web.meeting.sent import answer, sent_day, sent_id, sent_key, sent_text

if TYPE_CHECKING:
    from giaoban.conferences.models import Remark

READERS = (Right.COMMITTEE_READ, Right.UNIT_READ)
#: How long those who attended are asked to check minutes, in days, as it is proposed.
CHECK_DAYS = 3


@require_safe
def show_minutes(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """The minutes: to be written by the office while they are open, to be read and checked by the others."""
    request.actor.require(*READERS)
    told = minutes_of(request.actor, conference_id)
    title = _("Biên bản")
    values = _values(request.actor, told) | {
        "title": title,
        "crumbs": conference_crumbs(told.conference, ("", title)),
        "item_now": _item_now(told),
        "check_by": (told.minutes and told.minutes.check_by) or clock.today() + timedelta(days=CHECK_DAYS),
    }
    return render(request, "meeting/minutes.html", values)


@in_background
@require_safe
def minutes_now(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """The versions of what is in the minutes, so that a writer's page sees what another one wrote."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    told = minutes_of(request.actor, conference_id)
    keep_session_in_meeting(request, told.conference)
    return JsonResponse(
        {
            "state": told.state,
            "version": told.minutes.version if told.minutes else 0,
            "remarks": {str(one.pk): one.version for one in told.remarks},
            "order": [one.pk for one in told.remarks],
            "token": get_token(request),
        }
    )


@require_POST
def add(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Begin what the next speaker says."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    speaker = Speaker(sent_id(request, "delegate"), sent_text(request, "speaker"))

    def work() -> dict[str, Any]:
        made = actions.add_remark(
            request.actor, conference_id, speaker=speaker, item_id=sent_id(request, "item"), key=sent_key(request)
        )
        return _told(request, conference_id, made)

    return answer(request, work, words=_("Đã thêm người phát biểu."), back=_page(conference_id, "remark-add"))


@require_http_methods(["GET", "POST"])
def remark(request: OfficeRequest, conference_id: int, remark_id: int) -> HttpResponse:
    """One remark: as another writer left it (GET), or what is said so far (POST)."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    found = _find(request.actor, conference_id, remark_id)
    if request.method == "GET":
        return HttpResponse(_remark_html(request, conference_id, found))

    def work() -> dict[str, Any]:
        saved = actions.save_remark(
            request.actor, remark_id, version=sent_version(request), text=sent_text(request, "text")
        )
        return {"version": saved.version}

    back = _page(conference_id, f"remark-{remark_id}")
    return answer(request, work, words=_("Đã lưu."), back=back, stale=_as_it_stands)


@require_POST
def move(request: OfficeRequest, conference_id: int, remark_id: int) -> HttpResponse:
    """Let a speaker come earlier or later."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    _find(request.actor, conference_id, remark_id)
    steps = -1 if request.POST.get("steps") == "-1" else 1

    def work() -> dict[str, Any]:
        moved = actions.move_remark(request.actor, remark_id, version=sent_version(request), steps=steps)
        order = [one.pk for one in minutes_of(request.actor, conference_id).remarks]
        return {"version": moved.version, "order": order}

    back = _page(conference_id, f"remark-{remark_id}")
    return answer(request, work, words=_("Đã đổi thứ tự."), back=back, stale=_as_it_stands)


@require_POST
def close(request: OfficeRequest, conference_id: int, remark_id: int) -> HttpResponse:
    """Take a remark out of the minutes."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    _find(request.actor, conference_id, remark_id)
    undo = reverse("remark-restore", args=[conference_id, remark_id])

    def work() -> dict[str, Any]:
        actions.close_remark(request.actor, remark_id, version=sent_version(request))
        return {"undo": undo}

    words = _("Đã bỏ ý kiến khỏi biên bản.")
    return answer(request, work, words=words, back=_page(conference_id), undo_address=undo, stale=_as_it_stands)


@require_POST
def restore(request: OfficeRequest, conference_id: int, remark_id: int) -> HttpResponse:
    """Take a remark into the minutes again."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    conference_of(request.actor, conference_id)

    def work() -> dict[str, Any]:
        actions.restore_remark(request.actor, remark_id)
        return {}

    return answer(request, work, words=str(UNDONE), back=_page(conference_id, f"remark-{remark_id}"))


@require_POST
def save_conclusion(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Keep the chair's concluding words so far."""

    def work() -> dict[str, Any]:
        if not sent_version(request):
            actions.begin_minutes(request.actor, conference_id)
        version = sent_version(request) or 1
        text = sent_text(request, "text")
        saved = actions.save_concluding_words(request.actor, conference_id, version=version, text=text)
        return {"version": saved.version}

    def stale(current: Any) -> dict[str, Any]:
        return {"current": {"text": current.conclusion, "version": current.version}}

    return answer(request, work, words=_("Đã lưu."), back=_page(conference_id, "conclusion"), stale=stale)


@require_POST
def send_out(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Ask those who attended to check the minutes."""

    def work() -> dict[str, Any]:
        check_by = sent_day(request, "check_by") or clock.today() + timedelta(days=CHECK_DAYS)
        actions.send_for_checking(request.actor, conference_id, version=sent_version(request), check_by=check_by)
        return {}

    words = _("Đã gửi biên bản xin ý kiến người dự.")
    return answer(request, work, words=words, back=_page(conference_id, "checking"))


@require_POST
def check(request: OfficeRequest, conference_id: int, delegate_id: int) -> HttpResponse:
    """Agree with the minutes, or object in words, from a seat."""
    request.actor.require(Right.REPORTS_SEND, Right.CONFERENCES_MANAGE)
    conference_of(request.actor, conference_id)

    def work() -> dict[str, Any]:
        is_agreed = request.POST.get("is_agreed") == "1"
        actions.check_minutes(request.actor, delegate_id, is_agreed=is_agreed, text=sent_text(request, "text"))
        return {}

    return answer(request, work, words=_("Đã ghi ý kiến về biên bản."), back=_page(conference_id, "checking"))


@require_POST
def answer_check(request: OfficeRequest, conference_id: int, check_id: int) -> HttpResponse:
    """Answer an objection."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    conference_of(request.actor, conference_id)

    def work() -> dict[str, Any]:
        actions.answer_objection(request.actor, check_id, answer=sent_text(request, "answer"))
        return {}

    return answer(request, work, words=_("Đã trả lời ý kiến."), back=_page(conference_id, "checking"))


@require_POST
def finalise(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Close the minutes."""

    def work() -> dict[str, Any]:
        actions.finalise_minutes(request.actor, conference_id, version=sent_version(request))
        return {}

    return answer(request, work, words=_("Đã chốt biên bản."), back=_page(conference_id))


@require_POST
def reopen(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Open final minutes again, with a reason."""

    def work() -> dict[str, Any]:
        reason = sent_text(request, "reason")
        actions.reopen_minutes(request.actor, conference_id, version=sent_version(request), reason=reason)
        return {}

    return answer(request, work, words=_("Đã mở lại biên bản."), back=_page(conference_id))


@require_GET
def download(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """The minutes as a .docx."""
    request.actor.require(*READERS)
    told = minutes_of(request.actor, conference_id)
    content = minutes_paper(told)
    actions.record_minutes_export(request.actor, conference_id)
    response = HttpResponse(content, content_type=MEDIA_TYPE)
    name = f"Bien ban {told.conference.held_on:%Y-%m-%d}.docx"
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return response


def _page(conference_id: int, anchor: str = "") -> str:
    return reverse("minutes", args=[conference_id]) + (f"#{anchor}" if anchor else "")


def _find(actor: Actor, conference_id: int, remark_id: int) -> Any:
    """Return a remark of these minutes; raises :class:`~giaoban.refusal.NotFound` for any other."""
    told = minutes_of(actor, conference_id)
    found = next((one for one in told.remarks if one.pk == remark_id), None)
    if found is None:
        raise NotFound
    return found


def _as_it_stands(current: Any) -> dict[str, Any]:
    return {"current": {"text": current.text, "version": current.version}}


def _told(request: OfficeRequest, conference_id: int, made: Remark) -> dict[str, Any]:
    return {"id": made.pk, "version": made.version, "html": _remark_html(request, conference_id, made)}


def _remark_html(request: OfficeRequest, conference_id: int, shown: Remark) -> str:
    values = {"remark": shown, "conference_id": conference_id, "may_write": True}
    return render_to_string("meeting/_remark.html", values, request)


def _item_now(told: MinutesRecord) -> int | None:
    """Return the item of the programme that is on the projector; while the directives are, the answers' item."""
    kind, _sign, pk = standing(told.conference)[0].partition(":")
    if kind == "task":
        return next((one.pk for one in told.agenda if one.kind == "answers"), None)
    return int(pk) if pk else None


def _values(actor: Actor, told: MinutesRecord) -> dict[str, Any]:
    may_manage = actor.may(Right.CONFERENCES_MANAGE)
    return {
        "told": told,
        "conference": told.conference,
        "conference_id": told.conference.pk,
        "may_manage": may_manage,
        "may_write": may_manage and told.conference.state in MINUTED_IN and told.state in OPEN_MINUTES,
        "speaker_rows": [(pk, words, fold(words)) for pk, words in find_speakers(told.attendance.delegates)],
        "seat": own_seat(actor, told.conference),
    }
