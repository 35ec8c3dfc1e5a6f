"""Pairs of directives with a person's answer whether the second repeats the first, and how the reader does on them.

``python -m corpus.repeats`` in ``tests`` prints precision and recall, and what was taken wrongly.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from giaoban.facts import parse
from giaoban.language.likeness import REPEATS_FROM, likeness, signs_of

FILE = Path(__file__).with_name("repeats.toml")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two directives; ``same``: the second says again what the first said."""

    id: str
    same: bool
    is_held_out: bool
    one: str
    other: str
    source: str

    @property
    def is_found(self) -> bool:
        """Whether the reader takes the second for a repetition."""
        return likeness(signs_of(self.one), signs_of(self.other)) >= REPEATS_FROM


@dataclass(frozen=True, slots=True)
class Score:
    """How many repeats were found, how many others were taken for repeats, how many repeats were missed."""

    found: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was called a repeat that is one."""
        return self.found / (self.found + self.wrong) if self.found + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of the repeats that was found."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0


def pairs() -> tuple[Pair, ...]:
    """Return the pairs of the file."""
    return parse(FILE.read_text(encoding="utf-8"), Pair, where=FILE.name)


def score(rows: Iterable[Pair]) -> Score:
    """Return how the reader does on pairs."""
    answers = [(one.same, one.is_found) for one in rows]
    return Score(answers.count((True, True)), answers.count((False, True)), answers.count((True, False)))


def main() -> None:
    """Print precision and recall on the pairs that set the threshold and on those held out, and each mistake."""
    for name, is_held_out in (("the pairs that set the threshold", False), ("the pairs held out", True)):
        rows = [one for one in pairs() if one.is_held_out is is_held_out]
        found = score(rows)
        print(f"{name}: {len(rows)}; precision {found.precision:.2f}, recall {found.recall:.2f}")
        for one in rows:
            if one.is_found != one.same:
                print(f"  {'missed' if one.same else 'taken'}: {one.one} || {one.other}")


if __name__ == "__main__":
    main()
