"""Who speaks in a clause, and with what authority: the chair and the issuing body order, a participant proposes.

>>> from giaoban.language.office import Office
>>> from giaoban.language.words import words_of
>>> words = words_of("Kết luận, đồng chí Bí thư Huyện ủy đánh giá cao kết quả; đồng thời yêu cầu Công an xã rà soát")
>>> told = find_told(words, 0, len(words), Hearing(Office.of(words, [], None)))
>>> told.kind, words.raw[told.after]
('order', 'Công')
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from giaoban.language.authority import Authority, Hearing, Subject, authority_of, content_begins, is_high, is_kind
from giaoban.language.bodies import body_at
from giaoban.language.clauses import quotation_end
from giaoban.language.lexicon import phrases, phrases_of
from giaoban.language.openings import ordinal_end
from giaoban.language.reasons import Reason
from giaoban.language.reporting import reporting_at, reporting_words
from giaoban.language.words import Words

ToldKind = Literal["order", "past", "proposal", "praise", "said"]


class Told(NamedTuple):
    """Somebody says something: of what kind, from which token the content stands, and with whose authority."""

    kind: ToldKind
    after: int
    verb: int
    rule: Reason
    authority: Authority


_KINDS = frozenset(("pronoun", "meeting", "participant", "paper", "place", "rank"))
_REACH = 110
_PAUSES = frozenset((",", ":", ";", "“", '"', "–", "—"))
_PAST = frozenset(("đã", "vừa", "từng", "được"))
_ALONE = frozenset(("yêu", "đề", "lưu", "nhấn", "trân", "kính", "kiến"))


def find_told(words: Words, first: int, stop: int, hearing: Hearing) -> Told | None:
    """Return what the clause says that somebody asks, orders, proposes or praises; None where nobody speaks."""
    first = _after_ordinal(words, _after_quotation(words, first, stop), stop)
    frame, verbs = _frame(words, first), reporting_words()
    speaker: Authority | None = None
    told: Told | None = _according_to(words, first, stop, hearing)
    segment = first
    for at, word in enumerate(words.low[first : min(stop, first + _REACH)], first):
        if told is not None and words.low[at - 1] == "và":
            segment = at
        if word in _PAUSES:
            if word == ":" and told is not None:
                break
            segment = at + 1
            continue
        hit = reporting_at(words, at) if word in verbs else None
        if hit is None or (words.capital(at) and at > segment) or _speaks_not(words, segment, at, hit, hearing):
            continue
        subject = _subject(words, segment, at) or _joined_subject(words, segment, at)
        if subject is not None:
            heard = authority_of(words, subject, hit, frame, hearing, at, stop)
            if heard is None:
                continue
            speaker = heard
        elif not _elliptic(words, segment, at, first, speaker is not None or _joins_on(words, first, at, hit, hearing)):
            continue
        heard_now = _told(words, at, hit, speaker or "order", segment)
        if told is not None and told.kind != "praise" and not _overrules(words, heard_now, told):
            continue
        told = heard_now
        if told.kind == "order" and hearing.office.meets and (_is_paper(subject) or _by_paper(words, first, at)):
            told = Told("past", told.after, at, "ordered_elsewhere", told.authority)
        if told.kind not in ("praise", "said") and not _goes_on_saying(words, told, stop):
            break
    return told


def _overrules(words: Words, heard: Told, told: Told) -> bool:
    """Tell whether what is heard later in a clause counts, and not what was heard first.

    Verbs in a row are one ("chỉ đạo, yêu cầu"); after something said, an order to somebody counts.
    """
    if heard.verb <= told.after + 1:
        return heard.kind != "praise"
    after = heard.after + (heard.rule == "assigned")
    opens = told.kind == "said" or words.low[told.after] in _ON
    return opens and heard.kind == "order" and content_begins(words, after, len(words))


#: After these a verb of saying only names the matter: "Lưu ý về địa bàn bãi ngang, ông đề nghị Đồn Biên phòng …".
_ON = frozenset(("về", "đến", "tới"))


def _after_quotation(words: Words, first: int, stop: int) -> int:
    """Return the token after a quotation at the head, for what follows it names the speaker ("“…”, ông A nói")."""
    end = quotation_end(words.text, words.starts[first], words.ends[stop - 1]) if words.raw[first] in '“"' else None
    after = words.index_from(end) + 2 if end is not None else first
    return after if after < stop else first


def _after_ordinal(words: Words, first: int, stop: int) -> int:
    """Return the token after "Thứ năm,", "Ba là" at the head."""
    after = ordinal_end(words, first)
    return first if after is None or after >= stop else after


def _according_to(words: Words, first: int, stop: int, hearing: Hearing) -> Told | None:
    """Return what "Theo Chủ tịch UBND tỉnh, …" says: one with authority says what follows."""
    first += words.low[first] == "cũng"
    if first + 2 >= stop or words.low[first] != "theo":
        return None
    if (pronoun := phrases_of("speakers", "pronoun").longest(words, first + 1)) and words.low[pronoun[1]] == ",":
        return Told("said", pronoun[1] + 1, first, "said", hearing.previous) if hearing.previous in _HEARD else None
    body = body_at(words, first + 1)
    if body is None or body.kind != "post" or not (hearing.office.is_chair(body.text) or is_high(body, hearing.office)):
        return None
    after = words.index_from(body.end)
    while after < stop and words.capital(after):
        after += 1
    return Told("said", after + 1, first, "said", "order") if after < stop and words.low[after] == "," else None


_HEARD = ("chair", "order")
_PAPERS_AT = 6
_GROUNDS = frozenset(
    (
        ("thực", "hiện"), ("căn", "cứ"), ("triển", "khai"), ("thi", "hành"), ("chấp", "hành"), ("tiếp", "theo"),
        ("trên", "cơ"), ("tiếp", "tục"), ("để", "thực"), ("để", "triển"), ("xét", "đề"), ("phúc", "đáp"),
        ("tiếp", "thu"),
    )
)  # fmt: skip


def _is_paper(subject: Subject | None) -> bool:
    return subject is not None and subject.kind == "paper"


def _by_paper(words: Words, first: int, at: int) -> bool:
    """Tell whether the order stands in an earlier paper: "tại Thông báo số 12-TB/HU, Thường trực Huyện ủy yêu cầu".

    What a paper is the ground of is asked now: "Thực hiện ý kiến … tại Công văn số 3350/UBND-NC, Sở Y tế đề nghị".
    """
    if tuple(words.low[first : first + 2]) in _GROUNDS:
        return False
    for index in range(first, at - 2):
        if words.low[index] == "tại" and is_kind(words, index + 1, "paper"):
            return "số" in words.low[index + 2 : min(at, index + _PAPERS_AT)]
    return False


def _frame(words: Words, first: int) -> str | None:
    """Return "frame" or "talk" where the clause opens by saying in which part of the meeting it was said."""
    found = phrases("openers").longest(words, first)
    return found[0] if found and found[0] in ("frame", "talk") else None


def _subject(words: Words, segment: int, at: int) -> Subject | None:
    """Return the subject between the start of a segment and the verb, if nothing else stands there."""
    index = _skip_joins(words, segment, at)
    if index >= at:
        return None
    body = body_at(words, index)
    if body is not None and body.kind != "place":
        after = words.index_from(body.end)
        if after <= at and _only_adverbs(words, after, at):
            return Subject("body", words.text[body.start : words.ends[at - 1]], body)
    found = phrases("speakers").longest(words, index)
    if found is None or found[0] not in _KINDS:
        paper = phrases_of("speakers", "paper").longest(words, index)
        return Subject("paper", words.slice(index, at)) if paper and "số" in words.low[index : paper[1] + 1] else None
    if found[1] > at:
        return None
    if _only_adverbs(words, found[1], at) or (found[0] == "participant" and at - index < 9):
        return Subject(found[0], words.slice(index, at))  # type: ignore[arg-type]
    return None


def _is_told(words: Words, segment: int, at: int, hit: tuple[str, int], hearing: Hearing) -> bool:
    """Tell whether somebody is told to act in the passive ("Sở Y tế được giao rà soát"), and speaks not."""
    if words.low[at - 1] != "được" or hit[0] not in ("order", "give") or not (hearing.ordering or hearing.previous):
        return False
    index = _skip_joins(words, segment, at)
    body = body_at(words, index + (words.low[index] == "riêng"))
    return body is not None and body.kind != "place" and words.index_from(body.end) == at - 1


def _speaks_not(words: Words, segment: int, at: int, hit: tuple[str, int], hearing: Hearing) -> bool:
    """Tell whether what looks like a verb of saying is a noun, or says that somebody acts or is told to."""
    return _is_noun(words, at) or _acts(words, segment, at, hearing) or _is_told(words, segment, at, hit, hearing)


#: After these a verb of asking is a noun: "về đề nghị của huyện", "các kiến nghị", "ý kiến chỉ đạo".
_BEFORE_NOUNS = frozenset(
    ("về", "theo", "các", "những", "kiến", "số", "mọi", "bài", "nội", "phần", "tiếp", "lời", "đơn")
)


def _is_noun(words: Words, at: int) -> bool:
    """Tell whether what looks like a verb of asking names a thing that was asked."""
    before = words.low[at - 1] if at else ""
    if before == "kiến":
        return words.low[at - 2] == "ý" and words.low[at] in ("chỉ", "kết", "phát")
    return before in _BEFORE_NOUNS


#: Adverbs of one who acts, and does not speak: "trực tiếp chỉ đạo", "tập trung chỉ đạo".
_ACTING = frozenset(
    (("trực", "tiếp"), ("tập", "trung"), ("khẩn", "trương"), ("chủ", "động"), ("thường", "xuyên"), ("kịp", "thời"))
)


def _acts(words: Words, segment: int, at: int, hearing: Hearing) -> bool:
    """Tell whether under an order somebody is to lead by himself ("người đứng đầu trực tiếp chỉ đạo")."""
    leads_on = words.low[at] in ("chỉ", "quán", "phân") and tuple(words.low[at - 2 : at]) in _ACTING
    return hearing.ordering and leads_on and at - 2 >= segment


def _joined_subject(words: Words, segment: int, at: int) -> Subject | None:
    """Return the subject after "và" in "các bên thống nhất và ông Nghị kết luận"."""
    joint = next((one for one in range(at - 1, segment, -1) if words.low[one] == "và"), None)
    return None if joint is None else _subject(words, joint + 1, at)


def _skip_joins(words: Words, index: int, at: int) -> int:
    while index < at:
        found = phrases("openers").longest(words, index)
        if found is None or found[0] not in ("join", "frame") or found[1] > at:
            return index
        index = found[1]
    return index


def _only_adverbs(words: Words, index: int, at: int) -> bool:
    """Tell whether between subject and verb only adverbs, names or other verbs of saying stand."""
    speakers, modals = phrases("speakers"), phrases("modals")
    while index < at:
        if words.raw[index] in ("-", ".") and index > 0:
            index += 1
            continue
        body = body_at(words, index) if words.raw[index - 1] == "-" else None
        if body is not None and body.kind == "post" and words.index_from(body.end) <= at:
            index = words.index_from(body.end)
            continue
        known = (speakers.longest(words, index), modals.longest(words, index), reporting_at(words, index))
        ends = [found[1] for found in known if found is not None and found[1] <= at]
        if ends:
            index = max(ends)
        elif words.capital(index):
            index += 1
        elif words.low[index] == "(" and (close := _closing(words, index, at)) is not None:
            index = close + 1
        else:
            return False
    return True


def _closing(words: Words, index: int, at: int) -> int | None:
    return next((n for n in range(index, at) if words.low[n] == ")"), None)


def _elliptic(words: Words, segment: int, at: int, first: int, has_speaker: bool) -> bool:
    """Tell whether a verb of asking stands without its subject: at the head, or after "đồng thời", "và"."""
    if _skip_joins(words, segment, at) != at:
        return False
    if words.low[segment - 1] == ":" and segment > first:
        return has_speaker or _orders_body(words, at)
    return has_speaker or (words.low[at] in _ALONE and (segment == first or _after_topic(words, first, segment)))


def _joins_on(words: Words, first: int, at: int, hit: tuple[str, int], hearing: Hearing) -> bool:
    """Tell whether a clause goes on with "đồng thời yêu cầu X …", whose subject stands in the clause before."""
    joined = words.low[first] in ("đồng", "và") and hit[0] in ("order", "give") and hearing.previous != "proposal"
    return joined and content_begins(words, hit[1], len(words))


def _orders_body(words: Words, at: int) -> bool:
    """Tell whether after a matter and a colon somebody is asked or given it ("Về nút giao: giao Sở Xây dựng …")."""
    hit = reporting_at(words, at)
    return hit is not None and hit[0] in ("order", "give") and content_begins(words, hit[1], len(words))


def _after_topic(words: Words, first: int, segment: int) -> bool:
    """Tell whether what stands before a comma is a topic ("Nhận được Công điện này, yêu cầu …")."""
    found = phrases("openers").longest(words, first)
    return found is not None and found[0] in ("topic", "join", "condition") and words.low[segment - 1] == ","


def _told(words: Words, at: int, hit: tuple[str, int], who: Authority, segment: int) -> Told:
    kind, after = hit
    before = words.low[max(segment, at - 5) : at]
    if any(word in _PAST for word in before) and before[-2:] != ["không", "được"]:
        return Told("past", after, at, "ordered_before", who)
    if kind == "praise":
        return Told("praise", after, at, "praise", who)
    if kind == "request" or who == "proposal":
        return Told("proposal", after, at, "proposal", "proposal")
    if kind == "say":
        return Told("said", after, at, "said", who)
    if kind == "give":
        return Told("order", at, at, "assigned", who)
    return Told("order", after, at, "asked", who)


def _goes_on_saying(words: Words, told: Told, stop: int) -> bool:
    """Tell whether another verb of saying follows: "chỉ đạo, yêu cầu", "ghi nhận … và đề nghị"."""
    after = told.after if told.kind != "order" or told.rule != "assigned" else stop
    if told.kind == "said":
        return not content_begins(words, after, stop)
    if after < stop and words.low[after] in _ON:
        return True
    if after < stop and words.low[after] in (",", "và"):
        after += 1
    if after >= stop:
        return False
    found = reporting_at(words, after)
    return found is not None and found[0] in ("order", "say", "give")
