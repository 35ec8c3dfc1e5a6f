"""Arithmetic on stretches of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.documents.spans import divided, joined, loses_words, moved_edge, untaken_clauses, whole_words, words_in

TEXT = "Rà soát kế hoạch; báo cáo ngày 21/12/2021, số 41-TB/ThU 😀 xong."
SPAN = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda two: (min(two), max(two)))


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("soát kế", "soát kế"),
        ("oát k", "soát kế"),
        ("; báo", "báo"),
        ("/12/", "21/12/2021"),
        ("; ", None),
        ("😀", None),
    ],
)
def test_whole_words(words: str, wanted: str | None) -> None:
    start = TEXT.index(words)
    found = whole_words(TEXT, start, start + len(words))
    assert (TEXT[found[0] : found[1]] if found else None) == wanted


@given(span=SPAN)
def test_whole_words_cut_none(span: tuple[int, int]) -> None:
    found = whole_words(TEXT, *span)
    if found is not None:
        edges = {edge for word in words_in(TEXT, 0, len(TEXT)) for edge in range(word[0] + 1, word[1])}
        assert not edges & set(found)


WORDS = words_in(TEXT, 0, len(TEXT))


@given(
    first=st.integers(0, len(WORDS) - 1),
    last=st.integers(0, len(WORDS) - 1),
    words=st.integers(-3, 3).filter(bool),
    edge=st.sampled_from(["start", "end"]),
)
def test_an_edge_moves_there_and_back(first: int, last: int, words: int, edge: str) -> None:
    span = (WORDS[min(first, last)][0], WORDS[max(first, last)][1])
    moved = moved_edge(TEXT, span, edge, words)  # type: ignore[arg-type]
    if moved:
        assert moved_edge(TEXT, moved, edge, -words) == span  # type: ignore[arg-type]


@given(taken=st.lists(SPAN, max_size=4))
def test_every_word_is_taken_or_in_a_clause_that_is_not(taken: list[tuple[int, int]]) -> None:
    clauses = untaken_clauses(TEXT, taken)
    for place, character in enumerate(TEXT):
        is_taken = any(start <= place < end for start, end in taken)
        is_shown = any(start <= place < end for start, end in clauses)
        assert not (is_taken and is_shown)
        assert is_taken or is_shown or not character.isalnum()


def test_division_and_joining() -> None:
    before, after = divided(TEXT, [(0, 16)], TEXT.index("kế"))
    assert [TEXT[a:b] for a, b in (*before, *after)] == ["Rà soát", "kế hoạch"]
    assert joined(TEXT, [*before, *after]) == [(0, 16)]
    assert joined(TEXT, [(0, 2), (8, 10)]) == [(0, 2), (8, 10)]


def test_losing_words() -> None:
    assert loses_words(TEXT, [(0, 16)], [(0, 10)])
    assert not loses_words(TEXT, [(0, 17)], [(0, 16)])
