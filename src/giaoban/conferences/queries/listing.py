"""The list of conferences, year by year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from giaoban.audit import clock
from giaoban.committees.actors import Actor
from giaoban.conferences.models import Conference
from giaoban.conferences.scope import conferences_for
from giaoban.tasks.models import Task
from giaoban.tasks.states import OWING, AssignmentState


@dataclass(frozen=True, slots=True)
class ConferenceRow:
    """A conference as the list shows it: how many tasks its conclusion gave, are done, are late."""

    conference: Conference
    given: int = 0
    done: int = 0
    late: int = 0


def conference_years(actor: Actor) -> list[int]:
    """Return the years in which the actor sees a conference, the newest first."""
    return [day.year for day in conferences_for(actor).order_by().dates("held_on", "year", order="DESC")]


def conference_list(actor: Actor, year: int | None = None) -> list[ConferenceRow]:
    """Return the conferences of a year, or all, the newest first. Two queries, however many there are."""
    found = conferences_for(actor).order_by("-held_on", "-pk")
    if year is not None:
        found = found.filter(held_on__year=year)
    conferences = list(found)
    counts = _counts([one.conclusion_id for one in conferences if one.conclusion_id])
    return [ConferenceRow(one, *counts.get(one.conclusion_id or 0, (0, 0, 0))) for one in conferences]


def _counts(document_ids: Iterable[int]) -> dict[int, tuple[int, int, int]]:
    rows = (
        Task.objects.filter(document__in=list(document_ids))
        .exclude(state=AssignmentState.WITHDRAWN)
        .order_by()
        .values("document")
        .annotate(
            given=Count("pk"),
            done=Count("pk", filter=Q(state=AssignmentState.CONFIRMED)),
            late=Count("pk", filter=Q(state__in=OWING, due_on__lt=clock.today())),
        )
    )
    return {row["document"]: (row["given"], row["done"], row["late"]) for row in rows}
