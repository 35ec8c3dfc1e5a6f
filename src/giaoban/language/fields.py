"""The field of work in a body's name: "Tư pháp", "Lao động - Thương binh và Xã hội", "Quản lý dự án".

A field is read from the list in ``data/fields.toml``; one that is not there is read by its capitals.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from giaoban.language.heads import begins_name, heads
from giaoban.language.lists import listed, single_words
from giaoban.language.names import all_capitals, known_place_end, name_run
from giaoban.language.phrases import Phrases
from giaoban.language.verbs import verb_at
from giaoban.language.words import Words

_LINKS = frozenset(("và", "&", ",", "-", "–"))


@dataclass(frozen=True, slots=True)
class _Fields:
    verbal: Phrases[str]
    continuing: Phrases[str]
    stops: frozenset[str]


@cache
def _fields() -> _Fields:
    return _Fields(
        listed("fields", "verbal"),
        listed("fields", "continuing"),
        single_words("fields", "stops"),
    )


def field_end(words: Words, index: int, *, small: bool = False, named: bool = False) -> int | None:
    """Return the token after the field that starts at a token, or None where no field does.

    ``small`` says that the field may begin with a small letter, as after "Ban Chỉ đạo"; ``named`` that a
    person's name may follow it, as in "Giám đốc Sở Công Thương Nguyễn Văn A".
    """
    stop = _first(words, index, small=small, named=named)
    further = stop
    while further is not None:
        stop = further
        further = _linked(words, stop) if words.low[stop : stop + 1] and words.low[stop] in _LINKS else None
        further = further or _direct(words, stop)
    return stop


def _first(words: Words, index: int, *, small: bool, named: bool) -> int | None:
    capital = words.capital(index)
    if not capital and not small:
        return None
    found = heads().known_fields.longest(words, index)
    if found is None:
        return _unknown(words, index, named=named) if capital else None
    phrase, stop = found
    if capital and stop == index + 1 and words.raw[index].isupper() and (glued := _glued(words, index)) is not None:
        return glued
    if capital:
        return max(stop, _unknown(words, index, named=named) or 0) if _is_proper(words, index, stop) else stop
    verbal = _fields().verbal.longest(words, index)
    return stop if verbal is None or verbal[0] != phrase else None


def _is_proper(words: Words, index: int, stop: int) -> bool:
    """Tell whether a known field of one word is but the beginning of a proper name ("Báo An Giang")."""
    return stop == index + 1 and words.capital(stop) and not words.raw[index].isupper()


def _unknown(words: Words, index: int, *, named: bool) -> int | None:
    """Return the end of a field that no list has: the words with capitals, or one such word and the next."""
    if begins_name(words, index) or not words.raw[index][0].isalpha():
        return None
    place = known_place_end(words, index)
    if place is not None:
        return place
    if all_capitals(words, index):
        return None
    if words.raw[index].isupper() and (glued := _glued(words, index)) is not None:
        return glued
    stop = name_run(words, index, limit=6, named=named)
    if stop == index + 1 and not words.raw[index].isupper() and _may_go_on(words, stop):
        return stop + 1
    return stop if stop > index else None


def _glued(words: Words, index: int) -> int | None:
    """Return the end of short forms that a mark joins without spaces: "TN-MT", "GD&ĐT"."""
    stop = index + 1
    while (
        stop + 1 < words.size
        and words.raw[stop] in "-–&"
        and words.ends[stop - 1] == words.starts[stop]
        and words.ends[stop] == words.starts[stop + 1]
        and words.raw[stop + 1].isupper()
    ):
        stop += 2
    return stop if stop > index + 1 else None


def _may_go_on(words: Words, index: int) -> bool:
    return (
        words.is_word(index)
        and words.raw[index].isalpha()
        and words.low[index] not in _fields().stops
        and heads().level.longest(words, index) is None
        and _fields().verbal.longest(words, index) is None
        and verb_at(words, index) is None
    )


def _direct(words: Words, index: int) -> int | None:
    """Return the end of a further field that follows without a link: "Quản lý | dự án | giao thông"."""
    lists = _fields()
    found = lists.continuing.longest(words, index) or heads().known_fields.longest(words, index)
    if found is None:
        return None
    if words.capital(index):
        return None if begins_name(words, index) else found[1]
    if lists.continuing.longest(words, index) or lists.verbal.longest(words, index) is None:
        return found[1]
    return None


def _linked(words: Words, index: int) -> int | None:
    """Return the end of a further field after "và", "&", a dash, or a comma that an "và" answers later."""
    link = words.low[index]
    if not words.capital(index + 1) or begins_name(words, index + 1):
        return None
    found = heads().known_fields.longest(words, index + 1)
    if found is None or link != ",":
        return None if found is None else found[1]
    answered = found[1] < words.size and words.low[found[1]] in ("và", "&")
    return _linked(words, found[1]) if answered else None
