"""The trained weights of areas (trọng số lĩnh vực): what several views of a directive say, and its words → areas.

A *view* is a stretch of the document in which words of areas were counted: the command itself, the topic before it,
its leads, the heading, the block, the title, the document. ``scripts/train_areas.py`` makes both files of weights.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from giaoban.facts import load

Scores = dict[str, float]
#: The views in the order in which weights are kept; "best" and "verb" are marks of one area each.
VIEWS = ("own", "topic", "heading", "block", "lead", "title", "document", "before")
MARKS = ("best", "verb")


@dataclass(frozen=True, slots=True)
class ViewWeight:
    """What a view counts for: ``amount`` for the logarithm of its score of an area, ``share`` for its part of all."""

    id: str
    amount: float
    share: float
    source: str


@dataclass(frozen=True, slots=True)
class AreaWeights:
    """One area: what speaks for it from the start, and the words of a command with their weights for it."""

    id: str
    bias: float
    words: tuple[str, ...]
    weights: tuple[float, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Weights:
    """All weights by view, area and word; a word's stand in the order of ``bias``, 0 for an area it says nothing of."""

    views: dict[str, tuple[float, float]]
    bias: Scores
    words: dict[str, tuple[float, ...]]


@cache
def weights() -> Weights:
    """Return the weights that ship with the reader."""
    views = {row.id: (row.amount, row.share) for row in load("giaoban.language", "area_views", ViewWeight)}
    rows = load("giaoban.language", "area_model", AreaWeights)
    words: dict[str, list[float]] = {}
    for position, row in enumerate(rows):
        for word, weight in zip(row.words, row.weights, strict=True):
            words.setdefault(word, [0.0] * len(rows))[position] += weight
    return Weights(views, {row.id: row.bias for row in rows}, {word: tuple(found) for word, found in words.items()})


def evidence_of(views: Mapping[str, Scores], verb: str | None) -> dict[str, list[tuple[str, float, float]]]:
    """Return for each view and mark its areas with the logarithm of their scores and their shares."""
    seen = {
        name: [(area, math.log1p(score), score / total) for area, score in scores.items()]
        for name, scores in views.items()
        if (total := sum(scores.values())) > 0
    }
    if own := views.get("own"):
        most = max(own.values())
        seen["best"] = [(area, 1.0, 0.0) for area, score in own.items() if score == most]
    if verb is not None:
        seen["verb"] = [(verb, 1.0, 0.0)]
    return seen


def ranked(views: Mapping[str, Scores], verb: str | None, words: Iterable[str]) -> list[tuple[str, float]]:
    """Return the areas with their log-odds, the likeliest first; ``words`` are those of the command, each once."""
    known = weights()
    total = dict(known.bias)
    for name, scores in views.items():
        if scores:
            amount, share = known.views[name]
            share /= sum(scores.values())
            for area, score in scores.items():
                total[area] += amount * math.log1p(score) + share * score
    if own := views.get("own"):
        most = max(own.values())
        for area, score in own.items():
            total[area] += known.views["best"][0] if score == most else 0.0
    if verb is not None:
        total[verb] += known.views["verb"][0]
    if found := [known.words[word] for word in words if word in known.words]:
        scale = 1 / math.sqrt(len(found))
        for area, weight in zip(known.bias, map(sum, zip(*found, strict=True)), strict=True):
            total[area] += weight * scale
    return sorted(total.items(), key=itemgetter(1), reverse=True)
