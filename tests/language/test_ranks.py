"""Which of two bodies is the higher one."""

from __future__ import annotations

import pytest

from giaoban.language.office import Office
from giaoban.language.ranks import level_of, lowest_level


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("UBND xã Tân Lập", 1),
        ("Phòng Nội vụ huyện", 2),
        ("Ban Nội chính Tỉnh ủy", 3),
        ("Bộ Công an", 4),
        ("Bộ Chỉ huy Quân sự tỉnh", 3),
        ("các cơ quan, đơn vị", None),
    ],
)
def test_level_of_a_name(name: str, level: int | None) -> None:
    assert level_of(name) == level


def test_a_letterhead_is_of_its_lowest_level() -> None:
    assert lowest_level(["TỈNH ỦY CAO BẰNG", "HUYỆN ỦY QUẢNG HÒA", "*"]) == 2
    assert lowest_level(["*"]) is None


def test_above_an_office_stand_higher_levels_but_no_group_of_others() -> None:
    office = Office(official=True, issuer=frozenset(), chair=frozenset(), level=2)
    assert office.is_above("UBND tỉnh")
    assert office.is_above("Chính phủ")
    assert not office.is_above("các xã, thị trấn")
    assert not office.is_above("các sở, ngành của tỉnh")
    assert not Office(official=True, issuer=frozenset(), chair=frozenset(), level=4).is_above("Bộ Công an")
