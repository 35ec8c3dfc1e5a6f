"""Proper names by their shape: places, and where a person's name begins in a run of capitals."""

from __future__ import annotations

from functools import cache

from giaoban.language.heads import begins_name
from giaoban.language.lists import listed, single_words
from giaoban.language.phrases import Phrases
from giaoban.language.words import Words


@cache
def surnames() -> frozenset[str]:
    """Return the surnames (họ) in lower case."""
    return single_words("names", "surnames")


@cache
def _places() -> Phrases[str]:
    return listed("names", "places")


def known_place_end(words: Words, index: int) -> int | None:
    """Return the token after a place of the list that starts at a token, or None."""
    found = _places().longest(words, index)
    return None if found is None or not words.capital(index) else found[1]


def capital_run(words: Words, index: int, limit: int = 8) -> int:
    """Return the token after the words with capitals that start at a token; bodies and posts end the run."""
    stop = index
    while stop < index + limit and stop < words.size and words.capital(stop) and words.is_word(stop):
        if stop > index and begins_name(words, stop):
            break
        stop += 1
    return stop


def all_capitals(words: Words, index: int) -> bool:
    """Tell whether a token stands in a line of capitals, where a capital says nothing."""
    return (
        words.raw[index].isupper()
        and len(words.raw[index]) > 1
        and index + 1 < words.size
        and words.raw[index + 1].isupper()
    )


def name_run(words: Words, index: int, limit: int = 5, *, named: bool = False) -> int:
    """Return the token after a place's or firm's proper name; ``named``: a person's name may follow it."""
    if all_capitals(words, index):
        return capital_run(words, index, 2)
    stop = capital_run(words, index, 9 if named else limit)
    if named and stop > index:
        split = _person_in(words, index, stop)
        stop = stop if split is None else split
    return min(stop, index + limit)


def _person_in(words: Words, first: int, stop: int) -> int | None:
    """Return where in a run of capitals a person's name begins, or None."""
    known = _places().longest(words, first)
    if known is not None and known[1] >= stop:
        return None
    start = first if known is None else min(known[1], stop)
    common = surnames()
    for split in range(start, stop - 2):
        if words.low[split] in common and (split == first or split >= first + 2 or known):
            return split
    two_and_two = stop - first == 4 and words.low[first + 2] in common
    if two_and_two:
        return first + 2
    return known[1] if known is not None and stop - known[1] >= 2 else None


def place_end(words: Words, index: int, *, named: bool = False) -> int | None:
    """Return the token after the place name at a token, with its second half after a dash ("Bà Rịa - Vũng Tàu")."""
    if not words.capital(index) or begins_name(words, index):
        return None
    known = _places().longest(words, index)
    stop = known[1] if known else name_run(words, index, named=named)
    if stop == index:
        return None
    if stop + 1 < words.size and words.low[stop] in "-–" and _glued_place(words, stop + 1):
        return capital_run(words, stop + 1, 3)
    return stop


def _glued_place(words: Words, index: int) -> bool:
    """Tell whether the second half of a double name follows, and not an explanation after a dash."""
    return (
        words.capital(index)
        and words.raw[index].isalpha()
        and not begins_name(words, index)
        and words.low[index] not in surnames()
    )
