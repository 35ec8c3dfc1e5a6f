"""The time by which the office's work is judged: now, unless a history is being written or the example is shown.

The example committee lives in its own days: once its data has been made, every later day of the real calendar is as
many days later there. The audit alone is not moved: it keeps when something was really done.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time, timedelta
from functools import cache

from django.conf import settings
from django.utils import timezone

_set_to: ContextVar[datetime | None] = ContextVar("giaoban_clock", default=None)


def now() -> datetime:
    """Return the moment that it is."""
    return _set_to.get() or timezone.now() + timedelta(days=days_moved())


def today() -> date:
    """Return the day that it is in Vietnam."""
    return timezone.localdate(now())


@cache
def days_moved() -> int:
    """Return how many days the example's calendar stands from the real one; 0 in an installation without example."""
    path = settings.EXAMPLE_CLOCK
    return int(path.read_text("ascii")) if path is not None and path.exists() else 0


def begin_example(day: date) -> None:
    """Let it be ``day`` from now on in this installation, which shows the example; kept beside its database.

    Raises :class:`RuntimeError` where the settings know no example, as in production.
    """
    if settings.EXAMPLE_CLOCK is None:
        raise RuntimeError("these settings show no example")
    settings.EXAMPLE_CLOCK.parent.mkdir(parents=True, exist_ok=True)
    settings.EXAMPLE_CLOCK.write_text(str((day - timezone.localdate()).days), "ascii")
    days_moved.cache_clear()


@contextmanager
def set_to(day: date, at: time = time(8, 0)) -> Iterator[None]:
    """Let it be another day, so that past years can be entered with their own dates."""
    token = _set_to.set(timezone.make_aware(datetime.combine(day, at)))
    try:
        yield
    finally:
        _set_to.reset(token)
