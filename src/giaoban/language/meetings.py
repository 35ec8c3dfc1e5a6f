"""The sentence in which a document says that a conference was held: who held it and what it was called.

Rules, the surest first: "HOST tổ chức MEETING"; "HOST giao ban …"; "MEETING do HOST tổ chức"; "PERSON chủ trì
MEETING"; "MEETING diễn ra"; at last the title of a notice or of minutes ("Kết luận … tại hội nghị …").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from giaoban.language.body_grammar import body_end
from giaoban.language.lists import listed, single_words
from giaoban.language.phrases import Phrases
from giaoban.language.posts import post_end
from giaoban.language.words import Words, words_of

_OPENING = 3500
_END = re.compile(r"[.!?…]+[”\"')\]]*(?=\s|$)|\n", re.MULTILINE)
_ABBREVIATED = re.compile(r"(?:^|\W)(?:TP|TX|TS|ThS|PGS|GS|BS|Q|P|H|KT|TL|TM|tr)$|(?:^|\n)[^\S\n]*[\dIVX]{1,4}$")
_ADVERBS = frozenset(("đã", "vừa", "cùng", "cũng", "tiếp", "tục", "mới", "sẽ", "đang", ","))
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
    """Return the sentences between two offsets; a line end ends one as well."""
    found: list[tuple[int, int]] = []
    stop = len(text) if stop is None else min(stop, len(text))
    for end in _END.finditer(text, start, stop):
        if end[0] != "\n" and (_goes_on(text, end.end()) or _abbreviates(text, end)):
            continue
        if text[start : end.start()].strip():
            found.append((start, end.end()))
        start = end.end()
    return [*found, (start, stop)] if text[start:stop].strip() else found


def _goes_on(text: str, offset: int) -> bool:
    """Tell whether a sentence goes on after a full stop: the next word is written small."""
    after = text[offset : offset + 3].lstrip()
    return bool(after) and after[0].islower()


def _abbreviates(text: str, stop: re.Match[str]) -> bool:
    """Tell whether a full stop ends an abbreviation ("TP.") or the number of a line ("1.")."""
    return stop[0] == "." and bool(_ABBREVIATED.search(text[max(0, stop.start() - 6) : stop.start()]))


def find_meeting(text: str) -> Meeting | None:
    """Return the meeting that the document reports, from the first sentence that tells of one; else None."""
    words = words_of(text)
    spans = sentences(text, 0, _OPENING)
    told = [span for span in spans if text[span[0] : span[1]].rstrip().endswith(_FULL_STOPS)]
    for rule in (_held, _held_by, _chaired, _took_place):
        for start, end in told:
            found = rule(words, words.index_from(start), words.index_from(end))
            if found is not None:
                return found
    return None


def _held(words: Words, first: int, stop: int) -> Meeting | None:
    """ "HOST tổ chức hội nghị …", "HOST giao ban …", "HOST có buổi làm việc với …"."""
    lists = _lists()
    for index in range(first, stop):
        verb = lists.verbs.longest(words, index)
        noun = lists.nouns.longest(words, verb[1]) if verb else None
        if verb and noun:
            host = _host(words, first, index)
            if host is not None:
                return _meeting(words, first, stop, verb[1], host)
        noun = lists.nouns.longest(words, index)
        if noun and noun[0] in lists.self_holding and (host := _body_before(words, first, index)):
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


def _chaired(words: Words, first: int, stop: int) -> Meeting | None:
    """ "đồng chí …, Chủ tịch UBND tỉnh chủ trì cuộc họp …": held by the body that the chair heads."""
    chaired = next((one for one in range(first, stop) if words.low[one : one + 2] == ["chủ", "trì"]), None)
    noun = next(iter(_nouns(words, first, stop)), None)
    if chaired is None or noun is None or words.low[chaired + 2 : chaired + 3] == [","]:
        return None
    return _meeting(words, first, stop, noun, _headed_body(words, first, chaired))


def _took_place(words: Words, first: int, stop: int) -> Meeting | None:
    """ "Hội nghị … diễn ra", "Hội nghị … được tổ chức"."""
    noun = next(iter(_nouns(words, first, stop)), None)
    if noun is None:
        return None
    for index in range(noun, stop):
        if words.low[index : index + 2] in (["diễn", "ra"], ["được", "tổ"], ["khai", "mạc"]):
            return _meeting(words, first, stop, noun, _owner(words, noun, index))
    return None


def _nouns(words: Words, first: int, stop: int) -> list[int]:
    nouns = _lists().nouns
    return [index for index in range(first, stop) if nouns.longest(words, index) is not None]


def _owner(words: Words, noun: int, stop: int) -> str | None:
    """Return the body behind "của" in a meeting's name: "hội nghị giao ban của Ban Thường vụ"."""
    for index in range(noun, stop):
        if words.low[index] == "của" and (end := body_end(words, index + 1)) is not None:
            return words.slice(index + 1, end)
    return None


def _host(words: Words, first: int, verb: int) -> str | None:
    """Return the host whose name ends before the verb, or before "phối hợp với …" that stands between."""
    for index in range(first, verb):
        if words.low[index : index + 2] == ["phối", "hợp"] and (host := _body_before(words, first, index)):
            return host
    return _body_before(words, first, verb) or _headed_body(words, first, verb)


def _body_before(words: Words, first: int, stop: int) -> str | None:
    """Return the longest name of a body or post that ends right before a token ("đã", "vừa" left out)."""
    stop = _without_bracket(words, first, _without_adverbs(words, first, stop))
    for start in range(first, stop):
        if words.capital(start) and stop in (body_end(words, start), post_end(words, start)):
            return words.slice(start, stop)
    return None


def _without_adverbs(words: Words, first: int, stop: int) -> int:
    while stop > first and words.low[stop - 1] in _ADVERBS:
        stop -= 1
    return stop


def _without_bracket(words: Words, first: int, stop: int) -> int:
    """Step back over a bracket after a name: "Đảng ủy phường A (thành phố B) tổ chức"."""
    if stop == first or words.low[stop - 1] != ")":
        return stop
    return next((one for one in range(stop - 1, first, -1) if words.low[one] == "("), stop)


def _headed_body(words: Words, first: int, stop: int) -> str | None:
    """Return the body in the last title before a token: "UBND tỉnh" of "Phó Chủ tịch UBND tỉnh Trần Văn A"."""
    found: str | None = None
    index = first
    while index < stop:
        end = post_end(words, index, named=True)
        if end is None or end > stop:
            index += 1
            continue
        body = next((one for one in range(index, end) if body_end(words, one, named=True) == end), None)
        found = words.slice(body, end) if body is not None else found
        index = end
    return found


def _meeting(words: Words, first: int, stop: int, noun: int, host: str | None) -> Meeting:
    end = noun + 1
    while end < stop and words.low[end] != "\n" and _lists().title_ends.longest(words, end) is None:
        end += 1
    while end > noun + 1 and not words.is_word(end - 1) and words.low[end - 1] not in ')”"':
        end -= 1
    return Meeting(words.starts[first], words.ends[stop - 1], words.starts[noun], words.ends[end - 1], host)


def titled_meeting(text: str, heading: str) -> Meeting | None:
    """Return the meeting that a paper's own title names: "Kết luận của … tại hội nghị …"; ``heading`` its type."""
    words = words_of(text)
    at = text.find(heading)
    if at < 0:
        return None
    first = words.index_from(at)
    stop = min(first + 120, len(words))
    noun = next(iter(_nouns(words, first, stop)), None)
    return None if noun is None else _meeting(words, noun, stop, noun, None)
