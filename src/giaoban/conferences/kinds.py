"""The kinds of conferences, the steps of a cycle and the items of a programme, from the data files."""

from __future__ import annotations

from dataclasses import dataclass

from giaoban.facts import load


@dataclass(frozen=True, slots=True)
class ConferenceKind:
    """A kind of conference (loại hội nghị).

    ``months`` is the length of the periods reviewed and ahead, 0 for one that keeps to none; ``title`` names it, with
    places for ``reviewed`` and ``ahead``; ``usual_day`` is a day of the reviewed period's last month.
    """

    id: str
    words: str
    english: str
    title: str
    months: int
    usual_day: int
    source: str

    @property
    def is_periodic(self) -> bool:
        """Whether it is held once in each period, so that one follows another."""
        return self.months > 0


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the cycle (bước): ``days`` are working days from the conference, ``paper`` the sign of its paper."""

    id: str
    words: str
    english: str
    what: str
    paper: str
    days: int
    source: str
    is_dated: bool = True
    unit_kind: str = ""


@dataclass(frozen=True, slots=True)
class ItemKind:
    """A kind of item on a programme (loại mục chương trình); ``is_usual``: proposed for a first conference."""

    id: str
    words: str
    english: str
    title: str
    minutes: int
    is_usual: bool
    source: str


def conference_kinds() -> tuple[ConferenceKind, ...]:
    """Return every kind of conference, in the file's order."""
    return load("giaoban.conferences", "kinds", ConferenceKind)


def conference_kind(code: str) -> ConferenceKind:
    """Return a kind by its code; raises :class:`KeyError` for one that is not in the file."""
    return {one.id: one for one in conference_kinds()}[code]


def steps() -> tuple[Step, ...]:
    """Return the steps of a cycle in their order."""
    return load("giaoban.conferences", "steps", Step)


def item_kinds() -> tuple[ItemKind, ...]:
    """Return the kinds of items of a programme, in their usual order."""
    return load("giaoban.conferences", "agenda", ItemKind)
