"""The text of a notice of conclusion, composed from the fields of its draft; where each directive stands in it.

What is composed is what the reader reads back: the same directives, leads, supports and dues.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from giaoban.conferences.heard import hear
from giaoban.conferences.names import Names
from giaoban.conferences.notice_words import said
from giaoban.conferences.sentences import DirectiveWords, sentence
from giaoban.vietnamese import nfc, tidy


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """What the notice says of its conference, and the words around the directives."""

    title: str
    host: str
    chair: str
    held_on: date
    assessment: str
    closing: str
    office: str


@dataclass(frozen=True, slots=True)
class Composed:
    """The text, and of each directive the code points at which its words begin and end."""

    text: str
    spans: tuple[tuple[int, int], ...]


def compose(facts: NoticeFacts, directives: Sequence[DirectiveWords], names: Names | None = None) -> Composed:
    """Return the notice's text: what it is, the assessment, the directives numbered, who follows them.

    ``names`` tell whom the names in typed words mean; without it only the official names are known.
    """
    lines = [*_head(facts), said("tasks" if facts.assessment.strip() else "tasks_alone")]
    text = "\n".join(lines) + "\n"
    spans = []
    for number, one in enumerate(directives, start=1):
        words = sentence(one, facts.held_on, names)
        start = len(text) + len(f"{number}. ")
        first, last = _span(words, facts.held_on)
        spans.append((start + first, start + last))
        text += f"{number}. {words}.\n"
    closing = tidy(facts.closing) or said("closing", office=facts.office)
    return Composed(f"{text}{closing}\n", tuple(spans))


def _span(words: str, day: date) -> tuple[int, int]:
    """Return where the directive stands in its sentence: the asking ("Đề nghị") before it is no part of it."""
    heard = hear(words, day)
    return (heard[0].found.start, len(words)) if heard else (0, len(words))


def _head(facts: NoticeFacts) -> list[str]:
    chair = said("chair", chair=facts.chair) if facts.chair else said("chair_unnamed")
    named = {"chair": chair, "title": facts.title}
    opening = said("opening", day=f"{facts.held_on:%d/%m/%Y}", host=facts.host, **named)
    lines = [said("head"), said("subject", **named), opening]
    if facts.assessment.strip():
        lines += [said("assessment"), *_paragraphs(facts.assessment)]
    return lines


def _paragraphs(text: str) -> list[str]:
    return [tidy(line) for line in nfc(text).splitlines() if line.strip()]
