"""Check-ins as pages show them: the rounds of one task, what is owed today, the last one before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from giaoban.audit import clock
from giaoban.committees.actors import Actor
from giaoban.refusal import NotFound
from giaoban.tasks import rules
from giaoban.tasks.models import Assignment, CheckIn, Escalation
from giaoban.tasks.scope import check_ins_for
from giaoban.tasks.states import OPEN, OWING
from giaoban.tasks.time_rules import Recipient

State = CheckIn.State


@dataclass(frozen=True, slots=True)
class RoundCell:
    """One unit's check-in of one round; ``is_owed``: it is still asked for."""

    check_in: CheckIn
    is_owed: bool
    today: date

    @property
    def is_late(self) -> bool:
        """Whether it is owed and its day has passed."""
        return self.is_owed and self.check_in.due_on < self.today

    @property
    def is_near(self) -> bool:
        """Whether it is owed today or within seven days."""
        return self.is_owed and self.today <= self.check_in.due_on <= self.today + timedelta(days=rules.NEAR_DAYS)

    @property
    def was_late(self) -> bool:
        """Whether it was given after its day; that stays."""
        given_on = self.check_in.given_on
        return self.check_in.state != State.WANTED and given_on is not None and given_on > self.check_in.due_on


@dataclass(frozen=True, slots=True)
class RoundRow:
    """One unit's check-ins of a task, the earliest first, and the last that was given."""

    assignment: Assignment
    cells: tuple[RoundCell, ...]

    @property
    def last_given(self) -> CheckIn | None:
        """The last check-in that was given and not returned."""
        return next((one.check_in for one in reversed(self.cells) if one.check_in.state == State.GIVEN), None)

    @property
    def owed(self) -> CheckIn | None:
        """The first check-in that is owed."""
        return next((one.check_in for one in self.cells if one.is_owed), None)


@dataclass(frozen=True, slots=True)
class RoundCounts:
    """How many rounds of a task are over or given, how many of these were given, and the first that is owed."""

    given: int
    asked: int
    owed: CheckIn | None

    @property
    def percent(self) -> int:
        """The share that was given."""
        return self.given * 100 // self.asked


def round_rows(actor: Actor, assignments: Iterable[Assignment], is_open: bool) -> list[RoundRow]:
    """Return the rounds of a task, a row for each unit that was asked and that the actor may see."""
    held: dict[int, list[CheckIn]] = {}
    by_pk = {one.pk: one for one in assignments}
    for one in check_ins_for(actor).filter(assignment__in=by_pk).select_related("entry"):
        held.setdefault(one.assignment_id, []).append(one)
    return [RoundRow(by_pk[pk], _cells(by_pk[pk], held[pk], is_open)) for pk in by_pk if pk in held]


def _cells(assignment: Assignment, check_ins: Sequence[CheckIn], is_open: bool) -> tuple[RoundCell, ...]:
    is_owing, today = is_open and assignment.state in OWING, clock.today()
    return tuple(RoundCell(one, is_owing and one.state != State.GIVEN, today) for one in check_ins)


def find_check_in(actor: Actor, check_in_id: int) -> CheckIn:
    """Return a check-in that the actor may see; raises :class:`~giaoban.refusal.NotFound`."""
    found = check_ins_for(actor).filter(pk=check_in_id)
    one = found.select_related("assignment__task", "assignment__unit", "entry").first()
    if one is None:
        raise NotFound
    return one


def check_in_before(check_in: CheckIn) -> CheckIn | None:
    """Return the last check-in of the same unit that was given before this one's day, None where there is none."""
    earlier = CheckIn.objects.filter(assignment=check_in.assignment_id, due_on__lt=check_in.due_on, state=State.GIVEN)
    return earlier.select_related("entry").order_by("-due_on").first()


def owed_check_ins(actor: Actor) -> QuerySet[CheckIn]:
    """Return the check-ins that are late or due within seven days, the earliest due first.

    ``is_told`` says whether a leader was told of it.
    """
    until = clock.today() + timedelta(days=rules.NEAR_DAYS)
    owed = check_ins_for(actor).filter(due_on__lte=until, assignment__state__in=OWING, assignment__task__state__in=OPEN)
    owed = owed.exclude(state=State.GIVEN).select_related("assignment__task", "assignment__unit")
    told = Escalation.objects.filter(check_in=OuterRef("pk"), to=Recipient.LEADER)
    return owed.annotate(is_told=Exists(told)).order_by("due_on", "assignment__unit__position", "pk")


def round_counts(task_ids: Sequence[int], unit_id: int | None) -> dict[int, RoundCounts]:
    """Return the rounds of the tasks with these ids that have any; of one unit's part only, where it is given.

    The ids come from a scoped query. Two queries, however many ids.
    """
    found = CheckIn.objects.filter(assignment__task__in=task_ids)
    if unit_id is not None:
        found = found.filter(assignment__unit=unit_id)
    counted = (
        found.order_by()
        .values_list("assignment__task")
        .annotate(given=Count("pk", filter=Q(state=State.GIVEN)), asked=Count("pk"))
    )
    first = _first_owed(found)
    return {task: RoundCounts(given, asked, first.get(task)) for task, given, asked in counted}


def _first_owed(check_ins: QuerySet[CheckIn]) -> dict[int, CheckIn]:
    owed = check_ins.filter(assignment__state__in=OWING, assignment__task__state__in=OPEN).exclude(state=State.GIVEN)
    rows = owed.select_related("assignment").order_by("-due_on", "-pk")
    return {one.assignment.task_id: one for one in rows}
