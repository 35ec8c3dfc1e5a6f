"""When a directive is to be done (hạn): the words, and the date, period or recurrence they mean.

>>> find_due("hoàn thành trước ngày 20/10", year=2025)
Due(text='trước ngày 20/10', date='2025-10-20', period=None, recurring=None)
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from giaoban.facts import load
from giaoban.language.extraction import Due, Recurrence
from giaoban.language.lexicon import WordList
from giaoban.periods import Period, WrittenDate, WrittenPeriod, find_dates, find_periods

_CLOCK = r"(?:(?:trước\s+|đến\s+)?\d{1,2}\s?(?:giờ|h|g)\s?(?:\d{2})?(?:\s?phút)?\s*(?:,\s*)?)"
#: What belongs to a deadline before its date: "xong trước", "từ … đến hết ngày", "sáng thứ Ba, ngày".
_BEFORE_DATE = re.compile(
    # What any of these begins with: most places fail this test, which is the cheapest.
    rf"""(?=[xtđcmhklvsn\d]|$)(?:xong\s+)?(?:từ\s+(?:nay|ngày\s+\S+|\S+)\s+)?(?:từ\s+)?
    (?:(?:trước|đến|tới|chậm\s+nhất|muộn\s+nhất|hạn\s+cuối|hạn|cho\s+đến|kết\s+thúc|từ)\s+)*
    (?:là\s+|vào\s+)?(?:hết\s+)?{_CLOCK}?
    (?:(?:trong|vào|sáng|chiều|tối|đêm)\s+){{0,2}}(?:(?:thứ\s+\w+|chủ\s+nhật)\s*,?\s*)?
    (?:(?:hết\s+)?ngày\s+|mùng\s+|mồng\s+)?$""",
    re.IGNORECASE | re.VERBOSE,
)
_LIMIT = re.compile(
    r"\b(?:trước|đến|tới|chậm nhất|muộn nhất|hạn|hết|từ|ngày|sáng|chiều|tối|đêm|vào|thứ)\b", re.IGNORECASE
)
_ENDING = ("trước", "đến", "hết", "chậm", "muộn", "hạn")
#: Before a date that is a paper's or a feast's, and no deadline.
_CITING = re.compile(
    r"""(?:số\s+\S+|(?:nghị\ quyết|chỉ\ thị|kết\ luận|quyết\ định|công\ văn|thông\ báo|kế\ hoạch|công\ điện|nghị\ định
    |luật|báo\ cáo|hướng\ dẫn|quy\ định|thông\ tư|pháp\ lệnh)\b[^;]{0,60}?)[,\s]*$""",
    re.IGNORECASE | re.VERBOSE,
)
_WITHIN = ("trong", "vào", "sáng", "chiều")
_FEASTS = ("bầu cử", "tức là", "dịp", "lễ", "kỷ niệm", "sau", "từ", "mốc")
_PERIOD_END = re.compile(r"(?:(?:xong\s+)?(?:đến|trước|tới|chậm nhất|muộn nhất)\s+)?(?:hết|cuối)\s+$", re.IGNORECASE)
_PERIOD_IN = re.compile(
    r"(?:ngay\s+)?(?:trong|vào)\s+(?:cuối\s+|đầu\s+)?$|(?:ngay\s+)$|(?:xong|hoàn thành)\s+$", re.IGNORECASE
)
_PERIOD_BEFORE = re.compile(r"(?:trước|đến)\s+$", re.IGNORECASE)
_AT_SESSION = re.compile(r"(?:tại|trước|trong)\s+(?:kỳ họp|phiên họp)[^,;]*$", re.IGNORECASE)
_BEFORE_EVERY = re.compile(
    rf"""(?:định\s+kỳ\s+|ít\s+nhất\s+|trước\s+{_CLOCK}?
    |(?:trước\s+|vào\s+|chậm\ nhất\s+)?(?:ngày\s+\d{{1,2}}(?:\s+và\s+(?:ngày\s+)?\d{{1,2}})?\s+(?:của\s+)?)?)$""",
    re.IGNORECASE | re.VERBOSE,
)
_AFTER_EVERY = re.compile(r"\s+\d{1,2}\s+(?:ngày|lần|buổi|kỳ)\b", re.IGNORECASE)
_YEAR_END = re.compile(
    r"(?:từ nay\s+)?(?:đến|trước|tới)\s+(?:hết|cuối)\s+năm(?:\s+nay)?(?!\s*\d|\s+học)", re.IGNORECASE
)
_THIS = re.compile(r"(?:ngay\s+)?trong\s+(tháng|quý|năm)\s+(?:này|nay)\b", re.IGNORECASE)
_LONG_AGO = 100
_LONGEST_ALONE = 90
_ALONE = re.compile(
    r"""(?:(?:các\s+|những\s+)?(?:việc|nội\s+dung|công\s+việc|nhiệm\s+vụ|phần\s+việc|kết\s+quả)\s+(?:này|trên|đó|nêu\s+trên)\s+)?
    (?:(?:thời\s+hạn|thời\s+gian|hạn|tiến\s+độ)\s*(?:hoàn\s+thành|thực\s+hiện|báo\s+cáo)?\s*(?:là|:)?\s*)?
    (?:(?:phải|cần|yêu\s+cầu|được)\s+)*(?:(?:hoàn\s+thành|làm\s+xong|thực\s+hiện|hoàn\s+tất|xong)\s*:?\s*)?""",
    re.IGNORECASE | re.VERBOSE,
)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the patterns of recurring and free terms with their names, in the order in which they are tried."""
    return tuple(
        (row.id, re.compile(rf"(?<!\w)(?:{'|'.join(row.words)})(?!\w)", re.IGNORECASE))
        for row in load("giaoban.language", "due_words", WordList)
    )


def find_due(text: str, year: int | None = None, after: date | None = None) -> Due | None:
    """Return the deadline that a directive's words set, or None.

    ``year`` stands in for a year that is not written; where ``after`` is given, a day or period that would end before
    it by more than a quarter is read in the next year.
    """
    written = find_dates(text)
    dated = _dates(text, written, year, after)
    recurring = _recurring(text)
    if dated and (recurring is None or recurring.recurring == "continuous" or _ends_work(dated[-1].text)):
        return next((one for one in reversed(dated) if _ends_work(one.text)), dated[-1])
    periods = _periods(text, written, year, after)
    if recurring is not None and (recurring.recurring != "continuous" or not periods):
        return recurring
    return periods[-1] if periods else _relative(text, year, after) or _free(text)


def deadline_alone(text: str) -> bool:
    """Tell whether a sentence only sets the deadline of the task before it ("Việc này xong trong tháng 4")."""
    opening = _ALONE.match(text)
    rest = text[opening.end() if opening else 0 :]
    due = find_due(text, 2000) if len(text) < _LONGEST_ALONE else None
    if due is None:
        due = find_due("trước " + rest, 2000) if opening and opening[0].strip() and rest[:1].isdigit() else None
        return due is not None and len(due.text) >= len(rest)
    at = text.find(due.text)
    return at <= (opening.end() if opening else 0) and at + len(due.text) >= len(text)


def _ends_work(written: str) -> bool:
    """Tell whether a date is one by which the work ends, and not only a day that is named ("để họp ngày 20/12")."""
    words = written.lower().split()
    return any(word in words for word in _ENDING) or "tới" in words


def _dates(text: str, written: list[WrittenDate], year: int | None, after: date | None) -> list[Due]:
    found: list[Due] = []
    for one in written:
        before = _BEFORE_DATE.search(text, max(0, one.start - 70), one.start)
        if before is None or not _LIMIT.search(before[0]) or _cites(text, before):
            continue
        day = _day(one, year, after)
        if day is not None:
            found.append(Due(text[before.start() : one.end].strip(), date=day.isoformat()))
    return found


def _day(one: WrittenDate, year: int | None, after: date | None) -> date | None:
    day = one.on(year)
    if one.year is None and day is not None and after is not None and (after - day).days > _LONG_AGO:
        return one.on(day.year + 1)
    return day


def _cites(text: str, before: re.Match[str]) -> bool:
    """Tell whether a date is that of a cited paper or of a day of commemoration, and no deadline."""
    if any(word in before[0].lower() for word in _ENDING) or before[0].lower().startswith(_WITHIN):
        return False
    earlier = text[max(0, before.start() - 90) : before.start()]
    return bool(_CITING.search(earlier)) or earlier.rstrip().lower().endswith(_FEASTS)


def _periods(text: str, dates: list[WrittenDate], year: int | None, after: date | None) -> list[Due]:
    found = (_period_due(text, one, year, after) for one in find_periods(text, dates))
    return [due for due in found if due is not None]


def _period_due(text: str, one: WrittenPeriod, year: int | None, after: date | None) -> Due | None:
    window = text[max(0, one.start - 40) : one.start]
    period = _period(one, year, after)
    if period is None or _AT_SESSION.search(window):
        return None
    for pattern, is_end in ((_PERIOD_END, True), (_PERIOD_IN, False), (_PERIOD_BEFORE, True)):
        if match := pattern.search(window):
            words = text[one.start - len(match[0]) : one.end].strip()
            return Due(words, date=period.last_day.isoformat()) if is_end else Due(words, period=str(period))
    return None


def _period(one: WrittenPeriod, year: int | None, after: date | None) -> Period | None:
    period = one.period(year)
    if one.year is not None or period is None or after is None:
        return period
    is_over = (after - period.last_day).days > _LONG_AGO
    return one.period(period.last_day.year + 1) if is_over else period


def _relative(text: str, year: int | None, after: date | None) -> Due | None:
    """Return a deadline that names its period by the present one: "đến cuối năm", "trong tháng này"."""
    this_year = after.year if after is not None else year
    if this_year is not None and (match := _YEAR_END.search(text)):
        return Due(match[0], date=date(this_year, 12, 31).isoformat())
    if after is None or (match := _THIS.search(text)) is None:
        return None
    unit = match[1].lower()
    if unit == "tháng":
        return Due(match[0], period=str(Period.of_month(after.year, after.month)))
    quarter = Period.of_quarter(after.year, (after.month + 2) // 3)
    return Due(match[0], period=str(Period.of_year(after.year) if unit == "năm" else quarter))


@cache
def _any_of(*, free: bool) -> re.Pattern[str]:
    """Return one pattern of all recurring or all free terms in lower case, to see at once that a text has none."""
    rows = [row for row in load("giaoban.language", "due_words", WordList) if (row.id == "free") is free]
    return re.compile(rf"(?<!\w)(?:{'|'.join(word for row in rows for word in row.words)})(?!\w)")


def _recurring(text: str) -> Due | None:
    if not _any_of(free=False).search(text.lower()):
        return None
    for name, pattern in _patterns():
        if name == "free" or not (match := pattern.search(text)):
            continue
        before = _BEFORE_EVERY.search(text, max(0, match.start() - 60), match.start())
        start = before.start() if before else match.start()
        after = _AFTER_EVERY.match(text, match.end()) if before and before[0].lower().startswith("ít") else None
        return Due(text[start : after.end() if after else match.end()].strip(), recurring=_recurrence(name))
    return None


def _recurrence(name: str) -> Recurrence:
    names: dict[str, Recurrence] = {
        "daily": "daily",
        "weekly": "weekly",
        "monthly": "monthly",
        "quarterly": "quarterly",
        "yearly": "yearly",
        "continuous": "continuous",
    }
    return names[name]


def _free(text: str) -> Due | None:
    if not _any_of(free=True).search(text.lower()):
        return None
    for name, pattern in _patterns():
        if name == "free" and (match := pattern.search(text)):
            return Due(match[0])
    return None
