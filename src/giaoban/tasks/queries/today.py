"""What Today shows: the figures of a role, what waits for a decision, what a unit must do, how areas stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, IntegerField, Prefetch, Q, QuerySet, Value, When

from giaoban.audit import clock
from giaoban.committees.actors import Actor
from giaoban.committees.models import Unit
from giaoban.documents.models import Document
from giaoban.periods import Period
from giaoban.tasks.filter import Group, GroupBy, TaskFilter
from giaoban.tasks.models import Assignment, Entry, Extension
from giaoban.tasks.queries.listing import View, group_counts, in_group, matching
from giaoban.tasks.queries.rows import TaskRow, rows_by_id
from giaoban.tasks.scope import assignments_for, extensions_for, sees_committee, tasks_for
from giaoban.tasks.states import OPEN, OWING, AssignmentState

S = AssignmentState

#: How many of each kind Today shows; the rest is in the list behind the number.
SHOWN = 8


@dataclass(frozen=True, slots=True)
class AreaFigures:
    """How the tasks of an area stand: each task counts once."""

    area: str
    done: int
    running: int
    near: int
    late: int
    total: int


@dataclass(frozen=True, slots=True)
class UnitCount:
    """How many tasks a unit leads."""

    unit: Unit
    count: int


def current_period(actor: Actor) -> Period:
    """Return the period that the committee works in: the one ahead of its last conference, else today's quarter."""
    ahead = (
        Document.objects.filter(committee_id=actor.committee_id, given_at__isnull=False)
        .exclude(ahead="")
        .order_by("-conference_on", "-given_at", "-pk")
        .values_list("ahead", flat=True)
        .first()
    )
    today = clock.today()
    return Period.parse(ahead) if ahead else Period.of_quarter(today.year, (today.month + 2) // 3)


def period_counts(actor: Actor, period: Period) -> dict[Group, int]:
    """Return the counts of the tasks that belong to a period."""
    return group_counts(actor, TaskFilter(period=str(period)))


def reports_to_confirm(actor: Actor) -> QuerySet[Assignment]:
    """Return the reports that wait for an answer, the oldest first."""
    files = Prefetch("entries", Entry.objects.filter(kind="reported").prefetch_related("evidence"), to_attr="reports")
    return (
        assignments_for(actor)
        .filter(state=S.REPORTED, task__state__in=OPEN)
        .select_related("task", "unit")
        .defer("task__folded", "task__quote")
        .prefetch_related(files)
        .order_by("reported_at", "pk")
    )


def requests_to_decide(actor: Actor) -> QuerySet[Extension]:
    """Return the requests for a later due that wait for a decision, the most urgent first; with how often granted."""
    granted = Count("assignment__extensions", filter=Q(assignment__extensions__decision="granted"))
    return (
        extensions_for(actor)
        .filter(decision=Extension.Decision.ASKED, assignment__state__in=OWING, assignment__task__state__in=OPEN)
        .select_related("assignment__task", "assignment__unit")
        .annotate(times=granted)
        .order_by("from_on", "pk")
    )


def leading_units(actor: Actor, group: Group) -> list[UnitCount]:
    """Return the two units that lead most of a state group, the first with most."""
    view = View.of(actor, TaskFilter())
    rows = (
        tasks_for(actor)
        .filter(in_group(view, group, clock.today()), lead__isnull=False)
        .order_by()
        .values_list("lead")
        .annotate(count=Count("pk"))
        .order_by("-count", "lead")[:2]
    )
    counts = dict(rows)
    units = Unit.objects.in_bulk(list(counts))
    return [UnitCount(units[pk], count) for pk, count in counts.items()]


def area_figures(actor: Actor, period: Period) -> list[AreaFigures]:
    """Return how each area's tasks of a period stand, the area with most tasks first."""
    chosen = TaskFilter(period=str(period), by=GroupBy.AREA)
    view, today = View.of(actor, chosen), clock.today()
    late, near = in_group(view, Group.OVERDUE, today), in_group(view, Group.SOON, today)
    rows = (
        matching(actor, chosen)
        .exclude(state=S.WITHDRAWN)
        .order_by()
        .values_list("area")
        .annotate(
            total=Count("pk"),
            done=Count("pk", filter=in_group(view, Group.DONE, today)),
            near=Count("pk", filter=near),
            late=Count("pk", filter=late),
        )
        .order_by("-total", "area")
    )
    return [
        AreaFigures(area, done, total - done - near - late, near, late, total) for area, total, done, near, late in rows
    ]


def owed_by_unit(actor: Actor) -> list[TaskRow]:
    """Return what the actor's unit must do, in order: returned, not taken on, late, due soon, the rest by due."""
    today = clock.today()
    view = View(actor.unit_id)
    parts = (
        assignments_for(actor)
        .filter(state__in=OWING, task__state__in=OPEN)
        .annotate(rank=_duty_rank(today))
        .order_by("rank", "due_on", "pk")
    )
    ids = list(parts.values_list("task", flat=True)[: SHOWN + SHOWN])
    return rows_by_id(ids, view.unit_id)


def _duty_rank(today: date) -> Case:
    ranks = (Q(state=S.RETURNED), Q(state=S.ASSIGNED), Q(due_on__lt=today))
    return Case(
        *(When(condition, then=Value(rank)) for rank, condition in enumerate(ranks)),
        default=Value(len(ranks)),
        output_field=IntegerField(),
    )


def documents_to_review(actor: Actor) -> QuerySet[Document]:
    """Return the documents that were read and wait for a specialist's review, with how many directives are open."""
    found = Document.objects.filter(committee_id=actor.committee_id, state=Document.State.READ)
    if not sees_committee(actor):
        return found.none()
    return (
        found.only("title", "symbol", "added_at", "conference_on")
        .annotate(still_open=Count("directives", filter=Q(directives__decision="open")))
        .order_by("-added_at")
    )
