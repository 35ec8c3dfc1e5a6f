"""The task list: which rows, in which order, how many of each kind. Counts and list come from one condition."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Count, Exists, F, FilteredRelation, IntegerField, OuterRef, Q, QuerySet, Value, When

from giaoban.audit import clock
from giaoban.committees.actors import Actor
from giaoban.committees.roles import areas
from giaoban.documents.models import Citation, Document, Repetition
from giaoban.tasks import rules
from giaoban.tasks.filter import NO_PERIOD, PAGE_SIZE, Group, GroupBy, Role, Sort, TaskFilter
from giaoban.tasks.models import Assignment, CheckIn, Extension, Task
from giaoban.tasks.scope import sees_committee, tasks_for
from giaoban.tasks.states import OPEN, OWING, AssignmentState

S = AssignmentState
_AGREED = Repetition.objects.filter(state=Repetition.State.AGREED)

#: What looks at more than the rows of tasks is counted only where it is chosen, or for the record of a unit or an area.
HEAVY = frozenset({Group.REPEATED, Group.MISSED})


@dataclass(frozen=True, slots=True)
class View:
    """Through whose eyes tasks are listed: the whole task's, or those of one unit's part in it."""

    unit_id: int | None

    @classmethod
    def of(cls, actor: Actor, chosen: TaskFilter) -> View:
        """Return the view of an actor: a reporter's own unit, else the unit that was filtered by, else the task."""
        return cls(chosen.unit if sees_committee(actor) else actor.unit_id)

    @property
    def state(self) -> str:
        """The column of the state."""
        return "state" if self.unit_id is None else "part__state"

    @property
    def due(self) -> str:
        """The column of the due."""
        return "due_on" if self.unit_id is None else "part__due_on"


def matching(actor: Actor, chosen: TaskFilter) -> QuerySet[Task]:
    """Return the tasks that fit everything in the filter but the state group."""
    view = View.of(actor, chosen)
    tasks = tasks_for(actor) if view.unit_id is None else _with_part(actor, view, chosen)
    for word in chosen.words:
        tasks = tasks.filter(folded__contains=word)
    if chosen.period:
        of_period = Document.objects.filter(committee_id=actor.committee_id, ahead=_ahead(chosen.period))
        tasks = tasks.filter(document__in=of_period.values("pk"))
    if chosen.cited:
        tasks = tasks.filter(_cites(chosen.cited))
    exact: dict[str, Any] = {
        "area": chosen.area,
        "document_id": chosen.document,
        f"{view.due}__gte": chosen.due_from,
        f"{view.due}__lte": chosen.due_to,
    }
    return tasks.filter(**{name: value for name, value in exact.items() if value})


def _ahead(period: str) -> str:
    return "" if period == NO_PERIOD else period


def _cites(cited_id: int) -> Q:
    """Return the condition that the words of a task's directive cite a document of the register."""
    places = Citation.objects.filter(
        cited_id=cited_id,
        document=OuterRef("document_id"),
        start__lt=OuterRef("directive__end"),
        end__gt=OuterRef("directive__start"),
    )
    return Q(Exists(places))


def _with_part(actor: Actor, view: View, chosen: TaskFilter) -> QuerySet[Task]:
    """Return the committee's tasks in which the unit has a part, joined with it as ``part``."""
    tasks = Task.objects.filter(committee_id=actor.committee_id).annotate(
        part=FilteredRelation("assignments", condition=Q(assignments__unit_id=view.unit_id))
    )
    if chosen.role:
        tasks = tasks.filter(part__role="lead" if chosen.role is Role.LEAD else "support")
    return tasks.filter(part__unit_id=view.unit_id)


def in_group(view: View, group: Group, today: date) -> Q:
    """Return the condition of a state group. A part counts as open only while its task is."""
    owing = Q(**{f"{view.state}__in": OWING}) & _task_is_open(view)
    opened = Q(**{f"{view.state}__in": OPEN}) & _task_is_open(view)
    match group:
        case Group.ALL:
            return Q()
        case Group.OPEN:
            return opened
        case Group.OVERDUE:
            return owing & Q(**{f"{view.due}__lt": today})
        case Group.SOON:
            until = today + timedelta(days=rules.NEAR_DAYS)
            return owing & Q(**{f"{view.due}__gte": today, f"{view.due}__lte": until})
        case Group.REPORTED:
            return opened & _has_report(view)
        case Group.ASKED:
            return opened & _has_request(view)
        case Group.TO_DECIDE:
            return opened & (_has_report(view) | _has_request(view))
        case Group.UNANSWERED:
            return Q(**{view.state: S.ASSIGNED}) & _task_is_open(view)
        case Group.RETURNED:
            return Q(**{view.state: S.RETURNED}) & _task_is_open(view)
        case Group.CHECK_IN:
            return opened & _owes_check_in(view, today)
        case Group.DONE:
            return _closed_as(view, S.CONFIRMED)
        case Group.DONE_LATE:
            return _closed_as(view, S.CONFIRMED) & _is_done_late(view)
        case Group.DONE_IN_TIME:
            return _closed_as(view, S.CONFIRMED) & ~_is_done_late(view)
        case Group.LATER:
            return Q(**{f"{view.due}__gt": F(view.due.replace("due_on", "first_due_on"))})
        case Group.REPEATED:
            return Q(Exists(_AGREED.filter(directive=OuterRef("directive_id"))))
        case Group.MISSED:
            return _missed_check_in(view, today)
        case Group.WITHDRAWN:
            return _closed_as(view, S.WITHDRAWN)


def _task_is_open(view: View) -> Q:
    return Q() if view.unit_id is None else Q(state__in=OPEN)


def _has_report(view: View) -> Q:
    return Q(reports_waiting__gt=0) if view.unit_id is None else Q(part__state=S.REPORTED)


def _has_request(view: View) -> Q:
    if view.unit_id is None:
        return Q(extensions_waiting__gt=0)
    return Q(Exists(Extension.objects.filter(assignment=OuterRef("part__pk"), decision=Extension.Decision.ASKED)))


def _owes_check_in(view: View, today: date) -> Q:
    """Return the condition of a check-in that is late or due within seven days."""
    until = today + timedelta(days=rules.NEAR_DAYS)
    if view.unit_id is None:
        return Q(check_in_due_on__lte=until)
    owed = CheckIn.objects.filter(assignment=OuterRef("part__pk"), due_on__lte=until)
    return Q(part__state__in=OWING) & Q(Exists(owed.exclude(state=CheckIn.State.GIVEN)))


def _missed_check_in(view: View, today: date) -> Q:
    """Return the condition of a round that was to be told by today and never was, or was told after its day.

    What was reported as done or closed by that day had no more to tell.
    """
    part, day = "assignment__", F("due_on")
    had_ended = Q(**{f"{part}task__closed_on__lte": day}) | Q(**{f"{part}closed_at__date__lte": day})
    had_ended |= Q(**{f"{part}state__in": (S.REPORTED, S.CONFIRMED), f"{part}reported_at__date__lte": day})
    is_silent = Q(due_on__lt=today) & ~Q(state=CheckIn.State.GIVEN)
    missed = CheckIn.objects.filter(is_silent & ~had_ended | Q(given_on__gt=day))
    if view.unit_id is None:
        return Q(Exists(missed.filter(assignment__task=OuterRef("pk"))))
    return Q(Exists(missed.filter(assignment=OuterRef("part__pk"))))


def _is_done_late(view: View) -> Q:
    return Q(is_done_late=True) if view.unit_id is None else Q(part__is_done_late=True)


def _closed_as(view: View, state: AssignmentState) -> Q:
    closed = Q(**{view.state: state})
    if view.unit_id is None:
        return closed
    return closed | (Q(part__state__in=OPEN) & Q(state=state))


def group_counts(actor: Actor, chosen: TaskFilter) -> dict[Group, int]:
    """Return how many tasks each state group holds under the rest of the filter, in one query."""
    view, today = View.of(actor, chosen), clock.today()
    counts = {
        group.name: Count("pk", filter=in_group(view, group, today)) if group is not Group.ALL else Count("pk")
        for group in Group
        if group not in HEAVY or group is chosen.group
    }
    found = matching(actor, chosen).aggregate(**counts)
    return {group: found.get(group.name, 0) for group in Group}


def listed(actor: Actor, chosen: TaskFilter) -> QuerySet[Task]:
    """Return the tasks of a filter in its order."""
    view = View.of(actor, chosen)
    tasks = matching(actor, chosen).filter(in_group(view, chosen.group, clock.today()))
    return tasks.order_by(*_order(view, chosen))


def page_ids(actor: Actor, chosen: TaskFilter) -> list[int]:
    """Return the ids of one page of a filter; the rows themselves are then read by id, so that sorting stays light."""
    start = (chosen.page - 1) * PAGE_SIZE
    return list(listed(actor, chosen).values_list("pk", flat=True)[start : start + PAGE_SIZE])


def all_ids(actor: Actor, chosen: TaskFilter, limit: int) -> list[int]:
    """Return the ids of all tasks of a filter, up to one more than a limit, so that "too many" can be told."""
    return list(listed(actor, chosen).values_list("pk", flat=True)[: limit + 1])


def _order(view: View, chosen: TaskFilter) -> list[Any]:
    order: list[Any] = []
    if chosen.by is GroupBy.UNIT:
        order += [F("lead__position").asc(nulls_last=True), F("lead__sort").asc(nulls_last=True), "lead_id"]
    if chosen.by is GroupBy.AREA:
        order.append(_area_rank())
    if chosen.text:
        order.append(Case(When(title__contains=chosen.text, then=0), default=1, output_field=IntegerField()))
    order += [_turned(one, chosen.order.is_descending) for one in _sort_columns(view, chosen.order.by)]
    return [*order, "year", "number"]


def _sort_columns(view: View, sort: Sort) -> list[Any]:
    match sort:
        case Sort.TITLE:
            return [F("sort")]
        case Sort.UNIT:
            return [F("lead__position"), F("lead__sort")]
        case Sort.AREA:
            return [_area_rank()]
        case Sort.STATE:
            return [_state_rank(view)]
        case Sort.DUE:
            return [F(view.due)]


def _turned(column: Any, is_descending: bool) -> Any:
    return column.desc(nulls_last=True) if is_descending else column.asc(nulls_last=True)


def _area_rank() -> Case:
    ranks = [When(area=one.id, then=Value(rank)) for rank, one in enumerate(areas())]
    return Case(*ranks, default=Value(len(ranks)), output_field=IntegerField())


def _state_rank(view: View) -> Case:
    ranks = [When(**{view.state: state}, then=Value(rank)) for rank, state in enumerate(S)]
    return Case(*ranks, default=Value(len(ranks)), output_field=IntegerField())


@dataclass(frozen=True, slots=True)
class HeadFigures:
    """What the head of a group of rows tells: all its tasks in the list, on other pages too."""

    total: int
    overdue: int
    soon: int


def head_figures(actor: Actor, chosen: TaskFilter, keys: Iterable[Any]) -> dict[Any, HeadFigures]:
    """Return the figures of the heads with these keys: ids of lead units, or codes of areas."""
    view, today = View.of(actor, chosen), clock.today()
    column = "lead_id" if chosen.by is GroupBy.UNIT else "area"
    wanted = set(keys)
    known = Q(**{f"{column}__in": wanted - {None}}) | (Q(**{f"{column}__isnull": True}) if None in wanted else Q())
    rows = (
        matching(actor, chosen)
        .filter(in_group(view, chosen.group, today) & known)
        .order_by()
        .values_list(column)
        .annotate(
            total=Count("pk"),
            overdue=Count("pk", filter=in_group(view, Group.OVERDUE, today)),
            soon=Count("pk", filter=in_group(view, Group.SOON, today)),
        )
    )
    return {key: HeadFigures(total, overdue, soon) for key, total, overdue, soon in rows}


@dataclass(frozen=True, slots=True)
class PartFigures:
    """How many parts the listed tasks have, of how many units."""

    parts: int
    units: int


def part_figures(actor: Actor, chosen: TaskFilter) -> PartFigures:
    """Return how many parts of how many units the tasks of a filter have, whatever their state."""
    found = Assignment.objects.filter(task__in=matching(actor, chosen).values("pk")).exclude(state=S.WITHDRAWN)
    return PartFigures(**found.aggregate(parts=Count("pk"), units=Count("unit", distinct=True)))
