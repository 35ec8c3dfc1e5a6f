"""Today as a role sees it: tiles, what waits for a decision, what a unit must do, how areas stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from giaoban.audit import clock
from giaoban.committees.actors import Actor, Right
from giaoban.conferences.queries import ReportRow, drafts_waiting, owed_reports
from giaoban.periods import Period
from giaoban.tasks.filter import Group, TaskFilter
from giaoban.tasks.queries import (
    TaskRow,
    area_figures,
    current_period,
    documents_to_review,
    group_counts,
    leading_units,
    owed_by_unit,
    owed_check_ins,
    period_counts,
    reports_to_confirm,
    requests_to_decide,
    rules_of,
    to_press,
)
from giaoban.tasks.queries.today import SHOWN
from giaoban.tasks.scope import sees_committee
from giaoban.tasks.time_rules import Recipient, may_decide_extension
from giaoban.web.conclusions.page import STATES as DRAFT_STATES

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from giaoban.conferences.models import Conclusion
    from giaoban.documents.models import Document
    from giaoban.tasks.models import Assignment, CheckIn, Extension


@dataclass(frozen=True, slots=True)
class Tile:
    """A number that opens the list of exactly that many tasks."""

    words: str
    count: int
    address: str
    tone: str = ""
    note: str = ""

    @property
    def classes(self) -> str:
        """The look: a state's colour only where there is something."""
        return self.tone if self.count else "zero"


class Board:
    """What Today shows to an actor; each thing is read once, and only where a template asks for it."""

    def __init__(self, actor: Actor) -> None:
        self.actor = actor
        self.today = clock.today()
        self.is_reader = any(
            actor.may(right) for right in (Right.COMMITTEE_READ, Right.PUBLISHED_READ, Right.UNIT_READ)
        )
        self.may_decide = actor.may(Right.TASKS_DECIDE)
        self.may_manage = actor.may(Right.TASKS_MANAGE)
        self.may_review = actor.may(Right.DOCUMENTS_REVIEW)
        self.is_unit = actor.may(Right.TASKS_ANSWER)
        self.sees_committee = sees_committee(actor)

    @cached_property
    def counts(self) -> dict[Group, int]:
        """How many tasks each state group holds."""
        return group_counts(self.actor, TaskFilter())

    @cached_property
    def period(self) -> Period:
        """The period that the committee works in."""
        return current_period(self.actor)

    @property
    def days_left(self) -> int:
        """Days until the period's last day; negative once it is over."""
        return (self.period.last_day - self.today).days

    @cached_property
    def tiles(self) -> list[Tile]:
        """The four numbers of the role."""
        third = self._to_decide() if self.sees_committee else self._unanswered()
        return [
            self._state_tile(_("Quá hạn"), Group.OVERDUE, "late"),
            self._state_tile(_("Đến hạn 7 ngày tới"), Group.SOON, "near"),
            third,
            self._done(),
        ]

    def _to_decide(self) -> Tile:
        words = _("Chờ đồng chí quyết") if self.may_decide else _("Chờ quyết định")
        reported, asked = self.counts[Group.REPORTED], self.counts[Group.ASKED]
        note = _("%(reported)d báo cáo · %(asked)d gia hạn") % {"reported": reported, "asked": asked}
        return Tile(words, self.counts[Group.TO_DECIDE], self._list(group=Group.TO_DECIDE), "", note)

    def _unanswered(self) -> Tile:
        count = self.counts[Group.UNANSWERED]
        return Tile(_("Chưa nhận"), count, self._list(group=Group.UNANSWERED), "near")

    def _done(self) -> Tile:
        counts = period_counts(self.actor, self.period)
        before = period_counts(self.actor, self.period.previous)
        total = counts[Group.ALL] - counts[Group.WITHDRAWN]
        note = ngettext("của %(total)d nhiệm vụ trong kỳ", "của %(total)d nhiệm vụ trong kỳ", total) % {"total": total}
        earlier = before[Group.ALL] - before[Group.WITHDRAWN]
        if earlier:
            words = _("kỳ trước %(done)d/%(total)d") % {"done": before[Group.DONE], "total": earlier}
            note = f"{note} · {words}"
        address = self._list(group=Group.DONE, period=str(self.period))
        return Tile(_("Hoàn thành"), counts[Group.DONE], address, "done", note)

    def _state_tile(self, words: str, group: Group, tone: str) -> Tile:
        units = leading_units(self.actor, group) if self.sees_committee and self.counts[group] else []
        note = " · ".join(f"{one.unit.short_name or one.unit.name} {one.count}" for one in units)
        return Tile(words, self.counts[group], self._list(group=group), tone, note)

    @cached_property
    def reports(self) -> list[Assignment]:
        """The reports to confirm that are shown."""
        return list(reports_to_confirm(self.actor)[:SHOWN])

    @cached_property
    def requests(self) -> list[Extension]:
        """The requests for a later due that are shown."""
        return list(requests_to_decide(self.actor)[:SHOWN])

    @cached_property
    def documents(self) -> list[Document]:
        """The documents to review that are shown."""
        return list(documents_to_review(self.actor)[:SHOWN])

    @cached_property
    def duties(self) -> list[TaskRow]:
        """What the actor's unit must do."""
        return owed_by_unit(self.actor)

    @cached_property
    def check_ins(self) -> list[CheckIn]:
        """The check-ins that are late or due within seven days that are shown."""
        return list(owed_check_ins(self.actor)[: SHOWN if self.is_unit else SHOWN // 2])

    @cached_property
    def may_extend(self) -> bool:
        """Whether the actor may decide on more time."""
        return may_decide_extension(self.actor, rules_of(self.actor.committee_id))

    @cached_property
    def pressing(self) -> list[Assignment]:
        """The parts to be pressed for: for the office all that are due or late, else what the leader was told of."""
        if not self.sees_committee:
            return []
        return list(to_press(self.actor, None if self.may_manage else Recipient.LEADER)[:SHOWN])

    @property
    def overdue_address(self) -> str:
        """The address of what is late."""
        return self._list(group=Group.OVERDUE)

    @property
    def check_in_address(self) -> str:
        """The address of the tasks that ask for a check-in."""
        return self._list(group=Group.CHECK_IN)

    @cached_property
    def owed_reports(self) -> list[ReportRow]:
        """The reports for conferences that the actor's unit owes."""
        return owed_reports(self.actor)

    @cached_property
    def drafts(self) -> list[tuple[Conclusion, tuple[str | Promise, str]]]:
        """The drafts of conclusions on which the actor is to act, each with its state in words and tone."""
        return [(one, DRAFT_STATES[one.state]) for one in drafts_waiting(self.actor)]

    @property
    def more_to_decide(self) -> bool:
        """Whether more waits than is shown."""
        return len(self.reports) == SHOWN or len(self.requests) == SHOWN

    @property
    def unanswered(self) -> Tile:
        """How many tasks no unit has taken on yet."""
        return self._unanswered()

    @cached_property
    def areas(self) -> list[tuple[str, str, list[tuple[str, int, str]]]]:
        """Each area with the address of its list and its bar."""
        return [(one.area, self._area(one.area), _bar(one)) for one in area_figures(self.actor, self.period)]

    def _area(self, area: str) -> str:
        return self._list(group=Group.ALL, area=area, period=str(self.period))

    def _list(self, **values: Any) -> str:
        query = TaskFilter(**values).to_query()
        return f"{reverse('task-list')}?{query}"

    @property
    def open_address(self) -> str:
        """The address of what is open."""
        return self._list()

    @property
    def decide_address(self) -> str:
        """The address of what waits for a decision."""
        return self._list(group=Group.TO_DECIDE)


def _bar(figures: Any) -> list[tuple[str, int, str]]:
    return [
        ("done", figures.done, _("hoàn thành")),
        ("run", figures.running, _("đang làm")),
        ("near", figures.near, _("sắp đến hạn")),
        ("late", figures.late, _("quá hạn")),
    ]
