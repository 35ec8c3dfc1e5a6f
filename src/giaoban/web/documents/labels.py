"""The words of the documents part in the language of the page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from django.utils.translation import get_language

from giaoban.documents.dues import recurrences
from giaoban.documents.words import bases, doc_types
from giaoban.periods import Period


class Worded(Protocol):
    """A row of a data file with its words in both languages."""

    @property
    def id(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def english(self) -> str: ...


def _is_english() -> bool:
    return (get_language() or "vi").startswith("en")


def _label(rows: Iterable[Worded], code: str) -> str:
    row = next((one for one in rows if one.id == code), None)
    if row is None:
        return code
    return row.english if _is_english() else row.words


def doc_type_label(code: str) -> str:
    """Return the kind of a document (loại văn bản)."""
    return _label(doc_types(), code)


def basis_label(code: str) -> str:
    """Return how a unit was found."""
    return _label(bases(), code)


def recurrence_label(code: str) -> str:
    """Return how often."""
    return _label(recurrences(), code)


def period_label(code: str) -> str:
    """Return a period as an office writes it ("quý II/2024"), in English its short form; "" for none."""
    if not code:
        return ""
    return code if _is_english() else Period.parse(code).label
