"""Kept work: what the server looks after by itself, hour by hour (việc định kỳ của hệ thống).

A part names its function in ``ready()``; the one schedule of the queue calls them all. What a function finds to be
done it asks for as a job, so that nothing is lost when it is cut short.
"""

from __future__ import annotations

import logging

from django.utils import timezone
from django.utils.module_loading import import_string
from django_q.models import Schedule

#: The one function that the schedule knows.
RUNNER = "giaoban.jobs.kept.run_kept"

_kept: list[str] = []

logger = logging.getLogger(__name__)


def keep(function: str) -> None:
    """Have a function, by its dotted name, called each hour without arguments; naming it again changes nothing."""
    if function not in _kept:
        _kept.append(function)


def kept_functions() -> tuple[str, ...]:
    """Return the names of all functions that are called."""
    return tuple(_kept)


def run_kept() -> None:
    """Call every function that is kept; the fault of one is logged and does not keep the others from running."""
    for name in kept_functions():
        try:
            import_string(name)()
        except Exception:
            logger.exception("kept work %s", name)


def schedule_kept() -> None:
    """See to it that the queue calls :func:`run_kept` each hour, from now on; call where jobs are done."""
    Schedule.objects.get_or_create(
        name="giaoban-kept",
        defaults={"func": RUNNER, "schedule_type": Schedule.HOURLY, "next_run": timezone.now()},
    )
