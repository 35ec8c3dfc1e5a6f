"""The stages of reading one text, each result kept: what :func:`understand` needs and :func:`explain` looks into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from giaoban.language.area_model import Scores
from giaoban.language.citations import find_citations
from giaoban.language.conference import find_conference
from giaoban.language.confidence import confidence_of
from giaoban.language.directives import Draft, draft_directives, make_directive
from giaoban.language.doctype import classify
from giaoban.language.extraction import Extraction, Span
from giaoban.language.judged import Judged
from giaoban.language.layout import Block
from giaoban.language.people import find_people
from giaoban.language.signs import signs_of
from giaoban.language.stance import judge
from giaoban.language.subject import day_of
from giaoban.language.surroundings import Surroundings
from giaoban.language.words import words_of


@dataclass(frozen=True, slots=True)
class Stages:
    """What the stages gave: blocks, clauses judged, directives drafted with their signs and views, the whole."""

    blocks: list[Block]
    judged: list[Judged]
    drafts: list[Draft]
    signs: list[tuple[str, ...]]
    views: list[dict[str, Scores]]
    day: date | None
    extraction: Extraction


def read_stages(text: str) -> Stages:
    """Read a text, which must be NFC with line ends ``\\n``, stage by stage.

    People, citations and the conference; layout, clauses and what each clause does; then the directives with lead,
    support, deadline and areas.
    """
    people = find_people(text)
    doc_type = classify(text)
    conference = find_conference(text, doc_type, people)
    day = day_of(text, conference)
    blocks, judged = judge(text, doc_type, conference, people, day)
    words = words_of(text)
    drafts = draft_directives(words, blocks, judged, day)
    surroundings = Surroundings(words, blocks, [draft.judged.block for draft in drafts])
    views = [surroundings.views(draft.judged, draft.leads) for draft in drafts]
    signs = [signs_of(words, blocks[draft.judged.block], draft, doc_type) for draft in drafts]
    extraction = Extraction(
        text=text,
        doc_type=doc_type,
        conference=conference,
        people=people,
        citations=find_citations(text),
        results=[Span(one.start, one.end) for one in judged if one.stance == "result"],
        limitations=[Span(one.start, one.end) for one in judged if one.stance == "limitation"],
        directives=[
            make_directive(words, draft, around, confidence_of(seen))
            for draft, around, seen in zip(drafts, views, signs, strict=True)
        ],
    )
    return Stages(blocks, judged, drafts, signs, views, day, extraction)
