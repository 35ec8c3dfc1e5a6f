"""Lists of phrases, looked up word by word.

>>> verbs = Phrases({"giao": "assign", "giao ban": "meeting"})
>>> verbs.longest(words_of("giao ban tháng"), 0)
('meeting', 2)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Generic, TypeVar

from giaoban.language.words import Words, words_of

Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """A set of phrases, each with a value; matching ignores case, old and new tone placing, and spacing."""

    __slots__ = ("_root",)

    def __init__(self, phrases: Mapping[str, Value]) -> None:
        self._root: dict[str | None, Any] = {}
        for phrase, value in phrases.items():
            node = self._root
            for word in words_of(phrase).low:
                node = node.setdefault(word, {})
            node[None] = value

    @classmethod
    def of(cls, phrases: Iterable[str], value: Value) -> Phrases[Value]:
        """Return a set in which every phrase has the same value."""
        return cls(dict.fromkeys(phrases, value))

    def longest(self, words: Words, index: int) -> tuple[Value, int] | None:
        """Return the value of the longest phrase that starts at a token, and the token after it; else None."""
        low, size = words.low, words.size
        node = self._root.get(low[index]) if index < size else None
        if node is None:
            return None
        found: tuple[Value, int] | None = None
        while node is not None:
            index += 1
            if None in node:
                found = node[None], index
            node = node.get(low[index]) if index < size else None
        return found

    def first_words(self) -> frozenset[str]:
        """Return the words that phrases begin with, in lower case: a quick look before the long one."""
        return frozenset(word for word in self._root if word is not None)
