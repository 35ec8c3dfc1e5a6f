"""What the walk through a document remembers (the state of ``stance``): from block to block, and within one."""

from __future__ import annotations

from dataclasses import dataclass, field

from giaoban.language.authority import Authority
from giaoban.language.clauses import Clause
from giaoban.language.commands import Stance
from giaoban.language.extraction import Span
from giaoban.language.judged import Judged, Voice
from giaoban.language.layout import Block
from giaoban.language.lexicon import phrases
from giaoban.language.narration import REPORTS
from giaoban.language.office import Office
from giaoban.language.speakers import Told
from giaoban.language.times import Times
from giaoban.language.words import Words


@dataclass(slots=True)
class Walk:
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


@dataclass(slots=True)
class Reading:
    """What one block has said so far: a turn to shortcomings, a story aside, a law that is quoted, an earlier order."""

    turned: bool = False
    aside: bool = False
    law: bool = False
    past: bool = False
    commanded: bool = False
    cause: bool = False
    reports: bool = False
    last: Stance = "none"
    pending: list[Judged] = field(default_factory=list)


def hear(walk: Walk, told: Told, clause: Clause) -> None:
    walk.speaker = told.authority
    if told.kind in ("order", "proposal") or (told.kind == "said" and walk.voice != "orders"):
        walk.governor = Span(clause.start, clause.end)
    if told.kind == "order":
        walk.voice, walk.ordered = "orders", True
    elif told.kind == "said":
        walk.voice = "orders" if walk.voice == "orders" else "hints"
    elif told.kind == "proposal":
        walk.voice = "tells" if walk.words.low[told.verb] in REPORTS else "proposes"


def tells_of_occasion(walk: Walk, index: int) -> bool:
    """Tell whether a block tells of a meeting, a visit or a paper in which somebody may order."""
    if walk.office.meets or walk.words.text[walk.blocks[index].end - 1] == ":":
        return True
    words, block = walk.words, walk.blocks[index]
    said = phrases("speakers").each(words, words.index_from(block.start), words.index_from(block.end))
    return any(kind in ("occasion", "paper", "meeting") for _, kind, _ in said)
