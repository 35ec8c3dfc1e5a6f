"""The sentences that people say in the example (``data/sentences.toml``), drawn by chance."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from random import Random

from giaoban.facts import load


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """The wordings of what is said on one occasion; ``{n}`` and ``{m}`` are small and larger counts."""

    id: str
    texts: tuple[str, ...]
    source: str


def some(rng: Random, occasion: str) -> str:
    """Return a sentence of an occasion; its counts are still to be filled in (:func:`counted`)."""
    return rng.choice(_texts()[occasion])


def several(rng: Random, occasion: str, count: int) -> list[str]:
    """Return so many different sentences of an occasion."""
    return rng.sample(_texts()[occasion], count)


def counted(rng: Random, occasion: str, otherwise: str = "") -> str:
    """Return a sentence with counts, of the occasion ``otherwise`` where there is none for this one."""
    texts = _texts().get(occasion) or _texts()[otherwise]
    words = rng.choice(texts)
    while "{" in words:
        words = words.replace("{n}", str(rng.randint(2, 9)), 1).replace("{m}", str(rng.randint(18, 140)), 1)
    return words


@cache
def _texts() -> dict[str, tuple[str, ...]]:
    return {row.id: row.texts for row in load("giaoban.demo", "sentences", SentenceRow)}
