"""How far the confidence of directives can be believed: said 0.9, right nine times in ten?

``python -m corpus.calibration`` in ``tests/`` prints a table for the held-out documents, those of ``blind/`` and
``fresh/`` with odd numbers, which ``scripts/train_confidence.py`` never sees.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from corpus.scoring import is_sealed, pair
from giaoban.language.stages import read_stages

CORPUS = Path(__file__).parent
#: Folders of documents labelled independently of the rules; those in ``documents/`` helped to make them.
INDEPENDENT = ("blind", "fresh")
_EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)
_FLOOR = 0.7


@dataclass(frozen=True)
class Case:
    """One directive that the reader found: its document, its signs, what the reader says, and whether it is right."""

    document: str
    signs: tuple[str, ...]
    confidence: float
    is_right: bool


@dataclass(frozen=True)
class Bin:
    """The directives whose confidence lies between two edges."""

    low: float
    high: float
    cases: int
    said: float
    right: float


def labels(*, odd: bool) -> list[Path]:
    """Return the labels of the independent documents: odd numbers are held out, even ones are for training."""
    found = [path for folder in INDEPENDENT for path in (CORPUS / folder).glob("*.json")]
    return sorted(path for path in found if (int(path.stem.split("-")[0]) % 2 == 1) == odd)


def cases_of(paths: Iterable[Path], *, tears: int = 0) -> list[Case]:
    """Return every directive that the reader finds in labelled documents.

    ``tears`` adds each document that many times more with its first lines torn off, where the reader errs as it does on
    documents of a form it does not know: the headings and sentences that govern what follows are gone.
    """
    return [case for path in paths for case in _cases_in(path, tears)]


def _cases_in(path: Path, tears: int) -> list[Case]:
    labelled = json.loads(path.read_text("utf-8"))
    cuts = [0, *_line_starts(labelled["text"], tears)]
    return [case for cut in cuts for case in _cases_after(path.stem, labelled, cut)]


def _line_starts(text: str, count: int) -> list[int]:
    """Return so many starts of lines, evenly spread over the document, the first line apart."""
    starts = [at + 1 for at, sign in enumerate(text[:-1]) if sign == "\n" and text[at + 1] != "\n"][1:]
    return sorted({starts[len(starts) * one // (count + 1)] for one in range(1, count + 1)}) if starts else []


def _cases_after(document: str, labelled: dict[str, Any], cut: int) -> list[Case]:
    stages = read_stages(labelled["text"][cut:])
    found = stages.extraction.as_dict()["directives"]
    known = [{"start": d["start"] - cut, "end": d["end"] - cut} for d in labelled["directives"] if d["start"] >= cut]
    right = {j for _, j in pair(known, found, _FLOOR)}
    return [
        Case(document, signs, float(one["confidence"]), number in right)
        for number, (one, signs) in enumerate(zip(found, stages.signs, strict=True))
    ]


def reliability(cases: Sequence[Case]) -> list[Bin]:
    """Return for each range of confidence how many there are, what was said, and how many were right."""
    bins = []
    for low, high in pairwise(_EDGES):
        inside = [one for one in cases if low <= one.confidence < high]
        if inside:
            said = sum(one.confidence for one in inside) / len(inside)
            right = sum(one.is_right for one in inside) / len(inside)
            bins.append(Bin(low, min(high, 1.0), len(inside), said, right))
    return bins


def expected_error(cases: Sequence[Case]) -> float:
    """Return the expected calibration error: how far what is said lies from what is right, over all ranges."""
    return sum(one.cases * abs(one.said - one.right) for one in reliability(cases)) / max(1, len(cases))


def brier(cases: Sequence[Case]) -> float:
    """Return the Brier score: the mean squared distance of confidence from being right (1) or wrong (0)."""
    return sum((one.confidence - one.is_right) ** 2 for one in cases) / max(1, len(cases))


def ranking(cases: Sequence[Case]) -> float:
    """Return how often a wrong directive has less confidence than a right one (area under the curve; ties half)."""
    wrong = [one.confidence for one in cases if not one.is_right]
    right = [one.confidence for one in cases if one.is_right]
    pairs = len(wrong) * len(right)
    return sum((b > a) + (b == a) / 2 for a in wrong for b in right) / pairs if pairs else 1.0


def table(cases: Sequence[Case]) -> str:
    """Return the reliability of cases as lines of text."""
    lines = ["confidence    cases   said  right"]
    lines += [f"{b.low:.2f}-{b.high:.2f} {b.cases:9} {b.said:6.2f} {b.right:6.2f}" for b in reliability(cases)]
    wrong = sum(not one.is_right for one in cases)
    lines.append(f"{len(cases)} directives, {wrong} wrong; expected calibration error {expected_error(cases):.3f}")
    lines.append(f"Brier score {brier(cases):.3f}; a wrong one is below a right one {ranking(cases):.3f} of the time")
    return "\n".join(lines)


if __name__ == "__main__":
    held_out = labels(odd=True)
    print(f"held out:\n{table(cases_of(held_out))}\n")
    print(f"of these, sealed:\n{table(cases_of(filter(is_sealed, held_out)))}")
