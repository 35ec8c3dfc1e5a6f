"""Work that is done once a day (việc hằng ngày): asked for by the queue's schedule, kept as jobs like any other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django_q.models import Schedule

from giaoban.audit.chain import chains
from giaoban.jobs.actions import enqueue

#: The function that the schedule calls.
ASKER = "giaoban.jobs.daily.ask"
#: The committee of jobs that are for all of the server, and their subject.
WHOLE_SERVER = 0
#: The hour of the night at which it is asked for.
HOUR = 1


@dataclass(frozen=True, slots=True)
class Daily:
    """The dotted name of a :class:`~giaoban.jobs.runner.Work`, and whether each committee has a job of its own."""

    function: str
    is_by_committee: bool = False

    @property
    def arguments(self) -> str:
        """The arguments of :func:`ask` as the schedule keeps them."""
        return f"{self.function!r},{self.is_by_committee!r}"


def schedule(works: Iterable[Daily]) -> None:
    """Let exactly these be asked for every night; what stands already keeps its time."""
    wanted = {one.function: one for one in works}
    Schedule.objects.filter(func=ASKER).exclude(name__in=wanted).delete()
    for name, one in wanted.items():
        Schedule.objects.get_or_create(
            name=name,
            defaults={
                "func": ASKER,
                "args": one.arguments,
                "schedule_type": Schedule.DAILY,
                "next_run": _next_night(),
            },
        )


def ask(function: str, is_by_committee: bool) -> int:
    """Ask for the jobs of a day; returns how many. The subject of a committee's job is the committee."""
    committees = list(chains()) if is_by_committee else [WHOLE_SERVER]
    for committee_id in committees:
        enqueue(committee_id, function, committee_id)
    return len(committees)


def _next_night() -> datetime:
    tonight = timezone.localtime().replace(hour=HOUR, minute=0, second=0, microsecond=0)
    return tonight + timedelta(days=1) if tonight <= timezone.localtime() else tonight
