"""Dates as written: every form, shares that only look like dates, days that no calendar has."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.facts import load
from giaoban.periods import find_dates
from giaoban.periods.dates import DateMarker, WrittenDate


def read(text: str) -> list[tuple[str, int, int, int | None, bool]]:
    return [(text[d.start : d.end], d.day, d.month, d.year, d.is_marked) for d in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "written", "day", "month", "year"),
    [
        ("Sáng ngày 27/3, Ban Thường vụ", "27/3", 27, 3, None),
        ("ngày 27/3/2024", "27/3/2024", 27, 3, 2024),
        ("hội nghị 27-3-2024.", "27-3-2024", 27, 3, 2024),
        ("Hà Nội, 27.3.2024", "27.3.2024", 27, 3, 2024),
        ("ngày 27 tháng 3 năm 2024", "27 tháng 3 năm 2024", 27, 3, 2024),
        ("ngày 05/10/2022", "05/10/2022", 5, 10, 2022),
        ("ngày 05 tháng 02, năm 2022", "05 tháng 02, năm 2022", 5, 2, 2022),
        ("ngày 5 tháng 2 tới", "5 tháng 2", 5, 2, None),
        ("ngày 27/3 năm 2024", "27/3 năm 2024", 27, 3, 2024),
        ("xong trước 15/10, thu hồi", "15/10", 15, 10, None),
        ("Sáng nay (30/8), UBND", "30/8", 30, 8, None),
        ("trước ngày 30-6", "30-6", 30, 6, None),
        ("trước 20.4, gửi báo cáo", "20.4", 20, 4, None),
        ("ngày 21/12/21 của", "21/12/21", 21, 12, 2021),
        ("ngày 29/2", "29/2", 29, 2, None),
        ("ngày 31 / 12 / 2024", "31 / 12 / 2024", 31, 12, 2024),
    ],
)
def test_a_date(text: str, written: str, day: int, month: int, year: int | None) -> None:
    assert read(text) == [(written, day, month, year, True)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("từ ngày 15/12/2023 đến ngày 14/3/2024", [(15, 12), (14, 3)]),
        ("dịp lễ 30/4, 01/5", [(30, 4), (1, 5)]),
        ("NGHỈ LỄ 30/4 VÀ 01/5/2024", [(30, 4), (1, 5)]),
        ("trong hai ngày 27-28/3", [(28, 3)]),
        ("ngày 27, 28/3/2024", [(28, 3)]),
        ("từ ngày 30/6-05/7", [(30, 6), (5, 7)]),
    ],
)
def test_several_dates(text: str, days: list[tuple[int, int]]) -> None:
    assert [(one.day, one.month) for one in find_dates(text)] == days
    assert all(one.is_marked for one in find_dates(text))


@pytest.mark.parametrize("text", ["giải quyết 7/7 đơn", "đến nay 11/11 huyện", "trực 24/7", "12/10/15 huyện"])
def test_a_share_is_not_marked(text: str) -> None:
    assert [one.is_marked for one in find_dates(text)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "ngày 31/4/2024",
        "ngày 29/2/2023",
        "ngày 30 tháng 2",
        "ngày 32/1",
        "ngày 1/13",
        "ngày 0/3",
        "ngày 1/0",
        "số 06/2024/QĐ-UBND",
        "Nghị quyết 12/5-NQ",
        "Quyết định 12/5/QĐ",
        "21-CT/TW",
        "điểm 2.4",
        "khoảng 4-5 vụ",
        "1.312/1.870 vụ",
        "31/33 chi bộ",
        "1/27/3",
        "27/3/20245",
        "trực 24/24 giờ",
    ],
)
def test_these_are_no_dates(text: str) -> None:
    assert find_dates(text) == []


def test_on_takes_the_written_year_first() -> None:
    assert find_dates("ngày 27/3/2024")[0].on(2020) == date(2024, 3, 27)
    assert find_dates("ngày 27/3")[0].on(2020) == date(2020, 3, 27)
    assert find_dates("ngày 27/3")[0].on() is None
    assert find_dates("ngày 29/2")[0].on(2023) is None
    assert find_dates("ngày 29/2")[0].on(2024) == date(2024, 2, 29)


FORMS = (
    "{d}/{m}/{y}",
    "{d:02}/{m:02}/{y}",
    "{d}-{m}-{y}",
    "{d}.{m}.{y}",
    "{d} tháng {m} năm {y}",
    "{d}/{m} năm {y}",
)


@given(
    st.dates(date(1000, 1, 1)),
    st.sampled_from(FORMS),
    st.sampled_from(["", "ngày ", "Sáng ", "đến hết ngày "]),
)
def test_every_day_is_read_back(day: date, form: str, before: str) -> None:
    written = form.format(d=day.day, m=day.month, y=day.year)
    text = f"{before}{written}, theo kế hoạch"
    end = len(before) + len(written)
    assert find_dates(text) == [WrittenDate(len(before), end, day.day, day.month, day.year, True)]


@given(st.text(alphabet=" /-.,(0123ngàythángăm\n"))
def test_any_text_gives_spans_in_order(text: str) -> None:
    end = 0
    for one in find_dates(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end


@pytest.mark.parametrize("marker", load("giaoban.periods", "date_markers", DateMarker), ids=lambda one: one.id)
def test_every_marker_marks_its_example(marker: DateMarker) -> None:
    assert [one.is_marked for one in find_dates(marker.example)] == [True]


@pytest.mark.parametrize(
    "hostile", ["1/1 " * 50_000, "ngày " * 40_000, "1" * 200_000, "1 , " * 50_000, "27 tháng " * 20_000]
)
def test_hostile_text_takes_no_more_than_linear_time(hostile: str) -> None:
    start = process_time()
    find_dates(hostile)
    assert process_time() - start < 5
