"""What an event changed, value by value: before, after, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from giaoban.web.audit.words import label
from giaoban.web.templatetags.dates import day, day_time

NOTHING = "—"
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
ISO_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")


@dataclass(frozen=True, slots=True)
class Change:
    """One value of an event: what it is called, what it was and what it became; "" where there is nothing to say."""

    label: str
    before: str
    after: str


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Change]:
    """Return every value that an event keeps, in the order in which it was written; equal ones are left out.

    Nested values are named by their path: "Phần việc 3 · Hạn".
    """
    old, new = dict(_flat(before)), dict(_flat(after))
    rows = []
    for path in dict.fromkeys((*old, *new)):
        was, became = old.get(path, ""), new.get(path, "")
        if was != became:
            rows.append(Change(" · ".join(path), was, became))
    return rows


def _flat(values: Mapping[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    for name, value in values.items():
        here = (*path, _name(name))
        if isinstance(value, Mapping):
            yield from _flat(value, here)
        elif isinstance(value, list) and any(isinstance(one, Mapping) for one in value):
            for number, one in enumerate(value, start=1):
                inside = one if isinstance(one, Mapping) else {"text": one}
                yield from _flat(inside, (*here, str(number)))
        else:
            yield here, shown(value)


def _name(name: str) -> str:
    """Return a field's name in words; a row, kept as ``assignment.3``, by its kind and number."""
    kind, _dot, number = name.partition(".")
    if number.isdigit():
        return f"{label('subjects', f'tasks.{kind}')} {number}"
    return label("fields", name)


def shown(value: Any) -> str:
    """Return a kept value as a person reads it: dates as dd/mm/yyyy, yes and no, a list with commas."""
    if value is None or value == "" or value == []:
        return NOTHING
    if isinstance(value, bool):
        return _("Có") if value else _("Không")
    if isinstance(value, list):
        return ", ".join(map(shown, value))
    if isinstance(value, str) and ISO_TIME.match(value):
        return day_time(datetime.fromisoformat(value))
    if isinstance(value, str) and ISO_DAY.fullmatch(value):
        return day(date.fromisoformat(value))
    return str(value)
