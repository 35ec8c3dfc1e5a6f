"""What the stages gave → the trace of each clause. Nothing is decided here: it is only told what decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from giaoban.language.confidence import weights
from giaoban.language.explanation import ClauseTrace, Sign
from giaoban.language.extraction import Span
from giaoban.language.judged import Judged
from giaoban.language.layout import Block
from giaoban.language.reasons import Outcome, Reason
from giaoban.language.stages import Stages

_OUTCOMES: dict[str, Outcome] = {
    "directive": "directive",
    "result": "result",
    "limitation": "limitation",
    "attribute": "part",
    "intro": "part",
    "pending": "part",
}
#: Blocks that hold no clauses, and why.
_STANDING: dict[str, Reason] = {
    "letterhead": "letterhead",
    "title": "title",
    "headline": "headline",
    "address": "address",
    "closing": "closing",
}
_CELL = re.compile(r"[^\t\n]+")
_WORD = re.compile(r"\w")


def trace(stages: Stages) -> list[ClauseTrace]:
    """Return a trace for each clause of the text: every word stands in exactly one, list numbers apart."""
    text, blocks = stages.extraction.text, stages.blocks
    standing = [_standing(text, block) for block in blocks if block.kind in _STANDING and block.end > block.start]
    found = [*standing, *_judged(stages)]
    found += _between(text, blocks, found)
    return sorted(found, key=lambda one: one.start)


def _standing(text: str, block: Block) -> ClauseTrace:
    return ClauseTrace(block.start, block.end, text[block.start : block.end], "left", _STANDING[block.kind])


def _judged(stages: Stages) -> Iterator[ClauseTrace]:
    """Yield the trace of each clause judged; a clause of several shortcomings is one."""
    belongs = _directives_of(stages.judged)
    for _, same in groupby(enumerate(stages.judged), key=lambda pair: pair[1].clause):
        at, one = next(same)
        yield _of_clause(stages, one, belongs[at])


def _directives_of(judged: Sequence[Judged]) -> list[int | None]:
    """Return which directive each clause is or adds to: lines below a task that one, names before it the next."""
    belongs: list[int | None] = []
    count = 0
    for one in judged:
        if one.stance == "pending":
            belongs.append(count if _is_taken_up(judged, len(belongs)) else None)
        elif one.stance == "attribute":
            belongs.append(count - 1 if count else None)
        else:
            belongs.append(count if one.stance == "directive" else None)
        count += one.stance == "directive"
    return belongs


def _is_taken_up(judged: Sequence[Judged], at: int) -> bool:
    """Tell whether a directive of the same block goes on with the names before it."""
    after = next((one for one in judged[at + 1 :] if one.stance != "pending"), None)
    return after is not None and after.stance == "directive" and after.block == judged[at].block


def _of_clause(stages: Stages, one: Judged, directive: int | None) -> ClauseTrace:
    text, clause = stages.extraction.text, one.clause
    is_own = directive is not None and one.stance == "directive"
    outcome, reason = _told(one, directive)
    return ClauseTrace(
        clause.start,
        clause.end,
        text[clause.start : clause.end],
        outcome,
        reason,
        one.role,
        _section(stages.blocks, one.block),
        one.governor,
        directive,
        stages.drafts[directive].led_by if is_own and directive is not None else None,
        _weighed(stages.signs[directive]) if is_own and directive is not None else [],
    )


def _told(one: Judged, directive: int | None) -> tuple[Outcome, Reason]:
    """Return what a clause is and why; "Chủ trì: …" above every task says who was there."""
    if one.stance == "attribute" and directive is None:
        return "left", "in_attendance"
    return "left" if one.rule == "heading" else _OUTCOMES.get(one.stance, "left"), one.rule


def _weighed(signs: Iterable[str]) -> list[Sign]:
    known = weights()
    found = [Sign(one, known.get(one, 0.0)) for one in signs]
    return sorted(found, key=lambda one: -abs(one.weight))


def _section(blocks: Sequence[Block], index: int) -> Span | None:
    """Return the nearest heading above a block."""
    parent = blocks[index].parent
    while parent is not None and blocks[parent].kind != "heading":
        parent = blocks[parent].parent
    return None if parent is None else Span(blocks[parent].start, blocks[parent].end)


def _between(text: str, blocks: Sequence[Block], found: Iterable[ClauseTrace]) -> Iterator[ClauseTrace]:
    """Yield what stands in no block: the other columns of a table of tasks, and what was passed over."""
    told = {one.start: one for one in found}
    taken = sorted([*((one.start, one.end) for one in told.values()), *_markers(text, blocks)])
    rows = {text.rfind("\n", 0, block.start) + 1: told.get(block.start) for block in blocks if block.row is not None}
    for start, end in _gaps(taken, len(text)):
        for cell in _CELL.finditer(text, start, end):
            if not _WORD.search(cell[0]):
                continue
            first = cell.start() + len(cell[0]) - len(cell[0].lstrip())
            stop = cell.start() + len(cell[0].rstrip())
            line = text.rfind("\n", 0, first) + 1
            task, is_row = rows.get(line), line in rows
            directive = task.directive if task is not None else None
            reason: Reason = "column" if is_row else "outside"
            yield ClauseTrace(first, stop, text[first:stop], "part" if is_row else "left", reason, directive=directive)


def _markers(text: str, blocks: Iterable[Block]) -> Iterator[tuple[int, int]]:
    """Yield where the numbers and signs of lists stand."""
    for block in blocks:
        if block.marker is not None and block.row is None:
            yield text.rfind("\n", 0, block.start) + 1, block.start


def _gaps(taken: Iterable[tuple[int, int]], end: int) -> Iterator[tuple[int, int]]:
    at = 0
    for start, stop in taken:
        if start > at:
            yield at, start
        at = max(at, stop)
    if end > at:
        yield at, end
