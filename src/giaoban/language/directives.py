"""Clauses judged as commands → directives: the span, who leads, who supports, by when, in which areas."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from giaoban.language.area_model import Scores
from giaoban.language.areas import find_areas
from giaoban.language.bodies import bodies_from
from giaoban.language.dues import deadline_alone, find_due
from giaoban.language.extraction import Directive, Due
from giaoban.language.judged import Judged, LedBy
from giaoban.language.layout import ATTRIBUTE, Block
from giaoban.language.supports import find_supports
from giaoban.language.tables import Cell, Row
from giaoban.language.words import Words, lower
from giaoban.periods import find_dates


@dataclass(slots=True)
class Draft:
    """A directive being put together; ``led_by`` says where its lead was found.

    ``adds_leads``: the line below it that was read last names who leads.
    """

    judged: Judged
    leads: list[str]
    supports: list[str]
    due: Due | None
    led_by: LedBy | None = None
    adds_leads: bool = True


def draft_directives(words: Words, blocks: Sequence[Block], judged: Sequence[Judged], day: date | None) -> list[Draft]:
    """Return the drafts of a document's directives; ``day`` is the day of the conference or paper."""
    drafts: list[Draft] = []
    leads_of = _Leads(blocks)
    for one in judged:
        if one.stance == "intro":
            leads_of.introduce(one)
        elif one.stance == "attribute" and drafts:
            _add_attribute(words, one, drafts[-1], day)
        elif one.stance == "directive":
            drafts.append(_draft(words, one, leads_of, day))
            _add_row(words, blocks[one.block].row, drafts[-1], day)
    return drafts


class _Leads:
    """Who leads where a clause names nobody: the clause before it in the same block, or the heading above.

    A paragraph that hangs under no heading takes those who were asked last.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.of_block: dict[int, list[str]] = {}
        self.current: tuple[int, list[str]] = (-1, [])
        self.asked: list[str] = []

    def introduce(self, judged: Judged) -> None:
        if names := [body.text for body in judged.inherits]:
            self.current = (judged.block, names)
        if self.current[0] == judged.block:
            self.of_block[judged.block] = self.current[1]

    def of(self, judged: Judged) -> tuple[list[str], LedBy | None]:
        """Return who leads, and where that was found."""
        own = [body.text for body in judged.head.leads] if judged.head else []
        if own and not (judged.head and judged.head.delegates and self.current[0] == judged.block):
            self.current = (judged.block, own)
            if judged.told is not None and judged.told.kind == "order":
                self.asked = own
            return own, "own"
        if self.current[0] == judged.block:
            return self.current[1], "before" if self.current[1] else None
        names, led_by = self._inherited(judged.block)
        self.current = (judged.block, names)
        return names, led_by if names else None

    def _inherited(self, block: int | None) -> tuple[list[str], LedBy]:
        apart = block is not None and self.blocks[block].parent is None and self.blocks[block].kind == "paragraph"
        while block is not None:
            if block in self.of_block:
                return self.of_block[block], "above"
            block = self.blocks[block].parent
        return (self.asked if apart else []), "asked"


def _draft(words: Words, one: Judged, leads_of: _Leads, day: date | None) -> Draft:
    assert one.head is not None
    stop = words.index_from(one.end)
    first = words.index_from(one.head.leads[-1].end) if one.head.leads else one.head.predicate
    supports = [body.text for body in find_supports(words, min(first, one.head.predicate), stop)]
    leads, led_by = leads_of.of(one)
    if not one.head.leads and (named := _named_after(words, one)):
        leads, led_by = named, "own"
    text = words.text[one.start : one.end]
    due = find_due(text, day.year if day else None, day)
    return Draft(one, leads, [name for name in supports if name not in leads], due, led_by)


_BY_NAME = re.compile(
    r",\s+((?:đ/c|đồng\s+chí|ông|bà)\s+[^,;()]{2,60}?)\s+"
    r"(?:trực\s+tiếp|chỉ\s+đạo|phụ\s+trách|chủ\s+trì|chịu\s+trách\s+nhiệm|theo\s+dõi|dự\s+và)\b",
    re.IGNORECASE,
)
_BRACKET = re.compile(
    r"\(([^()]{4,90}?)\s+(?:chủ\s+trì|thực\s+hiện|phụ\s+trách|chịu\s+trách\s+nhiệm|làm\s+đầu\s+mối)\b"
)


def _named_after(words: Words, one: Judged) -> list[str]:
    """Return who is named at the end of the clause: "… (Sở Nội vụ chủ trì)", "…, đ/c Khoa trực tiếp chỉ đạo"."""
    match = _BRACKET.search(words.text, one.start, one.end) or _BY_NAME.search(words.text, one.start, one.end)
    bodies = bodies_from(words, match.start(1)) if match else []
    return [body.text for body in bodies] if match and bodies and bodies[-1].end == match.end(1) else []


def _add_row(words: Words, row: Row | None, draft: Draft, day: date | None) -> None:
    """Add what the other columns of a table say to the task of the row."""
    if row is None:
        return
    if named := _names_in(words, row.lead):
        draft.leads, draft.led_by = named, "column"
    draft.supports = _names_in(words, row.support) or draft.supports
    if row.due is not None:
        draft.due = _due_in(words.text[slice(*row.due)], day) or draft.due


def _names_in(words: Words, cell: Cell | None) -> list[str]:
    """Return the names in a cell: those of known bodies; else what its semicolons set apart."""
    if cell is None:
        return []
    names: list[str] = []
    start, end = cell
    for written in words.text[start:end].split(";"):
        first = start + len(written) - len(written.lstrip())
        bodies = bodies_from(words, first) if written.strip() else []
        whole = bool(bodies) and bodies[-1].end == first + len(written.strip())
        names += [body.text for body in bodies] if whole else [written.strip()] if written.strip() else []
        start += len(written) + 1
    return names


def _due_in(text: str, day: date | None) -> Due | None:
    """Return the deadline in a cell, where a bare month or quarter is one ("Tháng 10/2025")."""
    year = day.year if day else None
    if (due := find_due(text, year, day)) is not None:
        return due
    last = find_dates(text)[-1].start if find_dates(text) else 0
    for within in ("Trong ", "Trước "):
        if (due := find_due(within + text[last:][:1].lower() + text[last + 1 :], year, day)) is not None:
            return replace(due, text=text)
    return None


_LONGEST_NAME = 60


def _add_attribute(words: Words, one: Judged, draft: Draft, day: date | None) -> None:
    """Add what a line as "Cơ quan chủ trì: …" or "Thời gian: …" says to the task above it."""
    text = words.text[one.clause.start : one.clause.end]
    match = ATTRIBUTE.match(lower(text))
    if deadline_alone(text):
        bare = text[match.end() :] if match is not None else text
        draft.due = _due_in(text, day) or _due_in(bare, day) or draft.due
        return
    start = one.clause.start + (match.end() if match else 0)
    if match is not None and match["due"]:
        draft.due = _due_in(text[match.end() :], day) or draft.due
        return
    bodies = [body for body in bodies_from(words, start) if body.end <= one.clause.end]
    whole = bodies and (bodies[-1].end == one.clause.end or one.clause.end - start > _LONGEST_NAME)
    names = [body.text for body in bodies] if whole else [words.text[start : one.clause.end].strip()]
    if match is not None:
        draft.adds_leads = bool(match["lead"])
        draft.leads = [] if draft.adds_leads else draft.leads
        draft.led_by = "line" if draft.adds_leads else draft.led_by
    (draft.leads if draft.adds_leads else draft.supports).extend(names)


def make_directive(words: Words, draft: Draft, views: Mapping[str, Scores], confidence: float) -> Directive:
    """Return the directive of a draft; ``views`` tell of its areas (``surroundings``)."""
    one = draft.judged
    assert one.head is not None
    start, end = one.start, one.end
    areas = find_areas(words, one.head.predicate, words.index_from(end), views)
    return Directive(start, end, words.text[start:end], list(draft.leads), draft.supports, draft.due, areas, confidence)
