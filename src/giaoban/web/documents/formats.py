"""Which formats wait for a program on this server, in the language of the page."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language

from giaoban.reading.programs import missing_programs


@dataclass(frozen=True, slots=True)
class WaitingFormat:
    """Files that cannot be read yet, and the Debian packages that they wait for."""

    what: str
    packages: str


def waiting_formats() -> list[WaitingFormat]:
    """Return the formats that wait for a program; none where all programs are installed."""
    is_english = (get_language() or "vi").startswith("en")
    return [
        WaitingFormat(one.what_english if is_english else one.what, " ".join(one.packages))
        for one in missing_programs()
    ]
