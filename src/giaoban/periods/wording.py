"""Periods as Vietnamese documents write them, found where they stand.

>>> [str(found.period(2024)) for found in find_periods("6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2024")]
['2024-H1', '2024-H2']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from giaoban.periods.dates import WrittenDate, find_dates
from giaoban.periods.period import Period
from giaoban.vietnamese import nfc

_YEAR = r"(?:,?\s{0,2}(?:năm\s{1,3}|[/.-]\s?)(?P<%s>\d{4})(?![\d/]))"
_PERIOD = re.compile(
    # What any of these begins with: most places fail this test, which is the cheapest.
    r"(?=[qbscnt0369])(?<!\w)(?:"
    rf"qu(?:ý|í)\s{{1,3}}(?P<quarter>IV|I{{1,3}}|[1-4])(?!\w){_YEAR % 'quarter_year'}?"
    r"|(?P<count>0?[369]|ba|sáu|chín)\s{1,3}tháng"
    rf"(?:\s{{1,3}}(?P<part>đầu|cuối)\s{{1,3}}năm(?:\s{{1,3}}(?P<part_year>\d{{4}})(?![\d/]))?"
    rf"|{_YEAR % 'count_year'})"
    rf"|nửa\s{{1,3}}(?P<half>đầu|cuối)\s{{1,3}}năm(?:\s{{1,3}}(?P<half_year>\d{{4}})(?![\d/]))?"
    rf"|(?<!\d\s)tháng\s{{1,3}}(?P<month>1[0-2]|0?[1-9])(?![\w])(?!/\d{{1,3}}(?!\d)){_YEAR % 'month_year'}?"
    r"|(?:cả\s{1,3})?năm\s{1,3}(?P<year>\d{4})(?![\d/]|\s?[-–]\s?\d{4})"
    r"|(?P<whole>cả\s{1,3}năm)(?!\s{1,3}\d)(?!\w)"
    r")",
    re.IGNORECASE,
)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_COUNTS = {"ba": 3, "sáu": 6, "chín": 9}


@dataclass(frozen=True, slots=True)
class WrittenPeriod:
    """A period as written at ``text[start:end]``; the year is None where none is written."""

    start: int
    end: int
    first_month: int
    months: int
    year: int | None

    def period(self, year: int | None = None) -> Period | None:
        """Return the period, in the given year where none is written; None without a year."""
        chosen = self.year or year
        return Period(chosen, self.first_month, self.months) if chosen else None


def find_periods(text: str, dates: Sequence[WrittenDate] | None = None) -> list[WrittenPeriod]:
    """Return the periods written in an NFC text, in order; the month and the year of a full date are none.

    Known forms: ``quý I/2024``, ``quý 1 năm 2024``, ``Quý I-2024``, ``quý I``; ``tháng 3/2024``,
    ``tháng 3 năm 2024``, ``tháng 3``; three, six or nine months as ``6 tháng đầu năm``, ``6 tháng cuối năm``,
    ``9 tháng năm 2024``; ``nửa đầu năm``; ``năm 2024``, ``cả năm``. ``dates`` are the dates in the text, if the
    caller has looked for them.
    """
    dates = find_dates(text) if dates is None else dates
    found: list[WrittenPeriod] = []
    position = 0
    for match in _PERIOD.finditer(text):
        while position < len(dates) and dates[position].end <= match.start():
            position += 1
        in_date = position < len(dates) and dates[position].start < match.end()
        if not in_date and (one := _written(match)):
            found.append(one)
    return found


def parse_period(text: str, year: int | None = None) -> Period:
    """Return the period that the whole text names, in ISO or in Vietnamese form.

    ``year`` stands in for one that is not written. Raises :class:`ValueError` for a text that
    is no period, and for one without a year where none is given.

    >>> parse_period("Quý I-2024"), parse_period("6 tháng cuối năm", 2023), parse_period("2024-9M")
    (Period('2024-Q1'), Period('2023-H2'), Period('2024-9M'))
    """
    bare = nfc(text).strip()
    match = _PERIOD.fullmatch(bare)
    written = _written(match) if match else None
    if written is None:
        return Period.parse(bare)
    period = written.period(year)
    if period is None:
        raise ValueError(f"no year: {text!r}")
    return period


def _written(match: re.Match[str]) -> WrittenPeriod | None:
    first_month, months = _extent(match)
    years = ("quarter_year", "part_year", "count_year", "half_year", "month_year", "year")
    year = next((int(match[name]) for name in years if match[name]), None)
    if (months, first_month) == (9, 4) or (year is not None and year < 1000):
        return None
    return WrittenPeriod(match.start(), match.end(), first_month, months, year)


def _extent(match: re.Match[str]) -> tuple[int, int]:
    """Return the first month and the number of months of a match."""
    if match["quarter"]:
        return 3 * _QUARTERS[match["quarter"].upper()] - 2, 3
    if match["month"]:
        return int(match["month"]), 1
    if match["count"]:
        months = _COUNTS.get(match["count"].lower()) or int(match["count"])
        return (13 - months if (match["part"] or "").lower() == "cuối" else 1), months
    if match["half"]:
        return (1 if match["half"].lower() == "đầu" else 7), 6
    return 1, 12
