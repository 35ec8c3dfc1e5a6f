"""Numbers and signs that begin a heading or an item of a list: "I-", "2.1.", "a)", "Thứ nhất,", "•".

>>> find_marker("2.1- Tiếp tục quán triệt")
Marker(style='decimal-2', value=1, end=4)
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Marker(NamedTuple):
    """A marker at the head of a line: its style ("roman", "decimal-2", "letter" …), its number (0: none), its end."""

    style: str
    value: int
    end: int


_ORDINAL = r"nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?:\s+(?:một|hai|ba|bốn|tư|lăm|năm|sáu|bảy|tám|chín))?|\d{1,2}"
_CARDINAL = r"một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?:\s+(?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?|\d{1,2}"
_NUMERALS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
#: The words that an ordinal in words begins with, unless with a number.
ORDINALS = frozenset((*_NUMERALS, "việc", "điều", "nhóm", "nhiệm", "nội", "vấn", "ý", "thứ"))
_CAPITALS = "A-Z" + "".join(chr(n) for n in (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)) if chr(n).isupper())
_MARKERS = re.compile(
    rf"""
    (?P<part>(?:phần|chương|mục)\s+(?:thứ\s+)?(?:{_ORDINAL}|[ivx]+)\b\s*[.:–-]?)
  | (?P<article>điều\s+\d+[a-zđ]?\s*[.:])
  | (?P<word>(?:(?:(?:việc|điều|nhóm\s+việc|nhiệm\s+vụ|nội\s+dung|vấn\s+đề|ý)\s+)?thứ\s+(?:{_ORDINAL})
      |(?:{_CARDINAL})\s+là|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)[.:]
      |(?-i:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười),(?=\s+(?-i:[{_CAPITALS}])))\s*[,:;.–-]?(?=\s))
  | (?P<roman>(?-i:[IVX]{{1,5}})\s*(?:[.)/–-]|\s[–-])+)(?=\s|[^\W\d])
  | (?P<little>\([ivx]{{1,4}}\)|[ivx]{{2,4}}\))
  | (?P<bracket>\(\d{{1,2}}\)|\([a-zđ]\))
  | (?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}(?:\s*[.)/]|\s?[–-](?=\s)|[-–])+)(?=\s|[^\W\d])
  | (?P<decimals>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?=\s+[^\W\d])
  | (?P<upper>(?-i:[A-H])\s?[.)–-]+)(?=\s)
  | (?P<letter>[a-zđ]{{1,2}}(?:[.)]|\s?[–-])+)(?=\s|[^\W\d])
  | (?P<bullet>[-–—+•*·●▪■◦○►✓➢§\uf0b7\uf02d]+)(?=\s|[^\W\d]|[“"(\d])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_UPPER = {"roman"}
_LOWER = {"letter", "little"}


def find_marker(line: str) -> Marker | None:
    """Return the marker that a line (without leading blanks) begins with, or None."""
    match = _MARKERS.match(line)
    if match is None or match.lastgroup is None:
        return None
    kind, written = match.lastgroup, match[0]
    if (kind in _UPPER and written != written.upper()) or (kind in _LOWER and written != written.lower()):
        return None
    return Marker(_style(kind, written), _value(kind, written), match.end())


def _style(kind: str, written: str) -> str:
    if kind in ("decimal", "decimals"):
        return f"decimal-{len(re.findall(r'[0-9]+', written))}"
    if kind == "bullet":
        return f"bullet{written[0] if written[0] not in '–—' else '-'}"
    if kind == "part":
        return f"part-{written.split()[0].lower()}"
    if kind == "bracket":
        return "bracket-number" if written[1].isdigit() else "bracket-letter"
    return kind


def _value(kind: str, written: str) -> int:
    numbers = re.findall(r"[0-9]+", written)
    if kind in ("roman", "little"):
        return _roman(written.upper())
    return int(numbers[-1]) if numbers else 0


def _roman(written: str) -> int:
    letters = [{"I": 1, "V": 5, "X": 10}[letter] for letter in written if letter in "IVX"]
    signed = (-one if one < two else one for one, two in zip(letters, [*letters[1:], 0], strict=True))
    return sum(signed)
