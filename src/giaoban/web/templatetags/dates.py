"""Dates and how far off they are, as an office writes them: 05/03/2024, "thứ Năm 27/06/2024", "quá 6 ngày"."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy, ngettext

from giaoban.audit import clock

register = template.Library()

WEEKDAYS = (
    gettext_lazy("thứ Hai"),
    gettext_lazy("thứ Ba"),
    gettext_lazy("thứ Tư"),
    gettext_lazy("thứ Năm"),
    gettext_lazy("thứ Sáu"),
    gettext_lazy("thứ Bảy"),
    gettext_lazy("Chủ nhật"),
)

#: From this many days before, a due date is "soon".
SOON_DAYS = 7


def _local_day(value: date | datetime) -> date:
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


@register.filter
def day(value: date | datetime | None) -> str:
    """Return ``dd/mm/yyyy``, in the office's time zone; nothing for nothing."""
    return f"{_local_day(value):%d/%m/%Y}" if value else ""


@register.filter
def day_time(value: datetime | None) -> str:
    """Return ``dd/mm/yyyy HH:MM`` in the office's time zone; nothing for nothing."""
    if not value:
        return ""
    return f"{timezone.localtime(value) if timezone.is_aware(value) else value:%d/%m/%Y %H:%M}"


@register.filter
def day_words(value: date | datetime | None) -> str:
    """Return the day with its weekday: "thứ Năm 27/06/2024"; nothing for nothing."""
    return f"{WEEKDAYS[_local_day(value).weekday()]} {day(value)}" if value else ""


@register.filter
def distance(due_on: date | None, today: date | None = None) -> str:
    """Return how far off a due date is: "quá 6 ngày", "đến hạn hôm nay", "còn 3 ngày"; nothing for nothing."""
    if due_on is None:
        return ""
    days = (due_on - (today or clock.today())).days
    if days == 0:
        return gettext("đến hạn hôm nay")
    if days < 0:
        return ngettext("quá %(days)d ngày", "quá %(days)d ngày", -days) % {"days": -days}
    return ngettext("còn %(days)d ngày", "còn %(days)d ngày", days) % {"days": days}


@register.filter
def ago(value: date | datetime | None, today: date | None = None) -> str:
    """Return how long since, for a week: "hôm nay", "hôm qua", "5 ngày trước"; then the date itself."""
    if not value:
        return ""
    days = ((today or clock.today()) - _local_day(value)).days
    if days == 0:
        return gettext("hôm nay")
    if days == 1:
        return gettext("hôm qua")
    if 1 < days <= SOON_DAYS:
        return ngettext("%(days)d ngày trước", "%(days)d ngày trước", days) % {"days": days}
    return day(value)


def due_tone(due_on: date | None, today: date, *, is_closed: bool) -> str:
    """Return the tone of a due date: ``late``, ``near``, or none when it is far, unknown or no longer matters."""
    if due_on is None or is_closed:
        return ""
    days = (due_on - today).days
    return "late" if days < 0 else "near" if days <= SOON_DAYS else ""


@register.inclusion_tag("components/due.html")
def due(
    due_on: date | None,
    *,
    today: date | None = None,
    is_closed: bool = False,
    basis: str = "date",
    period: str = "",
    first_due_on: date | None = None,
    extensions: int = 0,
) -> dict[str, Any]:
    """Show a due date with what must be said of it: how far off, first given when, how often extended.

    ``basis`` "conference" is "theo kỳ": the task runs to the end of the period ahead, named by ``period``.
    """
    today = today or clock.today()
    tone = due_tone(due_on, today, is_closed=is_closed)
    notes = [distance(due_on, today) if tone else "", period if basis == "conference" else ""]
    if first_due_on and first_due_on != due_on and basis != "conference":
        notes.append(gettext("ban đầu %(day)s") % {"day": day(first_due_on)})
    if extensions:
        notes.append(ngettext("gia hạn %(times)d lần", "gia hạn %(times)d lần", extensions) % {"times": extensions})
    return {"due_on": due_on, "basis": basis, "tone": tone, "notes": [note for note in notes if note]}
