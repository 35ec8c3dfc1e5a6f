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
from collections.abc import Callable
from functools import lru_cache, partial
from itertools import accumulate, compress
from typing import Any

#: A token; in a group, so that a text is cut into its tokens and what stands between them.
#: Each form begins with a single character, by which most places fail at once.
_TOKEN = re.compile(r"([HK](?<!\w[HK])['’] ?\w+|\w\w*(?:['’]\w+)*|\n|[^\S\n][^\S\n]{2,}|\t|[^\w\s])")
_OLD_TONE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\w)")
_MOVED = {
    old + mark: new + vowel
    for old, vowels in (("o", {"a": "àáảãạ", "e": "èéẻẽẹ"}), ("u", {"y": "ỳýỷỹỵ"}))
    for vowel, marks in vowels.items()
    for mark, new in zip(marks, {"o": "òóỏõọ", "u": "ùúủũụ"}[old], strict=True)
}
#: The line end comes first, since most places fail it.
_LINE_END = re.compile(r"\n(?<=[\w,]\n)(?=[^\W\d_]|\((?!\w\))|\d+(?![\d]|[.)/–-]|\s*[–-]))")
_SHORTEST_WRAPPED = 25
_MANY_WRAPS = 4
_RAGGED = 15
#: Up to this many characters a text may be the name of a body or a title, which come again and again.
_LONGEST_NAME = 200


class Words:
    """The tokens of one text: ``raw`` as written, ``low`` for comparing, ``starts`` and ``ends`` in code points;
    ``size`` tells how many.
    ``wraps`` are the offsets of line ends that are no tokens, since they only break a long line.
    ``small`` is the text in lower case, every character at its place: what a pattern is looked for in.
    ``index_from(offset)`` is the first token that starts at or after an offset of the text.
    ``read`` is what a stage has read at a token, for the next one that asks.

    ``low`` is lower case with the tone mark where the old spelling puts it ("hoà" and "hòa" are one word).
    """

    __slots__ = ("ends", "index_from", "low", "raw", "read", "size", "small", "starts", "text", "wraps")

    def __init__(self, text: str) -> None:
        self.text = text
        self.small = small(text)
        self.wraps = wraps(text)
        parts = _TOKEN.split(text)
        offsets = list(accumulate(map(len, parts)))
        self.raw, self.starts, self.ends = parts[1::2], offsets[:-1:2], offsets[1::2]
        if self.wraps:
            kept = [start not in self.wraps for start in self.starts]
            self.raw = list(compress(self.raw, kept))
            self.starts, self.ends = list(compress(self.starts, kept)), list(compress(self.ends, kept))
        low = old_tones(self.small)
        self.low = [low[start:end] for start, end in zip(self.starts, self.ends, strict=True)]
        self.size = len(self.raw)
        self.index_from: Callable[[int], int] = partial(bisect_left, self.starts)
        self.read: dict[tuple[object, ...], Any] = {}

    def __len__(self) -> int:
        return self.size

    def index_at(self, offset: int) -> int | None:
        """Return the token that starts at an offset of the text, or None where none does."""
        index = bisect_left(self.starts, offset)
        return index if index < len(self.starts) and self.starts[index] == offset else None

    def slice(self, first: int, stop: int) -> str:
        """Return the text from token ``first`` up to, not including, token ``stop``."""
        return self.text[self.starts[first] : self.ends[stop - 1]]

    def capital(self, index: int) -> bool:
        """Tell whether a token begins with a capital letter."""
        return index < self.size and self.raw[index][0].isupper()

    def is_word(self, index: int) -> bool:
        """Tell whether a token is a word or number, and not punctuation or a line end."""
        return index < self.size and (self.raw[index][0].isalnum() or self.raw[index][0] == "_")


def wraps(text: str) -> frozenset[int]:
    """Return the offsets of the line ends that only break a long line (a text cut at a fixed width).

    A small letter after a line that ends in a word or comma tells so; in a text with many such lines, a capital
    after a line that is nearly as long as they are does too.
    """
    ends = [one.start() for one in _LINE_END.finditer(text)]
    lengths = {end: end - text.rfind("\n", 0, end) - 1 for end in ends}
    sure = [end for end in ends if _surely_goes_on(text, end) and _is_running(text, end, lengths[end])]
    if len(sure) < _MANY_WRAPS:
        return frozenset(sure)
    usual = sorted(lengths[end] for end in sure)[len(sure) // 2] - _RAGGED
    return frozenset(sure) | {end for end in ends if lengths[end] >= usual and _is_running(text, end, usual)}


def _surely_goes_on(text: str, end: int) -> bool:
    """Tell whether a line goes on in the next one by its words alone: a small letter there, or a comma here."""
    return text[end + 1].islower() or (text[end - 1] == "," and text[end + 1].isupper())


def _is_running(text: str, end: int, length: int) -> bool:
    """Tell whether the line before a line end is running text: long, not in capitals, not set in columns."""
    line = text[end - length : end]
    return length >= _SHORTEST_WRAPPED and not line.isupper() and "   " not in line.strip()


def small(text: str) -> str:
    """Return the text in lower case, every character at its place."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def lower(text: str) -> str:
    """Return the text in lower case with the old placing of tone marks, every character at its place."""
    return old_tones(small(text))


def old_tones(low: str) -> str:
    """Return a text in lower case with its tone marks where the old spelling puts them."""
    return _OLD_TONE.sub(lambda match: _MOVED[match[0]], low)


def words_of(text: str) -> Words:
    """Return the tokens of a text; the last texts are remembered, so that every stage shares one cutting."""
    return _names(text) if len(text) <= _LONGEST_NAME else _texts(text)


@lru_cache(maxsize=512)
def _names(text: str) -> Words:
    return Words(text)


@lru_cache(maxsize=4)
def _texts(text: str) -> Words:
    return Words(text)
