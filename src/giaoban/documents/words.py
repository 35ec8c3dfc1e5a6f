"""The words of the documents part's data files: kinds of documents, and how a unit was found."""

from __future__ import annotations

from dataclasses import dataclass

from giaoban.facts import load


@dataclass(frozen=True, slots=True)
class Wording:
    """A code and what people read for it."""

    id: str
    words: str
    english: str
    source: str


def doc_types() -> tuple[Wording, ...]:
    """Return the kinds of documents (loại văn bản), in the file's order."""
    return load("giaoban.documents", "doc_types", Wording)


def bases() -> tuple[Wording, ...]:
    """Return the ways in which a unit was found (căn cứ), in the file's order."""
    return load("giaoban.documents", "bases", Wording)
