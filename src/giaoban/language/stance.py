"""What each clause of a document does (thái độ): a command, a result, a limitation, or none of them, and why.

The document is walked once in reading order. A *voice* says who is heard: nobody in particular ("tells"), the chair or
the issuing body ("orders"), one who proposes ("proposes"). Sections, introductions and verbs of saying change it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from giaoban.language.bodies import Body, bodies_at
from giaoban.language.clauses import Clause, find_clauses
from giaoban.language.evidence import Evidence, weigh
from giaoban.language.extraction import Conference
from giaoban.language.layout import ATTRIBUTE, Block, find_blocks
from giaoban.language.openings import skip_openers
from giaoban.language.sections import find_roles, inline_heading_end
from giaoban.language.speakers import Office, Told, find_told
from giaoban.language.subjects import Head, read_head
from giaoban.language.words import Words, lower, words_of

Stance = Literal["directive", "result", "limitation", "attribute", "intro", "none"]
Voice = Literal["tells", "orders", "proposes", "hints"]


@dataclass(slots=True)
class Judged:
    """One clause with its stance, the rule that decided, its head, and the block it stands in."""

    clause: Clause
    stance: Stance
    rule: str
    block: int
    start: int
    head: Head | None = None
    told: Told | None = None
    inherits: list[Body] = field(default_factory=list)


@dataclass(slots=True)
class _Walk:
    """What the walk remembers from one block to the next."""

    words: Words
    office: Office
    blocks: list[Block]
    roles: list[str | None]
    voice: Voice = "tells"
    speaker: str | None = None
    ordered: bool = False
    voice_after: dict[int, Voice] = field(default_factory=dict)
    judged: list[Judged] = field(default_factory=list)


_NEVER = frozenset(("attendance", "causes", "purpose", "targets", "requests"))
_CONTENT = frozenset(("heading", "item", "paragraph"))


def judge(text: str, doc_type: str, conference: Conference | None) -> tuple[list[Block], list[Judged]]:
    """Return the blocks of a text, and each clause of its body with what it does."""
    words = words_of(text)
    blocks = find_blocks(text)
    office = Office.of(words, blocks, conference)
    walk = _Walk(words, office, blocks, find_roles(words, blocks, doc_type))
    for index, block in enumerate(blocks):
        if block.kind in _CONTENT and block.end > block.start:
            _enter(walk, index)
            _walk_block(walk, index)
            walk.voice_after[index] = walk.voice
    return blocks, walk.judged


def _enter(walk: _Walk, index: int) -> None:
    """Set the voice with which a block begins: its section's, its introduction's, or what was heard before."""
    block, role = walk.blocks[index], walk.roles[index]
    if role in ("tasks", "demands"):
        walk.voice = "orders"
    elif role in _NEVER or role in ("results", "limitations", "discussion"):
        walk.voice = "tells"
    elif block.parent is not None and walk.voice_after.get(block.parent) in ("orders", "proposes"):
        walk.voice = walk.voice_after[block.parent]
    elif role == "conclusion":
        walk.voice = "hints"
    else:
        walk.voice = "hints" if walk.ordered else "tells"


def _walk_block(walk: _Walk, index: int) -> None:
    block, words = walk.blocks[index], walk.words
    start = block.start
    if (named := _inline_heading(walk, index)) is not None:
        start, lead = named
        if lead:
            walk.judged.append(_introduced(block, index, start, lead))
    state = _Reading()
    for clause in find_clauses(words.text, start, block.end):
        judged = _judge_clause(walk, index, clause, state)
        walk.judged.append(judged)
        state.after(judged)


def _inline_heading(walk: _Walk, index: int) -> tuple[int, list[Body]] | None:
    """Return where the block goes on after a heading in its own line ("Bộ Quốc phòng: …"), with the bodies it names."""
    words, block = walk.words, walk.blocks[index]
    first, stop = words.index_from(block.start), words.index_from(block.end)
    colon = inline_heading_end(words, first, stop, 24)
    if colon == first or colon + 1 >= stop or block.kind == "heading":
        return None
    bodies = bodies_at(words.text, block.start)
    if bodies and words.index_from(bodies[-1].end) == colon:
        return words.starts[colon + 1], bodies
    return None


def _introduced(block: Block, index: int, start: int, lead: list[Body]) -> Judged:
    clause = Clause(block.start, start, True, ":")
    return Judged(clause, "intro", "names who acts before a colon", index, block.start, inherits=lead)


@dataclass(slots=True)
class _Reading:
    """What one block has said so far: whether a turn to shortcomings was made, and the last stance."""

    turned: bool = False
    last: Stance = "none"
    aside: bool = False

    def after(self, judged: Judged) -> None:
        self.last = judged.stance


def _judge_clause(walk: _Walk, index: int, clause: Clause, state: _Reading) -> Judged:
    words, role = walk.words, walk.roles[index]
    first, stop = words.index_from(clause.start), words.index_from(clause.end)
    judged = Judged(clause, "none", "", index, clause.start)
    if _is_attribute(walk, clause):
        judged.stance, judged.rule = "attribute", "adds who or when to the task above"
        return judged
    told = find_told(words, first, stop, walk.office, walk.speaker)
    judged.told = told
    evidence = weigh(words, first, stop, state.turned)
    state.turned = evidence.turned and not (told is not None and told.kind == "order")
    if role in _NEVER:
        judged.rule = f"stands in a section of {role}"
        return judged
    if role in ("results", "limitations"):
        return _achieved(judged, evidence, role == "limitations", f"stands in a section of {role}")
    if told is not None:
        _hear(walk, told, role)
        if told.kind in ("past", "proposal"):
            return _reported(walk, judged, evidence, told)
        if told.kind == "praise" and walk.voice != "orders":
            judged.rule = "praises"
            return judged
    if evidence.aside and clause.opens and told is None:
        state.aside = True
    if walk.voice in ("orders", "hints") and not state.aside:
        return _command(walk, judged, evidence, told, first, stop)
    return _narrated(walk, judged, evidence)


def _is_attribute(walk: _Walk, clause: Clause) -> bool:
    text = walk.words.text
    return bool(ATTRIBUTE.match(lower(text[clause.start : min(clause.end, clause.start + 60)])))


def _hear(walk: _Walk, told: Told, role: str | None) -> None:
    if told.kind == "order":
        walk.voice, walk.speaker, walk.ordered = "orders", "order", True
    elif told.kind == "said":
        walk.voice, walk.speaker = ("orders" if walk.voice == "orders" else "hints"), "order"
    elif told.kind == "praise":
        walk.speaker = walk.speaker or "order"
    elif told.kind == "proposal" and walk.voice != "orders":
        walk.voice, walk.speaker = "proposes", "proposal"


def _achieved(judged: Judged, evidence: Evidence, fell_short: bool, rule: str) -> Judged:
    judged.rule = rule
    if evidence.cause or evidence.event or judged.clause.end - judged.clause.start < 12:
        return judged
    judged.stance = "limitation" if fell_short or evidence.limitation > 0 else "result"
    judged.start = evidence.start
    return judged


def _reported(walk: _Walk, judged: Judged, evidence: Evidence, told: Told) -> Judged:
    judged.rule = told.rule
    return judged


def _narrated(walk: _Walk, judged: Judged, evidence: Evidence) -> Judged:
    """Judge a clause that nobody orders: what was achieved, what fell short, or the story of the meeting."""
    judged.rule = "tells of the meeting"
    if walk.voice == "proposes" or evidence.event or evidence.cause or evidence.wish or evidence.law:
        return judged
    if evidence.limitation > 0:
        judged.stance, judged.rule, judged.start = "limitation", "says what fell short", evidence.start
    elif evidence.result > 1:
        judged.stance, judged.rule, judged.start = "result", "says what was achieved", evidence.start
    return judged


def _command(walk: _Walk, judged: Judged, evidence: Evidence, told: Told | None, first: int, stop: int) -> Judged:
    """Judge a clause under an order: accepted by its head, unless it only introduces, reports, hopes or explains."""
    words = walk.words
    at = told.after if told is not None and told.kind in ("order", "said") else first
    at = skip_openers(words, at, stop)
    if at >= stop:
        judged.stance, judged.rule = "intro", "introduces a list"
        return judged
    head = read_head(words, at, stop)
    judged.head, judged.start = head, words.starts[at]
    if _introduces(walk, judged, at, stop):
        judged.stance, judged.rule, judged.inherits = "intro", "introduces a list", head.leads
        return judged
    strict = walk.voice == "hints" or (told is not None and told.kind == "said")
    reason = _refusal(walk, judged, evidence, head, told, strict)
    if reason is None:
        judged.stance, judged.rule = "directive", _why(head, told)
        return judged
    judged.rule = reason
    if evidence.past and not told and not head.leads:
        return _narrated(walk, judged, evidence)
    return _narrated(walk, judged, evidence) if walk.voice == "hints" else judged


def _introduces(walk: _Walk, judged: Judged, at: int, stop: int) -> bool:
    """Tell whether the clause ends in a colon: what it introduces stands below it."""
    block = walk.blocks[judged.block]
    return (judged.clause.end >= block.end - 1 and walk.words.text[block.end - 1] == ":") or block.kind == "heading"


def _refusal(
    walk: _Walk, judged: Judged, evidence: Evidence, head: Head, told: Told | None, strict: bool
) -> str | None:
    """Return why a clause under an order is no command; None where it is one."""
    ordered = told is not None and told.kind == "order"
    if evidence.notice:
        return "only passes the notice on"
    if evidence.force:
        return "says when a paper takes effect"
    if evidence.wish and not ordered:
        return "closes with a wish"
    if evidence.cause or evidence.law:
        return "gives a reason or quotes a law"
    if evidence.past and not ordered:
        return "says what was done"
    if head.verb is None and not (ordered and head.leads):
        return "has no verb of command at its head"
    if strict and not (head.leads and head.verb) and head.verb not in ("verb", "must", "not", "how", "give"):
        return "nobody is told to act"
    return None


def _why(head: Head, told: Told | None) -> str:
    if told is not None and told.kind == "order":
        return told.rule
    return "names who acts and the verb" if head.leads else f"begins with a {head.verb} word"
