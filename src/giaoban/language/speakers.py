"""Who speaks in a clause, and with what authority: the chair and the issuing body order, a participant proposes.

>>> from giaoban.language.words import words_of
>>> words = words_of("Kết luận, đồng chí Bí thư Huyện ủy đánh giá cao kết quả; đồng thời yêu cầu Công an xã rà soát")
>>> told = find_told(words, 0, len(words), Office.of(words, [], None))
>>> told.kind, words.raw[told.after]
('order', 'Công')
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from giaoban.language.bodies import Body, body_at
from giaoban.language.extraction import Conference
from giaoban.language.layout import Block
from giaoban.language.lexicon import phrases
from giaoban.language.words import Words
from giaoban.vietnamese import fold

ToldKind = Literal["order", "past", "proposal", "praise", "said"]


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody says something: of what kind, from which token the content stands, and with whose authority."""

    kind: ToldKind
    after: int
    verb: int
    rule: str
    authority: str


@dataclass(frozen=True, slots=True)
class Office:
    """Who orders in this document: the words of the issuer's names and posts, and of the chair."""

    official: bool
    issuer: frozenset[str]
    chair: frozenset[str]

    @classmethod
    def of(cls, words: Words, blocks: Sequence[Block], conference: Conference | None) -> Office:
        """Return whose orders count, from the letterhead, the title and the conference."""
        head = [b for b in blocks if b.kind in ("letterhead", "title", "address")]
        texts = [_before_place(words.text[b.start : b.end]) for b in head]
        host = conference.host if conference and conference.host else ""
        chair = conference.chair if conference else None
        chair_words = " ".join([chair.name, *chair.titles]) if chair else ""
        official = any(b.kind == "letterhead" for b in blocks)
        return cls(official, _name_words([*texts, host]), _name_words([chair_words]))

    def is_issuer(self, name: str) -> bool:
        """Tell whether all words of a name are words of the issuer, or of its posts."""
        own = _name_words([name])
        return bool(own) and own <= self.issuer | _POSTS | self.chair and not own <= _POSTS

    def is_chair(self, name: str) -> bool:
        """Tell whether a name or post is that of the chair."""
        own = _name_words([name]) - _HONORIFICS
        return bool(own) and bool(self.chair) and own <= self.chair | {"tinh", "huyen", "xa", "phuong"}


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
        "bo",
        "thu",
        "tuong",
        "chinh",
        "phu",
        "lanh",
        "dao",
        "nguoi",
        "dung",
        "dau",
    ]
)
_HONORIFICS = frozenset(["dong", "chi", "d", "c", "ong", "ba"])
_SHORT = {
    "ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "btv": "ban thuong vu", "bch": "ban chap hanh", "tp": "thanh pho", "tx": "thi xa",
    "bcd": "ban chi dao", "tt": "thuong truc", "ttg": "thu tuong",
}  # fmt: skip
_HIGH = (
    "bi thu", "pho bi thu", "chu tich", "pho chu tich", "thu tuong", "pho thu tuong", "bo truong", "thu truong", "tong bi thu", "truong ban",
    "pho truong ban", "thuong truc", "ban thuong vu", "nguoi dung dau", "lanh dao", "chanh an", "vien truong", "giam doc", "pho giam doc",
    "chu nhiem", "tu lenh", "chinh uy", "chi huy truong", "ban bi thu", "ban chi dao",
)  # fmt: skip
_PRONOUNS = (
    ("đồng", "chí"),
    ("đ", "/", "c"),
    ("ông",),
    ("bà",),
    ("chủ", "tọa"),
    ("chủ", "trì"),
    ("đồng", "chí", "chủ", "trì"),
)
_MEETING = (
    ("hội", "nghị"), ("cuộc", "họp"), ("đoàn", "công", "tác"), ("đoàn", "kiểm", "tra"), ("đoàn", "giám", "sát"), ("đoàn",), ("tỉnh",), ("huyện",),
    ("thành", "phố"), ("kết", "luận"), ("chủ", "tọa"), ("thường", "trực"),
)  # fmt: skip
_PLAIN_PARTICIPANTS = (
    "đại biểu",
    "cử tri",
    "đại diện",
    "ý kiến",
    "người dân",
    "nhân dân",
    "hộ dân",
    "địa phương",
    "cơ sở",
    "xã",
    "hội viên",
)
_STRONG = frozenset(("yêu cầu", "chỉ đạo", "quán triệt", "lưu ý", "chỉ thị", "nhắc nhở", "phân công", "giao"))
_REACH = 110


def _before_place(text: str) -> str:
    at = text.lower().find(" tại ")
    return text if at < 0 else text[:at]


def _name_words(texts: Sequence[str]) -> frozenset[str]:
    found: set[str] = set()
    for text in texts:
        for word in fold(text).replace("-", " ").replace("/", " ").replace(",", " ").split():
            found.update(_SHORT.get(word, word).split())
    return frozenset(found)


def find_told(
    words: Words, first: int, stop: int, office: Office, previous: str | None = None, ordering: bool = False
) -> Told | None:
    """Return what the clause says that somebody asks, orders, proposes or praises; the last one counts.

    ``previous`` is the authority of who spoke last ("order" or "proposal"), for "ông", "đồng chí". ``ordering`` tells
    that the clause stands under an order: another body at its head is then one who shall act, not one who speaks.
    """
    reporting = phrases("reporting")
    frame = _frame(words, first, stop)
    speaker: str | None = None
    told: Told | None = None
    segment = first
    for at in range(first, min(stop, first + _REACH)):
        low = words.low[at]
        if low in (",", ":", ";", "“", '"', "–", "—"):
            if low == ":" and told is not None:
                break
            segment = at + 1
            continue
        hit = reporting.longest(words, at)
        if hit is None or (words.capital(at) and at > segment and not words.raw[at - 1].islower()):
            continue
        subject = _subject(words, segment, at)
        if subject is None and not _elliptic(words, segment, at, speaker is not None):
            continue
        if subject is not None:
            speaker = _authority(words, subject, hit[0], office, frame, previous, at, ordering)
            if speaker is None:
                continue
        found = _told(words, at, hit, speaker, segment, first)
        if found is not None:
            told = found
            if told.kind in ("order", "past", "proposal", "said") and _content_begins(words, hit[1], stop):
                break
    return told


def _frame(words: Words, first: int, stop: int) -> str | None:
    """Return "frame" or "talk" where the clause opens by saying in which part of the meeting it was said."""
    found = phrases("openers").longest(words, first)
    return found[0] if found and found[0] in ("frame", "talk") else None


@dataclass(frozen=True, slots=True)
class _Subject:
    text: str
    pronoun: bool
    meeting: bool
    body: Body | None


def _subject(words: Words, segment: int, at: int) -> _Subject | None:
    """Return the subject between the start of a segment and the verb, if nothing else stands there."""
    index = _skip_joins(words, segment, at)
    if index >= at:
        return None
    body = body_at(words.text, words.starts[index])
    if body is not None and body.kind != "place":
        after = words.index_from(body.end)
        if after <= at and _only_adverbs(words, after, at):
            return _Subject(words.text[body.start : words.ends[at - 1]], False, False, body)
    for forms, pronoun in ((_PRONOUNS, True), (_MEETING, False)):
        for form in forms:
            after = index + len(form)
            if tuple(words.low[index:after]) == form and after <= at and _only_adverbs(words, after, at):
                return _Subject(words.slice(index, at), pronoun, not pronoun, None)
    if tuple(words.low[index : index + 1]) == ("các",) or words.low[index] in ("đại", "cử", "ý", "xã", "nhiều"):
        return _Subject(words.slice(index, at), False, False, None) if at - index < 9 else None
    return None


def _skip_joins(words: Words, index: int, at: int) -> int:
    while index < at:
        found = phrases("openers").longest(words, index)
        if words.low[index] in ("tại", "với"):
            return index
        if found is None or found[0] not in ("join", "frame") or found[1] > at:
            return index
        index = found[1]
    return index


def _only_adverbs(words: Words, index: int, at: int) -> bool:
    """Tell whether between subject and verb only adverbs, names or other verbs of saying stand."""
    while index < at:
        found = phrases("modals").longest(words, index) or phrases("reporting").longest(words, index)
        if found and found[1] <= at:
            index = found[1]
        elif words.capital(index) or words.low[index] in (
            "đã",
            "vừa",
            "và",
            "cũng",
            "từng",
            "thẳng",
            "thắn",
            "tỉnh",
            "huyện",
            "xã",
            "thành",
            "phố",
        ):
            index += 1
        elif words.low[index] == "(":
            close = next((n for n in range(index, at) if words.low[n] == ")"), None)
            if close is None:
                return False
            index = close + 1
        else:
            return False
    return True


def _elliptic(words: Words, segment: int, at: int, has_speaker: bool) -> bool:
    """Tell whether a verb of asking stands without its subject: at the head, or after "đồng thời", "và"."""
    index = _skip_joins(words, segment, at)
    return (
        index == at
        if has_speaker
        else (index == at and words.low[at] in ("yêu", "đề", "lưu", "nhấn", "trân", "kính", "rất", "kiến"))
    )


def _authority(
    words: Words, subject: _Subject, kind: str, office: Office, frame: str | None, previous: str | None, at: int, ordering: bool,
) -> str | None:
    """Return "order" or "proposal" for who speaks; None where the subject is no speaker but one who is to act."""
    low = subject.text.lower()
    if frame == "talk":
        return "proposal"
    if subject.pronoun:
        return previous or "order"
    if subject.meeting:
        return "order"
    if subject.body is None:
        return "proposal"
    if office.is_chair(subject.text) or office.is_chair(subject.body.text) or office.is_issuer(subject.body.text):
        return "order"
    if frame == "frame":
        return "order"
    if any(word in low for word in _PLAIN_PARTICIPANTS):
        return "proposal"
    if office.official or ordering:
        return None
    rank = fold(subject.body.text)
    for honorific in ("dong chi ", "d/c ", "ong ", "ba "):
        rank = rank.removeprefix(honorific)
    strong = words.low[at] + " " + " ".join(words.low[at + 1 : at + 2]) in _STRONG
    if (
        kind != "request"
        and rank.startswith(_HIGH)
        and (strong or not rank.startswith(("giam doc", "pho giam doc", "lanh dao")))
    ):
        return "order"
    return "proposal" if subject.body.kind == "post" or kind == "request" or not strong else None


def _told(words: Words, at: int, hit: tuple[str, int], speaker: str | None, segment: int, first: int) -> Told | None:
    kind, after = hit
    who = speaker or "order"
    if any(word in words.low[max(segment, at - 3) : at] for word in ("đã", "vừa", "từng", "được")):
        return Told("past", after, at, "ordered before", who)
    if kind == "praise":
        return Told("praise", after, at, "praise", who)
    if kind == "say":
        return Told("said" if who == "order" else "proposal", after, at, "only said", who)
    if kind == "request" or speaker == "proposal":
        return Told("proposal", after, at, "a participant's proposal", "proposal")
    if kind == "give":
        return Told("order", at, at, "assigns", who)
    return Told("order", after, at, "orders", who)


def _content_begins(words: Words, after: int, stop: int) -> bool:
    """Tell whether what is asked follows the verb at once: a body, "giao", a colon, or the time."""
    if after >= stop:
        return True
    if words.low[after] in (":", "“", '"'):
        return True
    body = body_at(words.text, words.starts[after])
    return body is not None and body.kind != "place"
