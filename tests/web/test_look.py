"""States, bars, icons: a sign never without a word."""

from __future__ import annotations

import pytest
from django.template import Context, Template
from django.utils import translation

from giaoban.tasks.states import AssignmentState
from giaoban.web.templatetags.look import PLACES, STATES, bar, icon, progress, state_chip


def test_every_state_of_an_assignment_has_its_own_words() -> None:
    assert {state.value for state in AssignmentState} <= STATES.keys()
    with translation.override("vi"):
        for state in AssignmentState:
            assert str(STATES[state.value][0]) == state.label


def test_an_open_thing_past_its_date_says_so() -> None:
    with translation.override("vi"):
        assert state_chip("in_progress", is_overdue=True) == '<span class="chip late">Quá hạn</span>'
        assert "Sắp đến hạn" in state_chip("accepted", is_soon=True)


@pytest.mark.parametrize("state", ["confirmed", "withdrawn", "reported"])
def test_what_no_longer_waits_for_the_unit_is_not_overdue(state: str) -> None:
    with translation.override("vi"):
        assert "Quá hạn" not in state_chip(state, is_overdue=True)


def test_an_unknown_state_is_a_fault() -> None:
    with pytest.raises(KeyError):
        state_chip("lost")


def test_a_bar_names_its_counts_and_fills_its_width() -> None:
    drawn = bar([("done", 1, "Hoàn thành"), ("late", 3, "Quá hạn"), ("run", 0, "Đang làm")])
    assert drawn["label"] == "Hoàn thành 1, Quá hạn 3"
    assert [(part["tone"], part["start"]) for part in drawn["parts"]] == [("done", "0.00"), ("late", "25.00")]


def test_a_bar_of_nothing_is_empty_and_says_so() -> None:
    assert bar([("done", 0, "Hoàn thành")])["parts"] == []
    with translation.override("vi"):
        assert str(bar([])["label"]) == "chưa có"


@pytest.mark.parametrize(("share", "width"), [(70, "70"), (140, "100")])
def test_progress_stays_between_nothing_and_all(share: int, width: str) -> None:
    assert progress(share)["parts"][0]["width"] == width
    assert progress(-5)["parts"] == []


def test_bars_carry_no_inline_style() -> None:
    text = Template("{% load look %}{% bar parts %}").render(Context({"parts": [("done", 1, "<b>")]}))
    assert "style" not in text
    assert "&lt;b&gt; 1" in text


@pytest.mark.parametrize("name", [icon_name for icon_name, _keys in PLACES.values()])
def test_icons_are_hidden_from_reading(name: str) -> None:
    assert 'aria-hidden="true"' in icon(name)
