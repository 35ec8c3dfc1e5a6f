"""The calendar file by RFC 5545: lines, escapes, days and moments."""

from __future__ import annotations

from datetime import UTC, date, datetime

from giaoban.notices.calendar import Event, calendar, escaped, folded

NOW = datetime(2024, 4, 1, 1, 0, tzinfo=UTC)


def unfolded(content: bytes) -> list[str]:
    """Return the lines of a calendar as a program reads them."""
    return content.replace(b"\r\n ", b"").decode("utf-8").rstrip("\r\n").split("\r\n")


def test_a_day_and_a_meeting() -> None:
    meeting = Event(
        "c-1@giaoban", "Giao ban", datetime(2024, 6, 27, 1, tzinfo=UTC), datetime(2024, 6, 27, 4, tzinfo=UTC), "Tầng 2"
    )
    lines = unfolded(calendar("Lịch", [Event("a-1@giaoban", "Hạn NV-2024-001", date(2024, 4, 20)), meeting], NOW))
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-1] == "END:VCALENDAR"
    assert "DTSTART;VALUE=DATE:20240420" in lines
    assert "DTEND;VALUE=DATE:20240421" in lines
    assert "DTSTART:20240627T010000Z" in lines
    assert "DTEND:20240627T040000Z" in lines
    assert lines.count("DTSTAMP:20240401T010000Z") == 2
    assert "LOCATION:Tầng 2" in lines


def test_signs_that_mean_something_are_escaped() -> None:
    assert escaped("a;b,c\\d\r\nBEGIN:VEVENT\x00") == "a\\;b\\,c\\\\d\\nBEGIN:VEVENT"


def test_long_lines_are_folded_between_characters() -> None:
    line = "SUMMARY:" + "Ẫ" * 100
    pieces = folded(line).split(b"\r\n")
    assert max(len(one) for one in pieces) <= 75
    assert all(one.decode("utf-8") for one in pieces if one)
    assert unfolded(folded(line)) == [line]
