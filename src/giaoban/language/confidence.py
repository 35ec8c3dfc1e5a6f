"""How sure the reader is of a directive (độ chắc): the chance that a person finds it right as it stands.

Right means that it is a directive, and its words are those that a person would mark (the spans share at least 0.7 of
what they cover together). The signs of a directive are weighed by ``data/confidence.toml``, which
``scripts/train_confidence.py`` makes from labelled documents; lead, due and areas are not judged by it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from giaoban.facts import load

#: Counted in every directive.
BIAS = "bias"
LEAST, MOST = 0.02, 0.99


@dataclass(frozen=True, slots=True)
class Weight:
    """The weight of a sign, in log-odds: above 0 it speaks for the directive."""

    id: str
    weight: float
    source: str


@cache
def weights() -> dict[str, float]:
    """Return the weight of every sign that has one."""
    return {row.id: row.weight for row in load("giaoban.language", "confidence", Weight)}


def confidence_of(signs: Iterable[str]) -> float:
    """Return the confidence of a directive with these signs, from 0 to 1, to two decimals."""
    known = weights()
    return chance(known.get(BIAS, 0.0) + sum(known.get(sign, 0.0) for sign in signs))


def chance(log_odds: float) -> float:
    """Return the chance that log-odds stand for; never so sure that it could not be wrong."""
    return round(min(MOST, max(LEAST, 1 / (1 + math.exp(-log_odds)))), 2)
