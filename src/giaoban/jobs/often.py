"""Work that is looked for every few minutes (việc làm thường xuyên): asked for only where there is some."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.module_loading import import_string
from django_q.models import Schedule

from giaoban.jobs.actions import enqueue

#: The function that the schedule calls.
ASKER = "giaoban.jobs.often.ask"


@dataclass(frozen=True, slots=True)
class Often:
    """The dotted names of a :class:`~giaoban.jobs.runner.Work` by committee and of what finds the committees that have
    some, and after how many minutes it is looked for again."""

    function: str
    finder: str
    minutes: int


def schedule(works: Iterable[Often]) -> None:
    """Let exactly these be looked for; what stands already keeps its time."""
    wanted = {one.function: one for one in works}
    Schedule.objects.filter(func=ASKER).exclude(name__in=wanted).delete()
    for name, one in wanted.items():
        kept = {"func": ASKER, "args": f"{one.function!r},{one.finder!r}", "schedule_type": Schedule.MINUTES}
        Schedule.objects.update_or_create(name=name, defaults=kept | {"minutes": one.minutes})


def ask(function: str, finder: str) -> int:
    """Ask for a job in each committee that has work; returns how many. The subject of a job is its committee."""
    find: Callable[[], list[int]] = import_string(finder)
    committees = find()
    for committee_id in committees:
        enqueue(committee_id, function, committee_id)
    return len(committees)
