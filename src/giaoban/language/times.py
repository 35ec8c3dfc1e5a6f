"""Which times lie behind the day of a document, so that what is told of them was done, and which ahead.

>>> times = Times(date(2019, 10, 4))
>>> times.opens_in_past("9 tháng đầu năm, các lực lượng bắt 31 vụ"), times.opens_in_past("Quý IV, tập trung tuần tra")
(True, False)
>>> times.is_due_ahead("rà soát, báo cáo trước ngày 15/10")
True
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from giaoban.language.dues import find_due
from giaoban.periods import Period, find_periods

_HEAD = 70
_BEFORE = re.compile(r"(?:trong|từ|qua|về|tính|tính\s+đến|hết|sau|\s|,|\d+)*", re.IGNORECASE)
_GONE = re.compile(
    r"""(?:(?:trong|về|qua)\s+)?(?:(?:các\ )?(?:công\ việc|tình\ hình|công\ tác|kết\ quả)\s+)?
    (?:(?:từ\s+)?đầu\s+(?:năm|tháng|quý|nhiệm\ kỳ)\s+(?:đến\s+nay|tới\s+nay)|từ\s+\S+\s+đến\s+nay
    |(?:trong\s+)?(?:\w+\s+)?(?:tuần|tháng|quý|năm|thời\ gian|nhiệm\ kỳ|đợt)\s+(?:vừa\s+)?(?:qua|rồi|trước)\b
    |qua\s+(?:kiểm\ tra|rà\ soát|theo\ dõi|thanh\ tra|giám\ sát|nắm\ tình\ hình|thực\ tế|báo\ cáo|tổng\ hợp|đánh\ giá)
    |(?:tính\s+)?đến\s+(?:nay|thời\ điểm\ này|thời\ điểm\ hiện\ tại)
    |hiện\s+nay|hiện\s+tại|những\ năm\ qua|vừa\ qua|trước\ đây|trước\ đó)""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Times:
    """The day of the conference or paper, and the period that it reviews, in ISO form; None where nothing says so."""

    day: date | None = None
    reviewed: str | None = None

    def opens_in_past(self, text: str) -> bool:
        """Tell whether a clause opens with a time that is over, or with the period that is reviewed."""
        head = text[:_HEAD]
        if _GONE.match(head):
            return True
        before = _BEFORE.match(head)
        written = next(iter(find_periods(head)), None)
        if written is None or self.day is None or written.start > (before.end() if before else 0):
            return False
        period = written.period(self.day.year)
        return period is not None and (str(period) == self.reviewed or period.last_day < self.day)

    def is_due_ahead(self, text: str) -> bool:
        """Tell whether a clause sets a deadline that lies after the day."""
        due = find_due(text, self.day.year, self.day) if self.day is not None else None
        until = due and (due.date or (due.period and Period.parse(due.period).last_day.isoformat()))
        return bool(until) and self.day is not None and str(until) > self.day.isoformat()
