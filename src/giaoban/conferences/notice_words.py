"""The fixed words of a notice of conclusion, from ``data/notice.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from giaoban.facts import load


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """Fixed words of a notice of conclusion; a place in braces is filled in."""

    id: str
    words: str
    source: str


def said(code: str, **places: str) -> str:
    """Return fixed words of the notice with their places filled in; raises :class:`KeyError` for an unknown code."""
    return _words()[code].format(**places)


@cache
def _words() -> dict[str, str]:
    return {row.id: row.words for row in load("giaoban.conferences", "notice", NoticeWords)}
