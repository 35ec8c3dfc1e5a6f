"""What each clause of a document does (thái độ): a command, a result, a limitation, or none of them, and why.

The document is walked once in reading order. A *voice* says who is heard: nobody in particular ("tells"), the chair or
the issuing body ("orders"), one who proposes ("proposes"). Sections, introductions and verbs of saying change it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from giaoban.language.authority import Hearing, begins_with
from giaoban.language.clauses import Clause, find_clauses, quotation_end
from giaoban.language.commands import Place, Stance, read_command
from giaoban.language.dues import deadline_alone
from giaoban.language.evidence import Evidence, weigh
from giaoban.language.extraction import Conference, Person, Span
from giaoban.language.introductions import (
    concludes,
    heads_conclusion,
    inline_heading,
    introduced,
    introduces_tasks,
    is_attribute,
    is_completed,
    quotes_or_pledges,
)
from giaoban.language.judged import Judged
from giaoban.language.layout import Block, find_blocks
from giaoban.language.lexicon import phrases
from giaoban.language.narration import came_of, narrated, parts, pledges, reported, reviewed
from giaoban.language.office import Office
from giaoban.language.reasons import Reason
from giaoban.language.reporting import reporting_at
from giaoban.language.retelling import REPORTED, orders_in_story, reports
from giaoban.language.sections import find_roles
from giaoban.language.speakers import Told, find_told
from giaoban.language.tables import Row
from giaoban.language.times import Times
from giaoban.language.walk import Reading, Walk, hear, tells_of_occasion
from giaoban.language.words import Words, words_of

_NEVER: dict[str | None, Reason] = {
    "attendance": "in_attendance",
    "causes": "in_causes",
    "purpose": "in_purpose",
    "targets": "in_targets",
    "requests": "in_requests",
}
_CONTENT = frozenset(("heading", "item", "paragraph"))


def judge(
    text: str,
    doc_type: str,
    conference: Conference | None,
    people: Sequence[Person] = (),
    day: date | None = None,
) -> tuple[list[Block], list[Judged]]:
    """Return the blocks of a text, and each clause of its body with what it does; ``day`` is what it speaks of."""
    words = words_of(text)
    blocks = find_blocks(text)
    office = Office.of(words, blocks, conference, people)
    walk = Walk(
        words,
        office,
        blocks,
        find_roles(words, blocks, doc_type, office),
        minutes=doc_type == "minutes",
        times=Times(day, conference.reviewed if conference else None),
    )
    for index, block in enumerate(blocks):
        if block.kind in _CONTENT and block.end > block.start:
            walk.occasion = walk.occasion or tells_of_occasion(walk, index)
            _enter(walk, index)
            _walk_block(walk, index)
            walk.voice_after[index] = walk.voice, walk.governor
    return blocks, walk.judged


def _is_assigned(row: Row | None) -> bool:
    """Tell whether a row of a table says who does its task, or when."""
    return row is not None and (row.lead is not None or row.due is not None)


def _enter(walk: Walk, index: int) -> None:
    """Set the voice with which a block begins: its section's, its introduction's, or what was heard before."""
    block, role = walk.blocks[index], walk.roles[index]
    if role == "conclusion" and (block.parent is None or walk.roles[block.parent] != "conclusion"):
        walk.speaker = "chair"
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


def _section(walk: Walk, index: int) -> Span:
    """Return the words that give a block its role: the outermost heading above it that has the same."""
    parent = walk.blocks[index].parent
    while parent is not None and walk.roles[parent] == walk.roles[index]:
        index, parent = parent, walk.blocks[parent].parent
    block = walk.blocks[index]
    colon = walk.words.text.find(":", block.start, block.end) if block.kind != "heading" else -1
    return Span(block.start, colon if colon > block.start else block.end)


def _walk_block(walk: Walk, index: int) -> None:
    block, words = walk.blocks[index], walk.words
    start = block.start
    if (named := inline_heading(walk, index)) is not None:
        start, lead = named
        if lead:
            walk.named = index
            walk.judged.append(introduced(block, index, start, lead))
    state = Reading()
    for clause in _clauses_of(walk, start, block.end):
        judged = _judge_clause(walk, index, clause, state)
        judged.role, judged.voice, judged.governor = walk.roles[index], walk.voice, walk.governor
        _join_pending(state, judged)
        walk.judged += parts(words, judged)
        state.last = judged.stance


def _clauses_of(walk: Walk, start: int, end: int) -> list[Clause]:
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
            hear(walk, told, after[0])
    return [*quoted, *after]


def _join_pending(state: Reading, judged: Judged) -> None:
    """Give a command those who act and stood before a semicolon, and let it begin with them."""
    if judged.stance == "pending":
        state.pending.append(judged)
        return
    if judged.stance == "directive" and judged.head is not None and state.pending:
        judged.start = state.pending[0].start
        before = [body for one in state.pending if one.head is not None for body in one.head.leads]
        judged.head.leads = before + judged.head.leads
    state.pending = []


def _judge_clause(walk: Walk, index: int, clause: Clause, state: Reading) -> Judged:
    words, role = walk.words, walk.roles[index]
    first, stop = words.index_from(clause.start), words.index_from(clause.end)
    judged = Judged(clause, "none", "story", index, clause.start)
    if _adds_to_task(walk, clause, state):
        judged.stance, judged.rule = "attribute", "adds_to_task"
        return judged
    if clause.closed_by == "?":
        judged.rule = "question"
        return judged
    judged.told = told = _told_in(walk, index, clause, state)
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
    state.commanded = told.rule == "ordered_before" if told is not None else state.commanded and state.past
    if state.past and told is None:
        return came_of(words, judged, evidence)
    if role in _NEVER:
        judged.rule = _NEVER[role]
        return judged
    if role in ("results", "limitations") and not (told is not None and told.kind == "praise"):
        return reviewed(words, walk.blocks[index], judged, evidence, role)
    discussed = role == "discussion" or (walk.minutes and not walk.ordered and told is not None)
    answered = told is None and walk.voice == "orders"
    if discussed and not answered and (told is None or (told.kind == "order" and told.authority != "chair")):
        return _discussed(walk, judged, evidence, state.last)
    if told is not None:
        hear(walk, told, clause)
        if told.kind in ("past", "proposal", "praise"):
            return reported(words, walk.blocks[index], judged, evidence, told)
    elif walk.voice != "orders" and (begun := begins_with(words, first, stop, walk.office)) is not None:
        walk.speaker = begun if begun == "chair" or walk.voice != "hints" else walk.speaker
    if evidence.aside and clause.opens:
        state.aside = told is None or told.kind != "order"
    if (told is None or told.kind != "order") and quotes_or_pledges(walk, judged):
        walk.voice, judged.rule = "proposes", "pledge_introduced"
        walk.governor = Span(clause.start, clause.end)
        return judged
    if walk.voice in ("orders", "hints") and not state.aside:
        return _under_order(walk, judged, evidence, told, state)
    if introduces_tasks(walk, judged):
        walk.voice, walk.ordered, walk.governor = "orders", True, Span(clause.start, clause.end)
        return _under_order(walk, judged, evidence, told, state)
    return _narrated(walk, judged, evidence, state.last)


def _adds_to_task(walk: Walk, clause: Clause, state: Reading) -> bool:
    """Return whether a clause only tells more of the directive before it: its deadline, its conditions."""
    if state.last == "directive" and clause.opens and deadline_alone(walk.words.text[clause.start : clause.end]):
        return True
    return is_attribute(walk, clause) or (state.last == "attribute" and not clause.opens)


def _told_in(walk: Walk, index: int, clause: Clause, state: Reading) -> Told | None:
    """Return who tells what in a clause: what the chair concludes is an order, an order among results is past."""
    words = walk.words
    first, stop = words.index_from(clause.start), words.index_from(clause.end)
    ordering = walk.voice == "orders" and not _names_speaker(words, first)
    told = find_told(words, first, stop, Hearing(walk.office, walk.speaker, ordering, walk.occasion))
    if told is not None and (concludes(walk, told, clause, index) or heads_conclusion(walk, index)):
        told = told._replace(kind="order", rule="concluded")
    if told is not None and told.kind == "order" and orders_in_story(walk, told, state, clause):
        told, state.reports = told._replace(kind="past", rule="among_results"), True
    if told is not None and _orders_on(walk, told, state, clause):
        told = told._replace(kind="past", rule="ordered_before")
    return told


def _orders_on(walk: Walk, told: Told, state: Reading, clause: Clause) -> bool:
    """Tell whether "…; yêu cầu các xã rà soát" goes on with an earlier order ("Huyện ủy đã chỉ đạo …")."""
    if told.kind != "order" or not state.commanded or clause.opens:
        return False
    heads = told.verb == walk.words.index_from(clause.start)
    return heads and not walk.times.is_due_ahead(walk.words.text[clause.start : clause.end])


def _discussed(walk: Walk, judged: Judged, evidence: Evidence, last: Stance) -> Judged:
    """Judge a clause of a discussion: a result where it surely tells one, else nothing that binds."""
    judged.rule = "in_discussion"
    if judged.told is None and evidence.result > _SURELY and evidence.limitation <= 0:
        narrated(walk.blocks[judged.block], judged, evidence, last)
        judged.rule = judged.rule if judged.stance != "none" else "in_discussion"
    return judged


#: In a discussion, what is reported has so many cues of achievement at least, numbers counted.
_SURELY = 2


def _names_speaker(words: Words, first: int) -> bool:
    """Tell whether a clause stands behind a quotation and a comma, so that it says whose words they were."""
    return first > 1 and words.low[first - 1] == "," and words.raw[first - 2] in '”"'


def _joins(words: Words, first: int) -> bool:
    found = phrases("openers").longest(words, first)
    return found is not None and found[0] == "join"


def _under_order(walk: Walk, judged: Judged, evidence: Evidence, told: Told | None, state: Reading) -> Judged:
    block = walk.blocks[judged.block]
    ends_block = judged.clause.end >= block.end - 2
    introduces = ends_block and (walk.words.text[block.end - 1] == ":" or block.kind == "heading")
    named = walk.voice == "orders" and walk.named == judged.block
    place = Place(
        strict=walk.voice == "hints",
        introduces=introduces,
        listed=block.marker is not None and walk.voice == "orders",
        completed=named or is_completed(walk, block),
    )
    reading = read_command(walk.words, judged.clause, told, evidence, place)
    judged.head, judged.start, judged.end = reading.head, reading.start, reading.end
    judged.stance, judged.rule, judged.inherits = reading.stance, reading.rule, reading.inherits
    if introduces and block.kind == "heading" and not reading.inherits:
        judged.rule = "heading"
    if judged.stance == "directive" and reports(walk, judged, evidence, told, state):
        judged.stance, judged.rule = "none", "reported_on"
        evidence = evidence._replace(result=evidence.result + 1)
    state.reports = judged.rule in REPORTED
    walk.ordered = walk.ordered or (judged.stance == "directive" and walk.speaker == "chair")
    if judged.stance == "none" and not introduces:
        rule = judged.rule
        _narrated(walk, judged, evidence, state.last)
        judged.rule = judged.rule if judged.stance != "none" else rule
    return judged


def _narrated(walk: Walk, judged: Judged, evidence: Evidence, last: Stance) -> Judged:
    block = walk.blocks[judged.block]
    if walk.words.text[block.end - 1] == ":" and judged.clause.end >= block.end - 2:
        judged.rule = "leads_in"
        return judged
    if walk.voice == "proposes":
        judged.rule = "proposer"
        return judged
    if pledges(walk.words.text[judged.clause.start : judged.clause.end]):
        walk.voice, judged.rule = "proposes", "pledge"
        return judged
    if (found := reporting_at(walk.words, walk.words.index_from(judged.clause.start))) and found[0] == "praise":
        judged.rule = "praise"
        return judged
    return narrated(block, judged, evidence, last)
