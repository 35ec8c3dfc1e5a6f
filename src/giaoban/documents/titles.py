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
    words = cut(tidy(quote), LONGEST)
    return words[:1].upper() + words[1:]


def cut(words: str, longest: int) -> str:
    """Return the words in so many characters at most, cut after a whole word, “…” for the rest."""
    if len(words) <= longest:
        return words
    return words[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def title_of_file(name: str) -> str:
    """Return what a document is called until somebody or the reader names it: its file's name without the extension."""
    return tidy(PurePath(name).stem.replace("_", " "))[:LONGEST] or name[:LONGEST]
