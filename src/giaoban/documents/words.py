"""The words of the documents part's data files: kinds of documents, those cited too, and how a unit was found."""

from __future__ import annotations

import re
from dataclasses import dataclass

from giaoban.facts import load


@dataclass(frozen=True, slots=True)
class Wording:
    """A code and what people read for it."""

    id: str
    words: str
    english: str
    source: str


@dataclass(frozen=True, slots=True)
class CitedKind:
    """A kind of document that is cited, and its letters in a number; none for what is cited by name."""

    id: str
    letters: str
    words: str
    english: str
    source: str


def doc_types() -> tuple[Wording, ...]:
    """Return the kinds of documents (loại văn bản), in the file's order."""
    return load("giaoban.documents", "doc_types", Wording)


def bases() -> tuple[Wording, ...]:
    """Return the ways in which a unit was found (căn cứ), in the file's order."""
    return load("giaoban.documents", "bases", Wording)


def cited_kinds() -> tuple[CitedKind, ...]:
    """Return the kinds of documents that are cited (loại văn bản được viện dẫn), in the file's order."""
    return load("giaoban.documents", "cited_kinds", CitedKind)


def kind_of_symbol(symbol: str) -> str:
    """Return the kind that the letters of a number stand for: "thông báo" for "41-TB/ThU"; "" for none of the file."""
    letters = re.findall(r"[^\W\d_]+", symbol)
    return next((one.id for one in cited_kinds() if letters and one.letters == letters[0]), "")
