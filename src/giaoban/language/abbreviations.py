"""Short forms in the names of bodies, written out, so that two ways to write one name can be compared.

>>> expand("TAND TP Vinh")
'Tòa án nhân dân thành phố Vinh'
>>> canonical("UBKT Huyện uỷ") == canonical("Ủy ban kiểm tra huyện ủy")
True
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from giaoban.facts import load
from giaoban.language.words import lower

_SHORT = re.compile(r"[^\W\d_]+(?:\.(?=\s|\w))?")
_GLUED = re.compile(r"\s*[&–-]\s*|\s*,\s*")
_AMPERSAND = re.compile(r"\s*&\s*")


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A short form (the id) and what it stands for."""

    id: str
    full: str
    source: str


@cache
def _short_forms() -> dict[str, str]:
    return {row.id: row.full for row in load("giaoban.language", "abbreviations", ShortForm)}


def expand(name: str) -> str:
    """Return a body's name with its short forms written out; words that are none stay as they are."""
    return _SHORT.sub(_full, _AMPERSAND.sub(" và ", name))


def _full(match: re.Match[str]) -> str:
    return _short_forms().get(match[0].rstrip("."), match[0])


def canonical(name: str) -> str:
    """Return the form by which names are compared: written out, small, one tone spelling, no marks between."""
    plain = _GLUED.sub(" ", lower(expand(name)))
    return " ".join(word for word in plain.split() if word != "và")
