"""Laws cited by name: with a number ("Luật … số 36/2024/QH15"), a year or a date ("Luật Tố cáo năm 2018")."""

from __future__ import annotations

import re
from functools import cache

from giaoban.language.extraction import Citation
from giaoban.language.issuers import issuer_after
from giaoban.language.lists import listed
from giaoban.language.phrases import Phrases
from giaoban.language.words import Words
from giaoban.language.written_dates import day_after

_NUMBER = re.compile(r"số\s*:?\s*(\d{1,3}\s?/\s?\d{4}\s?/\s?[A-ZĐ][\w]*|\d{1,3}[-/][A-ZĐ][\w/-]*)")
_YEAR = re.compile(r"(?:năm\s+)?((?:19|20)\d\d)(?![\d/-])")
_LONGEST = 22


@cache
def _stops() -> Phrases[str]:
    return listed("citations", "law_stops")


@cache
def _kinds() -> Phrases[str]:
    return listed("citations", "kinds", "laws")


def law_at(words: Words, index: int, kind: tuple[str, int]) -> Citation | None:
    """Return the law that is cited at a token, or None where it is only named; ``kind`` as the list found it."""
    name, after_kind = kind
    amending = words.low[after_kind : after_kind + 2] == ["sửa", "đổi"]
    may_begin = amending or name == "hiến pháp" or words.low[after_kind : after_kind + 1] == ["số"]
    if not may_begin and not words.capital(after_kind):
        return None
    for stop in range(after_kind, min(after_kind + _LONGEST, words.size)):
        ended = _ended(words, name, index, stop, is_named=stop > after_kind)
        if ended is not None:
            return ended
        if stop > after_kind and _breaks(words, stop, amending=amending):
            return None
    return None


def _ended(words: Words, kind: str, index: int, stop: int, *, is_named: bool) -> Citation | None:
    """Return the citation whose number, year or date begins at ``stop``."""
    text, start, low = words.text, words.starts[index], words.low[stop]
    if low == "số" and (number := _NUMBER.match(text, words.starts[stop])):
        return _cited(words, kind, number[1], start, number.end())
    if not is_named and kind != "hiến pháp":
        return None
    if low == "ngày" and (day := day_after(text, words.ends[stop - 1])) and day.iso(None):
        issuer = issuer_after(words, day.end)
        end = issuer.end if issuer else day.end
        return Citation(kind, None, day.iso(None), issuer.name if issuer else None, start, end)
    if (low == "năm" or low.isdigit()) and (year := _YEAR.match(text, words.starts[stop])):
        return _cited(words, kind, None, start, year.end())
    return None


def _cited(words: Words, kind: str, number: str | None, start: int, end: int) -> Citation:
    day = day_after(words.text, end)
    end = day.end if day else end
    issuer = issuer_after(words, end)
    end = issuer.end if issuer else end
    return Citation(kind, number, day.iso(None) if day else None, issuer.name if issuer else None, start, end)


def _breaks(words: Words, stop: int, *, amending: bool) -> bool:
    """Tell whether the name of a law cannot go on over a token."""
    low = words.low[stop]
    if low in ("(", ")"):
        return words.low[stop : stop + 4] != ["(", "sửa", "đổi", ")"] and words.low[stop - 1] != "đổi"
    if not words.is_word(stop):
        return low not in (",", "-")
    if amending and low in ("luật", "các"):
        return False
    if words.capital(stop) and _kinds().longest(words, stop) is not None:
        return True
    return _stops().longest(words, stop) is not None
