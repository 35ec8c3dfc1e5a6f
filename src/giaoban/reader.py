"""The reader: a document → what it says. Nothing is stored and nothing is sent anywhere."""

from __future__ import annotations

from os import PathLike

from giaoban import language
from giaoban.language.explanation import Explanation
from giaoban.language.extraction import Extraction
from giaoban.reading import Limits, Text, read_bytes, read_file, read_text

__all__ = ["Explanation", "Extraction", "Limits", "Text", "explain", "extract", "read", "understand"]


def extract(source: str | bytes | PathLike[str], *, name: str = "", limits: Limits | None = None) -> Extraction:
    """Return everything found in a document: its text, or a file's bytes or path.

    ``name`` is the name of the file that bytes come from, for its extension. Raises
    :class:`~giaoban.reading.ReadingRefusal` for a document that cannot or must not be read, and :class:`OSError`
    for a path that cannot be opened.
    """
    return understand(read(source, name=name, limits=limits))


def explain(source: str | bytes | PathLike[str], *, name: str = "", limits: Limits | None = None) -> Explanation:
    """Return the same, and for each clause of the document what it is and why (giải thích).

    >>> explained = explain("Bí thư yêu cầu Công an xã tuần tra.")
    >>> [(one.outcome, one.reason, one.led_by) for one in explained.clauses]
    [('directive', 'asked', 'own')]

    Takes and raises what :func:`extract` does.
    """
    return language.explain(read(source, name=name, limits=limits).text)


def read(source: str | bytes | PathLike[str], *, name: str = "", limits: Limits | None = None) -> Text:
    """Return the text of a document: of its words, a file's bytes or path. Raises what :func:`extract` does."""
    if isinstance(source, str):
        return read_text(source, name, limits=limits)
    if isinstance(source, bytes):
        return read_bytes(source, name, limits=limits)
    return read_file(source, limits=limits)


def understand(text: Text) -> Extraction:
    """Return everything found in a text that was read before."""
    return language.understand(text.text)
