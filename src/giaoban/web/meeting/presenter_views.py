"""The presenter's page: steering the projector, recording the chair's decisions, noting conclusions on the spot."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from giaoban.committees.actors import Actor, Right
from giaoban.conferences.actions import (
    Opinion,
    close_projectors,
    decide_at_conference,
    note_conclusion,
    open_projector,
    show_slide,
    take_back_conclusion,
    undo_at_conference,
)
from giaoban.conferences.meeting import KEPT_IN
from giaoban.conferences.queries import (
    conference_of,
    deck_of,
    noted_in,
    open_links,
    slide_alone,
    slide_marks,
    standing,
)
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.web.access.actor import in_background
from giaoban.web.access.refusals import tell
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.committees.views.pages import sent_version
from giaoban.web.conferences.pages import conference_crumbs
from giaoban.web.meeting.keeping import keep_session_in_meeting, may_be_kept
from giaoban.web.meeting.labels import DECISIONS, GOES_ON, UNDONE
from giaoban.web.meeting.sent import answer, sent_day, sent_id, sent_key, sent_text
from giaoban.web.toasts import done


@require_safe
def presenter(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Every slide of the meeting with what can be done at it; the script shows one and the next."""
    request.actor.require(Right.CONFERENCES_DECIDE)
    conference = conference_of(request.actor, conference_id)
    name, is_blank, version = standing(conference)
    title = _("Điều khiển trình chiếu")
    values = _deck_values(request.actor, conference) | {
        "title": title,
        "crumbs": conference_crumbs(conference, ("", title)),
        "standing": name,
        "is_blank": is_blank,
        "version": version,
        "is_kept": conference.state in KEPT_IN,
        "links": open_links(request.actor, conference),
    }
    return may_be_kept(render(request, "meeting/presenter.html", values), conference)


@in_background
@require_safe
def present_now(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Where the meeting stands, for the presenters' scripts: the slide, and a mark of what is on each."""
    request.actor.require(Right.CONFERENCES_DECIDE)
    conference = conference_of(request.actor, conference_id)
    keep_session_in_meeting(request, conference)
    name, is_blank, version = standing(conference)
    return JsonResponse(
        {
            "slide": name,
            "is_blank": is_blank,
            "version": version,
            "state": conference.state,
            "marks": slide_marks(conference),
            "token": get_token(request),
        }
    )


@require_safe
def present_slide(request: OfficeRequest, conference_id: int, slide: str) -> HttpResponse:
    """One slide as the presenter's page has it, after something on it was changed elsewhere."""
    request.actor.require(Right.CONFERENCES_DECIDE)
    return HttpResponse(_slide_html(request, conference_id, slide))


@require_POST
def show(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Show a slide on the projectors, or make them dark."""
    slide, is_blank = sent_text(request, "slide"), request.POST.get("is_blank") == "1"

    def work() -> dict[str, Any]:
        moved = show_slide(request.actor, conference_id, slide=slide, is_blank=is_blank)
        return {"slide": moved.slide, "is_blank": moved.is_blank, "version": moved.version}

    return answer(request, work, words=_("Đã chuyển trang."), back=_page(conference_id))


@require_POST
def decide(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Record what the chair decides on a task."""
    request.actor.require(Right.CONFERENCES_DECIDE)
    task_id = sent_id(request, "task") or 0
    slide = f"task:{task_id}"

    def work() -> dict[str, Any]:
        kind = sent_text(request, "kind")
        due_on = sent_day(request, "due_on") if kind in GOES_ON else None
        opinion = Opinion(kind, sent_text(request, "words"), due_on)
        decide_at_conference(
            request.actor,
            conference_id,
            task_id,
            version=sent_version(request),
            opinion=opinion,
            key=sent_key(request),
        )
        return _told(request, conference_id, slide)

    return answer(
        request,
        work,
        words=_("Đã ghi ý kiến của chủ trì."),
        back=_page(conference_id),
        stale=lambda current: _told(request, conference_id, slide),
    )


@require_POST
def undo(request: OfficeRequest, conference_id: int, decision_id: int) -> HttpResponse:
    """Take a recorded decision back."""
    request.actor.require(Right.CONFERENCES_DECIDE)
    conference_of(request.actor, conference_id)

    def work() -> dict[str, Any]:
        undone = undo_at_conference(request.actor, decision_id)
        return _told(request, conference_id, f"task:{undone.task_id}")

    return answer(request, work, words=str(UNDONE), back=_page(conference_id))


@require_POST
def note(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Write a conclusion into the draft at once."""
    slide = sent_text(request, "slide")

    def work() -> dict[str, Any]:
        text = sent_text(request, "text")
        note_conclusion(request.actor, conference_id, text=text, origin=slide, key=sent_key(request))
        return _told(request, conference_id, slide)

    words = _("Đã ghi vào dự thảo kết luận.")
    return answer(request, work, words=words, back=_page(conference_id))


@require_POST
def take_back(request: OfficeRequest, conference_id: int, directive_id: int) -> HttpResponse:
    """Take a conclusion out of the draft that was just typed."""
    request.actor.require(Right.CONFERENCES_DECIDE)
    conference_of(request.actor, conference_id)

    def work() -> dict[str, Any]:
        taken = take_back_conclusion(request.actor, directive_id)
        return _told(request, conference_id, taken.origin)

    return answer(request, work, words=str(UNDONE), back=_page(conference_id))


@require_POST
def open_screen(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Make an address for a projector: shown at once on this machine, or written out for another one."""
    try:
        _link, secret = open_projector(request.actor, conference_id, language=_language())
    except ConferenceRefusal as refusal:
        tell(request, refusal)
        return redirect(_page(conference_id))
    if request.POST.get("where") != "elsewhere":
        return redirect("projector", secret)
    conference = conference_of(request.actor, conference_id)
    title = _("Đường dẫn màn chiếu")
    values = {
        "title": title,
        "conference": conference,
        "crumbs": conference_crumbs(conference, (_page(conference_id), _("Điều khiển trình chiếu")), ("", title)),
        "address": request.build_absolute_uri(reverse("projector", args=[secret])),
    }
    return render(request, "meeting/projector_link.html", values)


@require_POST
def close_screens(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Call every projector's address back."""
    count = close_projectors(request.actor, conference_id)
    done(request, _("Đã thu hồi %(count)s đường dẫn màn chiếu.") % {"count": count})
    return redirect(_page(conference_id))


def _page(conference_id: int) -> str:
    return reverse("presenter", args=[conference_id])


def _language() -> str:
    language = get_language() or settings.LANGUAGE_CODE
    return language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def _told(request: OfficeRequest, conference_id: int, slide: str) -> dict[str, Any]:
    """Return what a script is given after something was done at a slide: the slide anew."""
    return {"slide": slide, "html": _slide_html(request, conference_id, slide)}


def _slide_html(request: OfficeRequest, conference_id: int, slide: str) -> str:
    conference = conference_of(request.actor, conference_id)
    shown = slide_alone(conference, slide)
    values = _shared_values(request.actor, conference) | {"slide": shown, "mark": slide_marks(conference)[shown.name]}
    return render_to_string("meeting/_slide.html", values, request)


def _deck_values(actor: Actor, conference: Any) -> dict[str, Any]:
    deck, marks = deck_of(conference), slide_marks(conference)
    shown = [(one, marks[one.name]) for one in deck.slides]
    return _shared_values(actor, conference) | {"deck": deck, "slides": shown}


def _shared_values(actor: Actor, conference: Any) -> dict[str, Any]:
    return {
        "conference": conference,
        "decisions": DECISIONS,
        "goes_on": GOES_ON,
        "noted": noted_in(conference),
        "may_manage": actor.may(Right.CONFERENCES_MANAGE),
    }
