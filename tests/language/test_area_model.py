"""Weights of areas: those that ship are whole, and count as they should."""

from __future__ import annotations

from giaoban.facts import load
from giaoban.language.area_model import MARKS, VIEWS, evidence_of, ranked, weights
from giaoban.language.areas import AreaWords


def test_there_are_weights_for_every_view_and_every_area() -> None:
    known = weights()
    assert set(known.views) == {*VIEWS, *MARKS}
    assert set(known.bias) == {row.id for row in load("giaoban.language", "area_words", AreaWords)}
    assert all(len(of_areas) == len(known.bias) for of_areas in known.words.values())


def test_what_a_command_says_counts_more_than_its_document() -> None:
    assert ranked({"own": {"traffic": 3.0}, "document": {"sea": 3.0}}, None, ())[0][0] == "traffic"
    assert ranked({"document": {"sea": 30.0}, "title": {"sea": 9.0}}, None, ())[0][0] == "sea"
    assert ranked({"own": {}}, "reporting", ())[0][0] == "reporting"


def test_evidence_leaves_out_views_that_say_nothing_and_marks_the_best() -> None:
    seen = evidence_of({"own": {"sea": 3.0, "party": 1.0}, "title": {}}, "party")
    assert sorted(seen) == ["best", "own", "verb"]
    assert seen["best"] == [("sea", 1.0, 0.0)]
    assert [area for area, _, _ in seen["own"]] == ["sea", "party"]
