"""The labelled documents: the reading holds its figures, and the example page comes out whole."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from corpus.scoring import DOCUMENTS, bare, due_key, is_sealed, main, pair, score
from giaoban.language import understand

LABELS = sorted(DOCUMENTS.glob("*.json"))
#: What the reading has reached, by folder: the documents that were worked with, and the sealed ones.
FLOORS = {
    "documents": {
        "directive": 0.99, "lead": 0.98, "support": 0.98, "due": 0.98, "area": 0.93,
        "results": 0.95, "limitations": 0.9,
    },
    "blind": {
        "directive": 0.92, "lead": 0.91, "support": 0.93, "due": 0.96, "area": 0.82,
        "results": 0.68, "limitations": 0.9,
    },
    "fresh": {
        "directive": 0.93, "lead": 0.94, "support": 0.9, "due": 0.96, "area": 0.88,
        "results": 0.79, "limitations": 0.72,
    },
    "later": {
        "directive": 0.94, "lead": 0.86, "support": 0.81, "due": 0.85, "area": 0.8,
        "results": 0.66, "limitations": 0.64,
    },
}  # fmt: skip
SCHEMA = json.loads((Path(__file__).parent / "extraction.schema.json").read_text("utf-8"))


@pytest.mark.parametrize("folder", FLOORS)
def test_figures_stay_above_their_floors(folder: str) -> None:
    labels = sorted((DOCUMENTS.parent / folder).glob("*.json"))
    sealed = [path for path in labels if is_sealed(path)]
    figures = {name: tally.f1 for name, tally in score(sealed or labels).items()}
    assert {name: figures[name] for name, floor in FLOORS[folder].items() if figures[name] < floor} == {}


def test_the_figures_are_shown_for_all_for_seen_and_for_sealed_documents(capsys: pytest.CaptureFixture[str]) -> None:
    main(DOCUMENTS.parent / "blind")
    assert capsys.readouterr().out.split()[:3] == ["all", "seen", "sealed"]


@pytest.mark.parametrize("path", LABELS, ids=lambda path: path.stem)
def test_labels_and_extractions_keep_the_schema(path: Path) -> None:
    labelled = json.loads(path.read_text("utf-8"))
    jsonschema.validate(labelled, SCHEMA)
    jsonschema.validate(understand(labelled["text"]).as_dict(), SCHEMA)
    assert all(labelled["text"][d["start"] : d["end"]] == d["text"] for d in labelled["directives"])


def test_all_directives_of_the_example_page_come_out() -> None:
    labelled = json.loads((DOCUMENTS / "000.json").read_text("utf-8"))
    found = understand(labelled["text"]).as_dict()
    assert len(found["directives"]) == len(labelled["directives"]) == 11
    for one, other in zip(labelled["directives"], found["directives"], strict=True):
        assert (one["start"], one["end"], one["lead"], one["support"]) == (
            other["start"], other["end"], other["lead"], other["support"],
        )  # fmt: skip
        assert one["areas"][0] == other["areas"][0]
        assert due_key(one["due"]) == due_key(other["due"])
    for name in ("conference", "people", "citations", "doc_type"):
        assert found[name] == labelled[name]


def test_a_span_is_used_once() -> None:
    one = {"start": 0, "end": 10}
    assert pair([one, one], [one], 0.7) == [(0, 0)] or pair([one, one], [one], 0.7) == [(1, 0)]
    assert pair([one], [{"start": 9, "end": 20}], 0.7) == []
    assert bare("Công an, xã") == "công an xã"
