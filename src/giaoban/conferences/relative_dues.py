"""Dues that count from the day of the meeting ("trong vòng 10 ngày", "trong tháng tới") → the day or period meant.

>>> counted_due("Trong vòng 10 ngày", date(2024, 6, 27)).on, counted_due("quý tới", date(2024, 6, 27)).period
(datetime.date(2024, 7, 7), '2024-Q3')
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from giaoban.documents.dues import TypedDue
from giaoban.periods import Period
from giaoban.periods.working_days import add_working_days
from giaoban.vietnamese import fold

#: Counted from another day than the meeting's ("kể từ ngày nhận được hồ sơ"), it is not ours to resolve.
_WITHIN = re.compile(
    r"trong (?:vong |thoi han )?(\d{1,3}) (ngay|tuan|thang)( lam viec)?"
    r"(?:,? (?:ke tu|tinh tu|tu) (?:nay|hom nay|ngay hop|ngay ket luan))?"
)
_NEXT = re.compile(r"(?:(?:truoc |den )?(het|cuoi) |(?:ngay )?trong |vao )?(tuan|thang|quy|nam) (nay|toi|sau)")
_FRIDAY = 5


def counted_due(words: str, day: date) -> TypedDue | None:
    """Return the due that words set by counting from a day; None where they do not count from it."""
    said = fold(words)
    if match := _WITHIN.fullmatch(said):
        return TypedDue(words, on=_after(day, int(match[1]), match[2], is_working=bool(match[3])))
    if match := _NEXT.fullmatch(said):
        is_next, is_end = match[3] != "nay", bool(match[1])
        if match[2] == "tuan":
            return TypedDue(words, on=day + timedelta(days=_FRIDAY - day.isoweekday() + (7 if is_next else 0)))
        period = _period(match[2], day)
        period = period.next if is_next else period
        return TypedDue(words, on=period.last_day) if is_end else TypedDue(words, period=str(period))
    return None


def find_counted(text: str) -> re.Match[str] | None:
    """Return where a text sets a due by counting from its own day, for terms that the reader leaves in words."""
    return _IN_TEXT.search(text)


_IN_TEXT = re.compile(
    r"(?<!\w)(?:(?:(?:trước|đến)\s+)?(?:hết|cuối)\s+|(?:ngay\s+)?trong\s+|vào\s+)(?:tuần|tháng|quý|năm)\s+(?:này|nay|tới|sau)(?!\w)",
    re.IGNORECASE,
)


def _after(day: date, count: int, unit: str, *, is_working: bool) -> date:
    if unit == "ngay" and is_working:
        return add_working_days(day, count)
    if unit == "thang":
        later = Period.of_month(day.year, day.month)
        for _ in range(count):
            later = later.next
        return min(later.last_day, later.first_day + timedelta(days=day.day - 1))
    return day + timedelta(days=count * (7 if unit == "tuan" else 1))


def _period(unit: str, day: date) -> Period:
    if unit == "thang":
        return Period.of_month(day.year, day.month)
    return Period.of_year(day.year) if unit == "nam" else Period.of_quarter(day.year, (day.month + 2) // 3)
