"""Dates as Vietnamese documents write them, found where they stand.

>>> [(date.day, date.month, date.year) for date in find_dates("sáng 27/3; ngày 05 tháng 10 năm 2022")]
[(27, 3, None), (5, 10, 2022)]
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

from giaoban.facts import load

_YEAR_AFTER = r"(?:,?\s{1,3}năm\s{1,3}(\d{4})(?!\d))?"
_DATE = re.compile(
    # The first test is the cheapest, since most places fail it.
    r"(?=\d)(?<![\d/])(?<!\d\.)"
    r"(\d{1,2})"
    r"(?:"
    rf"\s{{1,3}}tháng\s{{1,3}}(\d{{1,2}})(?!\d){_YEAR_AFTER}"
    r"|\s?/\s?(\d{1,2})\s?/\s?(\d{4}|\d{2})(?![\d/])"
    r"|\s?([-.])\s?(\d{1,2})\s?\6\s?(\d{4})(?!\d)"
    rf"|/(\d{{1,2}})(?![\d/]|-[^\W\d]){_YEAR_AFTER}"
    r"|[-.](\d{1,2})(?![\d/-]|\.\d|-?[^\W\d]|\s?(?:%|tỷ|tỉ|triệu|nghìn|ngàn|km|ha|m[23²³]?\b|tấn|đồng|người|hộ))"
    r")",
    re.IGNORECASE,
)
_DAYS_BEFORE = r"(?:\d{1,2}(?:/\d{1,2})?\s{0,2}(?:,|;|và|-|–|đến)\s{0,2}){0,4}"
_LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LOOK_BACK = 40


@dataclass(frozen=True, slots=True)
class DateMarker:
    """Words after which two numbers with a stroke are a day and a month."""

    id: str
    words: tuple[str, ...]
    source: str
    example: str


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as written at ``text[start:end]``, without the word "ngày"; ``year`` as written, or None.

    ``is_marked`` tells that the words around it or its form make it a date; of another, as "7/7" in
    "giải quyết 7/7 đơn", the numbers alone could be a share as well.
    """

    start: int
    end: int
    day: int
    month: int
    year: int | None
    is_marked: bool

    def on(self, year: int | None = None) -> date | None:
        """Return the date, in the given year where none is written.

        None without a year, and for the 29/2 of a common one.

        >>> find_dates("trước 15/4")[0].on(2024)
        datetime.date(2024, 4, 15)
        """
        chosen = self.year or year
        if chosen is None or self.day > monthrange(chosen, self.month)[1]:
            return None
        return date(chosen, self.month, self.day)


def find_dates(text: str) -> list[WrittenDate]:
    """Return the dates written in an NFC text, in order.

    Known forms: ``27/3``, ``27/3/2024``, ``27-3-2024``, ``27.3.2024``, ``27 tháng 3 năm 2024``, ``27/3 năm
    2024``, and ``27-3`` after a word that marks a date. What is in no calendar (``31/4``, ``29/2/2023``)
    is no date.
    """
    found = (_written(match, text) for match in _DATE.finditer(text))
    return [one for one in found if one is not None]


def _written(match: re.Match[str], text: str) -> WrittenDate | None:
    day, in_words, word_year, slashed, slash_year, _, other, other_year, bare, bare_year, dashed = match.groups()
    month = in_words or slashed or other or bare or dashed
    year = _year(word_year or slash_year or other_year or bare_year)
    if not _is_possible(int(day), int(month), year):
        return None
    is_marked = bool(in_words or (year and len(slash_year or "2024") == 4)) or _is_marked(match, text)
    if dashed and (not is_marked or _is_decimal(match, text)):
        return None
    return WrittenDate(match.start(), match.end(), int(day), int(month), year, is_marked)


def _year(digits: str | None) -> int | None:
    if digits is None:
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _is_possible(day: int, month: int, year: int | None) -> bool:
    if not (1 <= month <= 12 and 1 <= day <= _LONGEST_MONTH[month - 1]):
        return False
    return year is None or (year >= 1000 and day <= monthrange(year, month)[1])


def _is_decimal(match: re.Match[str], text: str) -> bool:
    """Tell whether two numbers with a full stop are rather one number: "tăng từ 10.2 lên 12.5"."""
    return "." in match[0] and text[: match.start()].rstrip().lower().endswith(("từ", "đến", "sau", "quá"))


def _is_marked(match: re.Match[str], text: str) -> bool:
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    if before.endswith("(") and text[match.end() : match.end() + 1] == ")":
        return True
    return bool(_marked_before().search(before))


@cache
def _marked_before() -> re.Pattern[str]:
    rows = load("giaoban.periods", "date_markers", DateMarker)
    words = "|".join(re.escape(word) for row in rows for word in row.words)
    return re.compile(rf"(?:^|\W)(?:{words})\s{{1,2}}\(?{_DAYS_BEFORE}$", re.IGNORECASE)
