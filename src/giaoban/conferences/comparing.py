"""Two versions of a draft beside each other: its words, and its directives added, dropped, moved or changed (so sánh).

Versions are compared as they were kept (``ConclusionVersion.content``); a directive is known again by its id.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from giaoban.conferences.word_changes import Piece, is_changed, word_changes

Fate = Literal["same", "changed", "added", "dropped"]
#: The fields of a directive besides its words, in the order in which a card shows them.
FIELDS = ("leads", "supports", "due", "product", "areas")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that says something else now; the values are as they were kept, a due as (day, period, recurrence)."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class DirectiveChange:
    """What became of one directive; its numbers in the older and in the newer version, 0 where it does not stand."""

    fate: Fate
    old_number: int
    new_number: int
    pieces: tuple[Piece, ...]
    fields: tuple[FieldChange, ...] = ()
    is_moved: bool = False

    @property
    def is_touched(self) -> bool:
        """Whether anything of it is otherwise than before."""
        return self.fate != "same" or self.is_moved


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions beside each other: the words around the directives, and these in the order of the newer one."""

    assessment: tuple[Piece, ...]
    closing: tuple[Piece, ...]
    directives: tuple[DirectiveChange, ...]

    @property
    def is_same(self) -> bool:
        """Whether both versions say the same."""
        words = is_changed(self.assessment) or is_changed(self.closing)
        return not words and not any(one.is_touched for one in self.directives)

    def count(self, fate: Fate) -> int:
        """Return how many directives have a fate."""
        return sum(one.fate == fate for one in self.directives)


def compare(older: Mapping[str, Any], newer: Mapping[str, Any]) -> Comparison:
    """Return what was changed from one kept version to another; a dropped directive stands where it stood."""
    old, new = older["directives"], newer["directives"]
    old_places = {one["id"]: number for number, one in enumerate(old, start=1)}
    kept = [old_places[one["id"]] for one in new if one["id"] in old_places]
    in_order = _longest_rising(kept)
    rows = [_change(one, number, old, old_places, in_order) for number, one in enumerate(new, start=1)]
    standing = {one["id"] for one in new}
    for number, one in enumerate(old, start=1):
        if one["id"] not in standing:
            rows.insert(_place_of(number, rows), DirectiveChange("dropped", number, 0, _all("removed", one["text"])))
    return Comparison(
        word_changes(older.get("assessment", ""), newer.get("assessment", "")),
        word_changes(older.get("closing", ""), newer.get("closing", "")),
        tuple(rows),
    )


def _change(
    one: Mapping[str, Any], number: int, old: Sequence[Mapping[str, Any]], places: Mapping[int, int], in_order: set[int]
) -> DirectiveChange:
    place = places.get(one["id"], 0)
    if not place:
        return DirectiveChange("added", 0, number, _all("added", one["text"]), _fields({}, one))
    before = old[place - 1]
    pieces, fields = word_changes(before["text"], one["text"]), _fields(before, one)
    fate: Fate = "changed" if is_changed(pieces) or fields else "same"
    return DirectiveChange(fate, place, number, pieces, fields, is_moved=place not in in_order)


def _fields(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    changes = ((name, _value(before, name), _value(after, name)) for name in FIELDS)
    return tuple(FieldChange(name, old, new) for name, old, new in changes if old != new)


def _value(one: Mapping[str, Any], name: str) -> Any:
    if name == "due":
        return tuple(str(one.get(part) or "") for part in ("due_on", "due_period", "recurring"))
    value = one.get(name) or ""
    return tuple(value) if isinstance(value, list | tuple) else value


def _all(kind: Literal["added", "removed"], text: str) -> tuple[Piece, ...]:
    return (Piece(kind, text),)


def _place_of(old_number: int, rows: Sequence[DirectiveChange]) -> int:
    """Return where a dropped directive is told: behind the one that stood before it."""
    before = [place for place, row in enumerate(rows) if row.old_number and row.old_number < old_number]
    return max(before, key=lambda place: rows[place].old_number) + 1 if before else 0


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """Return the numbers of a longest row that rises: all others were moved.

    >>> sorted(_longest_rising([3, 1, 2, 4]))
    [1, 2, 4]
    """
    ends: list[int] = []
    last_at: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(ends, number)
        before[number] = last_at[at - 1] if at else None
        ends[at : at + 1] = [number]
        last_at[at : at + 1] = [number]
    rising: set[int] = set()
    here = last_at[-1] if last_at else None
    while here is not None:
        rising.add(here)
        here = before[here]
    return rising
