"""When a directive is to be done (hạn): the words, and the date, period or recurrence they mean.

>>> find_due("hoàn thành trước ngày 20/10", year=2025)
Due(text='trước ngày 20/10', date='2025-10-20', period=None, recurring=None)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from giaoban.language.extraction import Due
from giaoban.periods import WrittenDate, WrittenPeriod, find_dates, find_periods
from giaoban.periods.period import Period

_CLOCK = r"(?:(?:trước\s+|đến\s+)?\d{1,2}\s?(?:giờ|h|g)\s?(?:\d{2})?(?:\s?phút)?\s*(?:,\s*)?)"
_BEFORE_DATE = re.compile(
    rf"(?:xong\s+)?(?:từ\s+(?:nay|ngày\s+\S+|\S+)\s+)?(?:từ\s+)?(?:(?:trước|đến|tới|chậm nhất|muộn nhất|hạn cuối|hạn|cho đến|kết thúc|từ)\s+)*(?:là\s+|vào\s+)?(?:hết\s+)?{_CLOCK}?"
    r"(?:(?:trong|vào|sáng|chiều|tối)\s+)?(?:(?:thứ\s+\w+|chủ nhật)\s*,\s*)?(?:(?:hết\s+)?ngày\s+|mùng\s+|mồng\s+)?$",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"\b(?:trước|đến|tới|chậm nhất|muộn nhất|hạn|hết|từ|ngày|sáng|chiều|tối|vào|thứ)\b", re.IGNORECASE)
_PERIOD_END = re.compile(r"(?:(?:xong\s+)?(?:đến|trước|tới|chậm nhất|muộn nhất)\s+)?(?:hết|cuối)\s+$", re.IGNORECASE)
_PERIOD_IN = re.compile(
    r"(?:ngay\s+)?(?:trong|vào)\s+(?:cuối\s+|đầu\s+)?$|(?:ngay\s+)$|(?:xong|hoàn thành)\s+$", re.IGNORECASE
)
_PERIOD_BEFORE = re.compile(r"(?:trước|đến)\s+$", re.IGNORECASE)
_AT_SESSION = re.compile(r"(?:tại|trước|trong)\s+(?:kỳ họp|phiên họp)[^,;]*$", re.IGNORECASE)
_EVERY = (
    (r"ngày\s+\d{1,2}(?:\s+và\s+(?:ngày\s+)?\d{1,2})?\s+h[ằà]ng\s+tháng|mỗi\s+tháng|h[ằà]ng\s+tháng|theo\s+tháng|\d{1,2}\s+(?:ngày|lần|kỳ|buổi)\s*/\s*tháng|h[ằà]ng\s+tháng", "monthly"),
    (r"(?:thứ\s+\w+\s+|chủ nhật\s+)?h[ằà]ng\s+tuần|mỗi\s+tuần|\d{1,2}\s+lần\s*/\s*tuần", "weekly"),
    (r"h[ằà]ng\s+quý|mỗi\s+quý|của\s+tháng\s+cuối\s+quý|h[ằà]ng\s+quí|mỗi\s+quí", "quarterly"),
    (r"h[ằà]ng\s+năm|mỗi\s+năm", "yearly"),
    (r"h[ằà]ng\s+(?:ngày|đêm)|mỗi\s+ngày", "daily"),
    (r"24\s?/\s?(?:24|7)\s?(?:giờ|h)?|thường\s+xuyên,\s+liên\s+tục|thường\s+xuyên(?=\s+[^\W\d_])", "continuous"),
)  # fmt: skip
_RECURRING = tuple((re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), name) for pattern, name in _EVERY)
_BEFORE_EVERY = re.compile(
    rf"(?:định\s+kỳ\s+|ít\s+nhất\s+|trước\s+{_CLOCK}?|(?:trước\s+|vào\s+|chậm nhất\s+)?(?:ngày\s+\d{{1,2}}(?:\s+và\s+(?:ngày\s+)?\d{{1,2}})?\s+(?:của\s+)?)?)$",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"\d{1,2}\s+giờ\s?/\s?lần|mỗi\s+\d+\s+(?:ngày|tháng|tuần)|(?:trong\s+(?:vòng|thời hạn)|trong)\s+(?:\d{1,3}|\w+)\s+(?:ngày|giờ|tháng|tuần)(?:\s+làm việc)?(?:\s+(?:kể từ|tính từ|từ)\s+[^,;]{3,60})?"
    r"|(?:tại|trước|trong)\s+(?:kỳ họp|phiên họp)[^,;]{0,40}(?:cuối năm|giữa năm|\d{4})[^,;]{0,12}|trước\s+khi\s+trình[^,;]{3,40}|trước\s+ngày\s+khai\s+giảng[^,;]{0,40}",
    re.IGNORECASE,
)


def find_due(text: str, year: int | None = None, after: date | None = None) -> Due | None:
    """Return the deadline that a directive's words set, or None.

    ``year`` stands in for a year that is not written; where ``after`` is given, a day or period that would end before
    it by more than half a year is read in the next year.
    """
    dated = _dates(text, year, after)
    recurring = _recurring(text)
    if dated and not (recurring and recurring[1].recurring != "continuous"):
        return dated[-1][1]
    periods = _periods(text, year, after)
    if recurring and (recurring[1].recurring != "continuous" or not periods):
        return recurring[1]
    if periods:
        return periods[-1][1]
    match = _FREE.search(text)
    return Due(match[0]) if match else None


def _dates(text: str, year: int | None, after: date | None) -> list[tuple[int, Due]]:
    found: list[tuple[int, Due]] = []
    for one in find_dates(text):
        before = _BEFORE_DATE.search(text, max(0, one.start - 70), one.start)
        phrase = before[0] if before else ""
        if before is None or not _LIMIT.search(phrase) or _cites(text, before.start(), one):
            continue
        chosen = _with_year(one.year, year, after, lambda y: one.on(y))
        if chosen is not None:
            found.append((one.start, Due(text[before.start() : one.end].strip(), date=chosen.isoformat())))
    return found


_CITING = re.compile(
    r"(?:số\s+\S+|(?:nghị quyết|chỉ thị|kết luận|quyết định|công văn|thông báo|kế hoạch|công điện|nghị định|luật|báo cáo|hướng dẫn|quy định|thông tư|pháp lệnh)\b[^;]{0,60}?)[,\s]*$",
    re.IGNORECASE,
)


def _cites(text: str, start: int, one: WrittenDate) -> bool:
    """Tell whether a date is that of a cited paper or of a day of commemoration, and no deadline."""
    phrase = text[start : one.start].lower()
    if any(word in phrase for word in ("trước", "đến", "hết", "chậm", "muộn", "hạn")):
        return False
    before = text[max(0, start - 90) : start]
    return bool(_CITING.search(before)) or before.rstrip().lower().endswith(
        ("dịp", "lễ", "kỷ niệm", "sau", "từ", "dịp lễ", "ngày lễ", "mốc")
    )


def _periods(text: str, year: int | None, after: date | None) -> list[tuple[int, Due]]:
    found: list[tuple[int, Due]] = []
    for one in find_periods(text):
        due = _period_due(text, one, year, after)
        if due is not None:
            found.append((one.start, due))
    return found


def _period_due(text: str, one: WrittenPeriod, year: int | None, after: date | None) -> Due | None:
    window = text[max(0, one.start - 40) : one.start]
    if _AT_SESSION.search(window):
        return None
    period = _with_year(one.year, year, after, lambda y: one.period(y))
    if period is None:
        return None
    if match := _PERIOD_END.search(window):
        words = text[one.start - len(match[0]) : one.end]
        return Due(words.strip(), date=_last_day(period).isoformat())
    if match := _PERIOD_IN.search(window):
        words = text[one.start - len(match[0]) : one.end]
        return Due(words.strip(), period=str(period))
    if match := _PERIOD_BEFORE.search(window):
        words = text[one.start - len(match[0]) : one.end]
        return Due(words.strip(), date=_last_day(period).isoformat())
    return None


def _last_day(period: Period) -> date:
    return period.last_day


def _with_year(
    written: int | None, year: int | None, after: date | None, make: Callable[[int | None], object]
) -> object:
    if written is not None or year is None or after is None:
        return make(written or year)
    made = make(year)
    last = made if isinstance(made, date) else getattr(made, "last_day", None)
    if isinstance(last, date) and (after - last).days > 183:
        return make(year + 1)
    return made


def _recurring(text: str) -> tuple[int, Due] | None:
    for pattern, name in _RECURRING:
        if match := pattern.search(text):
            before = _BEFORE_EVERY.search(text, max(0, match.start() - 60), match.start())
            start = before.start() if before else match.start()
            return match.start(), Due(text[start : match.end()].strip(), recurring=name)  # type: ignore[arg-type]
    return None
