"""When a conference was held, and the periods that it reviewed and looked ahead to.

A missing year is settled by what else is said: the other period, the conference's date, then the document's own
other dates. A date without a year lies nearest to where the period reviewed ends and the one ahead begins.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache

from giaoban.language.citations import find_citations
from giaoban.language.lists import listed, single_words
from giaoban.language.meetings import Meeting, sentences
from giaoban.language.phrases import Phrases
from giaoban.language.words import words_of
from giaoban.periods import Period, WrittenDate, WrittenPeriod, find_dates, find_periods

_BARE = re.compile(r"(?<![\w/])(?P<count>0?[369])\s+tháng(?!\s+(?:đầu|cuối|năm|\d))(?!\w)", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:]|(?<!\w)(?:và|đồng thời)(?!\w)")
_OPENED = re.compile(
    r"^.{0,40}(?:hôm nay|thời gian|vào lúc|vào hồi|bắt đầu|khai mạc).{0,120}$", re.IGNORECASE | re.MULTILINE
)
_DAY_FIRST = re.compile(r"\W{0,20}(?:\(?[\w .]{1,12}\)?\s*[-–]\s*)?(?:sáng|chiều|trưa|tối|ngày|hôm)\b", re.IGNORECASE)
_PART_OF_YEAR = re.compile(r"(?<!\w)(?:đầu|cuối|giữa)\s{1,3}\Z", re.IGNORECASE)
_LINES_OF_TITLE = 900
_YEAR = 12
_LINES_OF_MINUTES = 2500


@dataclass(frozen=True, slots=True)
class Times:
    """ISO forms, None where the text does not say."""

    date: str | None
    reviewed: str | None
    ahead: str | None


@cache
def _cues() -> tuple[tuple[str, Phrases[str]], ...]:
    """Return the words that tell which period follows, the strongest first."""
    return (
        ("review", listed("meetings", "review")),
        ("ahead", listed("meetings", "ahead")),
        ("review", listed("meetings", "weak_review")),
    )


def find_times(text: str, meeting: Meeting) -> Times:
    """Return the meeting's date and periods."""
    reviewed, ahead = _periods(text, meeting.title_start, meeting.end)
    if reviewed is None or ahead is None:
        reviewed, ahead = _completed(reviewed, ahead, *_periods(text, 0, min(meeting.start, _LINES_OF_TITLE)))
    held = _held_on(text, meeting)
    year = held.year if held else None
    if year is None:
        year = next((one.year for one in (ahead, reviewed) if one and one.year), None)
        year = _nearest_year(held, reviewed, ahead, year) or _document_year(text)
    day = held.on(year) if held else None
    first, second = _settled(reviewed, ahead, day, year)
    return Times(day.isoformat() if day else None, _iso(first), _iso(second))


def _iso(period: Period | None) -> str | None:
    return None if period is None else str(period)


def _periods(text: str, start: int, stop: int) -> tuple[WrittenPeriod | None, WrittenPeriod | None]:
    """Return the first period reviewed and the first one ahead that a stretch of the text names."""
    part = text[start:stop]
    cited = [(one.start, one.end) for one in find_citations(part)]
    reviewed: WrittenPeriod | None = None
    ahead: WrittenPeriod | None = None
    position = 0
    for one in sorted([*find_periods(part), *_bare_months(part)], key=lambda period: period.start):
        if _inside(one.start, cited) or _PART_OF_YEAR.search(part, 0, one.start):
            continue
        cue = _cue(part[position : one.start])
        if cue == "ahead":
            ahead = ahead or one
        elif cue == "review" or one.months < _YEAR:
            reviewed = reviewed or one
        position = one.end
    return reviewed, ahead


def _completed(
    reviewed: WrittenPeriod | None,
    ahead: WrittenPeriod | None,
    titled_reviewed: WrittenPeriod | None,
    titled_ahead: WrittenPeriod | None,
) -> tuple[WrittenPeriod | None, WrittenPeriod | None]:
    """Fill in what the sentence lacks from the paper's title, unless the title speaks of another period."""
    if reviewed and titled_reviewed and _months(reviewed) != _months(titled_reviewed):
        return reviewed, ahead
    return reviewed or titled_reviewed, ahead or titled_ahead


def _months(period: WrittenPeriod) -> tuple[int, int]:
    return period.first_month, period.months


def _bare_months(part: str) -> list[WrittenPeriod]:
    """Return "9 tháng", "6 tháng" without a year or part of one: the months from January on."""
    return [WrittenPeriod(one.start(), one.end(), 1, int(one["count"]), None) for one in _BARE.finditer(part)]


def _cue(before: str) -> str | None:
    """Tell by the words of the nearest clause that has any whether the period after them is reviewed or ahead."""
    for clause in reversed(_CLAUSE.split(before)):
        words = words_of(clause)
        for name, cues in _cues():
            if any(cues.longest(words, index) for index in range(len(words))):
                return name
    return None


def _held_on(text: str, meeting: Meeting) -> WrittenDate | None:
    """Return the date in the meeting's sentence, or in one before it that begins with a day, or in the minutes."""
    for start, end in [(meeting.start, meeting.end), *_sentences_before(text, meeting)]:
        dates = _dates(text[start:end], before=meeting.title_start - start)
        if dates:
            return dates[0]
    said = _OPENED.search(text, 0, _LINES_OF_MINUTES)
    told = find_dates(text[said.start() : said.end()]) if said else []
    return told[0] if told else None


def _sentences_before(text: str, meeting: Meeting) -> list[tuple[int, int]]:
    """Return the sentences before the meeting's that begin with a day: "Sáng 27/3, …"; the nearest first."""
    before = sentences(text, 0, meeting.start)
    return [span for span in reversed(before) if _DAY_FIRST.match(text, span[0])]


def _dates(part: str, *, before: int) -> list[WrittenDate]:
    """Return what is no cited paper's date: what is marked as a date, and any before the meeting's name."""
    cited = [(one.start, one.end) for one in find_citations(part)]
    dates = [one for one in find_dates(part) if not _inside(one.start, cited)]
    return [one for one in dates if one.is_marked or one.end <= before]


def _nearest_year(
    held: WrittenDate | None, reviewed: WrittenPeriod | None, ahead: WrittenPeriod | None, year: int | None
) -> int | None:
    """Return the year that brings the date nearest to the day on which the one period ends and the other begins."""
    if held is None or year is None:
        return year
    first, second = _settled(reviewed, ahead, None, year)
    turn = first.last_day if first else second.first_day if second else date(year, 6, 30)
    days = [(one, held.on(one)) for one in (year - 1, year, year + 1)]
    return min(((abs((day - turn).days), one) for one, day in days if day), default=(0, year))[1]


def _settled(
    reviewed: WrittenPeriod | None, ahead: WrittenPeriod | None, day: date | None, year: int | None
) -> tuple[Period | None, Period | None]:
    """Return both periods with their years, the reviewed one before the one ahead."""
    first = reviewed.period() if reviewed else None
    second = ahead.period() if ahead else None
    if reviewed and first is None:
        first = _last_before(reviewed, second, day, year)
    if ahead and second is None:
        second = _first_after(ahead, first, day, year)
    return first, second


def _last_before(written: WrittenPeriod, ahead: Period | None, day: date | None, year: int | None) -> Period | None:
    turn = ahead.first_day if ahead else day
    period = written.period(turn.year if turn else year)
    if period and turn and period.first_day > turn:
        return period.same_last_year
    return period.same_last_year if period and ahead and period.first_day == ahead.first_day else period


def _first_after(written: WrittenPeriod, reviewed: Period | None, day: date | None, year: int | None) -> Period | None:
    turn = reviewed.last_day if reviewed else day
    period = written.period(turn.year if turn else year)
    return _next_year(period) if period and turn and period.last_day <= turn else period


def _next_year(period: Period) -> Period:
    return Period(period.year + 1, period.first_month, period.months)


def _document_year(text: str) -> int | None:
    """Return the year that the document's own dates speak for: the commonest, of equals the latest."""
    citations = find_citations(text)
    cited = [(one.start, one.end) for one in citations]
    years = [one.year for one in find_dates(text) if one.year and not _inside(one.start, cited)]
    years = years or [one.year for one in find_periods(text) if one.year and not _inside(one.start, cited)]
    if not years:
        working = single_words("meetings", "working_kinds")
        years = [int(one.date[:4]) for one in citations if one.date and one.kind in working][:1]
    counted = Counter(years)
    return max(counted, key=lambda year: (counted[year], year), default=None)


def _inside(offset: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in spans)
