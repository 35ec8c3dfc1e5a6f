"""The lists of words: every row has words and a source, no phrase stands in one list twice by chance."""

from __future__ import annotations

import pytest

from giaoban.facts import load
from giaoban.language.lexicon import WordList, phrases, phrases_of
from giaoban.language.words import words_of

LISTS = ["cues", "due_words", "modals", "openers", "reporting", "sections", "speakers", "verbs"]


@pytest.mark.parametrize("name", LISTS)
def test_rows_have_words(name: str) -> None:
    assert all(
        row.words and all(word.strip() for word in row.words) for row in load("giaoban.language", name, WordList)
    )


def test_a_phrase_has_the_id_of_its_row() -> None:
    assert phrases("modals").longest(words_of("tuyệt đối không để xảy ra"), 0) == ("not", 4)
    assert phrases_of("reporting", "give").longest(words_of("giao nhiệm vụ cho xã"), 0) == ("give", 4)
