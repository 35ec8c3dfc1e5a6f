"""What type of document a text is.

>>> classify("UBND XÃ A\\nSố: 05/TB-UBND\\n\\nTHÔNG BÁO\\nKết luận của Chủ tịch UBND xã tại hội nghị giao ban")
'conclusion'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from giaoban.facts import load
from giaoban.language.columns import CELL
from giaoban.language.extraction import DocType
from giaoban.language.phrases import Phrases
from giaoban.language.words import Words, words_of

_HEAD = 2500
_TITLE = 400
_NUMBER = re.compile(r"^[^\S\n]*Số\s*:?\s*\d*[^\S\n]*[-/]?\s*(?:\d{4}[-/])?([A-ZĐ][\w-]*(?:/[\w-]+)*)", re.MULTILINE)
_FORM = re.compile(
    r"CỘNG HÒA XÃ HỘI CHỦ NGHĨA|CỘNG HOÀ XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM|^[^\S\n]*Nơi nhận\s*:|^[^\S\n]*Số\s*:",
    re.MULTILINE,
)
_ADDRESSED = re.compile(r"^[^\S\n]*(?:Kính gửi|V/v\b|Về việc\b.{0,80}\n.*Kính gửi)", re.MULTILINE | re.IGNORECASE)
#: The line under its number that only a paper without the name of its type (công văn) has.
_SUBJECT = re.compile(r"^[^\S\n]*(?:V/v\b|Về việc\b)", re.MULTILINE | re.IGNORECASE)
_ISSUED_WITH = re.compile(
    r"^[^\S\n]*\(?\s*(?:(?:được\s+)?ban hành\s+)?(?:kèm theo|đính kèm|theo)\s+(\w[^\n]{3,30}?)\s+số\b",
    re.MULTILINE | re.IGNORECASE,
)
_CONCLUDES = re.compile(
    r"kết\s+luận|ý\s+kiến\s+(?:chỉ\s+đạo|phát\s+biểu)|kết\s+quả\s+(?:cuộc\s+họp|phiên\s+họp|hội\s+nghị)", re.IGNORECASE
)
_SHORTEST_PROSE = 60
_STOPS = frozenset('.!?…”"')


@dataclass(frozen=True, slots=True)
class TypeWords:
    """A type: the words that head it and the letters in its number."""

    id: str
    headings: tuple[str, ...]
    symbols: tuple[str, ...]
    source: str


@cache
def _headings() -> Phrases[str]:
    rows = load("giaoban.language", "doctypes", TypeWords)
    return Phrases({heading: row.id for row in rows for heading in row.headings})


@cache
def _symbols() -> dict[str, str]:
    rows = load("giaoban.language", "doctypes", TypeWords)
    return {symbol: row.id for row in rows for symbol in row.symbols}


def classify(text: str) -> DocType:
    """Return the type of a document: by its heading, else the letters in its number, else its address; else news."""
    head, form = text[:_HEAD], is_form(text)
    found = _by_heading(words_of(text), head, is_form=form)
    if found is None:
        found = _by_number(head) if form else _by_whole(text)
    if found is not None:
        name, offset = found
        return _settled(name, text[offset : offset + _TITLE])
    if _ADDRESSED.search(head):
        return "dispatch"
    return "other" if form or not _has_prose(text) else "news"


@lru_cache(maxsize=4)
def is_form(text: str) -> bool:
    """Tell whether a text has the marks of an official paper: the country's or Party's name, a number, recipients."""
    return bool(_FORM.search(text, 0, _HEAD)) or "Nơi nhận:" in text[-_HEAD:]


def _has_prose(text: str) -> bool:
    """Tell whether a text is long enough for a sentence and has a full stop."""
    return len(text) > _SHORTEST_PROSE and not _STOPS.isdisjoint(text)


def _by_heading(words: Words, head: str, *, is_form: bool) -> tuple[str, int] | None:
    """Return the type of the first line that is a heading, and where it stands."""
    for cell in CELL.finditer(head):
        if _ADDRESSED.match(cell[0]):
            return None
        index = words.index_at(cell.start())
        found = _headings().longest(words, index) if index is not None else None
        if found is None:
            continue
        alone = words.ends[found[1] - 1] == cell.end()
        if cell[0].isupper() and (alone or (is_form and _goes_on(words, found[1]))):
            return found[0], cell.start()
        if alone and is_form and words.capital(index or 0):
            return found[0], cell.start()
    return None


def _goes_on(words: Words, index: int) -> bool:
    """Tell whether a heading's line goes on as a title: "BÁO CÁO KẾT QUẢ", and not "BÁO CÁO VIÊN"."""
    return words.low[index] not in ("viên", "chí", ":")


def _by_whole(text: str) -> tuple[str, int] | None:
    """Return the type of the paper with which an annex was issued ("(Ban hành kèm theo Kế hoạch số 12/KH-UBND)")."""
    issued = _ISSUED_WITH.search(text, 0, _HEAD)
    found = _headings().longest(words_of(issued[1]), 0) if issued else None
    return (found[0], 0) if issued and found else None


def _by_number(head: str) -> tuple[str, int] | None:
    number = _NUMBER.search(head)
    if number is None:
        return None
    if _SUBJECT.search(head) and _ADDRESSED.search(head):
        return "dispatch", number.start()
    for part in re.split(r"[-/]", number[1]):
        if part in _symbols():
            return _symbols()[part], number.start()
    return ("dispatch", number.start()) if _ADDRESSED.search(head) else None


def _settled(name: str, title: str) -> DocType:
    """Return the type; a notice is a conclusion where its title says so, and of no type of ours otherwise."""
    if name == "notice":
        return "conclusion" if _CONCLUDES.search(title) else "other"
    types: dict[str, DocType] = {
        "conclusion": "conclusion", "directive": "directive", "dispatch": "dispatch",
        "report": "report", "minutes": "minutes",
    }  # fmt: skip
    return types.get(name, "other")
