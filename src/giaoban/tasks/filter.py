"""A filter of the task list (bộ lọc): from the address of the page and back to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from urllib.parse import parse_qsl, urlencode

from giaoban.committees.roles import areas
from giaoban.periods import Period
from giaoban.vietnamese import fold, tidy

PAGE_SIZE = 50
#: The period of tasks whose conclusion named none.
NO_PERIOD = "none"


class Group(StrEnum):
    """Which tasks by what they wait for; the values stand in addresses."""

    OPEN = "open"
    OVERDUE = "overdue"
    SOON = "soon"
    REPORTED = "reported"
    ASKED = "asked"
    TO_DECIDE = "decide"
    UNANSWERED = "unanswered"
    RETURNED = "returned"
    CHECK_IN = "check_in"
    DONE = "done"
    DONE_LATE = "done_late"
    DONE_IN_TIME = "done_in_time"
    LATER = "later"
    REPEATED = "repeated"
    MISSED = "missed"
    WITHDRAWN = "withdrawn"
    ALL = "all"


class Sort(StrEnum):
    """By what the list is sorted."""

    DUE = "due"
    TITLE = "title"
    UNIT = "unit"
    AREA = "area"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Order:
    """A column and a direction; in addresses ``due``, ``-due``."""

    by: Sort
    is_descending: bool = False

    def __str__(self) -> str:
        return f"-{self.by}" if self.is_descending else str(self.by)


class Role(StrEnum):
    """In which role the unit that is filtered by has its part."""

    LEAD = "lead"
    SUPPORT = "support"


class GroupBy(StrEnum):
    """Under which heads the list is shown."""

    UNIT = "unit"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """Which tasks the list shows, and how.

    ``unit`` and ``document`` are ids, ``cited`` that of a document which the directive's words cite; ``area`` is a
    code; ``period`` is the conference's period ahead as ``2024-Q2``, ``none`` where there is none;
    ``due_from`` and ``due_to`` are both included; ``text`` is searched folded, word by word. With a unit, or for a
    reporter, state and due are those of the unit's part. ``wrong`` names the values that could not be understood and
    were left aside.
    """

    group: Group = Group.OPEN
    text: str = ""
    unit: int | None = None
    role: Role | None = None
    area: str = ""
    document: int | None = None
    cited: int | None = None
    period: str = ""
    due_from: date | None = None
    due_to: date | None = None
    order: Order = Order(Sort.DUE)
    by: GroupBy | None = None
    page: int = 1
    wrong: tuple[str, ...] = ()

    @classmethod
    def from_query(cls, query: str) -> TaskFilter:
        """Return the filter of the query part of an address."""
        return cls.from_values(dict(parse_qsl(query)))

    @classmethod
    def from_values(cls, values: Mapping[str, str]) -> TaskFilter:
        """Return the filter of an address's values; what cannot be understood is left aside and named."""
        read: dict[str, object] = {}
        wrong: list[str] = []
        for name, key in KEYS.items():
            written = tidy(values.get(key, ""))
            if not written:
                continue
            value = _READERS[name](written)
            if value is None:
                wrong.append(key)
            else:
                read[name] = value
        return cls(**read, wrong=tuple(wrong))  # type: ignore[arg-type]

    def to_query(self) -> str:
        """Return the query part of the list's address; what is as by default is left out."""
        default = TaskFilter()
        pairs = [
            (key, _written(getattr(self, name)))
            for name, key in KEYS.items()
            if getattr(self, name) != getattr(default, name)
        ]
        return urlencode(pairs)

    def with_(self, **changes: object) -> TaskFilter:
        """Return the filter with other values, from its first page."""
        return replace(self, **{"page": 1, "wrong": (), **changes})  # type: ignore[arg-type]

    @property
    def words(self) -> list[str]:
        """The words that are searched, folded."""
        return fold(self.text).split()

    @property
    def is_narrowed(self) -> bool:
        """Whether more than the state group narrows the list."""
        narrowing = ("text", "unit", "role", "area", "document", "cited", "period", "due_from", "due_to")
        return any(getattr(self, name) for name in narrowing)


#: Field → name in addresses.
KEYS = {
    "group": "state",
    "text": "q",
    "unit": "unit",
    "role": "role",
    "area": "area",
    "document": "document",
    "cited": "cited",
    "period": "period",
    "due_from": "from",
    "due_to": "to",
    "order": "sort",
    "by": "group",
    "page": "page",
}

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)


def read_day(written: str) -> date | None:
    """Return a day as people or browsers write it: ``5/3/2024``, ``05-03-2024``, ``05032024``, ``2024-03-05``.

    None for anything else, and for days that do not exist.
    """
    match = _DAY.fullmatch(written) or re.fullmatch(r"(\d{2})(\d{2})(\d{4})", written, re.ASCII)
    try:
        if match:
            return date(int(match[3]), int(match[2]), int(match[1]))
        return date.fromisoformat(written) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", written, re.ASCII) else None
    except ValueError:
        return None


def _read_number(written: str) -> int | None:
    return int(written) if re.fullmatch(r"[1-9]\d{0,17}", written, re.ASCII) else None


def _read_area(written: str) -> str | None:
    return written if written in {one.id for one in areas()} else None


def _read_period(written: str) -> str | None:
    if written == NO_PERIOD:
        return written
    try:
        return str(Period.parse(written))
    except ValueError:
        return None


def _read_order(written: str) -> Order | None:
    by = written.removeprefix("-")
    return Order(Sort(by), written.startswith("-")) if by in set(Sort) else None


def _read_as(kind: type[StrEnum]) -> Callable[[str], object]:
    return lambda written: kind(written) if written in set(kind) else None


_READERS: dict[str, Callable[[str], object]] = {
    "group": _read_as(Group),
    "text": lambda written: written[:200],
    "unit": _read_number,
    "role": _read_as(Role),
    "area": _read_area,
    "document": _read_number,
    "cited": _read_number,
    "period": _read_period,
    "due_from": read_day,
    "due_to": read_day,
    "order": _read_order,
    "by": _read_as(GroupBy),
    "page": _read_number,
}


def _written(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
