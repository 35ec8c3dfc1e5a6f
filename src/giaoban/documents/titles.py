"""Names: of a task after the words of its directive, of a document after its conference or its file.

>>> title_of("tăng cường nắm tình hình nhất là trên biển")
'Tăng cường nắm tình hình nhất là trên biển'
"""

from __future__ import annotations

from pathlib import PurePath

from giaoban.vietnamese import tidy

LONGEST = 300


def title_of(quote: str) -> str:
    """Return what a task made from these words is called: the words, a capital first, cut after a whole word."""
    words = tidy(quote)
    if len(words) > LONGEST:
        words = words[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
    return words[:1].upper() + words[1:]


def title_of_file(name: str) -> str:
    """Return what a document is called until somebody or the reader names it: its file's name without the extension."""
    return tidy(PurePath(name).stem.replace("_", " "))[:LONGEST] or name[:LONGEST]
