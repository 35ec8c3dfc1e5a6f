"""Lists of a data file by their ids, where each phrase is to be known by itself (see ``lexicon`` for the others)."""

from __future__ import annotations

from functools import cache

from giaoban.facts import load
from giaoban.language.lexicon import WordList
from giaoban.language.phrases import Phrases


@cache
def word_list(file: str, name: str) -> tuple[str, ...]:
    """Return the phrases of one list of ``data/FILE.toml``; raises KeyError where there is no such list."""
    return {one.id: one.words for one in load("giaoban.language", file, WordList)}[name]


def listed(file: str, *names: str) -> Phrases[str]:
    """Return the phrases of these lists of a file, each phrase with itself, as the list writes it, as its value."""
    return Phrases({phrase: phrase for name in names for phrase in word_list(file, name)})


def single_words(file: str, *names: str) -> frozenset[str]:
    """Return the phrases of these lists as a plain set, for lists of single words."""
    return frozenset(word for name in names for word in word_list(file, name))
