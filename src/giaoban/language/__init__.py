"""The language of Vietnamese official documents: from a text to what it says.

>>> understand("Kết luận hội nghị, đồng chí Bí thư yêu cầu Công an xã tăng cường tuần tra.").directives[0].lead
['Công an xã']
"""

from __future__ import annotations

from giaoban.language.extraction import Extraction, Span
from giaoban.language.subject import day_of, subject_area

__all__ = ["understand"]


def understand(text: str) -> Extraction:
    """Return everything found in a document's text, which must be NFC with line ends ``\\n``."""
    from giaoban.language.directives import make_directives
    from giaoban.language.stance import judge
    from giaoban.language.words import words_of

    doc_type, conference = "news", None
    blocks, judged = judge(text, doc_type, conference)
    day = day_of(text, conference)
    directives = make_directives(words_of(text), blocks, judged, day, subject_area(text, blocks))
    return Extraction(
        text=text,
        doc_type="news",
        conference=conference,
        results=[Span(one.start, one.end) for one in judged if one.stance == "result"],
        limitations=[Span(one.start, one.end) for one in judged if one.stance == "limitation"],
        directives=directives,
    )
