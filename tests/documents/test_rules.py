"""The 6 rõ, what blocks giving, and what a person has changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from giaoban.documents.models import Directive, Document
from giaoban.documents.rules import (
    DOUBTFUL_BELOW,
    Counts,
    Product,
    changed_from_proposal,
    clarity,
    doubt,
    what_blocks_giving,
)
from giaoban.facts import load


@dataclass
class Unit:
    role: str = "lead"
    basis: str = "name"
    areas: list[str] = field(default_factory=lambda: ["justice"])


def directive(quote: str = "Nâng cao tỷ lệ, chất lượng các vụ án xét xử lưu động", **values: Any) -> Directive:
    return Directive(**{"quote": quote, "areas": ["justice"], **values})


def clear(one: Directive, *units: Unit) -> set[str]:
    found = clarity(one, units)
    return {name for name in found.__slots__ if getattr(found, name)}


def test_the_example_of_the_page() -> None:
    proposed = [Unit(basis="area"), Unit(basis="area")]
    assert clear(directive(), *proposed) == {"work", "product", "authority"}
    assert clarity(directive(), proposed).count == 3


@pytest.mark.parametrize(
    ("units", "person", "responsibility"),
    [
        ([], False, False),
        ([Unit(basis="area")], False, False),
        ([Unit()], True, True),
        ([Unit(basis="person")], True, True),
        ([Unit(), Unit(basis="alias")], True, False),
        ([Unit(), Unit(basis="area")], False, False),
        ([Unit(role="support")], False, False),
        ([Unit(), Unit(role="support", basis="area")], True, True),
    ],
)
def test_person_and_responsibility(units: list[Unit], person: bool, responsibility: bool) -> None:
    found = clarity(directive(), units)
    assert (found.person, found.responsibility) == (person, responsibility)


@pytest.mark.parametrize(
    ("values", "is_clear"),
    [
        ({}, False),
        ({"due_on": date(2024, 6, 30)}, True),
        ({"due_period": "2024-Q2"}, True),
        ({"due_recurring": "monthly"}, True),
        ({"due_text": "trong 03 ngày kể từ khi nhận"}, True),
    ],
)
def test_time(values: dict[str, Any], is_clear: bool) -> None:
    assert clarity(directive(**values), []).time is is_clear


@pytest.mark.parametrize(
    ("quote", "areas", "is_clear"),
    [
        ("thực hiện nghiêm", ["justice"], False),
        ("Tăng cường xét xử lưu động", ["justice"], True),
        ("Tăng cường xét xử lưu động", ["other"], False),
    ],
)
def test_work(quote: str, areas: list[str], is_clear: bool) -> None:
    assert clarity(directive(quote, areas=areas), []).work is is_clear


def test_product_words_have_examples_that_match() -> None:
    for row in load("giaoban.documents", "products", Product):
        assert clarity(directive(row.example), []).product, row.id
    assert not clarity(directive("Tăng cường nắm tình hình nhất là trên biển"), []).product
    assert not clarity(directive("Quán triệt nghiêm túc tinh thần chung"), []).product


@pytest.mark.parametrize(
    ("areas", "is_clear"), [(["justice"], True), ([], True), (["security"], False), (["plan", "justice"], True)]
)
def test_authority(areas: list[str], is_clear: bool) -> None:
    assert clarity(directive(), [Unit(areas=areas)]).authority is is_clear


def codes(counts: Counts, **values: Any) -> list[str]:
    return [one.code for one in what_blocks_giving(Document(**{"state": "read", **values}), counts)]


def test_what_blocks_giving() -> None:
    signed = {"rest_signed_at": "2024-03-28"}
    assert codes(Counts(accepted=2), **signed) == []
    assert codes(Counts(open=1, accepted=1, leaderless=1)) == ["open", "without_lead", "rest_unsigned"]
    assert codes(Counts(rejected=2), **signed) == ["nothing_accepted"]
    assert codes(Counts(accepted=2), state="given") == ["not_read"]
    assert "3 chỉ đạo" in str(what_blocks_giving(Document(state="read"), Counts(open=3))[0])


def test_what_was_changed() -> None:
    proposed = {"start": 0, "end": 9, "due": {"date": "2024-06-30"}, "areas": ["justice"]}
    same = directive(start=0, end=9, due_on=date(2024, 6, 30), proposed=proposed)
    assert changed_from_proposal(same, [Unit()]) == []
    other = directive(start=0, end=8, areas=["plan"], proposed=proposed)
    assert changed_from_proposal(other, [Unit(basis="person")]) == ["span", "lead", "due", "areas"]
    assert changed_from_proposal(directive(proposed=None), [Unit(basis="person")]) == []


@pytest.mark.parametrize(
    ("confidence", "values", "doubted"),
    [
        (DOUBTFUL_BELOW - 0.01, {}, True),
        (DOUBTFUL_BELOW, {}, False),
        (0.5, {"decision": "accepted"}, False),
        (0.5, {"decision": "rejected"}, False),
        (0.5, {"start": 2}, False),
        (None, {}, False),
    ],
)
def test_what_is_to_be_looked_at_closely(confidence: float | None, values: dict[str, Any], doubted: bool) -> None:
    proposed = {"start": 0, "end": 55, "confidence": confidence}
    one = directive(**{"proposed": proposed, "start": 0, "end": 55, **values})
    assert doubt(one) == (confidence if doubted else None)


def test_nothing_is_doubted_of_what_a_person_or_an_older_reader_found() -> None:
    assert doubt(directive(start=0, end=55)) is None
    assert doubt(directive(proposed={"start": 0, "end": 55}, start=0, end=55)) is None
