"""The task list as a page shows it: chips, chosen filters, rows under their heads, numbers of pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from giaoban.audit import clock
from giaoban.committees.actors import Actor, Right
from giaoban.committees.roles import areas
from giaoban.documents.cited import visible_cited
from giaoban.tasks.filter import KEYS, NO_PERIOD, PAGE_SIZE, Group, GroupBy, Role, TaskFilter
from giaoban.tasks.queries import (
    HeadFigures,
    TaskRow,
    filters_for,
    group_counts,
    head_figures,
    page_ids,
    part_figures,
    rows_by_id,
    task_documents,
    task_units,
)
from giaoban.tasks.scope import sees_committee
from giaoban.web.access.labels import area_label
from giaoban.web.documents.labels import period_label
from giaoban.web.tasks.labels import ALWAYS, GROUPS, MORE
from giaoban.web.templatetags.dates import day

if TYPE_CHECKING:
    from giaoban.committees.models import Unit


@dataclass(frozen=True, slots=True)
class Chip:
    """A link of the filter row."""

    words: str
    address: str
    is_current: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a group of rows."""

    words: str
    figures: HeadFigures | None
    is_asked: bool = False


class ListView:
    """Everything that the page of the list asks for; each thing is read once."""

    def __init__(self, actor: Actor, chosen: TaskFilter, unit: Unit | None = None) -> None:
        self.actor, self.chosen, self.unit = actor, chosen, unit
        self.today = clock.today()
        self.counts = group_counts(actor, chosen)
        self.may_bulk = actor.may(Right.TASKS_MANAGE) or actor.may(Right.TASKS_DECIDE)
        self.may_manage = actor.may(Right.TASKS_MANAGE)
        self.sees_committee = sees_committee(actor)

    @property
    def total(self) -> int:
        """How many tasks the list holds, on all its pages."""
        return self.counts[self.chosen.group]

    @cached_property
    def page(self) -> Page[Any]:
        """The page that was asked for, or the last one where there are fewer."""
        return Paginator(range(self.total), PAGE_SIZE).get_page(self.chosen.page)

    @cached_property
    def rows(self) -> list[TaskRow]:
        """The rows of the page."""
        chosen = self.chosen.with_(page=self.page.number)
        unit_id = self.chosen.unit if self.sees_committee else self.actor.unit_id
        return rows_by_id(page_ids(self.actor, chosen), unit_id)

    @cached_property
    def groups(self) -> list[tuple[Head | None, list[TaskRow]]]:
        """The rows of the page under their heads, or under none."""
        if self.chosen.by is None:
            return [(None, self.rows)]
        runs = list(self._runs())
        figures = head_figures(self.actor, self.chosen, [key for key, _ in runs])
        return [(self._head(key, rows, figures.get(key)), rows) for key, rows in runs]

    def _runs(self) -> Iterator[tuple[Any, list[TaskRow]]]:
        run: list[TaskRow] = []
        for row in self.rows:
            if run and self._key(run[0]) != self._key(row):
                yield self._key(run[0]), run
                run = []
            run.append(row)
        if run:
            yield self._key(run[0]), run

    def _key(self, row: TaskRow) -> Any:
        return row.task.lead_id if self.chosen.by is GroupBy.UNIT else row.task.area

    def _head(self, key: Any, rows: Sequence[TaskRow], figures: HeadFigures | None) -> Head:
        if self.chosen.by is GroupBy.AREA:
            return Head(area_label(key), figures)
        lead = rows[0].task.lead
        return Head(lead.name if lead else _("Chưa có đơn vị chủ trì"), figures, rows[0].is_asked)

    @cached_property
    def part_figures(self) -> Any:
        """How many parts of how many units; only where document or period keep the counting short."""
        return part_figures(self.actor, self.chosen) if self.chosen.document or self.chosen.period else None

    @property
    def chips(self) -> list[Chip]:
        """The state groups with their counts."""
        shown = [one for one in Group if one in ALWAYS or self.counts[one] or one is self.chosen.group]
        hidden = {Group.TO_DECIDE, *MORE} - {self.chosen.group}
        return [
            Chip(str(GROUPS[one]), self.address(group=one), one is self.chosen.group, self.counts[one])
            for one in shown
            if one not in hidden
        ]

    @property
    def more_chips(self) -> list[Chip]:
        """The state groups that are chosen from a menu."""
        return [Chip(str(GROUPS[one]), self.address(group=one), one is self.chosen.group) for one in MORE]

    @property
    def area_chips(self) -> list[Chip]:
        """The areas to choose from."""
        return [Chip(area_label(one.id), self.address(area=one.id), one.id == self.chosen.area) for one in areas()]

    @cached_property
    def unit_chips(self) -> list[Chip]:
        """The units to choose from."""
        return [
            Chip(unit.name, self.address(unit=unit.pk), unit.pk == self.chosen.unit) for unit in task_units(self.actor)
        ]

    @cached_property
    def document_chips(self) -> list[Chip]:
        """The conferences whose conclusions gave tasks."""
        return [
            Chip(document_words(one), self.address(document=one.pk), one.pk == self.chosen.document)
            for one in task_documents(self.actor)
        ]

    @property
    def role_chips(self) -> list[Chip]:
        """Leading or supporting, where a unit is chosen."""
        words = {None: _("Chủ trì và phối hợp"), Role.LEAD: _("Chủ trì"), Role.SUPPORT: _("Phối hợp")}
        return [Chip(said, self.address(role=role), role is self.chosen.role) for role, said in words.items()]

    @property
    def has_role(self) -> bool:
        """Whether a unit's eyes look at the list, so that its role can be chosen."""
        return bool(self.chosen.unit) or not self.sees_committee

    @property
    def taken(self) -> list[Chip]:
        """What narrows the list now, each with the address that takes it away."""
        return list(self._taken())

    def _taken(self) -> Iterator[Chip]:
        chosen = self.chosen
        if chosen.text:
            yield Chip(_("Tìm “%(words)s”") % {"words": chosen.text}, self.address(text=""))
        if chosen.area:
            yield Chip(area_label(chosen.area), self.address(area=""))
        if chosen.unit and self.unit is None:
            words = next((one.words for one in self.unit_chips if one.is_current), _("Đơn vị"))
            yield Chip(words, self.address(unit=None, role=None))
        if chosen.document:
            words = next((one.words for one in self.document_chips if one.is_current), _("Hội nghị"))
            yield Chip(words, self.address(document=None))
        if chosen.cited:
            cited = visible_cited(self.actor).filter(pk=chosen.cited).first()
            yield Chip(cited.name if cited else _("Văn bản được viện dẫn"), self.address(cited=None))
        if chosen.period:
            words = _("Không nêu kỳ") if chosen.period == NO_PERIOD else period_label(chosen.period)
            yield Chip(words, self.address(period=""))
        if chosen.due_from or chosen.due_to:
            words = f"{day(chosen.due_from) or '…'} – {day(chosen.due_to) or '…'}"
            yield Chip(_("Hạn %(days)s") % {"days": words}, self.address(due_from=None, due_to=None))

    @property
    def by_chips(self) -> list[Chip]:
        """Under which heads the list can be shown."""
        words = {None: _("không"), GroupBy.UNIT: _("đơn vị"), GroupBy.AREA: _("lĩnh vực")}
        return [Chip(said, self.address(by=by), by is self.chosen.by) for by, said in words.items()]

    @cached_property
    def saved_filters(self) -> list[Any]:
        """The filters that the actor can choose."""
        return list(filters_for(self.actor))

    @property
    def query(self) -> str:
        """The filter as the query part of an address."""
        return self.chosen.to_query()

    @property
    def kept_fields(self) -> list[tuple[str, str]]:
        """What a small form of the filter row must send along: all but the days of the due."""
        rest = self.chosen.with_(due_from=None, due_to=None)
        return parse_qsl(rest.to_query())

    @property
    def has_wrong_days(self) -> bool:
        """Whether a day of the due could not be understood."""
        return bool({KEYS["due_from"], KEYS["due_to"]} & set(self.chosen.wrong))

    def address(self, **changes: Any) -> str:
        """Return the address of the list with other values, from its first page."""
        chosen = self.chosen.with_(**changes)
        if self.unit is not None:
            chosen = chosen.with_(unit=None)
        return f"?{chosen.to_query()}"


def document_words(document: Any) -> str:
    """Return how a document is called in a filter: by its conference and period, else by its title."""
    if not document.conference_on:
        return str(document.title)
    words = _("Hội nghị %(day)s") % {"day": day(document.conference_on)}
    return f"{words} · {period_label(document.reviewed)}" if document.reviewed else words
