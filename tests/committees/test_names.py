"""Names of bodies compare as a clerk compares them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.committees.names import bare, counted, full, loose, own_tails, parts, plain, prefixes

TAILS = own_tails("Thị ủy Cửa Lò", "thị xã", "Cửa Lò")

SAME = (
    ("Toà án nhân dân", "Tòa án nhân dân"),
    ("TAND thị xã", "Tòa án nhân dân thị xã"),
    ("Ban CHQS", "Ban Chỉ huy Quân sự"),
    ("VP HĐND & UBND", "Văn phòng HĐND và UBND"),
    ("Văn phòng HĐND–UBND", "Văn phòng HĐND - UBND"),
    ("UBMTTQVN", "Ủy ban Mặt trận Tổ quốc"),
    ("Phòng Tài chính – Kế hoạch", "Phòng Tài chính - Kế hoạch"),
    ("“Công an”.", "công an"),
)
DIFFERENT = (
    ("Bộ Chỉ huy Quân sự", "Ban Chỉ huy Quân sự"),
    ("Tòa án quân sự", "Tòa án nhân dân"),
    ("Nghi Thủy", "Nghi Thu"),
    ("Hòa", "Hoa"),
)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_ways_to_write_one_name(one: str, other: str) -> None:
    assert full(one) == full(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_names(one: str, other: str) -> None:
    assert full(one) != full(other)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Công an thị xã Cửa Lò", "công an"),
        ("Công an của thị xã", "công an"),
        ("Ban Tổ chức Thị ủy", "ban tổ chức"),
        ("Công an tỉnh", "công an tỉnh"),
        ("thị xã", "thị xã"),
        ("Thị ủy Cửa Lò", "thị ủy"),
    ],
)
def test_the_own_level_and_place_are_left_off(name: str, short: str) -> None:
    assert " ".join(bare(full(name), TAILS)) == short


def test_small_words_in_a_groups_name_come_and_go() -> None:
    assert loose(full("cơ quan trong khối của thị xã"), TAILS) == loose(full("cơ quan khối"), TAILS)


@pytest.mark.parametrize(
    ("name", "count", "rest"),
    [
        ("7 phường", 7, "phường"),
        ("07 phường", 7, "phường"),
        ("hai xã", 2, "xã"),
        ("tất cả các xã", 0, "xã"),
        ("phường", None, "phường"),
        ("7", None, "7"),
        ("² phường", None, "² phường"),
        ("12345 phường", None, "12345 phường"),
        ("các", None, "các"),
    ],
)
def test_how_many_are_meant(name: str, count: int | None, rest: str) -> None:
    assert counted(plain(name)) == (count, plain(rest))


def test_what_stands_for_a_body_is_taken_off() -> None:
    assert plain("công an") in list(prefixes(plain("Trưởng Công an")))
    assert list(prefixes(plain("Công an"))) == []


def test_names_in_a_row() -> None:
    assert parts(plain("Công an, Quân sự và Biên phòng")) == [plain("công an"), plain("quân sự"), plain("biên phòng")]


@given(st.text(max_size=80))
def test_whatever_is_written_it_has_a_form_that_stays(text: str) -> None:
    once = full(text)
    assert full(" ".join(once)) == once
    assert len(bare(once, TAILS)) <= len(once)
    assert bool(bare(once, TAILS)) == bool(once)
