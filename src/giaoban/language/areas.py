"""The areas of a directive (lĩnh vực): weighted words, the main area first.

Words near the beginning weigh more, for the verb and its object stand there; the document's subject tips the scales.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from giaoban.facts import load
from giaoban.language.phrases import Phrases
from giaoban.language.words import Words, words_of

Scores = dict[str, float]

_MOST = 3
_SHARE = 0.3
_STRONG, _PLAIN, _WEAK, _VERB = 3.0, 1.5, 0.5, 2.5
_SUBJECT_WEIGHT = 1.2
_LEAD_WEIGHT = 0.4


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


def score_words(words: Words, first: int, stop: int, weight: float = 1.0, scores: Scores | None = None) -> Scores:
    """Return what the words of tokens ``first`` to ``stop`` say for each area, added to ``scores``."""
    scores = {} if scores is None else scores
    table = _weights()
    index, size = first, max(1, stop - first)
    while index < stop:
        found = table.longest(words, index)
        if found is None:
            index += 1
            continue
        share = weight * (1.35 - 0.7 * (index - first) / size)
        for area, value in found[0]:
            scores[area] = scores.get(area, 0.0) + value * share
        index = min(found[1], stop) if found[1] > index + 1 else index + 1
    return scores


def subject_of(text: str) -> str | None:
    """Return the area that a title or first paragraph is about, or None where nothing stands out."""
    words = words_of(text)
    scores = score_words(words, 0, len(words))
    for area in ("plan", "reporting", "resolution", "agency"):
        scores.pop(area, None)
    ranked = sorted(scores.items(), key=lambda one: -one[1])
    if not ranked or ranked[0][1] < _STRONG or (len(ranked) > 1 and ranked[1][1] > ranked[0][1] * 0.6):
        return None
    return ranked[0][0]


def find_areas(
    words: Words, first: int, predicate: int, stop: int, leads: Iterable[str], subject: str | None
) -> list[str]:
    """Return one to three areas of the directive of tokens ``first`` to ``stop``, the main one first."""
    scores = score_words(words, predicate, stop)
    score_words(words, first, predicate, _LEAD_WEIGHT, scores)
    for lead in leads:
        named = words_of(lead)
        score_words(named, 0, len(named), _LEAD_WEIGHT, scores)
    if (verb := _verbs().longest(words, predicate)) is not None:
        scores[verb[0]] = scores.get(verb[0], 0.0) + _VERB
    if subject is not None:
        scores[subject] = scores.get(subject, 0.0) + _SUBJECT_WEIGHT
    return _ranked(scores)


def _ranked(scores: Scores) -> list[str]:
    ranked = sorted(scores.items(), key=lambda one: -one[1])
    if not ranked or ranked[0][1] < 0.6:
        return ["other"]
    floor = ranked[0][1] * _SHARE
    return [area for area, value in ranked[:_MOST] if value >= floor]
