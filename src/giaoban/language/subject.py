"""What a document is about as a whole, and the day it speaks of: what short forms in it lean on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from giaoban.language.areas import subject_of
from giaoban.language.extraction import Conference
from giaoban.language.layout import Block
from giaoban.periods import find_dates, find_periods


def subject_area(text: str, blocks: Sequence[Block]) -> str | None:
    """Return the area of the title or headline; without one, of the first paragraph."""
    titles = [b for b in blocks if b.kind in ("title", "headline")]
    chosen = titles or [b for b in blocks if b.kind == "paragraph"][:1]
    return subject_of(" ".join(text[b.start : b.end] for b in chosen)[:600])


def day_of(text: str, conference: Conference | None) -> date | None:
    """Return the day of the conference or paper; without day and month, 1 January of the text's main year."""
    if conference is not None and conference.date is not None:
        return date.fromisoformat(conference.date)
    dates = find_dates(text)
    written = [one.year for one in dates] + [one.year for one in find_periods(text)]
    years = Counter(year for year in written if year)
    if not years:
        return None
    likely = max(years, key=lambda year: (years[year], year))
    for one in dates[:2]:
        if (day := one.on(one.year or likely)) is not None:
            return day
    return date(likely, 1, 1)
