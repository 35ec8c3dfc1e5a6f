"""The text of a notice of conclusion, composed from the fields of its draft; where each directive stands in it.

What is composed is what the reader reads back: the same directives, leads, supports and dues.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from giaoban.documents.dues import recurrences
from giaoban.facts import load
from giaoban.periods import Period
from giaoban.vietnamese import nfc, tidy


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """Fixed words of a notice of conclusion."""

    id: str
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class Body:
    """A body that shall act: its name, and whether the committee directs it or can only ask."""

    name: str
    is_directed: bool


@dataclass(frozen=True, slots=True)
class DirectiveWords:
    """The fields of one directive of the draft."""

    text: str
    leads: tuple[Body, ...]
    supports: tuple[Body, ...] = ()
    due_on: date | None = None
    due_period: str = ""
    recurring: str = ""
    product: str = ""


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


def compose(facts: NoticeFacts, directives: Sequence[DirectiveWords]) -> Composed:
    """Return the notice's text: what it is, the assessment, the directives numbered, who follows them."""
    lines = [*_head(facts), said("tasks" if facts.assessment.strip() else "tasks_alone")]
    text = "\n".join(lines) + "\n"
    spans = []
    for number, one in enumerate(directives, start=1):
        words = sentence(one)
        asked = "" if not one.leads or any(lead.is_directed for lead in one.leads) else f"{said('ask')} "
        start = len(text) + len(f"{number}. ")
        # A directive begins at the one who shall act: the asking itself stands before it.
        spans.append((start + len(asked), start + len(words)))
        text += f"{number}. {words}.\n"
    closing = tidy(facts.closing) or said("closing", office=facts.office)
    return Composed(f"{text}{closing}\n", tuple(spans))


def _head(facts: NoticeFacts) -> list[str]:
    chair = said("chair", chair=facts.chair) if facts.chair else said("chair_unnamed")
    named = {"chair": chair, "title": facts.title}
    opening = said("opening", day=f"{facts.held_on:%d/%m/%Y}", host=facts.host, **named)
    lines = [said("head"), said("subject", **named), opening]
    if facts.assessment.strip():
        lines += [said("assessment"), *_paragraphs(facts.assessment)]
    return lines


def sentence(one: DirectiveWords) -> str:
    """Return one directive as the notice says it: whom, what, with whom, what will be there, by when.

    >>> police, court = Body("Công an thị xã", True), Body("Tòa án nhân dân thị xã", False)
    >>> sentence(DirectiveWords("Mở đợt cao điểm.", (police,), (court,), date(2024, 6, 30)))
    'Giao Công an thị xã chủ trì, phối hợp với Tòa án nhân dân thị xã mở đợt cao điểm, hoàn thành trước ngày 30/06/2024'
    """
    text = tidy(one.text).rstrip(" .;,")
    if not one.leads:
        return ", ".join([text, *_ends(one)])
    words = _uncapitalised(text)
    begin = f"{_told(one.leads)} {words}"
    if one.supports:
        supports = _listed(body.name for body in one.supports)
        begin = f"{_told(one.leads)} {said('lead')}, {said('support', supports=supports)} {words}"
    return ", ".join([begin, *_ends(one)])


def _ends(one: DirectiveWords) -> Iterable[str]:
    if one.product:
        yield said("product", product=tidy(one.product).rstrip(" .;,"))
    if one.due_on:
        yield said("until", day=f"{one.due_on:%d/%m/%Y}")
    elif one.due_period:
        yield said("within", period=Period.parse(one.due_period).label)
    elif one.recurring:
        often = next(row.words for row in recurrences() if row.id == one.recurring)
        yield said("often", often=_uncapitalised(often))


def _told(leads: Sequence[Body]) -> str:
    directed = _listed(body.name for body in leads if body.is_directed)
    asked = _listed(body.name for body in leads if not body.is_directed)
    if directed and asked:
        return said("give_and_ask", directed=directed, asked=asked)
    return f"{said('give') if directed else said('ask')} {directed or asked}"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def _paragraphs(text: str) -> list[str]:
    return [tidy(line) for line in nfc(text).splitlines() if line.strip()]


def _uncapitalised(words: str) -> str:
    """Return the words with a small first letter, unless they begin with an abbreviation ("UBND")."""
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] == " " else words


def said(code: str, **places: str) -> str:
    """Return fixed words of the notice with their places filled in; raises :class:`KeyError` for an unknown code."""
    rows = {row.id: row.words for row in load("giaoban.conferences", "notice", NoticeWords)}
    return rows[code].format(**places)
