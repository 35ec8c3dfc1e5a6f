"""Headings that name a time ahead and no tasks ("Công tác quý II", "Tháng 10/2025"): what stands below are tasks.

>>> [looks_ahead(heading, "Kết quả công tác quý I năm 2026") for heading in ("Công tác quý II", "Công tác quý I")]
[True, False]
"""

from __future__ import annotations

import re

from giaoban.periods import find_periods

#: What such a heading says before its time.
_WORK = re.compile(
    r"(?:(?:về|những|các|một\s+số|phần|dự\s+kiến|triển\s+khai)\s+)*"
    r"(?:(?:công\s+tác|công\s+việc|việc|hướng|chương\s+trình|trọng\s+tâm)(?:\s+(?!tháng|quý|năm|tuần)[^\W\d]+){0,4}\s+)?"
    r"(?:(?:của|trong)\s+)?",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"(?:tháng|quý|năm|tuần|kỳ)\s+(?:tới|sau|tiếp\s+theo)\b|\d+\s+tháng\s+cuối\s+năm", re.IGNORECASE)
_LONGEST = 70


def looks_ahead(heading: str, title: str) -> bool:
    """Tell whether a heading names a time of work other than the one that the document's title reviews."""
    if len(heading) > _LONGEST:
        return False
    after = _WORK.match(heading)
    start = after.end() if after else 0
    if _AHEAD.match(heading, start):
        return True
    written = next(iter(find_periods(heading)), None)
    reviewed = next(iter(find_periods(title)), None)
    if written is None or reviewed is None or written.start > start:
        return False
    years_differ = bool(written.year and reviewed.year) and written.year != reviewed.year
    return years_differ or (written.first_month, written.months) != (reviewed.first_month, reviewed.months)
