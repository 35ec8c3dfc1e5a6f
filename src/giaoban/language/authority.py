"""With what authority somebody speaks: the chair and the issuing body order, a participant only proposes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from giaoban.language.bodies import Body, body_at
from giaoban.language.lexicon import phrases
from giaoban.language.office import Office
from giaoban.language.ranks import CENTRAL, level_of
from giaoban.language.words import Words, words_of

Authority = Literal["chair", "order", "proposal"]


class Hearing(NamedTuple):
    """How a clause is heard: the document's office, who spoke last, and whether it stands under an order.

    Under an order another body at the head of a clause is one who shall act, not one who speaks. ``occasion``: a
    meeting, a visit or a paper has been told of; without one, what a committee asks is part of a story.
    """

    office: Office
    previous: Authority | None = None
    ordering: bool = False
    occasion: bool = True


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks, as written; ``kind`` is the row of the list of speakers, or "body" for a named body or post."""

    kind: Literal["pronoun", "meeting", "participant", "paper", "place", "rank", "body"]
    text: str
    body: Body | None = None


def authority_of(
    words: Words, subject: Subject, hit: tuple[str, int], frame: str | None, hearing: Hearing, at: int, stop: int
) -> Authority | None:
    """Return with what authority the subject speaks; None where it is no speaker but one who is to act."""
    if subject.kind == "participant":
        return None if hearing.ordering and not subject.text.lower().startswith(_SURE) else "proposal"
    if frame == "talk" and not hearing.office.is_leader(subject.text):
        return "proposal"
    if subject.kind == "pronoun":
        return _by_pronoun(subject.text, hearing)
    if subject.kind == "rank":
        return _by_name(words, subject.text, hit, hearing, at)
    if subject.kind == "place":
        return "order" if hearing.occasion else None
    if subject.kind in ("meeting", "paper") or subject.body is None:
        return "order"
    office = hearing.office
    if office.is_chair(subject.text) or office.is_chair(subject.body.text):
        return "order" if subject.body.kind == "body" else "chair"
    if office.is_issuer(subject.body.text):
        return "order"
    if frame == "frame":
        return "chair"
    if office.official or (hearing.previous in ("chair", "order") and _is_deed(words, subject.body, at, hit[1])):
        return None
    if hearing.ordering:
        if _asks(words, subject.body, hit, office, at):
            return "order"
        return "proposal" if _tells_by_name(subject.body, hit) else None
    return _by_rank(words, subject.body, hit, hearing, at, stop)


#: Verbs that say something, or do something where no "rằng" or colon follows ("định hướng báo chí").
_DEEDS = frozenset(
    (
        ("cảnh", "báo"), ("định", "hướng"), ("giải", "thích"), ("phản", "ánh"), ("thống", "nhất"), ("đánh", "giá"),
        ("phân", "tích"), ("nhắc", "nhở"), ("quán", "triệt"), ("trao", "đổi"), ("xác", "định"), ("phát", "biểu"),
    )
)  # fmt: skip
_SAYING = frozenset(("rằng", ":", "là", ",", "“", '"', "thêm", "cao"))


def _is_deed(words: Words, body: Body, at: int, after: int) -> bool:
    """Tell whether a body, asked before, is to warn, guide or explain, and does not speak."""
    acts = body.kind != "post" and tuple(words.low[at : at + 2]) in _DEEDS
    return acts and after < len(words) and words.low[after] not in _SAYING


#: Participants for certain: under an order, "các địa phương" at the head are those who shall act.
_SURE = (
    "đại biểu",
    "các đại biểu",
    "một số đại biểu",
    "nhiều đại biểu",
    "cử tri",
    "ý kiến",
    "các ý kiến",
    "nhiều ý kiến",
)


def _by_pronoun(text: str, hearing: Hearing) -> Authority:
    """Return the authority of "ông", "đồng chí", alone or before a name: of one named, by who chairs and leads."""
    office = hearing.office
    if text.lower().endswith(_PRESIDING):
        return "chair"
    if not office.names_somebody(text):
        return hearing.previous or "order"
    if office.is_chair(text) or office.is_leader(text):
        return "chair"
    return "proposal" if office.chair else hearing.previous or "order"


_PRESIDING = ("chủ trì", "chủ tọa", "chủ toạ")


def _by_name(words: Words, text: str, hit: tuple[str, int], hearing: Hearing, at: int) -> Authority | None:
    """Return the authority of one who is called by a rank ("Thiếu tướng", "Đại tá Lê Văn Hiến")."""
    if hearing.office.is_chair(text) or hearing.office.is_leader(text):
        return "chair"
    if hit[0] == "request" or hearing.previous == "proposal" or not is_kind(words, at, "strong"):
        return "proposal"
    return "order"


def _by_rank(words: Words, body: Body, hit: tuple[str, int], hearing: Hearing, at: int, stop: int) -> Authority | None:
    """Return the authority of one who is neither chair nor issuer, by post and by what is asked."""
    strong = is_kind(words, at, "strong")
    upward = level_of(body.text) != CENTRAL and _goes_upward(words, hit[1], stop)
    if hit[0] != "request" and is_high(body, hearing.office) and not upward:
        return "order"
    if body.kind == "body" and hearing.occasion and _commands(words, body, hit, at) and not upward:
        return "order"
    if hit[0] == "request" or body.kind == "post" or not strong:
        return "proposal"
    return None


def _asks(words: Words, body: Body, hit: tuple[str, int], office: Office, at: int) -> bool:
    """Tell whether under an order another one with authority is heard: "Chủ tịch UBND tỉnh yêu cầu các sở …"."""
    if body.kind == "post":
        return (
            is_high(body, office)
            and words.low[at] in ("yêu", "giao", "lưu")
            and content_begins(words, hit[1], len(words))
        )
    return body.kind == "body" and _commands(words, body, hit, at)


def _tells_by_name(body: Body, hit: tuple[str, int]) -> bool:
    """Tell whether a person by name says or proposes something: "Đồng chí Lê Văn A, Trưởng Công an xã cho biết …"."""
    return body.kind == "post" and hit[0] in ("say", "request") and body.text.lower().startswith(_BY_NAME)


_BY_NAME = ("đồng chí", "đ/c", "ông ", "bà ")


def _commands(words: Words, body: Body, hit: tuple[str, int], at: int) -> bool:
    """Tell whether a committee orders in its own name ("UBND tỉnh yêu cầu …", "UBND tỉnh giao:")."""
    if words.low[at] not in ("yêu", "đề", "giao"):
        return False
    named = words_of(body.text)
    return any(is_kind(named, index, "committee") for index in range(len(named))) and content_begins(
        words, hit[1], len(words)
    )


def is_kind(words: Words, at: int, kind: str) -> bool:
    """Tell whether a phrase of one row of the list of speakers stands at a token."""
    found = phrases("speakers").longest(words, at)
    return found is not None and found[0] == kind


_SUBJECT_REACH = 25
_HONORIFICS = frozenset(("đồng", "chí", "đ", "/", "c", "ông", "bà"))


def is_high(body: Body, office: Office) -> bool:
    """Tell whether a post, or a person by the titles that the document gives, is a leader's."""
    named = words_of(body.text)
    first = next((at for at, word in enumerate(named.low) if word not in _HONORIFICS), len(named))
    post = body.text[named.starts[first] :] if first < len(named) else ""
    return bool(post) and (office.leads(post) or office.is_leader(body.text))


def begins_with(words: Words, first: int, stop: int, office: Office) -> Authority | None:
    """Return the authority of the person whom a clause is about, for "ông" after it; None where it is about none.

    The person stands at the head, or after a comma close to it: "Sau khi lắng nghe, Chủ tịch UBND tỉnh dành một giờ".
    """
    starts = [first, *(at + 1 for at in range(first, min(stop - 1, first + _SUBJECT_REACH)) if words.low[at] == ",")]
    for at in starts[:3]:
        found = phrases("openers").longest(words, at)
        at = found[1] if found is not None and found[0] in ("frame", "join") and found[1] < stop else at
        body = body_at(words, at)
        if body is None or body.kind != "post" or "các" in words_of(body.text).low:
            continue
        end = words.index_from(body.end)
        while end < stop and words.capital(end):
            end += 1
        whole = words.slice(at, end)
        return "chair" if office.is_chair(body.text) or office.is_leader(whole) or is_high(body, office) else "proposal"
    return None


def _goes_upward(words: Words, after: int, stop: int) -> bool:
    """Tell whether what is asked can only be asked of a higher body ("cấp trên sớm bổ sung …")."""
    return any(is_kind(words, at, "upward") for at in range(after, min(stop, after + 10)))


def content_begins(words: Words, after: int, stop: int) -> bool:
    """Tell whether what is asked follows the verb at once: a body, a colon or a quotation."""
    if after >= stop or words.low[after] in (":", "“", '"'):
        return True
    body = body_at(words, after)
    return body is not None and body.kind != "place"
