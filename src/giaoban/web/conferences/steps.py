"""The strip of steps at the head of a conference's page: what is done, what is now, what one should know of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from giaoban.committees.actors import Actor
from giaoban.conferences.kinds import Step, steps
from giaoban.conferences.queries.preparing import Readiness, readiness
from giaoban.conferences.rules import MET, due_of
from giaoban.web.conferences.labels import chosen
from giaoban.web.templatetags.dates import day

if TYPE_CHECKING:
    from giaoban.conferences.models import Conference


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step of the strip: its words, a note, whether it is done or what is to be done now."""

    words: str
    note: str
    is_done: bool
    is_now: bool

    @property
    def look(self) -> str:
        """The class of the strip's look."""
        return "done" if self.is_done else "now" if self.is_now else ""


def shown_steps(actor: Actor, conference: Conference) -> list[ShownStep]:
    """Return the steps in order; the first that is not done is now, of a conference that was not cancelled.

    Once it has met, what was left open before the meeting is not done, and not now either.
    """
    ready = readiness(actor, conference)
    told = [(one, *_TELLERS[one.id](conference, ready, one)) for one in steps()]
    ahead = [one.id for one, is_done, _note in told if not is_done and not _is_past(one, conference)]
    now = ahead[0] if ahead and conference.state != "cancelled" else ""
    return [ShownStep(chosen(one), note, is_done, one.id == now) for one, is_done, note in told]


def _is_past(step: Step, conference: Conference) -> bool:
    return conference.state in MET and step.days < 0


Told = tuple[bool, str]


def _prepared(conference: Conference, ready: Readiness, step: Step) -> Told:
    """Tell of a step that is a thing to be prepared: done when it was ticked, or when the conference is over."""
    due_on, is_done = ready.prepared.get(step.id, (due_of(step, conference.held_on), False))
    return is_done or conference.state in MET, day(due_on)


def _reports(conference: Conference, ready: Readiness, step: Step) -> Told:
    """Tell of the units' reports: done when all that are asked for are in; where none is, as of what is prepared."""
    if not ready.reports:
        return _prepared(conference, ready, step)
    note = _("%(sent)s/%(all)s đã gửi") % {"sent": ready.sent, "all": ready.reports}
    if conference.reports_due_on:
        note = _("%(note)s, hạn %(day)s") % {"note": note, "day": day(conference.reports_due_on)}
    return ready.sent == ready.reports, note


def _invitation(conference: Conference, ready: Readiness, step: Step) -> Told:
    is_done, note = _prepared(conference, ready, step)
    if conference.invited_at:
        return True, _("đã mời %(day)s") % {"day": day(conference.invited_at)}
    return is_done, note


def _conference(conference: Conference, ready: Readiness, step: Step) -> Told:
    return conference.state in ("held", "concluded", "closed"), day(conference.held_on)


def _conclusion(conference: Conference, ready: Readiness, step: Step) -> Told:
    if conference.conclusion is None:
        return False, _("trước %(day)s") % {"day": day(due_of(step, conference.held_on))}
    return True, conference.conclusion.symbol or day(conference.conclusion.given_at)


def _follow_up(conference: Conference, ready: Readiness, step: Step) -> Told:
    if not ready.given:
        return conference.state == "closed", ""
    return conference.state == "closed", _("%(done)s/%(given)s hoàn thành") % {"done": ready.done, "given": ready.given}


_TELLERS: dict[str, Callable[[Conference, Readiness, Step], Told]] = {
    "request": _prepared,
    "reports": _reports,
    "general_report": _prepared,
    "invitation": _invitation,
    "conference": _conference,
    "conclusion": _conclusion,
    "follow_up": _follow_up,
}
