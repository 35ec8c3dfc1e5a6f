"""Short forms written out, and names compared by it."""

from __future__ import annotations

import pytest

from giaoban.language.abbreviations import canonical, expand


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("TAND TP Vinh", "Tòa án nhân dân thành phố Vinh"),
        ("UBKT Huyện uỷ", "Ủy ban kiểm tra huyện ủy"),
        ("Sở NN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("Ban CHQS TX", "Ban Chỉ huy Quân sự thị xã"),
        ("Phòng LĐ-TB&XH", "Phòng Lao động - Thương binh và Xã hội"),
        ("TP. Hạ Long", "Thành phố Hạ Long"),
        ("UBMTTQ Việt Nam xã", "Ủy ban MTTQ VN xã"),
    ],
)
def test_two_ways_to_write_one_name_compare_equal(short: str, full: str) -> None:
    assert canonical(short) == canonical(full)


def test_other_bodies_compare_unequal() -> None:
    assert canonical("Công an huyện") != canonical("Công an xã")


def test_what_is_no_short_form_stays() -> None:
    assert expand("Sở Tư pháp tỉnh Hà Nam") == "Sở Tư pháp tỉnh Hà Nam"
