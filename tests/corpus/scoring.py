"""How well extractions agree with labelled documents: precision, recall and F1 of each field.

``python -m corpus.scoring`` in ``tests/`` prints the figures of the documents in ``corpus/documents``;
``python -m corpus.scoring corpus/blind`` those of another folder. ``blind/``, ``fresh/`` and ``later/`` are labelled
independently, for measuring what the reading does with texts that its rules and words were not made for. Some of them
are *sealed*: who works on rules and words never reads them, only their figures, which stand in a column of their own.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from giaoban.language import understand

CORPUS = Path(__file__).parent
DOCUMENTS = CORPUS / "documents"
#: Last digits of the numbers of sealed documents, by folder.
SEALED = {"blind": "79", "fresh": "13579", "later": "13579"}
Spans = list[dict[str, Any]]


@dataclass
class Tally:
    """How many were found rightly, how many are labelled, how many were found."""

    hits: int = 0
    labelled: int = 0
    found: int = 0

    def add(self, hits: int, labelled: int, found: int) -> None:
        self.hits, self.labelled, self.found = self.hits + hits, self.labelled + labelled, self.found + found

    @property
    def f1(self) -> float:
        return 2 * self.hits / (self.labelled + self.found) if self.labelled + self.found else 1.0


def pair(labelled: Spans, found: Spans, floor: float) -> list[tuple[int, int]]:
    """Return which found span matches which labelled one, best overlap first, each used once."""
    scored = sorted(
        ((_overlap(one, other), i, j) for i, one in enumerate(labelled) for j, other in enumerate(found)), reverse=True
    )
    pairs: list[tuple[int, int]] = []
    for value, i, j in scored:
        if value >= floor and all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def _overlap(one: dict[str, Any], other: dict[str, Any]) -> float:
    common = min(one["end"], other["end"]) - max(one["start"], other["start"])
    return float(max(0, common)) / float(max(one["end"], other["end"]) - min(one["start"], other["start"]))


def bare(value: object) -> str:
    """Return a value for comparing: lower case, words only."""
    return re.sub(r"[\s\W_]+", " ", str(value or "")).casefold().strip()


def common(labelled: Iterable[str], found: Iterable[str]) -> int:
    rest = list(found)
    hits = 0
    for item in labelled:
        if item in rest:
            rest.remove(item)
            hits += 1
    return hits


def due_key(due: dict[str, Any] | None) -> str | None:
    if due is None:
        return None
    return str(due.get("date") or due.get("period") or due.get("recurring") or bare(due["text"]))


def score(labels: Iterable[Path]) -> dict[str, Tally]:
    """Return the tallies of the labelled documents, by field."""
    tallies = {name: Tally() for name in ("directive", "lead", "support", "due", "area", "results", "limitations")}
    for path in labels:
        labelled = json.loads(path.read_text("utf-8"))
        _score_one(labelled, understand(labelled["text"]).as_dict(), tallies)
    return tallies


def _score_one(labelled: dict[str, Any], found: dict[str, Any], tallies: dict[str, Tally]) -> None:
    pairs = pair(labelled["directives"], found["directives"], 0.7)
    tallies["directive"].add(len(pairs), len(labelled["directives"]), len(found["directives"]))
    for i, j in pairs:
        _score_directive(labelled["directives"][i], found["directives"][j], tallies)
    for name in ("results", "limitations"):
        hits = len(pair(labelled[name], found[name], 0.5))
        tallies[name].add(hits, len(labelled[name]), len(found[name]))


def _score_directive(one: dict[str, Any], other: dict[str, Any], tallies: dict[str, Tally]) -> None:
    for name in ("lead", "support"):
        a, b = list(map(bare, one[name])), list(map(bare, other[name]))
        tallies[name].add(common(a, b), len(a), len(b))
    due, due_found = due_key(one["due"]), due_key(other["due"])
    tallies["due"].add(due is not None and due == due_found, due is not None, due_found is not None)
    tallies["area"].add(one["areas"][0] in other["areas"], 1, 1)


def is_sealed(path: Path) -> bool:
    """Tell whether a document is kept for measuring alone."""
    return path.stem.split("-")[0][-1] in SEALED.get(path.parent.name, "")


def main(folder: Path) -> None:
    """Print the figures of a folder: all of its documents, those that were worked with, the sealed ones."""
    paths = sorted(folder.resolve().glob("*.json"))
    sealed = [path for path in paths if is_sealed(path)]
    parts = {"all": paths}
    if sealed:
        parts |= {"seen": [path for path in paths if path not in sealed], "sealed": sealed}
    figures = {part: score(chosen) for part, chosen in parts.items()}
    print(f"{'':12}" + "".join(f"{part:>8}" for part in parts) + f"   of {len(paths)} documents")
    for name, tally in figures["all"].items():
        shown = "".join(f"{figures[part][name].f1:8.3f}" for part in parts)
        print(f"{name:12}{shown}   (labelled {tally.labelled}, found {tally.found})")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS)
