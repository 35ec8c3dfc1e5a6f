"""The example's earlier quarters as a story: its days, and what each conclusion asked, in words; no database.

The same seed tells the same story, to the byte; a quarter is the same however many are told beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from random import Random
from typing import Literal

from giaoban.demo.sentences import some
from giaoban.demo.wording import parts_of
from giaoban.facts import load
from giaoban.periods import Period, add_working_days, is_working_day

#: The last period that the story tells of; the one after it is that of the real page.
LAST = Period.parse("2023-Q4")
FEWEST, MOST = 6, 10
#: A conclusion asks for so much of one area at most.
MOST_OF_AREA = 3


@dataclass(frozen=True, slots=True)
class DirectiveRow:
    """One work of ``data/directives.toml`` that conclusions ask for; ``leads`` are ids of units, or of a group."""

    id: str
    area: str
    leads: tuple[str, ...]
    due: Literal["day", "period", "none", "monthly", "continuous"]
    often: int
    texts: tuple[str, ...]
    did: tuple[str, ...]
    so_far: tuple[str, ...]
    source: str
    fits: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """What one conclusion asks: the row, and the words as they stand in it."""

    row: DirectiveRow
    text: str


@dataclass(frozen=True, slots=True)
class Quarter:
    """One conference with its days, and its conclusion."""

    reviewed: Period
    planned_on: date
    reports_due_on: date
    invited_on: date
    held_on: date
    issued_on: date
    symbol: str
    asks: tuple[Ask, ...]
    text: str

    @property
    def ahead(self) -> Period:
        """The period after the one that is reviewed."""
        return self.reviewed.next


def tell_story(seed: int, count: int) -> tuple[Quarter, ...]:
    """Return the last so many quarters before that of the real page, the earliest first."""
    periods = [LAST]
    while len(periods) < count:
        periods.insert(0, periods[0].previous)
    asked: Counter[str] = Counter()
    just_asked: frozenset[str] = frozenset()
    told = []
    for period in periods[-count:] if count else ():
        quarter = _quarter(Random(f"{seed}:{period}"), period, asked, just_asked)
        just_asked = frozenset(one.row.id for one in quarter.asks)
        asked.update(just_asked)
        told.append(quarter)
    return tuple(told)


def row_of_words(quote: str) -> DirectiveRow:
    """Return the row whose words those of a task are; raises :class:`LookupError` for words of no row."""
    for row in load("giaoban.demo", "directives", DirectiveRow):
        if says(row, quote):
            return row
    raise LookupError(quote)


def says(row: DirectiveRow, quote: str) -> bool:
    """Return whether a quote is what a wording of the row became: read as it stands, or drafted in parts."""
    lowered = quote.lower()
    return any(parts_of(text).core.lower() in lowered for text in row.texts)


def _quarter(rng: Random, period: Period, asked: Counter[str], just_asked: frozenset[str]) -> Quarter:
    held_on = _held_on(rng, period)
    issued_on = add_working_days(held_on, 2)
    rows = _chosen(rng, period.next, just_asked)
    asks = tuple(Ask(row, _text(rng, row, asked[row.id], issued_on, period.next)) for row in rows)
    symbol = f"{rng.randint(30, 90)}-TB/VPTU"
    return Quarter(
        reviewed=period,
        planned_on=add_working_days(held_on, -18),
        reports_due_on=add_working_days(held_on, -7),
        invited_on=add_working_days(held_on, -3),
        held_on=held_on,
        issued_on=issued_on,
        symbol=symbol,
        asks=asks,
        text=_conclusion(rng, period, held_on, issued_on, symbol, asks),
    )


def _held_on(rng: Random, period: Period) -> date:
    """Return a working day from the 26th to the 30th of the period's last month."""
    days = [period.last_day.replace(day=day) for day in range(26, 31)]
    return rng.choice([day for day in days if is_working_day(day)])


def _chosen(rng: Random, ahead: Period, just_asked: frozenset[str]) -> list[DirectiveRow]:
    """Draw what is asked, what is asked often more readily; in the order of the file, which goes by area.

    What recurs or goes on is not asked again right away: it is being done.
    """
    rows = load("giaoban.demo", "directives", DirectiveRow)
    quarter = (ahead.first_day.month + 2) // 3
    free = [
        row
        for row in rows
        if (not row.fits or quarter in row.fits) and not (row.id in just_asked and row.due in ("monthly", "continuous"))
    ]
    chosen: list[DirectiveRow] = []
    wanted = rng.randint(FEWEST, MOST)
    while free and len(chosen) < wanted:
        row = rng.choices(free, weights=[one.often for one in free])[0]
        free.remove(row)
        if sum(one.area == row.area for one in chosen) < MOST_OF_AREA:
            chosen.append(row)
    return sorted(chosen, key=rows.index)


def _text(rng: Random, row: DirectiveRow, times: int, issued_on: date, ahead: Period) -> str:
    day = issued_on + timedelta(days=rng.randint(25, 62))
    while not is_working_day(day):
        day += timedelta(days=1)
    return row.texts[times % len(row.texts)].format(day=f"{day:%d/%m/%Y}", period=_as_written(ahead))


def _conclusion(rng: Random, period: Period, held_on: date, issued_on: date, symbol: str, asks: Sequence[Ask]) -> str:
    template = files("giaoban.demo").joinpath("data", "conclusion.txt").read_text("utf-8")
    reviewed = _as_written(period)
    return template.format(
        symbol=symbol,
        issued=f"{issued_on.day:02} tháng {issued_on.month} năm {issued_on.year}",
        held=f"{held_on:%d/%m/%Y}",
        reviewed=reviewed,
        ahead=_as_written(period.next),
        assessment=some(rng, "assessment").format(reviewed=reviewed),
        shortcomings=some(rng, "shortcomings"),
        asks="\n".join(f"{number}. {one.text}" for number, one in enumerate(asks, start=1)),
    )


def _as_written(period: Period) -> str:
    """Return a quarter as a conclusion writes it: quý IV năm 2022."""
    return period.label.replace("/", " năm ")
