"""Lists of phrases, looked up word by word.

>>> verbs = Phrases({"giao": "assign", "giao ban": "meeting"})
>>> verbs.longest(words_of("giao ban tháng"), 0)
('meeting', 2)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from giaoban.language.words import Words, words_of

Value = TypeVar("Value")


class _Node(Generic[Value]):
    """The words of a phrase so far: the values (one or none) of the phrase that they are, and how others go on."""

    __slots__ = ("next", "values")

    def __init__(self) -> None:
        self.next: dict[str, _Node[Value]] = {}
        self.values: tuple[Value, ...] = ()


class Phrases(Generic[Value]):
    """A set of phrases, each with a value; matching ignores case, old and new tone placing, and spacing."""

    __slots__ = ("_first",)

    def __init__(self, phrases: Mapping[str, Value]) -> None:
        root: _Node[Value] = _Node()
        self._first = root.next
        for phrase, value in phrases.items():
            node = root
            for word in words_of(phrase).low:
                node = node.next.setdefault(word, _Node())
            node.values = (value,)

    @classmethod
    def of(cls, phrases: Iterable[str], value: Value) -> Phrases[Value]:
        """Return a set in which every phrase has the same value."""
        return cls(dict.fromkeys(phrases, value))

    def longest(self, words: Words, index: int) -> tuple[Value, int] | None:
        """Return the value of the longest phrase that starts at a token, and the token after it; else None."""
        low, size = words.low, words.size
        node = self._first.get(low[index]) if index < size else None
        found: tuple[Value, int] | None = None
        while node is not None:
            index += 1
            if node.values:
                found = node.values[0], index
            node = node.next.get(low[index]) if node.next and index < size else None
        return found

    def each(self, words: Words, first: int, stop: int) -> Iterator[tuple[int, Value, int]]:
        """Yield the tokens of a stretch where a phrase starts, each with what :meth:`longest` returns there."""
        low, begins = words.low, self._first
        for index in range(first, min(stop, words.size)):
            if low[index] in begins and (found := self.longest(words, index)) is not None:
                yield index, *found

    def first_words(self) -> frozenset[str]:
        """Return the words that phrases begin with, in lower case: a quick look before the long one."""
        return frozenset(self._first)
