#!/usr/bin/env python3
"""Train the weights of areas: labelled documents → ``area_views.toml`` and ``area_model.toml`` in ``language/data``.

    python scripts/train_areas.py             # writes the files, prints what was held out
    python scripts/train_areas.py --out DIR

A logistic regression over the areas (one wins), on the directives of the labelled documents in ``tests/corpus`` that
are not sealed: how the views of a directive weigh, the same for all areas, and how its words do, for each. Standard
library only; the same documents and rules give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from corpus.scoring import CORPUS, is_sealed, pair  # noqa: E402
from giaoban.facts import load  # noqa: E402
from giaoban.language.area_model import MARKS, VIEWS, evidence_of  # noqa: E402
from giaoban.language.areas import AreaWords, command_words, verb_area  # noqa: E402
from giaoban.language.stages import read_stages  # noqa: E402
from giaoban.language.words import words_of  # noqa: E402

TARGET = ROOT / "src" / "giaoban" / "language" / "data"
AREAS = tuple(row.id for row in load("giaoban.language", "area_words", AreaWords))
FOLDS = 5
ROUNDS = 8
RATE = 0.1
#: How strongly weights are held near zero: those of views and those of words.
HOLD_VIEWS, HOLD_WORDS = 0.0015, 0.01
#: A word seen fewer times says nothing; the main area counts for this much where a directive has more than one.
LEAST_SEEN, MAIN = 3, 0.8
Seen = dict[str, list[tuple[str, float, float]]]


@dataclass(frozen=True)
class Case:
    """A directive with what its views say, its words, and the areas that it is labelled with."""

    document: str
    seen: Seen
    words: tuple[str, ...]
    areas: tuple[str, ...]


@dataclass
class Model:
    """Weights of views (two for each), of each area from the start, of words for areas; with their gathered steps."""

    views: dict[str, list[float]] = field(default_factory=lambda: {name: [0.0, 0.0] for name in (*VIEWS, *MARKS)})
    bias: dict[str, float] = field(default_factory=lambda: dict.fromkeys(AREAS, 0.0))
    words: dict[str, dict[str, float]] = field(default_factory=dict)
    gathered: dict[tuple[str, ...], float] = field(default_factory=dict)

    def chances(self, case: Case) -> dict[str, float]:
        total = dict(self.bias)
        for name, seen in case.seen.items():
            amount, share = self.views[name]
            for area, log, part in seen:
                total[area] += amount * log + share * part
        known = [self.words[word] for word in case.words if word in self.words]
        for weighed in known:
            for area, weight in weighed.items():
                total[area] += weight / math.sqrt(len(known))
        most = max(total.values())
        odds = {area: math.exp(value - most) for area, value in total.items()}
        whole = sum(odds.values())
        return {area: value / whole for area, value in odds.items()}

    def step(self, key: tuple[str, ...], slope: float) -> float:
        """Return how far to go against a slope: less, the more was gone along it before (AdaGrad)."""
        self.gathered[key] = self.gathered.get(key, 0.0) + slope * slope
        return RATE * slope / math.sqrt(self.gathered[key] + 1e-8)


def cases_of(paths: Iterable[Path]) -> list[Case]:
    """Return the directives that the reader finds rightly in labelled documents."""
    return [case for path in paths for case in _cases_in(path)]


def _cases_in(path: Path) -> list[Case]:
    labelled = json.loads(path.read_text("utf-8"))
    stages, words = read_stages(labelled["text"]), words_of(labelled["text"])
    found = stages.extraction.as_dict()["directives"]
    cases = []
    for i, j in sorted(pair(labelled["directives"], found, 0.7), key=lambda one: one[1]):
        one = stages.drafts[j].judged
        assert one.head is not None
        views = stages.views[j]
        seen = evidence_of(views, verb_area(words, one.head.predicate))
        cases.append(
            Case(
                f"{path.parent.name}/{path.stem}",
                seen,
                command_words(words, one.head.predicate, words.index_from(one.end)),
                tuple(labelled["directives"][i]["areas"]),
            )
        )
    return cases


def fit(cases: Sequence[Case]) -> Model:
    """Return the model that makes the labels of cases likely."""
    counted = Counter(word for case in cases for word in case.words)
    model = Model(words={word: {} for word, count in sorted(counted.items()) if count >= LEAST_SEEN})
    for _ in range(ROUNDS):
        for case in cases:
            _learn(model, case)
    return model


def _learn(model: Model, case: Case) -> None:
    wanted = {area: (1 - MAIN) / (len(case.areas) - 1) for area in case.areas[1:]}
    wanted[case.areas[0]] = MAIN if len(case.areas) > 1 else 1.0
    off = {area: chance - wanted.get(area, 0.0) for area, chance in model.chances(case).items()}
    for area, slope in off.items():
        model.bias[area] -= model.step(("bias", area), slope + HOLD_VIEWS * model.bias[area])
    for name, seen in case.seen.items():
        weights = model.views[name]
        slopes = (sum(off[area] * log for area, log, _ in seen), sum(off[area] * part for area, _, part in seen))
        for n, slope in enumerate(slopes):
            weights[n] -= model.step((name, str(n)), slope + HOLD_VIEWS * weights[n])
    known = [word for word in case.words if word in model.words]
    for word in known:
        weighed = model.words[word]
        for area, slope in off.items():
            value = weighed.get(area, 0.0)
            weighed[area] = value - model.step((word, area), slope / math.sqrt(len(known)) + HOLD_WORDS * value)


def crossed(cases: Sequence[Case]) -> list[tuple[Case, dict[str, float]]]:
    """Return each case with the chances that a model gives which saw nothing of its document."""
    documents = sorted({case.document for case in cases})
    found = []
    for fold in range(FOLDS):
        left_out = set(documents[fold::FOLDS])
        model = fit([case for case in cases if case.document not in left_out])
        found += [(case, model.chances(case)) for case in cases if case.document in left_out]
    return found


def told(judged: Sequence[tuple[Case, dict[str, float]]]) -> str:
    """Return in words how often the main area is the likeliest, and how often among the three likeliest."""
    first = three = 0
    for case, chance in judged:
        ranked = sorted(AREAS, key=lambda area: -chance[area])
        first += ranked[0] == case.areas[0]
        three += case.areas[0] in ranked[:3]
    count = len(judged)
    return f"{count} directives: main area first {first / count:.3f}, in the first three {three / count:.3f}"


def written_views(model: Model) -> str:
    lines = [
        "# What each view of a directive counts for its area: made by scripts/train_areas.py, not by hand.",
        'source = "tests/corpus, documents that are not sealed"',
    ]
    for name, (amount, share) in model.views.items():
        lines += ["", "[[view]]", f'id = "{name}"', f"amount = {amount:.3f}", f"share = {share:.3f}"]
    return "\n".join(lines) + "\n"


def written_words(model: Model, cases: Sequence[Case]) -> str:
    lines = [
        "# What the words of a directive weigh for each area: made by scripts/train_areas.py, not by hand.",
        f"# From {len(cases)} directives of {len({case.document for case in cases})} documents.",
        'source = "tests/corpus, documents that are not sealed"',
    ]
    for area in AREAS:
        kept = [(word, weighed[area]) for word, weighed in model.words.items() if abs(weighed.get(area, 0.0)) >= 0.25]
        words = json.dumps([word for word, _ in kept], ensure_ascii=False)
        weights = ", ".join(f"{weight:.2f}" for _, weight in kept)
        lines += ["", "[[area]]", f'id = "{area}"', f"bias = {model.bias[area]:.3f}", f"words = {words}"]
        lines.append(f"weights = [{weights}]")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Train and write the files; prints how well documents that no model saw are judged."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--out", type=Path, default=TARGET, metavar="DIR", help="where to write instead")
    options.add_argument("--quick", action="store_true", help="only train: no figures of documents left out")
    chosen = options.parse_args()
    labels = sorted(path for path in CORPUS.glob("*/*.json"))
    cases = cases_of(path for path in labels if not is_sealed(path))
    if not chosen.quick:
        print(f"each by a model that saw nothing of its document: {told(crossed(cases))}")
    model = fit(cases)
    if not chosen.quick:
        sealed = cases_of(path for path in labels if is_sealed(path))
        print(f"sealed: {told([(case, model.chances(case)) for case in sealed])}")
    (chosen.out / "area_views.toml").write_text(written_views(model), "utf-8")
    (chosen.out / "area_model.toml").write_text(written_words(model, cases), "utf-8")


if __name__ == "__main__":
    main()
