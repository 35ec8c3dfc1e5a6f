"""What each clause of a document does (thái độ): a command, a result, a limitation, or none of them, and why.

The document is walked once in reading order. A *voice* says who is heard: nobody in particular ("tells"), the chair or
the issuing body ("orders"), one who proposes ("proposes"). Sections, introductions and verbs of saying change it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from giaoban.language.authority import Authority, Hearing, begins_with
from giaoban.language.bodies import Body, bodies_at, body_at
from giaoban.language.clauses import Clause, find_clauses, quotation_end
from giaoban.language.commands import Place, Stance, read_command
from giaoban.language.dues import deadline_alone
from giaoban.language.evidence import Evidence, weigh
from giaoban.language.extraction import Conference, Person, Span
from giaoban.language.judged import Judged, Voice
from giaoban.language.layout import ATTRIBUTE, Block, find_blocks
from giaoban.language.lexicon import phrases
from giaoban.language.narration import REPORTS, narrated, parts, pledges, reported, reviewed
from giaoban.language.office import Office
from giaoban.language.reasons import Reason
from giaoban.language.reporting import reporting_at
from giaoban.language.sections import find_roles, inline_heading_end
from giaoban.language.speakers import Told, find_told
from giaoban.language.subject import day_of
from giaoban.language.tables import Row
from giaoban.language.times import Times
from giaoban.language.words import Words, lower, words_of


@dataclass(slots=True)
class _Walk:
    """What the walk remembers from one block to the next."""

    words: Words
    office: Office
    blocks: list[Block]
    roles: list[str | None]
    voice: Voice = "tells"
    governor: Span | None = None
    speaker: Authority | None = None
    times: Times = field(default_factory=Times)
    occasion: bool = False
    ordered: bool = False
    named: int | None = None
    minutes: bool = False
    voice_after: dict[int, tuple[Voice, Span | None]] = field(default_factory=dict)
    judged: list[Judged] = field(default_factory=list)


_NEVER: dict[str | None, Reason] = {
    "attendance": "in_attendance",
    "causes": "in_causes",
    "purpose": "in_purpose",
    "targets": "in_targets",
    "requests": "in_requests",
}
_CONTENT = frozenset(("heading", "item", "paragraph"))


def judge(
    text: str, doc_type: str, conference: Conference | None, people: Sequence[Person] = ()
) -> tuple[list[Block], list[Judged]]:
    """Return the blocks of a text, and each clause of its body with what it does."""
    words = words_of(text)
    blocks = find_blocks(text)
    office = Office.of(words, blocks, conference, people)
    walk = _Walk(
        words,
        office,
        blocks,
        find_roles(words, blocks, doc_type, office),
        minutes=doc_type == "minutes",
        times=Times(day_of(text, conference), conference.reviewed if conference else None),
    )
    for index, block in enumerate(blocks):
        if block.kind in _CONTENT and block.end > block.start:
            walk.occasion = walk.occasion or _tells_of_occasion(walk, index)
            _enter(walk, index)
            _walk_block(walk, index)
            walk.voice_after[index] = walk.voice, walk.governor
    return blocks, walk.judged


def _tells_of_occasion(walk: _Walk, index: int) -> bool:
    """Tell whether a block tells of a meeting, a visit or a paper in which somebody may order."""
    if walk.office.meets or walk.words.text[walk.blocks[index].end - 1] == ":":
        return True
    words, block = walk.words, walk.blocks[index]
    span = range(words.index_from(block.start), words.index_from(block.end))
    known = phrases("speakers")
    return any((found := known.longest(words, at)) and found[0] in ("occasion", "paper", "meeting") for at in span)


def _is_assigned(row: Row | None) -> bool:
    """Tell whether a row of a table says who does its task, or when."""
    return row is not None and (row.lead is not None or row.due is not None)


def _enter(walk: _Walk, index: int) -> None:
    """Set the voice with which a block begins: its section's, its introduction's, or what was heard before."""
    block, role = walk.blocks[index], walk.roles[index]
    above, governor = walk.voice_after.get(-1 if block.parent is None else block.parent, ("tells", None))
    if role in ("tasks", "demands") or _is_assigned(block.row):
        walk.voice, walk.governor = "orders", _section(walk, index)
    elif role in _NEVER or role in ("results", "limitations", "discussion"):
        walk.voice, walk.governor = "tells", _section(walk, index)
    elif above in ("orders", "proposes"):
        walk.voice, walk.governor = above, governor
    elif role == "conclusion":
        walk.voice, walk.ordered = ("orders" if block.marker is not None else "hints"), True
        walk.governor = _section(walk, index)
    else:
        walk.voice = "hints" if walk.ordered else "tells"
        walk.governor = walk.governor if walk.ordered else None


def _section(walk: _Walk, index: int) -> Span:
    """Return the words that give a block its role: the outermost heading above it that has the same."""
    parent = walk.blocks[index].parent
    while parent is not None and walk.roles[parent] == walk.roles[index]:
        index, parent = parent, walk.blocks[parent].parent
    block = walk.blocks[index]
    colon = walk.words.text.find(":", block.start, block.end) if block.kind != "heading" else -1
    return Span(block.start, colon if colon > block.start else block.end)


def _walk_block(walk: _Walk, index: int) -> None:
    block, words = walk.blocks[index], walk.words
    start = block.start
    if (named := _inline_heading(walk, index)) is not None:
        start, lead = named
        if lead:
            walk.named = index
            walk.judged.append(_introduced(block, index, start, lead))
    state = _Reading()
    for clause in _clauses_of(walk, start, block.end):
        judged = _judge_clause(walk, index, clause, state)
        judged.role, judged.voice, judged.governor = walk.roles[index], walk.voice, walk.governor
        _join_pending(state, judged)
        walk.judged += parts(words, judged)
        state.last = judged.stance


def _clauses_of(walk: _Walk, start: int, end: int) -> list[Clause]:
    """Return the clauses of a block; a quotation of several at its head is cut, its speaker heard first."""
    text = walk.words.text
    close = quotation_end(text, start, end) if text[start] in '“"' else None
    if close is None:
        return find_clauses(text, start, end)
    quoted, after = find_clauses(text, start + 1, close), find_clauses(text, close + 1, end)
    if len(quoted) < 2:
        return find_clauses(text, start, end)
    if after:
        first, stop = walk.words.index_from(after[0].start), walk.words.index_from(after[0].end)
        told = find_told(walk.words, first, stop, Hearing(walk.office, walk.speaker, False, walk.occasion))
        if told is not None:
            _hear(walk, told, after[0])
    return [*quoted, *after]


def _join_pending(state: _Reading, judged: Judged) -> None:
    """Give a command those who act and stood before a semicolon, and let it begin with them."""
    if judged.stance == "pending":
        state.pending.append(judged)
        return
    if judged.stance == "directive" and judged.head is not None and state.pending:
        judged.start = state.pending[0].start
        before = [body for one in state.pending if one.head is not None for body in one.head.leads]
        judged.head.leads = before + judged.head.leads
    state.pending = []


def _inline_heading(walk: _Walk, index: int) -> tuple[int, list[Body]] | None:
    """Return where the block goes on after a heading in its own line ("Bộ Quốc phòng: …"), with the bodies it names."""
    words, block = walk.words, walk.blocks[index]
    first, stop = words.index_from(block.start), words.index_from(block.end)
    if _is_attribute(walk, block):
        return None
    colon = inline_heading_end(words, first, stop, 24)
    if colon == first or colon + 1 >= stop or block.kind == "heading":
        return None
    bodies = bodies_at(words.text, block.start)
    if bodies and words.index_from(bodies[-1].end) == colon:
        return words.starts[colon + 1], bodies
    return None


def _introduced(block: Block, index: int, start: int, lead: list[Body]) -> Judged:
    clause = Clause(block.start, start, True, ":")
    return Judged(clause, "intro", "names_before_colon", index, block.start, inherits=lead)


@dataclass(slots=True)
class _Reading:
    """What one block has said so far: a turn to shortcomings, a story aside, a law that is quoted."""

    turned: bool = False
    aside: bool = False
    law: bool = False
    past: bool = False
    cause: bool = False
    reports: bool = False
    last: Stance = "none"
    pending: list[Judged] = field(default_factory=list)


def _judge_clause(walk: _Walk, index: int, clause: Clause, state: _Reading) -> Judged:
    words, role = walk.words, walk.roles[index]
    first, stop = words.index_from(clause.start), words.index_from(clause.end)
    judged = Judged(clause, "none", "story", index, clause.start)
    if state.last == "directive" and clause.opens and deadline_alone(words.text[clause.start : clause.end]):
        judged.stance, judged.rule = "attribute", "adds_to_task"
        return judged
    if _is_attribute(walk, clause) or (state.last == "attribute" and not clause.opens):
        judged.stance, judged.rule = "attribute", "adds_to_task"
        return judged
    if clause.closed_by == "?":
        judged.rule = "question"
        return judged
    ordering = walk.voice == "orders" and not _names_speaker(words, first)
    told = find_told(words, first, stop, Hearing(walk.office, walk.speaker, ordering, walk.occasion))
    if told is not None and (_concludes(walk, told, clause, index) or _heads_conclusion(walk, index)):
        told = replace(told, kind="order", rule="concluded")
    if told is not None and told.kind == "order" and _orders_in_story(walk, told, state, clause):
        told = replace(told, kind="past", rule="among_results")
    judged.told = told
    judged.evidence = evidence = weigh(words, first, stop, state.turned)
    state.turned = evidence.turned and not (told is not None and told.kind == "order")
    state.law = evidence.law or (state.law and (not clause.opens or words.raw[first] == "“"))
    state.cause = evidence.cause or (state.cause and not clause.opens)
    if state.law or state.cause:
        judged.rule = "law" if state.law else "cause"
        return judged
    state.past = (told is not None and told.kind == "past") or (
        state.past and told is None and not clause.opens and not _joins(words, first)
    )
    if state.past and told is None:
        judged.rule = "past_goes_on"
        return judged
    if role in _NEVER:
        judged.rule = _NEVER[role]
        return judged
    if role in ("results", "limitations") and not (told is not None and told.kind == "praise"):
        return reviewed(words, walk.blocks[index], judged, evidence, role)
    discussed = role == "discussion" or (walk.minutes and not walk.ordered and told is not None)
    if discussed and (told is None or (told.kind == "order" and told.authority != "chair")):
        judged.rule = "in_discussion"
        return judged
    if told is not None:
        _hear(walk, told, clause)
        if told.kind in ("past", "proposal", "praise"):
            return reported(words, walk.blocks[index], judged, evidence, told)
    elif (begun := begins_with(words, first, stop, walk.office)) == "chair" or (begun and walk.voice in ("tells", "proposes")):
        walk.speaker = begun
    if evidence.aside and clause.opens:
        state.aside = told is None or told.kind != "order"
    if (told is None or told.kind != "order") and _quotes_or_pledges(walk, judged):
        walk.voice, judged.rule = "proposes", "pledge_introduced"
        walk.governor = Span(clause.start, clause.end)
        return judged
    if walk.voice in ("orders", "hints") and not state.aside:
        return _under_order(walk, judged, evidence, told, state)
    if _introduces_tasks(walk, judged):
        walk.voice, walk.ordered, walk.governor = "orders", True, Span(clause.start, clause.end)
        return _under_order(walk, judged, evidence, told, state)
    return _narrated(walk, judged, evidence, state.last)


def _names_speaker(words: Words, first: int) -> bool:
    """Tell whether a clause stands behind a quotation and a comma, so that it says whose words they were."""
    return first > 1 and words.low[first - 1] == "," and words.raw[first - 2] in "”\""


def _joins(words: Words, first: int) -> bool:
    found = phrases("openers").longest(words, first)
    return found is not None and found[0] == "join"


def _heads_conclusion(walk: _Walk, index: int) -> bool:
    """Tell whether a block is the heading of the conclusion itself ("Chủ tọa kết luận"), whoever spoke before."""
    return walk.roles[index] == "conclusion" and walk.blocks[index].kind == "heading"


def _orders_in_story(walk: _Walk, told: Told, state: _Reading, clause: Clause) -> bool:
    """Tell whether a committee's order stands in a paragraph of results of a news text, and is one of them."""
    tells = walk.voice == "tells" and not walk.office.official and told.authority == "order"
    reported = state.reports or state.last in ("result", "limitation")
    return tells and reported and not walk.times.is_due_ahead(walk.words.text[clause.start : clause.end])


_CONCLUDING = frozenset(("kết", "có", "thống", "quyết"))


def _concludes(walk: _Walk, told: Told, clause: Clause, index: int) -> bool:
    """Tell whether "đã kết luận một số nội dung như sau:" introduces the very conclusion that the paper passes on."""
    block, words = walk.blocks[index], walk.words
    introduces = words.text[block.end - 1] == ":" and clause.end >= block.end - 2
    return introduces and told.kind in ("past", "said") and words.low[told.verb] in _CONCLUDING


_PLEDGES = re.compile(r"\b(?:cam kết|giao ước|đăng ký thi đua|hứa|quy định)\b")


def _quotes_or_pledges(walk: _Walk, judged: Judged) -> bool:
    """Tell whether a paragraph that ends in a colon introduces what is pledged, or what a law lays down."""
    block, text = walk.blocks[judged.block], walk.words.text
    if text[block.end - 1] != ":" or judged.clause.end < block.end - 2 or block.kind == "heading":
        return False
    return bool(_PLEDGES.search(lower(text[judged.clause.start : judged.clause.end])))


def _under_order(walk: _Walk, judged: Judged, evidence: Evidence, told: Told | None, state: _Reading) -> Judged:
    block = walk.blocks[judged.block]
    ends_block = judged.clause.end >= block.end - 2
    introduces = ends_block and (walk.words.text[block.end - 1] == ":" or block.kind == "heading")
    named = walk.voice == "orders" and walk.named == judged.block
    place = Place(
        strict=walk.voice == "hints",
        introduces=introduces,
        listed=block.marker is not None and walk.voice == "orders",
        completed=named or _is_completed(walk, block),
    )
    reading = read_command(walk.words, judged.clause, told, evidence, place)
    judged.head, judged.start, judged.end = reading.head, reading.start, reading.end
    judged.stance, judged.rule, judged.inherits = reading.stance, reading.rule, reading.inherits
    if introduces and block.kind == "heading" and not reading.inherits:
        judged.rule = "heading"
    if judged.stance == "directive" and _reports(walk, judged, evidence, told, state):
        judged.stance, judged.rule = "none", "reported_on"
        evidence = replace(evidence, result=evidence.result + 1)
    state.reports = judged.rule in _REPORTED
    walk.ordered = walk.ordered or (judged.stance == "directive" and walk.speaker == "chair")
    if judged.stance == "none" and not introduces:
        rule = judged.rule
        _narrated(walk, judged, evidence, state.last)
        judged.rule = judged.rule if judged.stance != "none" else rule
    return judged


_REPORTED = ("reported_on", "past")


def _reports(walk: _Walk, judged: Judged, evidence: Evidence, told: Told | None, state: _Reading) -> bool:
    """Tell whether a clause that reads like a command tells what was done or fell short.

    It does after a time that is over, where it goes on after a semicolon with results told before it ("đã gia cố 31
    điểm; di dời 412 hộ"), and where shortcomings were announced and it says one. Who must or is given something, or
    has a deadline ahead, acts in any case.
    """
    head, clause = judged.head, judged.clause
    if told is not None or head is None or head.verb in ("must", "give") or (head.verb == "not" and head.leads):
        return False
    text = walk.words.text[clause.start : clause.end]
    mends = bool(head.leads) and head.verb in ("verb", "how") and evidence.limitation <= evidence.turned
    goes_on = not clause.opens and (state.reports or state.last == "result" or (state.last == "limitation" and not mends))
    falls_short = state.turned and evidence.limitation > 1
    if not (goes_on or falls_short or walk.times.opens_in_past(text)):
        return False
    return not (head.leads and walk.times.is_due_ahead(text))


def _is_completed(walk: _Walk, block: Block) -> bool:
    """Tell whether other columns, or lines below, say who does a task and when."""
    return block.row is not None or any(_is_attribute(walk, walk.blocks[child]) for child in block.children)


_TASKS_BELOW = re.compile(
    r"(?:nhiệm vụ|nội dung|giải pháp|công việc|biện pháp|việc)\b[^.;:]{0,40}(?:sau|sau đây|cụ thể|như sau)?$"
)


def _introduces_tasks(walk: _Walk, judged: Judged) -> bool:
    """Tell whether a paragraph of an official paper that ends in a colon names tasks to be done ("… nội dung sau:")."""
    block, text = walk.blocks[judged.block], walk.words.text
    if not walk.office.official or text[block.end - 1] != ":" or judged.clause.end < block.end - 2:
        return False
    return bool(_TASKS_BELOW.search(lower(text[max(block.start, block.end - 90) : judged.clause.end])))


def _is_attribute(walk: _Walk, clause: Clause | Block) -> bool:
    text = walk.words.text
    return bool(ATTRIBUTE.match(lower(text[clause.start : min(clause.end, clause.start + 60)])))


def _narrated(walk: _Walk, judged: Judged, evidence: Evidence, last: Stance) -> Judged:
    if walk.voice == "proposes":
        judged.rule = "proposer"
        return judged
    if pledges(walk.words.text[judged.clause.start : judged.clause.end]):
        walk.voice, judged.rule = "proposes", "pledge"
        return judged
    if (found := reporting_at(walk.words, walk.words.index_from(judged.clause.start))) and found[0] == "praise":
        judged.rule = "praise"
        return judged
    return narrated(walk.blocks[judged.block], judged, evidence, last)


def _hear(walk: _Walk, told: Told, clause: Clause) -> None:
    walk.speaker = told.authority
    if told.kind in ("order", "proposal") or (told.kind == "said" and walk.voice != "orders"):
        walk.governor = Span(clause.start, clause.end)
    if told.kind == "order":
        walk.voice, walk.ordered = "orders", True
    elif told.kind == "said":
        walk.voice = "orders" if walk.voice == "orders" else "hints"
    elif told.kind == "proposal":
        walk.voice = "tells" if walk.words.low[told.verb] in REPORTS else "proposes"
