"""Reasons: every id that the stages can give has words, and no words are left over."""

from __future__ import annotations

from typing import get_args

import pytest

from giaoban.language import reasons as reasons_module
from giaoban.language.reasons import Outcome, ReasonWords, reasons

KINDS = ("Ordering", "Belonging", "Reviewing", "Placed", "Telling", "Refusing", "Describing", "Speaking", "Standing")
IDS = [one for kind in KINDS for one in get_args(getattr(reasons_module, kind))]


def test_every_reason_has_words_and_no_words_are_left_over() -> None:
    assert sorted(reasons()) == sorted(IDS)


@pytest.mark.parametrize("words", reasons().values(), ids=lambda one: one.id)
def test_words_go_on_a_sentence_in_both_languages(words: ReasonWords) -> None:
    assert words.kind in get_args(Outcome)
    for sentence in (words.vi, words.en):
        assert sentence[0].islower()
        assert not sentence.endswith(".")


def test_what_gives_an_order_is_of_the_kind_directive() -> None:
    directives = {one.id for one in reasons().values() if one.kind == "directive"}
    assert directives == set(get_args(reasons_module.Ordering))
