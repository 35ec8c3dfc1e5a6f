"""What speaks for and against a directive (dấu hiệu): what the stages saw of it, as ids.

Their words are in ``data/signs.toml``. A sign is there or it is not; :mod:`giaoban.language.confidence` weighs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from giaoban.facts import load
from giaoban.language.directives import Draft
from giaoban.language.extraction import DocType, Span
from giaoban.language.judged import Judged
from giaoban.language.layout import Block
from giaoban.language.reasons import reasons
from giaoban.language.words import Words
from giaoban.reading.syllables import is_syllable

_SHORT, _LONG = 6, 60
_FAR = 2500
_FIGURE = re.compile(r"\d")
_MARKED_WORD = re.compile(r"[^\W\d_]{2,}")
_PAST = frozenset(("đã", "vừa", "đang", "được"))
_EARLY = 12


@dataclass(frozen=True, slots=True)
class SignWords:
    """A sign in words that go on with "the directive …"."""

    id: str
    vi: str
    en: str
    source: str


@cache
def sign_words() -> dict[str, SignWords]:
    """Return the words of every sign by its id."""
    rows = {row.id: row for row in load("giaoban.language", "signs", SignWords)}
    decided = [one for one in reasons().values() if one.kind == "directive"]
    return rows | {f"reason_{one.id}": SignWords(f"reason_{one.id}", one.vi, one.en, one.source) for one in decided}


def signs_of(words: Words, block: Block, draft: Draft, doc_type: DocType) -> tuple[str, ...]:
    """Return the signs of a directive that is being put together, in a fixed order."""
    one = draft.judged
    return (
        f"reason_{one.rule}",
        f"type_{doc_type}",
        f"led_{draft.led_by or 'by_nobody'}",
        *_of_voice(one),
        *_of_place(one, block, draft),
        *_of_words(words, one, draft),
        *_of_evidence(one),
    )


def _of_voice(one: Judged) -> Iterator[str]:
    if one.voice == "hints":
        yield "hinted"
    if one.governor is None:
        yield "ungoverned"
    elif _distance(one.governor, one) > _FAR:
        yield "governed_from_afar"
    if one.told is not None:
        yield f"told_{one.told.kind}"
    if one.role is not None:
        yield f"role_{one.role}"


def _distance(governor: Span, one: Judged) -> int:
    return one.clause.start - governor.end


def _of_place(one: Judged, block: Block, draft: Draft) -> Iterator[str]:
    if block.row is not None:
        yield "row"
    elif block.marker is not None:
        yield "item"
    if draft.due is not None:
        yield "due"
    if not one.clause.opens:
        yield "goes_on"


def _of_words(words: Words, one: Judged, draft: Draft) -> Iterator[str]:
    first, stop = words.index_from(one.start), words.index_from(one.end)
    if stop - first <= _SHORT:
        yield "short"
    if stop - first > _LONG:
        yield "long"
    if draft.due is None and _FIGURE.search(words.text, one.start, one.end):
        yield "figures"
    if not _PAST.isdisjoint(words.low[first : min(stop, first + _EARLY)]):
        yield "past_words"
    if any(map(_is_odd, words.raw[first:stop])):
        yield "odd_letters"


@lru_cache(maxsize=8192)
def _is_odd(token: str) -> bool:
    """Tell whether a token has letters with marks that are no Vietnamese syllable, as after a bad scan."""
    return any(not word.isascii() and not is_syllable(word) for word in _MARKED_WORD.findall(token))


def _of_evidence(one: Judged) -> Iterator[str]:
    seen = one.evidence
    if seen is None:
        return
    if seen.result:
        yield "sounds_achieved"
    if seen.limitation > 0:
        yield "sounds_short"
    if seen.wish or seen.purpose or seen.event:
        yield "sounds_told"
