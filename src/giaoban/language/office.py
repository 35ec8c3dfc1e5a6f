"""Whose orders count in a document: the chair and the issuing body order, a participant proposes.

>>> from giaoban.language.words import words_of
>>> office = Office(official=True, issuer=name_words(["ỦY BAN NHÂN DÂN TỈNH BẮC NINH"]), chair=frozenset())
>>> office.is_issuer("UBND tỉnh"), office.is_issuer("UBND các huyện"), office.is_issuer("Công an tỉnh")
(True, False, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from giaoban.language.extraction import Conference, Person
from giaoban.language.layout import Block
from giaoban.language.lexicon import phrases_of
from giaoban.language.ranks import CENTRAL, level_of, lowest_level
from giaoban.language.words import Words, words_of
from giaoban.vietnamese import fold


@dataclass(frozen=True, slots=True)
class Office:
    """Who orders in this document: the words of the issuer's names, and of the chair's name and titles.

    ``leaders`` are the names, without diacritics, of the people whose titles are those of leaders. ``meets``: the
    document reports a conference or is an office's own, so that another paper that it cites orders nothing now.
    ``level``: the office's level of government (cấp), as in ``ranks``.
    """

    official: bool
    issuer: frozenset[str]
    chair: frozenset[str]
    leaders: tuple[str, ...] = ()
    meets: bool = False
    level: int | None = None

    @classmethod
    def of(
        cls, words: Words, blocks: Sequence[Block], conference: Conference | None, people: Sequence[Person] = ()
    ) -> Office:
        """Return whose orders count, from letterhead, title, conference, and the titles of the people named."""
        head = [words.text[b.start : b.end] for b in blocks if b.kind in ("letterhead", "title")]
        address = [words.text[b.start : b.end] for b in blocks if b.kind == "address"]
        texts = [_before_place(_MOTTO.sub(" ", text)) for text in [*head, *(t for t in address if t.endswith("điện:"))]]
        host = conference.host if conference and conference.host else ""
        chair = conference.chair if conference else None
        named = [chair.name, *chair.titles] if chair else []
        letterhead = [_MOTTO.sub(" ", words.text[b.start : b.end]) for b in blocks if b.kind == "letterhead"]
        office = cls(
            bool(head),
            name_words([*texts, host]),
            name_words(named),
            meets=bool(head) or conference is not None,
            level=lowest_level(letterhead or [host]),
        )
        leaders = tuple(fold(one.name) for one in people if any(map(office.leads, one.titles)))
        return replace(office, leaders=leaders)

    def leads(self, title: str) -> bool:
        """Tell whether a post is a leader's, and not that of a lower body, whose leader only takes part here."""
        if not is_leading(title):
            return False
        level = level_of(title)
        return self.level is None or level is None or level >= self.level

    def is_issuer(self, name: str) -> bool:
        """Tell whether all words of a body's or post's name are words of the issuer; a group never is."""
        own = name_words([name])
        return bool(own) and not own & _PLURAL and not own <= _POSTS and own <= self.issuer | _POSTS | self.chair

    def is_above(self, name: str) -> bool:
        """Tell whether a body stands above this office, so that it can only be petitioned (kiến nghị cấp trên)."""
        level = level_of(name)
        if level is None or self.level == CENTRAL:
            return False
        if level == CENTRAL or self.level is None:
            return level == CENTRAL
        return level > self.level and not name_words([name]) & _PLURAL

    def is_leader(self, name: str) -> bool:
        """Tell whether a name, with or without an honorific, is that of a person with a leader's title.

        After an honorific the given name will do ("ông Khiết").
        """
        if not self.leaders:
            return False
        folded = fold(name)
        short = folded.split()[1:] if folded.startswith(("ong ", "ba ", "dong chi ")) else []
        given = short[-1] if len(short) == 1 or (folded.startswith("dong chi ") and len(short) == 2) else None
        return folded.endswith(self.leaders) or any(one.split()[-1] == given for one in self.leaders)

    def names_somebody(self, text: str) -> bool:
        """Tell whether a person's name follows the honorifics ("ông Lê Văn Khiết", not "đồng chí cũng")."""
        named = words_of(text)
        return any(named.capital(index) for index in range(1, len(named)))

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


def is_leading(title: str) -> bool:
    """Tell whether a post is that of one who orders ("Bí thư Huyện ủy"), an association's apart.

    >>> [is_leading(title) for title in ("Bí thư Huyện ủy", "Chủ tịch Hội Nông dân", "Trưởng phòng")]
    [True, False, False]
    """
    named = words_of(title)
    return phrases_of("speakers", "high").longest(named, 0) is not None and "hội" not in named.low


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
