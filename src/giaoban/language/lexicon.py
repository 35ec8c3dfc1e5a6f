"""The lists of words in ``data/``, each loaded once, on first use, as phrases to look up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from giaoban.facts import load
from giaoban.language.phrases import Phrases


@dataclass(frozen=True, slots=True)
class WordList:
    """One row of a list: its id, its phrases, where the usage is recorded."""

    id: str
    words: tuple[str, ...]
    source: str


@cache
def phrases(name: str) -> Phrases[str]:
    """Return the phrases of ``data/NAME.toml`` with the ids of their rows; of two rows the first counts."""
    found: dict[str, str] = {}
    for row in load("giaoban.language", name, WordList):
        for word in row.words:
            found.setdefault(word, row.id)
    return Phrases(found)


@cache
def phrases_of(name: str, row_id: str) -> Phrases[str]:
    """Return the phrases of one row of ``data/NAME.toml``."""
    rows = [row for row in load("giaoban.language", name, WordList) if row.id == row_id]
    return Phrases.of((word for row in rows for word in row.words), row_id)
