"""Two texts word by word: what is told is right, in both forms of Unicode, and in time that grows with the text."""

from __future__ import annotations

import random
import re
import unicodedata
from time import process_time

import pytest

from giaoban.conferences.word_changes import word_changes

WORDS = re.findall(r"\w+", "giao công an thị xã phối hợp với tòa án rà soát hồ sơ tồn đọng và báo cáo kết quả")


def told(before: str, after: str) -> str:
    """Return the changes as one line: [-went-]{+came+}."""
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(marks[one.kind].format(one.text) for one in word_changes(before, after))


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("xong trước ngày 30/6/2024.", "xong trước ngày 15/7/2024.", "xong trước ngày [-30/6/2024-]{+15/7/2024+}."),
        ("Giao Công an rà soát", "Giao Công an thị xã rà soát", "Giao Công an {+thị xã +}rà soát"),
        ("một  hai\nba", "một hai ba", "một hai ba"),
        ("", "mới", "{+mới+}"),
        ("cũ", "", "[-cũ-]"),
        ("", "", ""),
    ],
)
def test_words_are_told_apart(before: str, after: str, line: str) -> None:
    assert told(before, after) == line


def test_the_form_of_unicode_is_no_change() -> None:
    text = "Giao Công an thị xã rà soát hồ sơ tồn đọng"
    assert told(unicodedata.normalize("NFD", text), text) == text


@pytest.mark.parametrize("length", [0, 1, 40, 3_000])
def test_what_stayed_and_went_is_the_old_text_what_stayed_and_came_the_new(length: int) -> None:
    chance = random.Random(length)
    old, new = _texts(chance, length)
    pieces = word_changes(old, new)
    assert "".join(one.text for one in pieces if one.kind != "added").split() == old.split()
    assert "".join(one.text for one in pieces if one.kind != "removed").split() == new.split()


def test_time_grows_with_the_text_and_not_its_square() -> None:
    def seconds(length: int) -> float:
        old, new = _texts(random.Random(1), length)
        begun = process_time()
        word_changes(old, new)
        return process_time() - begun

    seconds(1_000)
    assert seconds(32_000) < 24 * max(seconds(4_000), 0.005)


def _texts(chance: random.Random, length: int) -> tuple[str, str]:
    old = [chance.choice(WORDS) + (". " if chance.random() < 0.05 else "") for _ in range(length)]
    return " ".join(old), " ".join("mới" if chance.random() < 0.02 else word for word in old)
