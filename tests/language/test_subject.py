"""The day that a document speaks of."""

from __future__ import annotations

from datetime import date

from giaoban.language.extraction import Conference
from giaoban.language.subject import day_of


def test_the_day_of_the_conference_comes_first() -> None:
    conference = Conference(None, "2024-03-27", None, None, None, None)
    assert day_of("Ngày 1/1/2020", conference) == date(2024, 3, 27)


def test_a_day_without_a_year_takes_the_year_most_written() -> None:
    assert day_of("Sáng 27/3, xã giao ban; kế hoạch năm 2024.", None) == date(2024, 3, 27)
    assert day_of("Kế hoạch năm 2024.", None) == date(2024, 1, 1)
    assert day_of("Không có ngày.", None) is None
