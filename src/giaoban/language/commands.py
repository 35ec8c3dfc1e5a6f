"""Clauses under an order: is the clause a command, where does the command begin, and whom does it name?

What only introduces a list, passes a notice on, hopes, explains or tells what was done is no command.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from giaoban.language.bodies import Body, bodies_at
from giaoban.language.clauses import Clause, quotation_end
from giaoban.language.dues import find_due
from giaoban.language.evidence import Evidence
from giaoban.language.lexicon import phrases
from giaoban.language.noncommands import decides, refusal_of
from giaoban.language.openings import skip_openers
from giaoban.language.reasons import Reason
from giaoban.language.reporting import reporting_at
from giaoban.language.speakers import Told
from giaoban.language.subjects import Head, read_head
from giaoban.language.verbs import verb_at
from giaoban.language.words import Words

Stance = Literal["directive", "result", "limitation", "attribute", "intro", "pending", "none"]


@dataclass(slots=True)
class Reading:
    """What a clause under an order is: stance, rule that decided, span, head, and the leads it passes on."""

    stance: Stance
    rule: Reason
    start: int
    end: int
    head: Head | None = None
    inherits: list[Body] = field(default_factory=list)


class Place(NamedTuple):
    """Where a clause stands.

    ``strict``: the order is only hinted at, so that somebody or a verb of command must stand at the head.
    ``introduces``: what the clause introduces stands in blocks below it. ``listed``: it is an item of a list of orders.
    ``completed``: lines below it say who does it, and when.
    """

    strict: bool = False
    introduces: bool = False
    listed: bool = False
    completed: bool = False


def read_command(words: Words, clause: Clause, told: Told | None, evidence: Evidence, place: Place) -> Reading:
    """Return what a clause under an order is."""
    first, stop = words.index_from(clause.start), words.index_from(clause.end)
    at, stop = _content(words, first, stop, told)
    at = _skip_matter(words, skip_openers(words, at, stop), stop, told)
    if at >= stop:
        return Reading("intro", "introduces", clause.start, clause.end)
    head = read_head(words, at, stop)
    if place.introduces:
        inherits = _introduced(words, first, stop) or head.leads
        return Reading("intro", "introduces", clause.start, clause.end, inherits=inherits)
    head = _settled(words, head, stop, place)
    if not head.leads and head.verb in ("must", "verb", "how"):
        head.leads = _addressed(words, first, head.start)
    start, end = words.starts[head.start], words.ends[stop - 1]
    if head.leads and head.predicate >= stop and clause.closed_by == ";":
        return Reading("pending", "names_first", start, clause.end, head)
    if told is not None and told.kind == "order" and head.leads and _COUNTS.search(words.text, start, end):
        return Reading("intro", "introduces", start, end, head, head.leads)
    refusal = refusal_of(words, stop, evidence, head, told, strict=place.strict)
    if refusal is None:
        return Reading("directive", _why(head, told), start, end, head)
    return Reading("none", refusal, start, end, head)


def _introduced(words: Words, first: int, stop: int) -> list[Body]:
    """Return those whom an introduction only names, whole ("Đối với UBND phường:", "UBND các xã ven sông Tiền:")."""
    topic = phrases("openers").longest(words, first)
    first = topic[1] if topic is not None and topic[0] == "topic" and topic[1] < stop else first
    if (tasks := phrases("owned").longest(words, first)) is not None and tasks[1] < stop:
        first = tasks[1]
    bodies = [body for body in bodies_at(words, first) if body.end <= words.ends[stop - 1]]
    if not bodies:
        return []
    after, last = words.index_from(bodies[-1].end), bodies[-1]
    if after >= stop:
        return bodies
    narrows = last.kind in ("group", "body") and after + _NARROWING >= stop and words.is_word(after)
    verbal = any(verb_at(words, at) or phrases("modals").longest(words, at) for at in range(after, stop))
    if not narrows or verbal or reporting_at(words, after) or words.low[after] in ("trong", "về", "và"):
        return []
    end = words.ends[stop - 1]
    return [*bodies[:-1], Body(last.start, end, words.text[last.start : end], last.kind)]


def _addressed(words: Words, first: int, stop: int) -> list[Body]:
    """Return those of whom a topic before the command says that it is for them ("Đối với Công an xã, cần …")."""
    topic = phrases("openers").longest(words, first)
    if topic is None or words.low[first] not in ("đối", "riêng", "với") or topic[1] >= stop:
        return []
    bodies = bodies_at(words, topic[1])
    return bodies if bodies and words.index_from(bodies[-1].end) == stop - 1 else []


def _skip_matter(words: Words, index: int, stop: int, told: Told | None) -> int:
    """Return the token of the verb in "nhấn mạnh việc tập trung …", "yêu cầu việc rà soát …"."""
    named = told is not None and index + 1 < stop and words.low[index] == "việc"
    return index + 1 if named and (verb_at(words, index + 1) or phrases("modals").longest(words, index + 1)) else index


def _settled(words: Words, head: Head, stop: int, place: Place) -> Head:
    """Return the head after an introduction within the clause, without idle time, with the verb given below."""
    after = _after_colon(words, head, stop)
    if after is not None:
        passed, head = head.leads, read_head(words, skip_openers(words, after, stop), stop)
        head.leads = head.leads or passed
    _drop_idle_time(words, head, stop)
    if head.verb is None and (later := _consequence(words, head.start, stop)) is not None:
        return later
    if head.verb is None and (place.completed or (place.listed and _is_due(words, head, stop))):
        head.verb = "later"
    return head


def _content(words: Words, first: int, stop: int, told: Told | None) -> tuple[int, int]:
    """Return the tokens of what is asked: after the verb of asking, or the quotation before it."""
    if words.raw[first] in '“"' and (told is None or told.verb > first + 3):
        end = quotation_end(words.text, words.starts[first], words.ends[stop - 1])
        close = None if end is None else words.index_from(end)
        if close is not None and (told is None or told.verb > close):
            return first + 1, close
    return (told.after if told is not None and told.kind in ("order", "said") else first), stop


def _is_due(words: Words, head: Head, stop: int) -> bool:
    """Tell whether a thing is to be done by a day ("Hồ sơ gửi về Sở trước ngày 15/12")."""
    acts = any(verb_at(words, at) for at in range(head.predicate, min(stop, head.predicate + 8)))
    return acts and find_due(words.text[words.starts[head.start] : words.ends[stop - 1]], 2000) is not None


_NARROWING = 10
#: What only announces how many things follow in the next sentences: "… tập trung vào năm việc".
_COUNTS = re.compile(
    r"(?:một\s+số|các|những|\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+(?:nhóm\s+)?"
    r"(?:việc|nhiệm\s+vụ|nội\s+dung|vấn\s+đề|giải\s+pháp|công\s+việc|yêu\s+cầu|nhóm|điểm)"
    r"(?:,\s*giải\s+pháp)?(?:\s+(?:sau|sau\s+đây|trọng\s+tâm(?:\s+sau)?|cụ\s+thể|chính|lớn|chủ\s+yếu))?$",
    re.IGNORECASE,
)
_TO_COLON = 60
_THEREFORE = {"vì": ("vậy", "thế"), "do": ("đó", "vậy"), "bởi": ("vậy",)}


def _consequence(words: Words, first: int, stop: int) -> Head | None:
    """Return the head of a command that ends a sentence of reasons ("…, vì vậy các ngành cần …")."""
    for at in range(first, stop - 3):
        if words.low[at] in _THEREFORE and words.low[at + 1] in _THEREFORE[words.low[at]]:
            head = read_head(words, skip_openers(words, at, stop), stop)
            return head if head.leads and head.verb == "must" else None
    return None


def _after_colon(words: Words, head: Head, stop: int) -> int | None:
    """Return the token after a colon that ends an introduction within the clause; None where there is none."""
    reach = min(stop - 1, head.predicate + _TO_COLON)
    if ":" not in words.low[head.predicate : max(head.predicate, reach)]:
        return None
    for at in range(head.predicate, reach):
        if words.low[at] == ":":
            if not head.leads and _answers(words, at + 1, stop):
                return at + 1
            listed = any(phrases("cues").longest(words, n) == ("list", at) for n in range(max(head.start, at - 4), at))
            return at + 1 if listed or at - head.predicate < (9 if head.verb is None else 3) else None
        if words.low[at] in ("“", "("):
            return None
    return None


def _answers(words: Words, index: int, stop: int) -> bool:
    """Tell whether what stands after a colon decides on a matter named before it ("Dự thảo …: Thống nhất …")."""
    while (found := phrases("modals").longest(words, index)) is not None and found[1] < stop:
        index = found[1]
    told = reporting_at(words, index)
    if decides(words, index):
        return True
    return told is not None and (told[0] in ("give", "order", "praise") or words.low[index] in ("thống", "đồng"))


def _drop_idle_time(words: Words, head: Head, stop: int) -> None:
    """Leave out a phrase of time at the head that sets no deadline ("6 tháng cuối năm, …")."""
    if not head.timed:
        return
    first = words.index_from(head.leads[0].start) if head.leads else head.predicate
    time = words.text[words.starts[head.start] : words.ends[first - 1]] if first > head.start else ""
    if find_due(time, 2000) is None:
        head.start, head.timed = first, False


_OF_VERB: dict[str | None, Reason] = {
    "must": "must",
    "not": "ban",
    "how": "manner",
    "give": "assigned",
    "later": "listed",
}


def _why(head: Head, told: Told | None) -> Reason:
    if told is not None and told.kind == "order":
        return told.rule
    if head.leads:
        return "assigned" if head.verb == "give" else "names_actor"
    return _OF_VERB.get(head.verb, "verb")
