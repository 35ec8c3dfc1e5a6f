"""When a directive is to be done, as a person types it at review: a day, a period, how often, or nothing ("theo kỳ").

>>> typed_due("5-3-2024").on, typed_due("quý II/2024").period, typed_due("Hàng tháng").recurring
(datetime.date(2024, 3, 5), '2024-Q2', 'monthly')
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from giaoban.facts import load
from giaoban.periods import parse_period
from giaoban.refusal import Refusal, phrase
from giaoban.vietnamese import fold, tidy

_DAY = re.compile(r"(?:ngay )?(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})|(\d{2})(\d{2})(\d{4})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How often (định kỳ); ``typed`` are the words that a person may write for it."""

    id: str
    words: str
    english: str
    typed: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class TypedDue:
    """A due (hạn): at most one of a day, a period as ``2024-Q2`` and a recurrence; none of them is "theo kỳ"."""

    text: str = ""
    on: date | None = None
    period: str = ""
    recurring: str = ""


def recurrences() -> tuple[Recurrence, ...]:
    """Return every recurrence, in the file's order."""
    return load("giaoban.documents", "recurrences", Recurrence)


def typed_due(typed: str, *, year: int | None = None) -> TypedDue:
    """Return the due that a person typed; ``year`` stands in for a period's year that was not typed.

    Raises :class:`~giaoban.refusal.Refusal` with the forms that are understood, for words that are none of them.
    """
    text = tidy(typed)
    if not text or fold(text) == "theo ky":
        return TypedDue()
    if day := _day(text):
        return TypedDue(text, on=day)
    if recurrence := next((one for one in recurrences() if fold(text) in map(fold, one.typed)), None):
        return TypedDue(text, recurring=recurrence.id)
    try:
        return TypedDue(text, period=str(parse_period(text, year)))
    except ValueError as error:
        raise _not_understood(text) from error


def _day(text: str) -> date | None:
    if iso := _ISO_DAY.fullmatch(text):
        year, month, day = iso.groups()
    elif written := _DAY.fullmatch(fold(text)):
        day, month, year = written.groups()[:3] if written[1] else written.groups()[3:]
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError as error:
        raise Refusal("documents.no_such_day", phrase("Không có ngày “%(typed)s” trong lịch."), typed=text) from error


def _not_understood(text: str) -> Refusal:
    return Refusal(
        "documents.due_not_understood",
        phrase(
            "Chưa hiểu hạn “%(typed)s”. Ghi ngày (30/6/2024), kỳ (quý II/2024, tháng 6/2024) hoặc định kỳ (hằng tháng,"
            " thường xuyên); để trống nếu làm theo kỳ."
        ),
        typed=text,
    )
