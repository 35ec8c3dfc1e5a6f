"""How alike directives are, on pairs with a person's answer."""

from __future__ import annotations

import pytest

from corpus.repeats import Score, pairs, score
from giaoban.language.likeness import REPEATS_FROM, likeness, neighbours, signs_of

#: On the pairs held out, at least: of those called repeats how many are, and of the repeats how many are found.
PRECISION, RECALL = 0.85, 0.95


def test_pairs_held_out_are_told_apart() -> None:
    held = score(one for one in pairs() if one.is_held_out)
    assert held.precision >= PRECISION, held
    assert held.recall >= RECALL, held


def test_there_are_enough_pairs_of_both_kinds() -> None:
    rows = pairs()
    assert len(rows) >= 120
    assert min(sum(one.same for one in rows), sum(not one.same for one in rows)) >= 60


def test_the_score_counts() -> None:
    assert (Score(3, 1, 1).precision, Score(3, 1, 1).recall) == (0.75, 0.75)
    assert (Score(0, 0, 0).precision, Score(0, 0, 0).recall) == (1.0, 1.0)


@pytest.mark.parametrize("words", ["", "…", "30/6/2024"])
def test_nothing_is_like_nothing(words: str) -> None:
    assert likeness(signs_of(words), signs_of("củng cố tổ hòa giải")) == 0.0


def test_the_same_words_are_wholly_alike() -> None:
    signs = signs_of("củng cố tổ hòa giải ở cơ sở")
    assert likeness(signs, signs) == pytest.approx(1.0)


def test_words_that_only_urge_count_where_there_are_no_others() -> None:
    signs = signs_of("tiếp tục triển khai nhiệm vụ")
    assert likeness(signs, signs) == pytest.approx(1.0)


def test_other_numbers_are_other_documents() -> None:
    one = "thực hiện Nghị quyết số 06, ngày 21/12/2021 của Tỉnh ủy về an ninh"
    other = "thực hiện Nghị quyết số 18, ngày 25/10/2017 của Tỉnh ủy về an ninh"
    assert likeness(signs_of(one), signs_of(other)) < REPEATS_FROM


def test_single_syllables_find_nothing() -> None:
    found = neighbours(signs_of("củng cố tổ hòa giải theo Chỉ thị 35"))
    assert "hoà giải" in found or "hòa giải" in found
    assert "#chỉ thị 35" in found
    assert not {"hòa", "hoà", "giải"} & set(found)
