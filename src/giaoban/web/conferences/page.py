"""One conference's page: the strip of steps, then its sections in the order of the cycle.

A section is a row of :data:`SECTIONS` and a template of its own, which finds what the row's ``read`` returned as
``shown`` and the page itself as ``page``. A section that reads nothing (None) is left out for this actor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from giaoban.audit import clock
from giaoban.committees.actors import Actor, Right
from giaoban.conferences.actions import DRAFTED_IN
from giaoban.conferences.queries import (
    Conflict,
    Moved,
    answers_for,
    conclusions_proposed,
    conference_of,
    conflicts_of,
    delegates_of,
    draft_of,
    issued_draft,
    preparations_moved,
    preparations_of,
    programme_of,
    report_rows,
    sees_papers,
)
from giaoban.conferences.rules import PREPARES, verbs_in
from giaoban.tasks.filter import TaskFilter
from giaoban.tasks.queries import group_counts
from giaoban.web.conclusions.page import STATES as DRAFT_STATES
from giaoban.web.conferences.steps import ShownStep, shown_steps
from giaoban.web.meeting.section import meeting_shown

if TYPE_CHECKING:
    from giaoban.conferences.models import Conference


class ConferencePage:
    """What the page shows to an actor; each thing is read once."""

    def __init__(self, actor: Actor, conference_id: int) -> None:
        self.actor = actor
        self.today = clock.today()
        self.conference: Conference = conference_of(actor, conference_id)

    @cached_property
    def may_manage(self) -> bool:
        """Whether the actor prepares and runs the conference."""
        return self.actor.may(Right.CONFERENCES_MANAGE)

    @cached_property
    def verbs(self) -> tuple[str, ...]:
        """What can be done with the conference as a whole, by this actor."""
        return tuple(str(one) for one in verbs_in(self.conference.state)) if self.may_manage else ()

    @property
    def may_tick(self) -> bool:
        """Whether the actor ticks off what is prepared: until the conference is closed."""
        return self.may_manage and self.conference.state in PREPARES

    @cached_property
    def steps(self) -> list[ShownStep]:
        """The steps of the cycle, and which is now."""
        return shown_steps(self.actor, self.conference)

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What speaks against the day and the period as planned, for who can change them."""
        return conflicts_of(self.conference) if self.may_manage else ()

    @cached_property
    def moved_days(self) -> list[Moved]:
        """What is prepared that would move along with the meeting's day, which was changed; for who can move it."""
        return preparations_moved(self.conference) if "edit" in self.verbs else []

    def sections(self) -> Iterator[tuple[Section, Any]]:
        """Yield each section that this actor sees with what it shows."""
        for section in SECTIONS:
            shown = section.read(self)
            if shown is not None:
                yield section, shown


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: its anchor, its name for the list of contents, its template, and what it reads.

    ``at_hand`` are the states of a conference in which a phone shows it open; in the others it is folded there.
    """

    id: str
    title: str | Promise
    template: str
    read: Callable[[ConferencePage], Any]
    at_hand: tuple[str, ...] = ()


#: How many tasks of the last conclusion the page shows itself.
SHOWN_ANSWERS = 60


def _preparations(page: ConferencePage) -> Any:
    """Return what is to be prepared; None for who does not read the committee."""
    return list(preparations_of(page.conference)) if page.actor.may(Right.COMMITTEE_READ) else None


def _reports(page: ConferencePage) -> Any:
    """Return the reports that the actor may see and those that are owed; None where none is wanted."""
    rows = report_rows(page.actor, page.conference)
    return {"rows": rows, "owed": [one for one in rows if one.is_owed]} if rows else None


def _delegates(page: ConferencePage) -> Any:
    """Return the list of delegates; None for who is not on it."""
    found = list(delegates_of(page.actor, page.conference))
    return found if found or page.may_manage else None


def _programme(page: ConferencePage) -> Any:
    """Return the programme with its papers; None where there is nothing to read."""
    if not sees_papers(page.actor):
        return None
    programme = programme_of(page.conference)
    return programme if page.may_manage or not programme.is_empty else None


def _answers(page: ConferencePage) -> Any:
    """Return the answers to the last conclusion, as far as this actor sees them; None without one."""
    previous = page.conference.previous
    if previous is None or previous.conclusion_id is None:
        return None
    rows = answers_for(page.actor, page.conference)
    return {"rows": rows[:SHOWN_ANSWERS], "total": len(rows), "answered": sum(row.is_answered for row in rows)}


def _meeting(page: ConferencePage) -> Any:
    """Return what this actor sees of the meeting, and what can be done around it; None where there is nothing."""
    verbs = tuple(one for one in ("open", "hold", "resume") if one in page.verbs)
    return meeting_shown(page.actor, page.conference, verbs)


def _conclusion(page: ConferencePage) -> Any:
    """Return the conclusion's figures by state, or the documents that could be it; None where there is nothing."""
    document = page.conference.conclusion
    if document is not None:
        counts = group_counts(page.actor, TaskFilter(document=document.pk))
        issued = issued_draft(page.conference)
        return {
            "counts": {group.value: count for group, count in counts.items()},
            "may_detach": issued is None and "detach" in page.verbs,
            "is_issued_here": issued is not None and draft_of(page.actor, page.conference.pk) is not None,
        }
    draft = draft_of(page.actor, page.conference.pk)
    may_draft = page.may_manage and page.conference.state in DRAFTED_IN
    proposed = list(conclusions_proposed(page.actor, page.conference)) if "conclude" in page.verbs else []
    if draft is None and not may_draft:
        return None
    state = DRAFT_STATES[draft.state] if draft else None
    return {"proposed": proposed, "draft": draft, "draft_state": state, "may_draft": may_draft}


#: The sections in the order of the cycle (organisation of a giao ban: prepared, held, concluded, answered).
SECTIONS: tuple[Section, ...] = (
    Section("chuan-bi", _("Phân công chuẩn bị"), "conferences/_preparation.html", _preparations, ("planned",)),
    Section("bao-cao", _("Báo cáo của đơn vị"), "conferences/_reports.html", _reports, ("planned", "invited")),
    Section(
        "tra-loi", _("Trả lời kết luận kỳ trước"), "conferences/_answers.html", _answers, ("invited", "meeting", "held")
    ),
    Section("dai-bieu", _("Đại biểu"), "conferences/_delegates.html", _delegates),
    Section(
        "chuong-trinh", _("Chương trình, tài liệu"), "conferences/_agenda.html", _programme, ("invited", "meeting")
    ),
    Section("hop", _("Phiên họp"), "conferences/_meeting.html", _meeting, ("invited", "meeting", "held")),
    Section("ket-luan", _("Kết luận"), "conferences/_conclusion.html", _conclusion, ("held", "concluded", "closed")),
)
