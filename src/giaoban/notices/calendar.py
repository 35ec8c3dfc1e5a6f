"""A calendar as programs read it (iCalendar, RFC 5545): days and meetings, in lines of at most 75 octets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

#: The longest line in octets, without its end (RFC 5545, 3.1).
LONGEST_LINE = 75


@dataclass(frozen=True, slots=True)
class Event:
    """Something in a calendar: on a day, or from a moment until another; ``uid`` stays the same for ever."""

    uid: str
    summary: str
    starts: date | datetime
    ends: datetime | None = None
    place: str = ""
    description: str = ""
    address: str = ""


def calendar(name: str, events: Iterable[Event], now: datetime) -> bytes:
    """Return the calendar file; ``now`` says when its content was so (must be aware of its time zone)."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Giao Ban//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
    ]
    for event in events:
        lines += _lines(event, now)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def _lines(event: Event, now: datetime) -> Iterator[str]:
    yield from ("BEGIN:VEVENT", f"UID:{escaped(event.uid)}", f"DTSTAMP:{_moment(now)}")
    yield from _span(event)
    yield f"SUMMARY:{escaped(event.summary)}"
    for name, text in (("LOCATION", event.place), ("DESCRIPTION", event.description)):
        if text:
            yield f"{name}:{escaped(text)}"
    if event.address:
        yield f"URL:{''.join(event.address.split())}"
    yield "END:VEVENT"


def _span(event: Event) -> Iterator[str]:
    """Yield begin and end; a day takes up no time of its owner (TRANSPARENT)."""
    if isinstance(event.starts, datetime):
        yield f"DTSTART:{_moment(event.starts)}"
        yield f"DTEND:{_moment(event.ends or event.starts + timedelta(hours=2))}"
    else:
        yield f"DTSTART;VALUE=DATE:{event.starts:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{event.starts + timedelta(days=1):%Y%m%d}"
        yield "TRANSP:TRANSPARENT"


def escaped(text: str) -> str:
    """Return a text as a value: one line, its signs that mean something here written with a backslash."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\\", "\\\\")
    text = text.replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    return "".join(sign for sign in text if sign >= " ")


def folded(line: str) -> bytes:
    """Return a line with its end, folded between characters where it is too long."""
    pieces, piece = [], b""
    for sign in line:
        octets = sign.encode("utf-8")
        if len(piece) + len(octets) > LONGEST_LINE:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
