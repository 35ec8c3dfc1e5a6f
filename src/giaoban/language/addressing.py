"""Whom a directive addresses, and where it says so: "Giao | Công an xã | chủ trì, phối hợp với Tòa án | rà soát".

For one who says the same directive with other words for whom it tells, as the office does that drafts a conclusion.
"""

from __future__ import annotations

from dataclasses import dataclass

from giaoban.language.bodies import Body
from giaoban.language.judged import Judged
from giaoban.language.lexicon import phrases
from giaoban.language.reporting import reporting_at
from giaoban.language.subjects import Head
from giaoban.language.supports import supports_at
from giaoban.language.verbs import verb_at
from giaoban.language.words import Words

_ASKING = frozenset(("give", "order", "head"))
_LONGEST_ASKING = 6
#: What only hands the verb to whom it is told, and falls away behind "giao": "Công an xã phải rà soát".
_HANDING = (("có", "trách", "nhiệm", "phải"), ("có", "trách", "nhiệm"), ("có", "nhiệm", "vụ"), ("cần", "phải"),
            ("phải",), ("cần",), ("hãy",), ("nên",))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Addressing:
    """The words of a directive from ``start`` to ``after`` (offsets of the text) that say to whom it is told.

    ``verb`` is the asking as written ("Giao", "Đề nghị"), "" for none; ``leads`` and ``supports`` are the names as
    written. ``says_lead``: "chủ trì" is among these words. What is to be done begins at ``after``.
    """

    start: int
    after: int
    verb: str = ""
    leads: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    says_lead: bool = False


def addressing_of(words: Words, judged: Judged) -> Addressing | None:
    """Return whom a judged clause addresses at its head; None where it names them elsewhere, or has no head."""
    head = judged.head
    if head is None or head.predicate >= words.size:
        return None
    if head.leads and head.leads[-1].end > words.starts[head.predicate]:
        return None
    first = words.index_from(head.leads[0].start) if head.leads else head.predicate
    asking = _asking_before(words, words.index_from(judged.clause.start), first)
    action = _action_begins(words, head)
    stop = words.index_from(judged.end)
    if not asking and head.leads:
        action = _after_handing(words, action)
    supports, says_lead, action = _joint(words, action, stop)
    start = _topic_before(words, words.index_from(judged.clause.start), first if asking is None else asking)
    return Addressing(
        start=words.starts[start],
        after=words.starts[action] if action < words.size else judged.end,
        verb=words.slice(asking, first) if asking is not None else "",
        leads=tuple(body.text for body in head.leads),
        supports=tuple(body.text for body in supports),
        says_lead=says_lead,
    )


def _asking_before(words: Words, begin: int, first: int) -> int | None:
    """Return the token of the verb of asking that ends right before a token ("giao", "thống nhất giao cho")."""
    for at in range(max(begin, first - _LONGEST_ASKING), first):
        found = reporting_at(words, at)
        if found is None or found[0] not in _ASKING:
            continue
        after = found[1]
        if after == first or (after + 1 == first and words.low[after] in ("cho", ":", "việc")):
            return at
    return None


def _topic_before(words: Words, begin: int, first: int) -> int:
    """Return the token of "đối với", "riêng" right before the one who is told; else the token itself."""
    for at in range(max(begin, first - _LONGEST_ASKING), first):
        found = phrases("openers").longest(words, at)
        if found is not None and found == ("topic", first):
            return at
    return first


def _action_begins(words: Words, head: Head) -> int:
    """Return the token at which the action begins; an aside between whom it is told and the verb belongs to it."""
    if not head.leads:
        return head.predicate
    after = words.index_from(head.leads[-1].end)
    between = words.low[after : head.predicate]
    return head.predicate if all(word in (":", ",", "-", "–") for word in between) else after


def _after_handing(words: Words, index: int) -> int:
    for form in _HANDING:
        if tuple(words.low[index : index + len(form)]) == form:
            return index + len(form)
    return index


def _joint(words: Words, index: int, stop: int) -> tuple[list[Body], bool, int]:
    """Return who supports as named right at the head, whether "chủ trì" stands there, and where the action begins."""
    says_lead = tuple(words.low[index : index + 2]) == ("chủ", "trì")
    at = _past_comma(words, index + 2) if says_lead else index
    if at < stop and (found := supports_at(words, at, stop)) is not None:
        return found[0], says_lead, min(stop, _past_comma(words, found[1]))
    if not says_lead:
        return [], False, index
    if at + 1 < stop and words.low[at] == "việc" and verb_at(words, at + 1) is not None:
        at += 1
    # "Chủ trì hội nghị" is the action itself.
    acts = at < stop and (verb_at(words, at) is not None or phrases("modals").longest(words, at) is not None)
    return ([], True, at) if acts else ([], False, index)


def _past_comma(words: Words, index: int) -> int:
    return index + 1 if index < words.size and words.low[index] == "," else index
