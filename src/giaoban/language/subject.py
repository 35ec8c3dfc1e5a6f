"""The day that a document speaks of: what dates without a year in it lean on."""

from __future__ import annotations

from collections import Counter
from datetime import date

from giaoban.language.extraction import Conference
from giaoban.periods import find_dates, find_periods


def day_of(text: str, conference: Conference | None) -> date | None:
    """Return the day of the conference or paper; without day and month, 1 January of the text's main year."""
    if conference is not None and conference.date is not None:
        return date.fromisoformat(conference.date)
    dates = find_dates(text)
    written = [one.year for one in dates] + [one.year for one in find_periods(text, dates)]
    years = Counter(year for year in written if year)
    if not years:
        return None
    likely = max(years, key=lambda year: (years[year], year))
    for one in dates[:2]:
        if (day := one.on(one.year or likely)) is not None:
            return day
    return date(likely, 1, 1)
