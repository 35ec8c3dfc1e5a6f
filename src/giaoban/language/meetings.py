"""The sentence in which a document says that a conference was held: who held it and what it was called.

Rules, the surest first: "HOST tổ chức MEETING", "HOST giao ban …"; "MEETING do HOST tổ chức"; "hội nghị BODY";
"PERSON chủ trì MEETING"; "MEETING diễn ra"; "PERSON kết luận cuộc họp"; at last the title of a notice or of
minutes ("Kết luận … tại hội nghị …").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from giaoban.language.body_grammar import body_end
from giaoban.language.hosts import headed_body, host_before, owner, subject
from giaoban.language.lists import listed, single_words
from giaoban.language.phrases import Phrases
from giaoban.language.words import Words, words_of

_OPENING = 3500
#: Both forms begin with a single character, so that the places between are passed over quickly.
_END = re.compile(r"[.!?…][.!?…]*[”\"')\]]*(?=\s|$)|\n", re.MULTILINE)
_ABBREVIATED = re.compile(r"(?:^|\W)(?:TP|TX|TS|ThS|PGS|GS|BS|Q|P|H|KT|TL|TM|tr)$|(?:^|\n)[^\S\n]*[\dIVX]{1,4}$")
_FIRST_SENTENCES = 5
_TITLE_WORDS = 120
_SHORT_LINE = 60
_ORGANISE = (["tổ", "chức"], ["phối", "hợp"], ["chủ", "trì"])
_FULL_STOPS = (".", ":", ";", "!", "?", "…", "”", '"', ")")


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting told at ``text[start:end]``, a sentence; its title at ``text[title_start:title_end]``."""

    start: int
    end: int
    title_start: int
    title_end: int
    host: str | None


@dataclass(frozen=True, slots=True)
class _Lists:
    nouns: Phrases[str]
    verbs: Phrases[str]
    self_holding: frozenset[str]
    title_ends: Phrases[str]


@cache
def _lists() -> _Lists:
    return _Lists(
        listed("meetings", "nouns"),
        listed("meetings", "verbs"),
        single_words("meetings", "self_holding"),
        listed("meetings", "title_ends"),
    )


def sentences(text: str, start: int = 0, stop: int | None = None) -> list[tuple[int, int]]:
    """Return the sentences between two offsets; a line end ends one as well, unless it only breaks a line."""
    found: list[tuple[int, int]] = []
    stop = len(text) if stop is None else min(stop, len(text))
    broken = words_of(text).wraps
    for end in _END.finditer(text, start, stop):
        if end.start() in broken or (end[0] != "\n" and _is_within(text, end)):
            continue
        if text[start : end.start()].strip():
            found.append((start, end.end()))
        start = end.end()
    return [*found, (start, stop)] if text[start:stop].strip() else found


def _is_within(text: str, stop: re.Match[str]) -> bool:
    """Tell whether a full stop ends no sentence: a small letter follows, or it ends "TP." or a line's "1."."""
    after = text[stop.end() : stop.end() + 3].lstrip()
    if after[:1].islower():
        return True
    return stop[0] == "." and bool(_ABBREVIATED.search(text[max(0, stop.start() - 6) : stop.start()]))


def find_meeting(text: str) -> Meeting | None:
    """Return the meeting that the document reports, from the first sentence that tells of one; else None."""
    words = words_of(text)
    told = [
        (words.index_from(start), words.index_from(end))
        for start, end in sentences(text, 0, _OPENING)
        if text[start:end].rstrip().endswith(_FULL_STOPS)
    ]
    for part in (told[:_FIRST_SENTENCES], told[_FIRST_SENTENCES:]):
        for rule in (_held, _held_by, _named_by_body, _chaired, _took_place, _concluded):
            for first, stop in part:
                found = rule(words, first, stop)
                if found is not None:
                    return found if found.host else replace(found, host=subject(words, *told[0]))
    return None


def _held(words: Words, first: int, stop: int) -> Meeting | None:
    """ "HOST tổ chức hội nghị …", "HOST giao ban …", "HOST có buổi làm việc với …"."""
    lists = _lists()
    begins = lists.verbs.first_words() | lists.nouns.first_words()
    for index in range(first, stop):
        if words.low[index] not in begins:
            continue
        verb = lists.verbs.longest(words, index)
        noun = lists.nouns.longest(words, verb[1]) if verb else None
        if verb and noun and (host := host_before(words, first, index)):
            return _meeting(words, first, stop, verb[1], host)
        noun = lists.nouns.longest(words, index)
        if noun and noun[0] in lists.self_holding and (host := host_before(words, first, index, post=False)):
            return _meeting(words, first, stop, index, host)
    return None


def _held_by(words: Words, first: int, stop: int) -> Meeting | None:
    """ "hội nghị … do HOST tổ chức", "hội nghị do HOST phối hợp với … tổ chức"."""
    for noun in _nouns(words, first, stop):
        for index in range(noun, stop):
            end = body_end(words, index + 1) if words.low[index] == "do" else None
            if end is not None and words.low[end : end + 2] in _ORGANISE:
                return _meeting(words, first, stop, noun, words.slice(index + 1, end))
    return None


def _named_by_body(words: Words, first: int, stop: int, *, dated: bool = True) -> Meeting | None:
    """ "Sáng 5/3, Hội nghị Ban Chấp hành Đảng bộ huyện …": named by the body that meets, in a dated sentence."""
    for noun in _nouns(words, first, stop):
        found = _lists().nouns.longest(words, noun)
        end = body_end(words, found[1]) if found else None
        if dated and not any(word.isdigit() for word in words.low[first:noun]):
            continue
        if found and end is not None and end <= stop:
            return _meeting(words, first, stop, noun, words.slice(found[1], end))
    return None


def _chaired(words: Words, first: int, stop: int) -> Meeting | None:
    """ "đồng chí …, Chủ tịch UBND tỉnh chủ trì cuộc họp …": of a body, or held by the one that the chair heads."""
    chaired = next((one for one in range(first, stop) if words.low[one : one + 2] == ["chủ", "trì"]), None)
    noun = next(iter(_nouns(words, first, stop)), None)
    if chaired is None or noun is None or words.low[chaired + 2 : chaired + 3] == [","]:
        return None
    host = owner(words, noun, stop) or headed_body(words, first, chaired)
    return _meeting(words, first, stop, noun, host)


def _took_place(words: Words, first: int, stop: int) -> Meeting | None:
    """ "Hội nghị … diễn ra", "Hội nghị … được tổ chức"."""
    noun = next(iter(_nouns(words, first, stop)), None)
    if noun is None:
        return None
    for index in range(noun, stop):
        if words.low[index : index + 2] in (["diễn", "ra"], ["được", "tổ"], ["khai", "mạc"]):
            return _meeting(words, first, stop, noun, owner(words, noun, index))
    return None


def _concluded(words: Words, first: int, stop: int) -> Meeting | None:
    """ "Chủ tịch UBND tỉnh … kết luận cuộc họp": the only trace of a meeting in some news."""
    for index in range(first, stop):
        if words.low[index : index + 2] != ["kết", "luận"]:
            continue
        noun = index + 3 if words.low[index + 2 : index + 3] in (["về"], ["tại"]) else index + 2
        if _lists().nouns.longest(words, noun) is not None:
            return _meeting(words, first, stop, noun, headed_body(words, first, index))
    return None


def _nouns(words: Words, first: int, stop: int) -> list[int]:
    return [index for index, _, _ in _lists().nouns.each(words, first, stop) if words.low[index - 1] != "phòng"]


def _meeting(words: Words, first: int, stop: int, noun: int, host: str | None) -> Meeting:
    end = noun + 1
    while end < stop and not _ends_title(words, end):
        end += 1
    while end > noun + 1 and not words.is_word(end - 1) and words.low[end - 1] not in ')”"':
        end -= 1
    return Meeting(words.starts[first], words.ends[stop - 1], words.starts[noun], words.ends[end - 1], host)


def _ends_title(words: Words, index: int) -> bool:
    """Tell whether the name of a meeting ends before a token: "do đồng chí", "để", "đến 9 điểm cầu"."""
    if words.low[index] == "đến" and index + 1 < words.size and words.raw[index + 1].isdigit():
        return True
    return words.low[index] == "\n" or _lists().title_ends.longest(words, index) is not None


def titled_meeting(text: str, heading: str) -> Meeting | None:
    """Return the meeting that a paper's own title names: "Kết luận của … tại hội nghị …"; ``heading`` its type.

    It is held by the body of the post that concludes; the paragraph after the title counts in its stretch.
    """
    words = words_of(text)
    at = text.find(heading)
    if at < 0:
        return None
    first = words.index_from(at)
    stop = min(first + _TITLE_WORDS, words.size)
    noun = next(iter(_nouns(words, first, stop)), None)
    if noun is None:
        return None
    named = _named_by_body(words, noun, stop, dated=False)
    host = named.host if named and named.title_start == words.starts[noun] else headed_body(words, first, noun)
    found = _meeting(words, first, stop, noun, host)
    body = next((end for start, end in sentences(text, found.title_end) if end - start > _SHORT_LINE), found.end)
    return replace(found, end=max(body, found.title_end))
