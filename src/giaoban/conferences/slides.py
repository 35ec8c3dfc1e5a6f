"""The order of what the projector shows (thứ tự trình chiếu). No query here.

First the title, then the directives of the last conclusion, then what earlier conclusions left open, then the agenda.
Directives and agenda are numbered on from 1 without a gap, so that a number and Enter lead to one of them; the title
is 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

SlideKind = Literal["title", "task", "item"]
TITLE = "title"


@dataclass(frozen=True, slots=True)
class Place:
    """One slide's place in the order: ``name`` as ``task:17``, ``number`` as people type it."""

    name: str
    kind: SlideKind
    number: int
    id: int | None = None
    is_earlier: bool = False


def order(last: Iterable[int], earlier: Iterable[int], items: Iterable[int]) -> tuple[Place, ...]:
    """Return the places of a meeting: ``last`` and ``earlier`` are ids of tasks, ``items`` of agenda items.

    Each comes once, where it is named first.
    """
    last_ids, earlier_ids = _once(last), _once(earlier)
    rest = [one for one in earlier_ids if one not in set(last_ids)]
    kinds: list[tuple[SlideKind, int, bool]] = [("task", one, False) for one in last_ids]
    kinds += [("task", one, True) for one in rest]
    kinds += [("item", one, False) for one in _once(items)]
    named = [
        Place(f"{kind}:{pk}", kind, number, pk, is_earlier) for number, (kind, pk, is_earlier) in enumerate(kinds, 1)
    ]
    return (Place(TITLE, "title", 0), *named)


def _once(ids: Iterable[int]) -> list[int]:
    return list(dict.fromkeys(ids))


def place_named(places: Sequence[Place], name: str) -> Place | None:
    """Return the place of that name, or None where there is none."""
    return next((one for one in places if one.name == name), None)


def standing_at(places: Sequence[Place], name: str) -> Place:
    """Return the place of that name; one that is gone, as an item taken off the agenda, is answered by the title."""
    return place_named(places, name) or places[0]


def numbered(places: Sequence[Place], number: int) -> Place | None:
    """Return the place of a number that was typed, or None where there is none."""
    return next((one for one in places if one.number == number), None)


def beside(places: Sequence[Place], name: str, steps: int) -> Place:
    """Return the place so many steps on from the one named (back, if negative); the ends are not passed."""
    here = places.index(standing_at(places, name))
    return places[max(0, min(len(places) - 1, here + steps))]
