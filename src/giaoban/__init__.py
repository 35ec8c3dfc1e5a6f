"""Giao Ban: from the conclusion of a conference to tasks that are answered.

The reader is worth using alone:

>>> from giaoban import extract
>>> extract("Yêu cầu Công an xã tăng cường tuần tra.").text
'Yêu cầu Công an xã tăng cường tuần tra.'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from giaoban.language.explanation import Explanation
    from giaoban.language.extraction import Extraction
    from giaoban.reader import explain, extract

__all__ = ["Explanation", "Extraction", "explain", "extract"]

_HOMES = {
    "Explanation": "giaoban.language.explanation",
    "Extraction": "giaoban.language.extraction",
    "explain": "giaoban.reader",
    "extract": "giaoban.reader",
}


def __getattr__(name: str) -> object:
    """Return a public name, imported on first use, so that ``import giaoban`` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
