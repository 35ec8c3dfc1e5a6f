"""How names of bodies compare: as written, with short forms written out, without the committee's own level and place.

>>> full("TAND TX. Cửa Lò") == full("Toà án nhân dân thị xã Cửa Lò")
True
>>> " ".join(bare(full("VKSND thị xã"), own_tails("Thị ủy Cửa Lò", "thị xã", "Cửa Lò")))
'viện kiểm sát nhân dân'
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from giaoban.facts import load
from giaoban.language.abbreviations import expand
from giaoban.language.phrases import Phrases
from giaoban.language.words import words_of
from giaoban.vietnamese import fold, tidy

#: A name cut into words in lower case, tone marks in their old places, so that "Uỷ ban" and "Ủy ban" are one.
Key = tuple[str, ...]

#: A longer row of digits counts no units.
MOST_DIGITS = 4

_SAME_SIGN = {"–": "-", "—": "-", "&": "và", ";": ","}
_NO_SIGN = frozenset(".\"'“”‘’«»…")
_EDGE = frozenset((",", "-", ":", "(", ")", "và"))
#: What binds a body to the place or level after it, and says nothing by itself.
_JOINTS: tuple[Key, ...] = (("trên", "địa", "bàn"), ("của",), ("thuộc",), ("trong",), ("tại",))
_LOOSE_WORDS = frozenset(("trong", "của", "thuộc"))


@dataclass(frozen=True, slots=True)
class Spelling:
    """Other ways of writing a body's name, all read as ``full``."""

    id: str
    words: tuple[str, ...]
    full: str
    source: str


@dataclass(frozen=True, slots=True)
class Plural:
    """Words that say how many of a group are meant; ``count`` 0 is all."""

    id: str
    words: tuple[str, ...]
    count: int
    source: str


@dataclass(frozen=True, slots=True)
class StandIn:
    """Words before a body's name that mean the body or whoever heads it."""

    id: str
    words: tuple[str, ...]
    source: str


def plain(text: str) -> Key:
    """Return a name as written, for comparing: case, spacing, dashes and the placing of tones do not count."""
    return _trim(tuple(_SAME_SIGN.get(word, word) for word in words_of(tidy(text)).low if word not in _NO_SIGN))


def full(text: str) -> Key:
    """Return a name with its short forms written out and other ways of writing made one."""
    return _respell(plain(expand(tidy(text))))


def folded(key: Key) -> str:
    """Return a name without diacritics."""
    return fold(" ".join(key))


@cache
def own_tails(name: str, level_word: str, place: str) -> tuple[Key, ...]:
    """Return what may be left off at the end of a body's name in a committee's own texts, longest first.

    For "Thị ủy Cửa Lò": "thị xã", "Cửa Lò", "thị xã Cửa Lò", "Thị ủy", "Thị ủy Cửa Lò".
    """
    level, where, whole = full(level_word), full(place), full(name)
    short = _without_end(_without_end(whole, where), level)
    tails = {level, where, level + where, whole, short, _without_end(whole, where)}
    return tuple(sorted((one for one in tails if one), key=lambda one: (-len(one), one)))


def bare(key: Key, tails: Sequence[Key]) -> Key:
    """Return a name without its own level and place; never nothing."""
    while True:
        shorter = next((_without_end(key, tail) for tail in tails if _ends(key, tail)), None)
        if shorter is None:
            return key
        key = _without_joints(shorter)


def loose(key: Key, tails: Sequence[Key]) -> Key:
    """Return the name of a group without its own level and place and the small words that come and go in it."""
    key = _without_joints(key)
    return bare(tuple(word for word in key if word not in _LOOSE_WORDS) or key, tails)


def counted(key: Key) -> tuple[int | None, Key]:
    """Return how many a group's name speaks of (0: all; None: it does not say) and the name after that."""
    if len(key) > 1 and key[0].isdecimal() and len(key[0]) <= MOST_DIGITS:
        return int(key[0]), key[1:]
    found = _plurals().longest(words_of(" ".join(key)), 0)
    if found is None or found[1] >= len(key):
        return None, key
    return found[0], key[found[1] :]


def prefixes(key: Key) -> Iterable[Key]:
    """Yield what is left of a name behind words that stand for the body ("Trưởng", "đồng chí"), longest first."""
    for length in range(1, len(key)):
        if key[:length] in _stand_ins():
            yield key[length:]


def parts(key: Key) -> list[Key]:
    """Return the names that stand in a row with commas or "và" between them."""
    found: list[list[str]] = [[]]
    for word in key:
        if word in (",", "và"):
            found.append([])
        else:
            found[-1].append(word)
    return [tuple(one) for one in found if one]


def _trim(key: Key) -> Key:
    start, end = 0, len(key)
    while start < end and key[start] in _EDGE:
        start += 1
    while end > start and key[end - 1] in _EDGE:
        end -= 1
    return key[start:end]


def _ends(key: Key, tail: Key) -> bool:
    return len(tail) < len(key) and key[-len(tail) :] == tail


def _without_end(key: Key, tail: Key) -> Key:
    return key[: -len(tail)] if tail and _ends(key, tail) else key


def _without_joints(key: Key) -> Key:
    for joint in _JOINTS:
        key = _without_end(key, joint)
    return _trim(key) or key


def _respell(key: Key) -> Key:
    words = words_of(" ".join(key))
    out: list[str] = []
    index = 0
    while index < len(words):
        found = _spellings().longest(words, index)
        out.extend(found[0] if found else (words.low[index],))
        index = found[1] if found else index + 1
    return tuple(out)


@cache
def _spellings() -> Phrases[Key]:
    rows = load("giaoban.committees", "spellings", Spelling)
    same = {one.full: plain(one.full) for one in rows}
    return Phrases(same | {word: plain(one.full) for one in rows for word in one.words})


@cache
def _plurals() -> Phrases[int]:
    rows = load("giaoban.committees", "plurals", Plural)
    return Phrases({word: one.count for one in rows for word in one.words})


@cache
def _stand_ins() -> frozenset[Key]:
    rows = load("giaoban.committees", "stand_ins", StandIn)
    return frozenset(plain(word) for one in rows for word in one.words)
