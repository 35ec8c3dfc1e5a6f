#!/usr/bin/env python3
"""Train the weights of a directive's confidence: labelled documents → ``src/giaoban/language/data/confidence.toml``.

The table of how far it can be believed, on documents held out, goes into ``docs/reader.md``.

    python scripts/train_confidence.py            # writes the file, prints what was held out
    python scripts/train_confidence.py --out FILE

A logistic regression over the signs of each directive that the reader finds in the independent documents with even
numbers (``tests/corpus/blind``, ``tests/corpus/fresh``), whole and with their first lines torn off; how strongly its
weights are held near zero is chosen by cross-validation over whole documents. Standard library only; the same
documents and rules give the same bytes.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from corpus.calibration import Case, cases_of, labels, table  # noqa: E402
from corpus.scoring import is_sealed  # noqa: E402
from giaoban.language.confidence import BIAS, chance  # noqa: E402

PAPER = ROOT / "docs" / "reader.md"
TARGET = ROOT / "src" / "giaoban" / "language" / "data" / "confidence.toml"
STRENGTHS = (0.5, 1.0, 2.0, 4.0, 8.0)
FOLDS = 5
#: How often each document is torn: on the whole ones, with which the rules were made, they seldom err.
TEARS = 4
_ROUNDS = 30
_ENOUGH = 1e-10
#: A sign seen fewer times says nothing.
_LEAST_SEEN = 4
Weights = dict[str, float]


def fit(cases: Sequence[Case], strength: float) -> Weights:
    """Return the weights of signs that make the cases likeliest, ``strength`` holding all but the bias near zero."""
    seen = Counter(sign for one in cases for sign in set(one.signs))
    names = [BIAS, *sorted(sign for sign, times in seen.items() if times >= _LEAST_SEEN)]
    place = {name: number for number, name in enumerate(names)}
    rows = [[0, *(place[sign] for sign in one.signs if sign in place)] for one in cases]
    right, wrong = _targets(cases)
    wanted = [right if one.is_right else wrong for one in cases]
    at = [0.0] * len(names)
    for _ in range(_ROUNDS):
        step = _solve(*_newton(rows, wanted, at, strength))
        at = [value + change for value, change in zip(at, step, strict=True)]
        if max(map(abs, step)) < _ENOUGH:
            break
    return dict(zip(names, at, strict=True))


def _targets(cases: Sequence[Case]) -> tuple[float, float]:
    """Return what right and wrong count as: not quite 1 and 0, as so few cases can't make sure (Platt 1999)."""
    right = sum(one.is_right for one in cases)
    return (right + 1) / (right + 2), 1 / (len(cases) - right + 2)


def _newton(
    rows: Sequence[Sequence[int]], wanted: Sequence[float], at: Sequence[float], strength: float
) -> tuple[list[list[float]], list[float]]:
    """Return the matrix and the right side of Newton's step."""
    size = len(at)
    matrix = [[0.0] * size for _ in range(size)]
    side = [-strength * value if n else 0.0 for n, value in enumerate(at)]
    for n in range(1, size):
        matrix[n][n] = strength
    for row, target in zip(rows, wanted, strict=True):
        said = 1 / (1 + math.exp(-sum(at[n] for n in row)))
        for n in row:
            side[n] += target - said
            for m in row:
                matrix[n][m] += said * (1 - said)
    return matrix, side


def _solve(matrix: list[list[float]], side: list[float]) -> list[float]:
    """Return the solution of linear equations, by elimination with the largest pivot."""
    size = len(side)
    rows = [[*row, value] for row, value in zip(matrix, side, strict=True)]
    for n in range(size):
        pivot = max(range(n, size), key=lambda m: abs(rows[m][n]))
        rows[n], rows[pivot] = rows[pivot], rows[n]
        for m in range(n + 1, size):
            factor = rows[m][n] / rows[n][n]
            rows[m] = [a - factor * b for a, b in zip(rows[m], rows[n], strict=True)]
    found = [0.0] * size
    for n in reversed(range(size)):
        found[n] = (rows[n][size] - sum(rows[n][m] * found[m] for m in range(n + 1, size))) / rows[n][n]
    return found


def judged(cases: Sequence[Case], weights: Weights) -> list[Case]:
    """Return the cases with the confidence that weights give them."""
    bias = weights.get(BIAS, 0.0)
    return [replace(one, confidence=chance(bias + sum(weights.get(sign, 0.0) for sign in one.signs))) for one in cases]


def crossed(cases: Sequence[Case], strength: float) -> list[Case]:
    """Return each case with the confidence of a model that saw nothing of its document."""
    documents = sorted({one.document for one in cases})
    found: list[Case] = []
    for fold in range(FOLDS):
        left_out = set(documents[fold::FOLDS])
        weights = fit([one for one in cases if one.document not in left_out], strength)
        found += judged([one for one in cases if one.document in left_out], weights)
    return found


def loss(cases: Sequence[Case]) -> float:
    """Return the mean surprise (log loss) of cases."""
    return -sum(math.log(one.confidence if one.is_right else 1 - one.confidence) for one in cases) / len(cases)


def written(weights: Weights, cases: Sequence[Case], strength: float) -> str:
    """Return the data file."""
    documents, wrong = len({one.document for one in cases}), sum(not one.is_right for one in cases)
    lines = [
        "# How much each sign of a directive weighs, in log-odds: made by scripts/train_confidence.py, not by hand.",
        f"# From {len(cases)} directives of {documents} documents, whole and torn, {wrong} wrong; held near zero with "
        f"{strength:g}.",
        'source = "tests/corpus/blind and tests/corpus/fresh, even numbers"',
    ]
    kept = {name: round(value, 2) for name, value in sorted(weights.items()) if name == BIAS or round(value, 2)}
    for name, value in kept.items():
        lines += ["", "[[weight]]", f'id = "{name}"', f"weight = {value}"]
    return "\n".join(lines) + "\n"


def measured(weights: Weights) -> str:
    """Return how far weights can be believed on the documents held out, and on those of them that are sealed."""
    odd = labels(odd=True)
    every, sealed = (table(judged(cases_of(paths), weights)) for paths in (odd, filter(is_sealed, odd)))
    return f"odd numbers, held out:\n{every}\n\nof these, sealed:\n{sealed}"


def told(paper: str, held_out: str) -> str:
    """Return the paper with the table of the documents held out."""
    before, _, rest = paper.partition("<!-- reliability -->")
    after = rest.partition("<!-- end -->")[2]
    return f"{before}<!-- reliability -->\n```\n{held_out}\n```\n<!-- end -->{after}"


def main() -> None:
    """Train and write the file; prints how well documents that no model saw are judged."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--out", type=Path, default=TARGET, metavar="FILE", help="where to write instead")
    target = options.parse_args().out
    cases = cases_of(labels(odd=False), tears=TEARS)
    strength = min(STRENGTHS, key=lambda one: loss(crossed(cases, one)))
    weights = fit(cases, strength)
    print("even numbers, whole and torn, each by a model that saw nothing of its document:")
    print(f"{table(crossed(cases, strength))}\n")
    held_out = measured(weights)
    print(held_out)
    target.write_text(written(weights, cases, strength), "utf-8")
    if target == TARGET:
        PAPER.write_text(told(PAPER.read_text("utf-8"), held_out), "utf-8")


if __name__ == "__main__":
    main()
