"""The language of Vietnamese official documents: from a text to what it says.

>>> understand("Kết luận hội nghị, đồng chí Bí thư yêu cầu Công an xã tăng cường tuần tra.").directives[0].lead
['Công an xã']
"""

from __future__ import annotations

from giaoban.language.citations import find_citations
from giaoban.language.conference import find_conference
from giaoban.language.directives import make_directives
from giaoban.language.doctype import classify
from giaoban.language.extraction import Extraction, Span
from giaoban.language.people import find_people
from giaoban.language.stance import judge
from giaoban.language.subject import day_of, subject_area
from giaoban.language.words import words_of

__all__ = ["understand"]


def understand(text: str) -> Extraction:
    """Return everything found in a document's text, which must be NFC with line ends ``\\n``.

    The text is read stage by stage: people, citations and the conference; layout, clauses and what each clause does;
    then the directives with lead, support, deadline and areas.
    """
    people = find_people(text)
    conference = find_conference(text, people)
    doc_type = classify(text)
    blocks, judged = judge(text, doc_type, conference, people)
    day = day_of(text, conference)
    return Extraction(
        text=text,
        doc_type=doc_type,
        conference=conference,
        people=people,
        citations=find_citations(text),
        results=[Span(one.start, one.end) for one in judged if one.stance == "result"],
        limitations=[Span(one.start, one.end) for one in judged if one.stance == "limitation"],
        directives=make_directives(words_of(text), blocks, judged, day, subject_area(text, blocks)),
    )
