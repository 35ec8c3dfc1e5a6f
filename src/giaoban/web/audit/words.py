"""The words of the journal: what happened, to what kind of thing, which value was changed."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language

from giaoban.facts import load


@dataclass(frozen=True, slots=True)
class Named:
    """A code and what it is called, in Vietnamese and English."""

    id: str
    words: str
    english: str
    source: str


def named(name: str) -> dict[str, Named]:
    """Return the rows of a data file of the journal by their codes: ``events``, ``subjects`` or ``fields``."""
    return {row.id: row for row in load("giaoban.web.audit", name, Named)}


def label(name: str, code: str) -> str:
    """Return what a code is called in the language of the page; the code itself where it has no row."""
    row = named(name).get(code)
    if row is None:
        return code
    return row.english if (get_language() or "vi").startswith("en") else row.words
