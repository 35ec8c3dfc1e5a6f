"""Vietnamese text: one form, folding for search, the dictionary's order."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.vietnamese import ALPHABET, TONES, begun, fold, nfc, person_sort_text, sort_key, sort_text, tidy

VOWELS = "aăâeêioôơuưy"
MARKED = [nfc(vowel + tone) for vowel in VOWELS for tone in TONES]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("duong", "Đường"),
        ("duong", "ĐƯỜNG"),
        ("hoà giải", "hòa giải"),
        ("Uỷ ban", "Ủy ban"),
        ("khoá", "khóa"),
        ("thuý", "thúy"),
        ("  nghị\u00a0quyết ", "nghi quyet"),
        ("Hội\u200b nghị", "hoi nghi"),
        ("TỐI MẬT", "toi mat"),
        ("Quý I/2024", "quy i/2024"),
    ],
)
def test_these_are_found_by_each_other(one: str, other: str) -> None:
    assert fold(one) == fold(other) == fold(unicodedata.normalize("NFD", one))


def test_d_and_đ_are_folded_but_other_letters_stay_apart() -> None:
    assert fold("Đẩy mạnh") == "day manh"
    assert fold("ôn") != fold("an")
    assert fold("".join(MARKED)) == "".join(letter * 5 for letter in "aaaeeiooouuy")


@given(st.text())
def test_folding_is_done_once_and_for_all(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded
    assert not any(unicodedata.combining(one) for one in folded)


def test_tidy_keeps_marks_and_case() -> None:
    assert tidy("  Uỷ  ban\u200b\nnhân\tdân ") == "Uỷ ban nhân dân"
    assert tidy(unicodedata.normalize("NFD", "Thị ủy")) == "Thị ủy"


def test_the_alphabet_is_in_order() -> None:
    letters = list("aăâbcdđeêghiklmnoôơpqrstuưvxy")
    assert sorted(random.Random(1).sample(letters, len(letters)), key=sort_key) == letters
    assert set(letters) <= set(ALPHABET)


@pytest.mark.parametrize("vowel", VOWELS)
def test_tones_are_in_order(vowel: str) -> None:
    tones = [vowel, *(nfc(vowel + tone) for tone in TONES)]
    assert sorted(random.Random(4).sample(tones, len(tones)), key=sort_key) == tones
    assert sorted(random.Random(4).sample(tones, len(tones)), key=sort_text) == tones


@pytest.mark.parametrize(
    "ordered",
    [
        ["An", "Ân", "Dũng", "Đức", "Em"],
        ["dân", "dẫn", "dần dần", "đan", "đàn"],
        ["ma", "mà", "mả", "mã", "má", "mạ", "man"],
        ["Phường 1", "Phường 2", "Phường An", "Phường Ân"],
        ["ban", "bán", "bạn", "ban bí thư", "bang"],
        ["Nghi Hải", "Nghi Hoà", "Nghi Hòa", "Nghi Hương", "Nghi Tân", "Thu Thủy"],
        ["zip", "Ж", "漢", "😀"],
    ],
)
def test_an_order(ordered: list[str]) -> None:
    shuffled = random.Random(2).sample(ordered, len(ordered))
    assert sorted(shuffled, key=sort_key) == ordered
    assert sorted(shuffled, key=sort_text) == ordered


vietnamese = st.text(alphabet=[*ALPHABET, *ALPHABET.upper(), *MARKED, *" -/0129"])


@given(st.one_of(vietnamese, st.text()), st.one_of(vietnamese, st.text()))
def test_sort_text_agrees_with_sort_key(one: str, other: str) -> None:
    first, second = sort_key(one), sort_key(other)
    assert (sort_text(one) < sort_text(other)) == (first[:2] < second[:2])
    assert (sort_text(one) == sort_text(other)) == (first[:2] == second[:2])


@given(st.text())
def test_sort_text_can_be_stored(text: str) -> None:
    stored = sort_text(text)
    assert stored.encode().decode() == stored
    assert min(stored) >= " "
    assert sort_text(unicodedata.normalize("NFD", text)) == stored


def test_code_points_and_bytes_sort_alike() -> None:
    words = ["đ", "d", "漢", "😀", "\ue000", "\U0010ffff", "ậ", "1", " "]
    assert sorted(words, key=sort_text) == sorted(words, key=lambda one: sort_text(one).encode())


def test_people_sort_by_given_name() -> None:
    ordered = [
        "Phạm Thị An",
        "Nguyễn Văn Anh",
        "Lê Ân",
        "Lê Thị Hà",
        "Trần Văn Hà",
        "Bùi Thị Hạ",
        "Đỗ Toan",
        "Phạm Thị Hồng Toan",
    ]
    shuffled = random.Random(3).sample(ordered, len(ordered))
    assert sorted(shuffled, key=person_sort_text) == ordered
    assert person_sort_text("  Toan ") == person_sort_text("Toan")


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("đẩy mạnh", "Đẩy mạnh"),
        ("ứng phó", "Ứng phó"),
        ("UBND thị xã", "UBND thị xã"),
        ("15 ngày", "15 ngày"),
        ("", ""),
    ],
)
def test_words_that_stand_alone_begin_with_a_capital(words: str, written: str) -> None:
    assert begun(words) == written
