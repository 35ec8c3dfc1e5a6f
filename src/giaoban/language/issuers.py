"""Who issued a cited document: after "của", or before "ban hành"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from giaoban.language.body_grammar import body_end, group_end
from giaoban.language.heads import heads
from giaoban.language.lists import listed
from giaoban.language.names import place_end
from giaoban.language.phrases import Phrases
from giaoban.language.posts import post_end
from giaoban.language.words import Words

_OF = re.compile(r"\s*,?\s*của\s+", re.IGNORECASE)
_LONGEST = 16
_ENDS = frozenset(("về", "ngày", "trong", "và", "tại", "đã", "đối", "để", "là", "số", "nhằm", "có", "được", "khóa"))


@dataclass(frozen=True, slots=True)
class Issuer:
    """An issuer as written, which ends at the offset ``end`` of the text."""

    name: str
    end: int


@cache
def _issuing() -> Phrases[str]:
    return listed("citations", "issued_by")


def issuer_after(words: Words, offset: int) -> Issuer | None:
    """Return the issuer behind "của" at an offset of the text, or None."""
    of = _OF.match(words.text, offset)
    index = words.index_at(of.end()) if of else None
    if index is None:
        return None
    honorific = heads().honorifics.longest(words, index)
    index = honorific[1] if honorific else index
    stop = _body(words, index) or _any_name(words, index)
    return Issuer(" ".join(words.slice(index, stop).split()), words.ends[stop - 1]) if stop else None


def _body(words: Words, index: int) -> int | None:
    ends = (body_end(words, index), post_end(words, index), group_end(words, index))
    best = max((end for end in ends if end is not None), default=None)
    if best is not None:
        return best
    level = heads().level.longest(words, index)
    return None if level is None else place_end(words, level[1]) or level[1]


def _any_name(words: Words, index: int) -> int | None:
    """Return the end of a name that the grammar does not know: from a capital up to a mark or a link."""
    if not words.capital(index):
        return None
    stop = index
    while stop < min(index + _LONGEST, words.size) and words.is_word(stop) and words.low[stop] not in _ENDS:
        stop += 1
    return stop if stop > index else None


def issuer_before(words: Words, index: int) -> Issuer | None:
    """Return the issuer whose "ban hành" stands right before the token where a citation begins, or None."""
    verb = next(
        (
            start
            for start in range(index - 1, max(index - 5, -1), -1)
            if (found := _issuing().longest(words, start)) is not None and found[1] == index
        ),
        None,
    )
    if verb is None:
        return None
    return next(
        (
            Issuer(words.slice(start, verb), words.ends[verb - 1])
            for start in range(max(verb - _LONGEST, 0), verb)
            if words.capital(start) and _body(words, start) == verb
        ),
        None,
    )
