"""The reader: a document → what it says. Nothing is stored and nothing is sent anywhere."""

from __future__ import annotations

from os import PathLike

from giaoban import language
from giaoban.language.extraction import Extraction
from giaoban.reading import Limits, Text, read_bytes, read_file, read_text

__all__ = ["Extraction", "Limits", "Text", "extract", "understand"]


def extract(source: str | bytes | PathLike[str], *, name: str = "", limits: Limits | None = None) -> Extraction:
    """Return everything found in a document: its text, or a file's bytes or path.

    ``name`` is the name of the file that bytes come from, for its extension. Raises
    :class:`~giaoban.reading.ReadingRefusal` for a document that cannot or must not be read, and :class:`OSError`
    for a path that cannot be opened.
    """
    if isinstance(source, str):
        return understand(read_text(source, name, limits=limits))
    if isinstance(source, bytes):
        return understand(read_bytes(source, name, limits=limits))
    return understand(read_file(source, limits=limits))


def understand(text: Text) -> Extraction:
    """Return everything found in a text that was read before."""
    return language.understand(text.text)
