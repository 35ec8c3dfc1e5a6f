"""Dates as an office writes them, and how far off a due date is."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from giaoban.web.templatetags.dates import ago, day, day_time, day_words, distance, due

TODAY = date(2024, 5, 21)


def test_a_day_is_written_day_first() -> None:
    assert day(date(2024, 3, 5)) == "05/03/2024"
    assert day(None) == ""


def test_a_moment_is_told_in_the_office_s_time() -> None:
    late_evening = datetime(2024, 5, 20, 18, 30, tzinfo=UTC)
    assert day(late_evening) == "21/05/2024"
    assert day_time(late_evening) == "21/05/2024 01:30"


@pytest.mark.parametrize(("language", "words"), [("vi", "thứ Năm 27/06/2024"), ("en", "Thursday 27/06/2024")])
def test_a_weekday_in_words(language: str, words: str) -> None:
    with translation.override(language):
        assert day_words(date(2024, 6, 27)) == words


@pytest.mark.parametrize(
    ("due_on", "vietnamese", "english"),
    [
        (date(2024, 5, 15), "quá 6 ngày", "6 days late"),
        (date(2024, 5, 20), "quá 1 ngày", "1 day late"),
        (TODAY, "đến hạn hôm nay", "due today"),
        (date(2024, 5, 24), "còn 3 ngày", "3 days left"),
    ],
)
def test_distance(due_on: date, vietnamese: str, english: str) -> None:
    with translation.override("vi"):
        assert distance(due_on, TODAY) == vietnamese
    with translation.override("en"):
        assert distance(due_on, TODAY) == english


@pytest.mark.parametrize(
    ("then", "words"),
    [
        (TODAY, "hôm nay"),
        (date(2024, 5, 20), "hôm qua"),
        (date(2024, 5, 16), "5 ngày trước"),
        (date(2024, 5, 1), "01/05/2024"),
        (date(2024, 5, 22), "22/05/2024"),
    ],
)
def test_ago_tells_a_week_in_words_and_then_the_date(then: date, words: str) -> None:
    with translation.override("vi"):
        assert ago(then, TODAY) == words


def test_due_of_an_open_thing_says_how_late_and_how_often_extended() -> None:
    with translation.override("vi"):
        shown = due(date(2024, 5, 15), today=TODAY, first_due_on=date(2024, 4, 30), extensions=1)
    assert shown["tone"] == "late"
    assert shown["notes"] == ["quá 6 ngày", "ban đầu 30/04/2024", "gia hạn 1 lần"]


def test_due_of_a_closed_thing_is_no_longer_late() -> None:
    assert due(date(2024, 5, 15), today=TODAY, is_closed=True)["tone"] == ""


def test_due_by_the_period_names_the_period() -> None:
    with translation.override("vi"):
        shown = due(date(2024, 6, 30), today=TODAY, basis="conference", period="quý II/2024")
    assert (shown["tone"], shown["notes"]) == ("", ["quý II/2024"])
