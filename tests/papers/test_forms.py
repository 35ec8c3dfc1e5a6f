"""Who issues in which form, under which symbol; days as papers write them."""

from __future__ import annotations

from datetime import date

import pytest

from giaoban.committees.models import Committee
from giaoban.papers.forms import form, issuer_of, written_date

PROVINCE = Committee(name="Tỉnh ủy Nghệ An", level="province", level_word="tỉnh", place="Nghệ An")


@pytest.mark.parametrize(
    ("name", "superior", "parent", "number"),
    [
        ("Thị ủy Cửa Lò", PROVINCE, "Đảng bộ tỉnh Nghệ An", "Số 05-BB/ThU"),
        ("Thị uỷ Cửa Lò", None, "", "Số 05-BB/ThU"),
        ("Đảng ủy phường Cửa Lò", PROVINCE, "Đảng bộ tỉnh Nghệ An", "Số 05-BB/ĐU"),
        ("Tỉnh ủy Nghệ An", None, "", "Số 05-BB/TU"),
        ("Ủy ban nhân dân phường Cửa Lò", PROVINCE, "", "Số: 05/BB-UBND"),
        ("UBND thị xã", None, "", "Số: 05/BB-UBND"),
    ],
)
def test_the_name_says_form_parent_and_symbol(name: str, superior: Committee | None, parent: str, number: str) -> None:
    issuer = issuer_of(Committee(name=name, place="Cửa Lò", superior=superior))
    assert (issuer.parent, issuer.number("BB", 5)) == (parent, number)
    assert issuer.form == form("state" if "UBND" in number else "party")


def test_without_a_number_there_is_room_for_one() -> None:
    assert issuer_of(PROVINCE).number("TB") == "Số       -TB/TU"


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2024, 2, 5), "ngày 05 tháng 02 năm 2024"),
        (date(2024, 3, 27), "ngày 27 tháng 3 năm 2024"),
        (date(2024, 12, 1), "ngày 01 tháng 12 năm 2024"),
    ],
)
def test_a_leading_nought_before_days_below_ten_and_the_first_two_months(day: date, written: str) -> None:
    assert written_date(day) == written
    assert issuer_of(Committee(name="Thị ủy", place="Cửa Lò")).place_and_date(day) == f"Cửa Lò, {written}"
