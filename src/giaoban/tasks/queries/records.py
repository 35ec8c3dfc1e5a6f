"""The record of a unit or an area over periods (kết quả theo kỳ): plain counts, each of the list behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count

from giaoban.audit import clock
from giaoban.committees.actors import Actor
from giaoban.periods import Period
from giaoban.tasks.filter import Group, TaskFilter
from giaoban.tasks.queries.listing import View, in_group, matching

#: What a record counts, in the order of its columns; the last two may lie over the others.
COLUMNS = (
    Group.ALL,
    Group.DONE_IN_TIME,
    Group.DONE_LATE,
    Group.OPEN,
    Group.OVERDUE,
    Group.WITHDRAWN,
    Group.LATER,
    Group.REPEATED,
    Group.MISSED,
)


@dataclass(frozen=True, slots=True)
class PeriodRecord:
    """The counts of one period, by state group; ``period`` is as ``2024-Q1``, "" where the conclusion named none."""

    period: str
    counts: dict[Group, int]

    @property
    def running(self) -> int:
        """How many are open and not late."""
        return self.counts[Group.OPEN] - self.counts[Group.OVERDUE]


def period_records(actor: Actor, chosen: TaskFilter) -> list[PeriodRecord]:
    """Return the counts of the tasks of a filter by the period in which they were to be done, the last period first.

    A unit in the filter: its parts, as the list counts them. One query.
    """
    view, today = View.of(actor, chosen), clock.today()
    counts = {
        one.name: Count("pk", filter=in_group(view, one, today)) if one is not Group.ALL else Count("pk")
        for one in COLUMNS
    }
    rows: Any = matching(actor, chosen).order_by().values("document__ahead").annotate(**counts)
    records = [PeriodRecord(row["document__ahead"], {one: row[one.name] for one in COLUMNS}) for row in rows]
    return sorted(records, key=lambda one: _place(one.period), reverse=True)


def total_record(records: list[PeriodRecord]) -> PeriodRecord:
    """Return the sums over all periods."""
    return PeriodRecord("", {one: sum(record.counts[one] for record in records) for one in COLUMNS})


def _place(code: str) -> tuple[date, str]:
    return (Period.parse(code).last_day, code) if code else (date.min, "")
