"""The legal and Party documents that a text cites (văn bản được viện dẫn).

>>> find_citations("Thực hiện Nghị quyết số 06, ngày 21/12/2021 của Tỉnh ủy")[0].issuer
'Tỉnh ủy'

A citation is a kind and a number ("Chỉ thị 21-CT/TW"), or a law's name and its year ("Luật Tố cáo năm 2018");
then a date and after "của" the issuer, where they stand. Numbers in a row share the kind before the first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from giaoban.language.extraction import Citation
from giaoban.language.issuers import Issuer, issuer_after, issuer_before
from giaoban.language.laws import law_at
from giaoban.language.lists import listed, single_words
from giaoban.language.phrases import Phrases
from giaoban.language.words import Words, lower, words_of
from giaoban.language.written_dates import DayAfter, commonest_year, day_after

_SYMBOL = r"(?:\s?[-–/]\s?[A-ZĐ][\wĐđ&]*(?:[.,][A-ZĐ]\w*)?)+"
_NUMBER = re.compile(rf"(\d{{1,5}}[a-z]?(?:\s?/\s?\d{{4}})?{_SYMBOL}(?:\s?\(\w{{1,5}}\))?|\d{{1,4}}(?![\w/%.,]\d|\w))")
_SAID = re.compile(r"\s*:?\s*\(?\s*số\s*:?\s*", re.IGNORECASE)
_OWN = re.compile(
    rf"^[^\S\n]*Số\s*:?\s*(\d{{1,5}}\s?{_SYMBOL}|\d{{1,5}}/\d{{4}}{_SYMBOL})", re.MULTILINE | re.IGNORECASE
)
_NEXT = re.compile(r"\s*(?:,|;|và|hoặc|-|–)\s*(số\s*)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:,|;|và|,\s*và)\s*", re.IGNORECASE)
_NUMBER_YEAR = re.compile(r"/\s?((?:19|20)\d\d)\s?[/-]")
_HEAD = 1500
_GAP = 10


@dataclass(frozen=True, slots=True)
class _Lists:
    kinds: Phrases[str]
    laws: Phrases[str]
    bare: frozenset[str]
    counted: Phrases[str]
    first_words: frozenset[str]


@cache
def _lists() -> _Lists:
    kinds, laws = listed("citations", "kinds"), listed("citations", "laws")
    return _Lists(
        kinds,
        laws,
        single_words("citations", "bare"),
        listed("citations", "counted"),
        kinds.first_words() | laws.first_words(),
    )


def find_citations(text: str) -> list[Citation]:
    """Return the documents cited in a text, in order; the document's own number is none of them.

    ``number`` is as written, None for a law cited by its year; ``date`` is ISO; ``issuer`` as written.
    """
    return list(_found(text))


@lru_cache(maxsize=4)
def _found(text: str) -> tuple[Citation, ...]:
    words = words_of(text)
    found: list[Citation] = []
    begins, after = _lists().first_words, 0
    for index, word in enumerate(words.low):
        if word in begins and index >= after and (cited := _at(words, index)):
            found += cited
            after = words.index_from(cited[-1].end)
    return tuple(_without_own(_sharing(found, text), text))


def _at(words: Words, index: int) -> list[Citation]:
    law = _lists().laws.longest(words, index) if words.capital(index) else None
    if law is not None:
        cited = law_at(words, index, law)
        return [cited] if cited else []
    kind = _lists().kinds.longest(words, index)
    return [] if kind is None else _numbered(words, index, kind)


def _numbered(words: Words, index: int, kind: tuple[str, int]) -> list[Citation]:
    """Read what is cited by number after a kind, with the numbers in a row after it."""
    name, stop = kind
    start, named = words.starts[index], None
    number = _number_at(words, words.ends[stop - 1], kind=name, capital=words.capital(index))
    if number is None:
        number, named = _number_behind(words, stop)
    if number is None:
        return []
    found = [_cited(words, name, number, start, named or issuer_before(words, index))]
    while (further := _next_number(words, found[-1].end)) is not None:
        found.append(_cited(words, name, further, further.start(1), None))
    return found


def _number_at(words: Words, offset: int, *, kind: str, capital: bool) -> re.Match[str] | None:
    """Match the number of a kind that ends at an offset: "số 06", "18-NQ/TW", "18" for some kinds."""
    text = words.text
    said = _SAID.match(text, offset)
    gap = said.end() if said else _skip_spaces(text, offset)
    number = _NUMBER.match(text, gap) if gap > offset and not _ends_line(text, offset, gap) else None
    if number is None or not number[1].isdigit() or said:
        return number
    listed = ":" in text[offset:gap]
    return number if capital and not listed and kind in _lists().bare and not _is_counted(words, number) else None


def _ends_line(text: str, start: int, stop: int) -> bool:
    """Tell whether a heading ends between two offsets: "THÔNG BÁO" over "Số 12-TB/TU"."""
    gap = text[start:stop]
    return "\n" in gap and (gap.count("\n") > 1 or gap.lstrip()[:1].isupper())


def _skip_spaces(text: str, offset: int) -> int:
    while offset < len(text) and text[offset] in " \u00a0:":
        offset += 1
    return offset


def _is_counted(words: Words, number: re.Match[str]) -> bool:
    after = words.index_from(number.end(1))
    return _lists().counted.longest(words, after) is not None


def _number_behind(words: Words, stop: int) -> tuple[re.Match[str] | None, Issuer | None]:
    """Match a number that stands a few words behind the kind: "Kế hoạch của UBND tỉnh số 12/KH-UBND"."""
    for index in range(stop, min(stop + _GAP, words.size)):
        if words.low[index] == "(" or (index == stop and not words.capital(index)):
            continue
        if not words.is_word(index) or _lists().kinds.longest(words, index) is not None:
            return None, None
        if words.capital(index) and _lists().laws.longest(words, index) is not None:
            return None, None
        if words.low[index] == "số":
            number = _NUMBER.match(words.text, _skip_spaces(words.text, words.ends[index]))
            if number is None or number[1].isdigit():
                return None, None
            return number, issuer_after(words, words.ends[stop - 1])
    return None, None


def _next_number(words: Words, offset: int) -> re.Match[str] | None:
    """Match a further number of the same kind: "số 06 và 07", "18-NQ/TW, 19-NQ/TW"."""
    link = _NEXT.match(words.text, offset)
    number = _NUMBER.match(words.text, link.end()) if link else None
    if link is None or number is None:
        return None
    if not number[1].isdigit() or link[1]:
        return number
    after = words.index_from(number.end(1))
    in_row = after >= words.size or words.low[after] in (",", ".", ";", ")", "và", "của", "ngày", "về", "\n")
    return number if in_row else None


def _cited(words: Words, kind: str, number: re.Match[str], start: int, before: Issuer | None) -> Citation:
    text, end = words.text, number.end(1)
    day = day_after(text, end)
    end = day.end if day else end
    issuer = issuer_after(words, end) or before
    if issuer is not None:
        end = max(end, issuer.end)
    return Citation(kind, number[1], _iso(text, day, number[1]), issuer.name if issuer else None, start, end)


def _iso(text: str, day: DayAfter | None, number: str) -> str | None:
    """Return the ISO date; a missing year is that of the number ("30/2020/NĐ-CP"), else of the document's dates."""
    if day is None or day.written.year is not None:
        return day.iso(None) if day else None
    year = _NUMBER_YEAR.search(number)
    return day.iso(int(year[1]) if year else commonest_year(text))


def _sharing(found: list[Citation], text: str) -> list[Citation]:
    """Give the issuer, and within one row the date, of the last of a row to those before it that lack it."""
    shared = list(found)
    for position in range(len(shared) - 2, -1, -1):
        one, after = shared[position], shared[position + 1]
        if not _BETWEEN.fullmatch(text, one.end, after.start) or one.issuer or one.number is None:
            continue
        if _symbol(one.number) in ("", _symbol(after.number or "")):
            in_row = text[after.start].isdigit()
            shared[position] = replace(one, issuer=after.issuer, date=one.date or (after.date if in_row else None))
    return shared


def _symbol(number: str) -> str:
    """Return the issuer's letters in a number: "TW" in "18-NQ/TW", "CP" in "30/2020/NĐ-CP"."""
    letters = re.findall(r"[^\W\d]+\d*", number)
    return letters[-1] if letters else ""


def _without_own(found: list[Citation], text: str) -> list[Citation]:
    own = _OWN.search(text, 0, _HEAD)
    if own is None:
        return found
    number = _bare(own[1])
    return [
        one
        for one in found
        if one.number is None or _bare(one.number) != number or (one.date and not _is_annexed(text, one.start))
    ]


def _is_annexed(text: str, start: int) -> bool:
    """Tell whether a paper is named over its own annex: "(Kèm theo Quyết định số …)"."""
    return lower(text[max(0, start - 20) : start]).rstrip().endswith("kèm theo")


def _bare(number: str) -> str:
    return re.sub(r"\s", "", lower(number))
