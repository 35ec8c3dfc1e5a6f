"""The time by which tasks are judged: now, unless a history is being written or a test walks through days."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time

from django.utils import timezone

_set_to: ContextVar[datetime | None] = ContextVar("giaoban_tasks_clock", default=None)


def now() -> datetime:
    """Return the moment that it is."""
    return _set_to.get() or timezone.now()


def today() -> date:
    """Return the day that it is in Vietnam."""
    return timezone.localdate(now())


@contextmanager
def set_to(day: date, at: time = time(8, 0)) -> Iterator[None]:
    """Let it be another day, so that past years can be entered with their own dates.

    The audit is not moved by it: it keeps when something was really typed.
    """
    token = _set_to.set(timezone.make_aware(datetime.combine(day, at)))
    try:
        yield
    finally:
        _set_to.reset(token)
