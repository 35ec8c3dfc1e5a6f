"""Whose orders count in a document: the chair and the issuing body order, a participant proposes.

>>> from giaoban.language.words import words_of
>>> office = Office(official=True, issuer=name_words(["ỦY BAN NHÂN DÂN TỈNH BẮC NINH"]), chair=frozenset())
>>> office.is_issuer("UBND tỉnh"), office.is_issuer("UBND các huyện"), office.is_issuer("Công an tỉnh")
(True, False, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from giaoban.language.extraction import Conference
from giaoban.language.layout import Block
from giaoban.language.words import Words
from giaoban.vietnamese import fold


@dataclass(frozen=True, slots=True)
class Office:
    """Who orders in this document: the words of the issuer's names, and of the chair's name and titles."""

    official: bool
    issuer: frozenset[str]
    chair: frozenset[str]

    @classmethod
    def of(cls, words: Words, blocks: Sequence[Block], conference: Conference | None) -> Office:
        """Return whose orders count, from letterhead, title and conference."""
        head = [words.text[b.start : b.end] for b in blocks if b.kind in ("letterhead", "title")]
        address = [words.text[b.start : b.end] for b in blocks if b.kind == "address"]
        texts = [_before_place(_MOTTO.sub(" ", text)) for text in [*head, *(t for t in address if t.endswith("điện:"))]]
        host = conference.host if conference and conference.host else ""
        chair = conference.chair if conference else None
        named = [chair.name, *chair.titles] if chair else []
        return cls(bool(head), name_words([*texts, host]), name_words(named))

    def is_issuer(self, name: str) -> bool:
        """Tell whether all words of a body's or post's name are words of the issuer; a group never is."""
        own = name_words([name])
        return bool(own) and not own & _PLURAL and not own <= _POSTS and own <= self.issuer | _POSTS | self.chair

    def is_chair(self, name: str) -> bool:
        """Tell whether a name or post is that of the chair."""
        own = name_words([name]) - _HONORIFICS
        return bool(own) and bool(self.chair) and own <= self.chair | _LEVELS


_POSTS = frozenset(
    [
        "chu",
        "tich",
        "bi",
        "thu",
        "pho",
        "thuong",
        "truc",
        "ban",
        "vu",
        "giam",
        "doc",
        "truong",
        "tuong",
        "nguoi",
        "dung",
        "dau",
    ]
)
_PLURAL = frozenset(["cac", "nhung", "moi", "cap", "tung"])
_HONORIFICS = frozenset(["dong", "chi", "d", "c", "ong", "ba"])
_LEVELS = frozenset(["tinh", "huyen", "xa", "phuong", "thanh", "pho"])
_SHORT = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "btv": "ban thuong vu",
    "bch": "ban chap hanh",
    "tp": "thanh pho",
    "tx": "thi xa",
    "tphcm": "thanh pho ho chi minh",
    "hcm": "ho chi minh",
    "bcd": "ban chi dao",
    "ttg": "thu tuong",
    "uv": "uy vien",
}
_MOTTO = re.compile(
    r"ĐẢNG CỘNG SẢN VIỆT NAM|C[ỘO]NG H[ÒO][ÀA] XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    r"|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc|^V/v.*",
    re.IGNORECASE,
)
_SEPARATORS = str.maketrans("-/,.()", "      ")


def _before_place(text: str) -> str:
    """Return what stands before " tại ": of a title, who concludes and not where."""
    at = text.lower().find(" tại ")
    return text if at < 0 else text[:at]


def name_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of names without diacritics, short forms written out."""
    found: set[str] = set()
    for text in texts:
        found |= _words_of_name(text)
    return frozenset(found)


@lru_cache(maxsize=2048)
def _words_of_name(text: str) -> frozenset[str]:
    words = fold(text).translate(_SEPARATORS).split()
    return frozenset(part for word in words for part in _SHORT.get(word, word).split())
