"""What an event changed, value by value: before, after, in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from giaoban.web.access.labels import area_label, role_label
from giaoban.web.audit.words import label, value_words
from giaoban.web.committees.labels import kind_label, level_label
from giaoban.web.documents.labels import basis_label, period_label, recurrence_label
from giaoban.web.templatetags.dates import day, day_time
from giaoban.web.templatetags.look import state_words

NOTHING = "—"
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
ISO_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
#: The fields whose values are codes, and where their words are found.
CODES: dict[str, Callable[[str], str]] = {
    "state": state_words,
    "kind": kind_label,
    "level": level_label,
    "role": role_label,
    "areas": area_label,
    "basis": basis_label,
    "due_period": period_label,
    "due_recurring": recurrence_label,
    "reviewed": period_label,
    "ahead": period_label,
}


@dataclass(frozen=True, slots=True)
class Change:
    """One value of an event: what it is called, what it was and what it became; "" where there is nothing to say."""

    label: str
    before: str
    after: str


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Change]:
    """Return every value that an event keeps, in the order in which it was written; equal and empty ones are left out.

    Nested values are named by their path: "Phần việc 3 · Hạn".
    """
    old, new = dict(_flat(before)), dict(_flat(after))
    rows = []
    for path in dict.fromkeys((*old, *new)):
        was, became = old.get(path, ""), new.get(path, "")
        if was != became and {was, became} != {"", NOTHING}:
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
            yield here, shown(value, name)


def _name(name: str) -> str:
    """Return a field's name in words; a row, kept as ``assignment.3``, by its kind and number."""
    kind, _dot, number = name.partition(".")
    if number.isdigit():
        return f"{label('subjects', f'tasks.{kind}')} {number}"
    return label("fields", name)


def shown(value: Any, name: str = "") -> str:
    """Return a kept value as a person reads it: codes in words, dates as dd/mm/yyyy, yes and no, a list with commas.

    ``name`` is the field that holds it, which says what its codes mean.
    """
    if value is None or value == "" or value == []:
        return NOTHING
    if isinstance(value, bool):
        return _("Có") if value else _("Không")
    if isinstance(value, list):
        return ", ".join(shown(one, name) for one in value)
    if isinstance(value, str):
        return _text(value, name)
    return str(value)


def _text(value: str, name: str) -> str:
    if ISO_TIME.match(value):
        return day_time(datetime.fromisoformat(value))
    if ISO_DAY.fullmatch(value):
        return day(date.fromisoformat(value))
    words = CODES.get(name)
    try:
        said = words(value) if words else value
    except (KeyError, ValueError):
        said = value
    return said if said != value else value_words(name, value)
