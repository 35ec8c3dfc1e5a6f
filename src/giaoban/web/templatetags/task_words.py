"""Words of tasks in lists and on their page: units in short, areas, dues, periods, recurrence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from giaoban.tasks.queries import TaskRow
from giaoban.web.access.labels import area_label
from giaoban.web.documents.labels import period_label, recurrence_label
from giaoban.web.tasks.labels import due_change_label, round_label
from giaoban.web.templatetags.dates import due

if TYPE_CHECKING:
    from giaoban.documents.rules import Clarity
    from giaoban.tasks.models import Assignment

register = template.Library()
register.filter("period_words", period_label)
register.filter("recurring_words", recurrence_label)
register.filter("round_words", round_label)
register.filter("due_change_words", due_change_label)

#: How many units a row names before it counts the rest, and from how many alike it only counts ("7 phường").
NAMED_UNITS = 1
ALIKE = 3


@register.filter
def units_short(parts: Sequence[Assignment]) -> str:
    """Return the units of some assignments in one line: the first by name, the rest counted ("Công an +2")."""
    names = [one.unit.short_name or one.unit.name for one in parts]
    first_words = {one.unit.name.split(" ", 1)[0].lower() for one in parts}
    if len(names) >= ALIKE and len(first_words) == 1:
        return f"{len(names)} {first_words.pop()}"
    rest = len(names) - NAMED_UNITS
    if rest <= 0:
        return ", ".join(names)
    return f"{', '.join(names[:NAMED_UNITS])} +{rest}"


@register.filter
def areas_short(codes: Sequence[str]) -> str:
    """Return the main area of a task, and how many more it has."""
    rest = f" +{len(codes) - 1}" if len(codes) > 1 else ""
    return f"{area_label(codes[0])}{rest}" if codes else ""


CLARITY: tuple[tuple[str, str | Promise], ...] = (
    ("person", gettext_lazy("người")),
    ("work", gettext_lazy("việc")),
    ("time", gettext_lazy("thời gian")),
    ("responsibility", gettext_lazy("trách nhiệm")),
    ("product", gettext_lazy("sản phẩm")),
    ("authority", gettext_lazy("thẩm quyền")),
)


@register.filter
def clarity_words(clarity: Clarity) -> list[tuple[bool, str]]:
    """Return the six rõ in their order: whether it is clear, and its word."""
    return [(getattr(clarity, name), str(words)) for name, words in CLARITY]


@register.inclusion_tag("tasks/_due.html")
def task_due(row: TaskRow, today: date) -> dict[str, Any]:
    """Show the due of a row; one that runs with the conference's period says "theo kỳ"."""
    if row.due_on is None:
        return {"due_on": None}
    task = row.task
    is_by_period = task.is_by_conference and row.due_on == task.due_on
    return due(
        row.due_on,
        today=today,
        is_closed=not row.is_owing,
        basis="conference" if is_by_period else "date",
        period=period_label(task.due_period) if is_by_period else "",
        first_due_on=task.first_due_on,
        extensions=row.extensions,
    )
