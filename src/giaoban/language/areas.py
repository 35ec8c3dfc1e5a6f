"""The areas of a directive (lĩnh vực), the main area first: words counted in it and around it, then weighed.

Words near the beginning count more, for the verb and its object stand there. What stands around the directive, its
leads, heading, paragraph and document, is counted likewise; ``area_model`` weighs it all.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from giaoban.facts import load
from giaoban.language.area_model import Scores, ranked
from giaoban.language.phrases import Phrases
from giaoban.language.words import Words

_MOST = 3
#: An area that is less likely than the likeliest one by more than this, in log-odds, is left out: an eighth as likely.
_LEAST = math.log(0.12)
_STRONG, _PLAIN, _WEAK = 3.0, 1.5, 0.5


@dataclass(frozen=True, slots=True)
class AreaWords:
    """The words of one area, by weight."""

    id: str
    strong: tuple[str, ...]
    words: tuple[str, ...]
    weak: tuple[str, ...]
    verbs: tuple[str, ...]
    source: str


@cache
def _weights() -> Phrases[tuple[tuple[str, float], ...]]:
    """Return for each phrase the areas it speaks for, with weights."""
    found: dict[str, dict[str, float]] = {}
    for row in load("giaoban.language", "area_words", AreaWords):
        for words, weight in ((row.strong, _STRONG), (row.words, _PLAIN), (row.weak, _WEAK)):
            for word in words:
                scores = found.setdefault(word, {})
                scores[row.id] = max(weight, scores.get(row.id, 0.0))
    return Phrases({word: tuple(scores.items()) for word, scores in found.items()})


@cache
def _verbs() -> Phrases[str]:
    rows = load("giaoban.language", "area_words", AreaWords)
    return Phrases({word: row.id for row in reversed(rows) for word in row.verbs})


@cache
def _first_words() -> frozenset[str]:
    return _weights().first_words()


def score_words(words: Words, first: int, stop: int, weight: float = 1.0, scores: Scores | None = None) -> Scores:
    """Return what the words of tokens ``first`` to ``stop`` say for each area, added to ``scores``."""
    scores = {} if scores is None else scores
    table = _weights()
    index, size = first, max(1, stop - first)
    low, begin = words.low, _first_words()
    while index < stop:
        found = table.longest(words, index) if low[index] in begin else None
        if found is None:
            index += 1
            continue
        share = weight * (1.35 - 0.7 * (index - first) / size)
        for area, value in found[0]:
            scores[area] = scores.get(area, 0.0) + value * share
        index = min(found[1], stop) if found[1] > index + 1 else index + 1
    return scores


def verb_area(words: Words, predicate: int) -> str | None:
    """Return the area of the verb that a command begins with ("theo dõi": reporting), None where it tells none."""
    found = _verbs().longest(words, predicate)
    return None if found is None else found[0]


def command_words(words: Words, predicate: int, stop: int) -> tuple[str, ...]:
    """Return the words of a command from its predicate on, each once, in their order."""
    return tuple(dict.fromkeys(word for word in words.low[predicate:stop] if word[0].isalpha()))


def score_names(names: Iterable[str]) -> Scores:
    """Return what the names of those who lead say for each area."""
    scores: Scores = {}
    for name in names:
        for area, score in _score_name(name):
            scores[area] = scores.get(area, 0.0) + score
    return scores


@lru_cache(maxsize=2048)
def _score_name(name: str) -> tuple[tuple[str, float], ...]:
    named = Words(name)
    return tuple(score_words(named, 0, len(named)).items())


def find_areas(words: Words, predicate: int, stop: int, views: Mapping[str, Scores]) -> list[str]:
    """Return one to three areas of the command of tokens ``predicate`` to ``stop``, the main one first.

    ``views`` are what it says and what is said around it, as in ``area_model``.
    """
    if not any(views.values()):
        return ["other"]
    found = ranked(views, verb_area(words, predicate), command_words(words, predicate, stop))
    floor = found[0][1] + _LEAST
    return [area for area, odds in found[:_MOST] if odds >= floor]
