"""Periods as written: found in running text, parsed alone, and left where they are none."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.periods import Period, find_periods, parse_period

from .test_period import periods


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("quý I/2024", "2024-Q1"),
        ("Quý II-2024", "2024-Q2"),
        ("quý 1 năm 2024", "2024-Q1"),
        ("QUÝ III NĂM 2021", "2021-Q3"),
        ("quí IV/2021", "2021-Q4"),
        ("quý IV, năm 2022", "2022-Q4"),
        ("quý 3.2023", "2023-Q3"),
        ("tháng 3/2024", "2024-03"),
        ("tháng 03 năm 2024", "2024-03"),
        ("Tháng 12-2023", "2023-12"),
        ("6 tháng đầu năm 2024", "2024-H1"),
        ("06 tháng cuối năm 2024", "2024-H2"),
        ("sáu tháng đầu năm 2024", "2024-H1"),
        ("6 tháng năm 2024", "2024-H1"),
        ("nửa cuối năm 2024", "2024-H2"),
        ("9 tháng năm 2024", "2024-9M"),
        ("9 tháng đầu năm 2024", "2024-9M"),
        ("chín tháng đầu năm 2024", "2024-9M"),
        ("3 tháng đầu năm 2024", "2024-Q1"),
        ("3 tháng cuối năm 2022", "2022-Q4"),
        ("năm 2024", "2024"),
        ("cả năm 2024", "2024"),
        ("2024-H1", "2024-H1"),
        (" quý I/2024\n", "2024-Q1"),
    ],
)
def test_a_period_with_its_year(text: str, iso: str) -> None:
    assert str(parse_period(text)) == iso
    assert str(parse_period(unicodedata.normalize("NFD", text), 1999)) == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("quý 1", "2024-Q1"),
        ("quý IV", "2024-Q4"),
        ("tháng 5", "2024-05"),
        ("6 tháng cuối năm", "2024-H2"),
        ("9 tháng đầu năm", "2024-9M"),
        ("cả năm", "2024"),
    ],
)
def test_the_year_can_come_from_the_context(text: str, iso: str) -> None:
    assert str(parse_period(text, 2024)) == iso
    with pytest.raises(ValueError, match="no year"):
        parse_period(text)


@pytest.mark.parametrize(
    "text",
    ["", "quý", "quý V/2024", "tháng 13/2024", "9 tháng cuối năm 2024", "năm 24", "quý I/2024 và quý II"],
)
def test_another_text_is_no_period(text: str) -> None:
    with pytest.raises(ValueError, match="no period"):
        parse_period(text, 2024)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("nội chính quý 1, nhiệm vụ quý 2 năm 2024.", [("quý 1", "2020-Q1"), ("quý 2 năm 2024", "2024-Q2")]),
        ("Báo cáo tháng 3, tháng 4/2024", [("tháng 3", "2020-03"), ("tháng 4/2024", "2024-04")]),
        ("Hà Tĩnh, ngày 27 tháng 3 năm 2024", []),
        ("ngày      tháng 3 năm 2024", [("tháng 3 năm 2024", "2024-03")]),
        ("trước 30/6 năm 2024", []),
        ("giai đoạn năm 2021 - 2025", []),
        ("giai đoạn năm 2021-2025", []),
        ("quý cơ quan, quý ít, quý công, Quý Mão", []),
        ("sau 6 tháng thực hiện; 3 tháng; mỗi 6 tháng một lần", []),
        ("quý 12, tháng 45, quý IIII", []),
        ("tháng 3/4", []),
        ("cả năm 2023; cả năm", [("cả năm 2023", "2023"), ("cả năm", "2020")]),
        ("số 06/2024, tháng 7.", [("tháng 7", "2020-07")]),
        ("họp 6 tháng 2 lần", []),
        ("trong 9 tháng cuối năm 2024", []),
    ],
)
def test_periods_in_running_text(text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[one.start : one.end], str(one.period(2020))) for one in find_periods(text)] == found


def test_without_a_year_there_is_no_period() -> None:
    assert [one.period() for one in find_periods("quý I")] == [None]


@given(periods)
def test_a_label_is_read_back(period: Period) -> None:
    assert parse_period(period.label) == period
    assert [one.period() for one in find_periods(f"Báo cáo {period.label}.")] == [period]


@given(st.text(alphabet=" /-.,0123469quýíthángnămđầucốiIVcảử\n"))
def test_any_text_gives_spans_in_order(text: str) -> None:
    end = 0
    for one in find_periods(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end
