"""The words of a text: what every other stage counts in.

A text is cut into tokens once: words, single punctuation marks, line ends, and the wide gaps that set two columns
apart. Each token keeps its place in the text, so that a phrase found in tokens is a span of the text.

>>> words = words_of("Hoà giải ở cơ sở")
>>> words.low
['hòa', 'giải', 'ở', 'cơ', 'sở']
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

_TOKEN = re.compile(r"\w+(?:['’]\w+)*|\n|[^\S\n]{3,}|\t|[^\w\s]")
_OLD_TONE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\w)")
_MOVED = {
    old + mark: new + vowel
    for old, vowels in (("o", {"a": "àáảãạ", "e": "èéẻẽẹ"}), ("u", {"y": "ỳýỷỹỵ"}))
    for vowel, marks in vowels.items()
    for mark, new in zip(marks, {"o": "òóỏõọ", "u": "ùúủũụ"}[old], strict=True)
}
_SHORTEST_WRAPPED = 25


class Words:
    """The tokens of one text: ``raw`` as written, ``low`` for comparing, ``starts`` and ``ends`` in code points;
    ``size`` tells how many.

    ``low`` is lower case with the tone mark where the old spelling puts it ("hoà" and "hòa" are one word).
    """

    __slots__ = ("ends", "low", "raw", "size", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        spans = [one.span() for one in _TOKEN.finditer(text) if one[0] != "\n" or not _is_wrap(text, one.start())]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.raw = [text[start:end] for start, end in spans]
        low = lower(text)
        self.low = [low[start:end] for start, end in spans]
        self.size = len(spans)

    def __len__(self) -> int:
        return self.size

    def index_at(self, offset: int) -> int | None:
        """Return the token that starts at an offset of the text, or None where none does."""
        index = bisect_left(self.starts, offset)
        return index if index < len(self.starts) and self.starts[index] == offset else None

    def index_from(self, offset: int) -> int:
        """Return the first token that starts at or after an offset of the text."""
        return bisect_left(self.starts, offset)

    def slice(self, first: int, stop: int) -> str:
        """Return the text from token ``first`` up to, not including, token ``stop``."""
        return self.text[self.starts[first] : self.ends[stop - 1]]

    def capital(self, index: int) -> bool:
        """Tell whether a token begins with a capital letter."""
        return index < self.size and self.raw[index][0].isupper()

    def is_word(self, index: int) -> bool:
        """Tell whether a token is a word or number, and not punctuation or a line end."""
        return index < self.size and (self.raw[index][0].isalnum() or self.raw[index][0] == "_")


def _is_wrap(text: str, offset: int) -> bool:
    """Tell whether a line end only breaks a long line: no mark before it, and a small letter right after it."""
    after = text[offset + 1 : offset + 2]
    if not (after.islower() and text[offset - 1 : offset].isalnum()):
        return False
    line = text[text.rfind("\n", 0, offset) + 1 : offset]
    return len(line) >= _SHORTEST_WRAPPED and not line.isupper() and "   " not in line.strip()


def lower(text: str) -> str:
    """Return the text in lower case with the old placing of tone marks, every character at its place."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return _OLD_TONE.sub(lambda match: _MOVED[match[0]], low)


@lru_cache(maxsize=8)
def words_of(text: str) -> Words:
    """Return the tokens of a text; the last few texts are remembered, so that every stage shares one cutting."""
    return Words(text)
