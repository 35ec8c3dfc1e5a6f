"""Blocks → clauses: what stands between sentence ends, semicolons and items of a list.

>>> text = "Đ/c Bí thư yêu cầu TP. Vinh rà soát, xong trước 30.6; báo cáo."
>>> [text[c.start : c.end] for c in find_clauses(text, 0, len(text))]
['Đ/c Bí thư yêu cầu TP. Vinh rà soát, xong trước 30.6', 'báo cáo']
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

End = Literal["sentence", "semicolon", "block"]


class Clause(NamedTuple):
    """One clause without its closing punctuation; ``opens`` says that a sentence begins with it."""

    start: int
    end: int
    opens: bool
    closed_by: str


_BREAK = re.compile(r"[.;!?…]|[“”\"«»()\[\]]")
_QUOTES = re.compile("[“”]")
_PAIRS = {"“": "”", "«": "»", "(": ")", "[": "]"}
_TRIM = " \t\n\u00a0.;,:!?…/"
_WORD_BEFORE = re.compile(r"[^\s“”\"(),;]+$")
#: What stands before a full stop that ends no sentence, in lower case.
_ABBREVIATIONS = frozenset(
    [
        "tp",
        "tx",
        "tt",
        "đ/c",
        "đ.c",
        "đc",
        "ths",
        "th.s",
        "ts",
        "pgs",
        "gs",
        "bs",
        "ks",
        "cn",
        "ông/bà",
        "v.v",
        "vv",
        "ql",
        "tl",
        "đt",
        "dt",
        "hl",
        "stt",
        "tr",
        "t.p",
        "t.ư",
        "tw",
        "q",
        "p",
        "h",
        "x",
        "k/g",
        "km",
        "no",
        "st",
        "vd",
    ]
)


def find_clauses(text: str, start: int, end: int) -> list[Clause]:
    """Return the clauses of ``text[start:end]`` in order; quotations and brackets are not cut."""
    clauses: list[Clause] = []
    head, opens = start, True
    for cut, mark in _cuts(text, start, end):
        _add(clauses, text, head, cut, opens, mark)
        head, opens = cut, mark != ";"
    _add(clauses, text, head, end, opens, "")
    return clauses


def _add(clauses: list[Clause], text: str, start: int, end: int, opens: bool, mark: str) -> None:
    while start < end and (text[start] in " \t\n\u00a0.;,/…" or (text[start] in "”»")):
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    if end > start:
        clauses.append(Clause(start, end, opens, mark))


def _cuts(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """Return the places after a mark that ends a clause, with the mark."""
    found: list[tuple[int, str]] = []
    wait = ""
    for match in _BREAK.finditer(text, start, end):
        mark, at = match[0], match.start()
        if wait:
            wait = "" if mark == wait else wait
        elif mark in _PAIRS:
            wait = _PAIRS[mark] if _closes(text, at, end, _PAIRS[mark]) else ""
        elif mark == '"':
            wait = '"' if _closes(text, at, end, '"') else ""
        elif mark == ";" or (mark in ".!?…" and _ends_sentence(text, at, end, mark)):
            found.append((at + 1, mark))
        if not wait and mark in '”"»' and _quote_ends_sentence(text, at, end):
            found.append((at + 1, "."))
    return found


def quotation_end(text: str, at: int, end: int) -> int | None:
    """Return where the quotation that opens at an offset is closed, quotations within it counted; None if nowhere."""
    if text[at] == '"':
        close = text.find('"', at + 1, end)
        return close if close > 0 else None
    depth = 0
    for mark in _QUOTES.finditer(text, at, end):
        depth += 1 if mark[0] == "“" else -1
        if depth == 0:
            return mark.start()
    return None


def _closes(text: str, at: int, end: int, mark: str) -> bool:
    """Tell whether a quotation or bracket that opens here is closed within reach."""
    return text.find(mark, at + 1, min(end, at + 900)) >= 0


def _quote_ends_sentence(text: str, at: int, end: int) -> bool:
    return text[at - 1] in ".!?" and re.match(r"\s+[A-ZĐÀ-Ỹ]", text[at + 1 : min(end, at + 6)]) is not None


def _ends_sentence(text: str, at: int, end: int, mark: str) -> bool:
    if at + 1 < end and not text[at + 1].isspace() and text[at + 1] not in '”"/':
        return text[at + 1].isupper() and at > 0 and text[at - 1].islower() and mark == "." and _long_word(text, at)
    after = text[at + 1 : min(end, at + 12)].lstrip(' \t\n\u00a0”"/.')
    if after and not (after[0].isupper() or after[0].isdigit() or after[0] in '“"«(-–+•'):
        return mark != "." and mark != "…"
    return mark != "." or not _is_abbreviated(text, at)


def _long_word(text: str, at: int) -> bool:
    """Tell whether a full stop without a blank after it stands after a whole word, and not inside "TP.HCM"."""
    match = _WORD_BEFORE.search(text, max(0, at - 20), at)
    return match is not None and len(match[0]) > 3 and match[0].isalpha()


def _is_abbreviated(text: str, at: int) -> bool:
    match = _WORD_BEFORE.search(text, max(0, at - 12), at)
    if match is None:
        return False
    word = match[0]
    if word.lower() in _ABBREVIATIONS:
        return at + 2 < len(text) and word.lower() not in ("v.v", "vv")
    return len(word) == 1 and word.isupper() and word not in "IVX"
