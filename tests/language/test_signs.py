"""Signs of directives: what the stages saw, with words for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from giaoban.language.confidence import weights
from giaoban.language.signs import sign_words
from giaoban.language.stages import read_stages

DOCUMENTS = sorted((Path(__file__).parent.parent / "corpus").glob("*/*.txt"))


def signs(text: str) -> tuple[str, ...]:
    """Return the signs of the only directive of a text."""
    (found,) = read_stages(text).signs
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bí thư yêu cầu Công an xã tuần tra trước ngày 30/6/2025.",
            {"reason_asked", "type_other", "led_own", "told_order", "due"},
        ),
        (
            "Kết luận hội nghị, Bí thư yêu cầu:\n1. Rà soát 40 hộ nghèo.",
            {"reason_verb", "led_by_nobody", "figures", "item"},
        ),
        ("Bí thư yêu cầu Công an xã tuần tra các tlnôn.", {"odd_letters"}),
        ("Bí thư yêu cầu Công an xã họp dân.", {"short"}),
    ],
)  # fmt: skip
def test_what_the_stages_saw(text: str, expected: set[str]) -> None:
    assert expected <= set(signs(text))


def test_every_sign_has_words_in_both_languages() -> None:
    met = {one for path in DOCUMENTS for found in read_stages(path.read_text("utf-8")).signs for one in found}
    assert met | set(weights()) <= set(sign_words())
    assert all(one.vi and one.en for one in sign_words().values())


def test_no_sign_of_a_directive_is_counted_twice() -> None:
    for path in DOCUMENTS:
        assert all(len(found) == len(set(found)) for found in read_stages(path.read_text("utf-8")).signs)
