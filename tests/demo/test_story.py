"""The story of the example's earlier quarters: the same for a seed, an office's days, words that the reader reads."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest

from giaoban.committees.resolution import resolve_body
from giaoban.demo.story import FEWEST, MOST, DirectiveRow, Quarter, row_of_words, tell_story
from giaoban.demo.town import UnitRow, make_town
from giaoban.facts import load
from giaoban.language import understand
from giaoban.periods import is_working_day


@pytest.fixture(scope="module")
def story() -> tuple[Quarter, ...]:
    return tell_story(1, 6)


def test_the_same_seed_tells_the_same_to_the_byte(story: tuple[Quarter, ...]) -> None:
    assert tell_story(1, 6) == story
    assert [one.text for one in tell_story(2, 6)] != [one.text for one in story]


def test_the_quarters_follow_each_other_up_to_the_real_page(story: tuple[Quarter, ...]) -> None:
    assert [str(one.reviewed) for one in story] == ["2022-Q3", "2022-Q4", "2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"]
    assert tell_story(1, 0) == ()


def test_the_days_are_those_of_an_office(story: tuple[Quarter, ...]) -> None:
    for one in story:
        days = [one.planned_on, one.reports_due_on, one.invited_on, one.held_on, one.issued_on]
        assert days == sorted(days)
        assert all(map(is_working_day, days))
        assert 26 <= one.held_on.day <= 30


def test_each_conclusion_asks_six_to_ten_things_and_some_come_again(story: tuple[Quarter, ...]) -> None:
    asked = Counter(ask.row.id for one in story for ask in one.asks)
    assert all(FEWEST <= len(one.asks) <= MOST for one in story)
    assert sum(count >= 2 for count in asked.values()) >= 5
    assert sum("06-NQ/TU ngày 21/12/2021" in one.text for one in story) >= 3
    assert {"day", "period", "none", "monthly"} <= {ask.row.due for one in story for ask in one.asks}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_reader_reads_every_directive_with_its_due(seed: int) -> None:
    for quarter in tell_story(seed, 6):
        found = understand(quarter.text).directives
        assert [row_of_words(one.text).id for one in found] == [ask.row.id for ask in quarter.asks]
        for directive, ask in zip(found, quarter.asks, strict=True):
            assert _due_of(directive.due) == ask.row.due, directive.text


def _due_of(due: Any) -> str:
    if due is None:
        return "none"
    return due.recurring or ("day" if due.date else "period")


def test_every_lead_is_in_the_directory(db: Any) -> None:
    """The words name the units that the row says, as the directory of the town resolves them."""
    town = make_town()
    wards = {row.id for row in load("giaoban.demo", "town", UnitRow) if "wards" in row.groups}
    for row in load("giaoban.demo", "directives", DirectiveRow):
        wanted = {town.unit_ids[one] for lead in row.leads for one in (wards if lead == "wards" else {lead})}
        for text in row.texts:
            read = understand(f"Đồng chí Bí thư Thị ủy kết luận như sau:\n1. {text}").directives
            written = [lead for one in read for lead in one.lead]
            resolved = [resolve_body(town.committee_id, one, date(2022, 9, 30)) for one in written]
            assert {unit.id for one in resolved for unit in one.units} >= wanted, (row.id, written)


def test_words_of_no_row_are_refused() -> None:
    with pytest.raises(LookupError):
        row_of_words("Tăng cường nắm tình hình nhất là trên biển")
