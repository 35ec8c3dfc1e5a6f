"""Whether letters can be a Vietnamese syllable (âm tiết): so a right guess of an encoding is told from a wrong one.

>>> [is_syllable(one) for one in ("nghiêng", "Thủy", "quyết", "ThÞ", "thủyx")]
[True, True, True, False, False]
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from giaoban.facts import load
from giaoban.vietnamese import TONES

_WITHOUT_TONES = dict.fromkeys(map(ord, TONES))
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class SyllablePart:
    """The spellings of one part of a syllable."""

    id: str
    spellings: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """How many words a text has, how many of them have letters that English lacks, and how many of these are syllables.

    A letter alone is no word here: a dash or a bullet in a wrong encoding is one too.
    """

    words: int
    marked: int
    syllables: int

    @property
    def share(self) -> float:
        """The share of syllables among the marked words, 0 where there are none."""
        return self.syllables / self.marked if self.marked else 0.0


def is_syllable(word: str) -> bool:
    """Tell whether a word is written as a Vietnamese syllable, with at most one tone."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    bare = decomposed.translate(_WITHOUT_TONES)
    return len(decomposed) - len(bare) <= 1 and bool(_pattern().fullmatch(unicodedata.normalize("NFC", bare)))


def likeness(text: str) -> Likeness:
    """Return how much a text looks like Vietnamese."""
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    marked = [one for one in words if not one.isascii()]
    return Likeness(len(words), len(marked), sum(map(is_syllable, marked)))


@cache
def _pattern() -> re.Pattern[str]:
    parts = {one.id: "|".join(one.spellings) for one in load("giaoban.reading", "syllables", SyllablePart)}
    return re.compile(f"(?:{parts['onset']})?(?:{parts['nucleus']})(?:{parts['coda']})?")
