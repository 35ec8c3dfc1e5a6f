"""Confidence: a chance from signs, in every directive that the reader finds, and one that can be believed."""

from __future__ import annotations

import pytest

from corpus.calibration import Bin, Case, brier, cases_of, expected_error, labels, ranking, reliability, table
from giaoban.language import understand
from giaoban.language.confidence import LEAST, MOST, chance, confidence_of

#: The error of some 20 directives in a hundred that were wrong by chance alone would be about this.
MOST_ERROR = 0.07
#: So few wrong ones say nothing about their order.
FEW = 10


def case(confidence: float, *, is_right: bool) -> Case:
    return Case("100", (), confidence, is_right)


def test_a_chance_is_never_certain() -> None:
    assert (chance(0.0), chance(-40.0), chance(40.0)) == (0.5, LEAST, MOST)


def test_every_directive_found_has_a_confidence() -> None:
    found = understand("Bí thư yêu cầu Công an xã tuần tra; rà soát tạm trú.").directives
    assert all(one.confidence is not None and LEAST <= one.confidence <= MOST for one in found)


def test_signs_against_a_directive_make_it_less_sure() -> None:
    assert confidence_of(["led_own", "reason_names_actor"]) > confidence_of(["led_by_nobody", "hinted", "figures"])


def test_what_is_said_comes_true_on_documents_held_out() -> None:
    held_out = cases_of(labels(odd=True))
    assert expected_error(held_out) < MOST_ERROR
    wrong = sum(not one.is_right for one in held_out)
    assert wrong < FEW or ranking(held_out) > 0.65


def test_the_training_documents_are_not_the_held_out_ones() -> None:
    assert not set(labels(odd=True)) & set(labels(odd=False))
    assert all(int(path.stem[:3]) % 2 for path in labels(odd=True))


def test_reliability_is_counted_by_range() -> None:
    cases = [case(0.92, is_right=True), case(0.92, is_right=False), case(0.4, is_right=False)]
    assert reliability(cases) == [Bin(0.0, 0.5, 1, 0.4, 0.0), Bin(0.9, 0.95, 2, 0.92, 0.5)]
    assert expected_error(cases) == pytest.approx((0.4 + 2 * 0.42) / 3)
    assert brier(cases) == pytest.approx((0.08**2 + 0.92**2 + 0.4**2) / 3)
    assert ranking(cases) == 0.75
    assert "3 directives, 2 wrong" in table(cases)


def test_a_torn_document_is_judged_by_the_labels_that_are_left() -> None:
    paths = labels(odd=False)[:3]
    whole, torn = cases_of(paths), cases_of(paths, tears=2)
    assert len(whole) < len(torn)
    assert {one.document for one in torn} <= {path.stem for path in paths}
    assert sum(one.is_right for one in torn) > len(torn) / 2
