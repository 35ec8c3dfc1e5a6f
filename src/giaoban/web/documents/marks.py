"""A document's text with the marks of its review, as HTML: a paragraph a line, every stretch with its offset.

``data-start`` counts code points, so that a selection in the browser (which counts UTF-16 units) finds its place in the
text. Where directives overlap, their marks lie inside each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from giaoban.documents.models import Directive, Document

Span = tuple[int, int]
CLASSES = {"accepted": "d ok", "rejected": "d no", "open": "d"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to be marked: a directive (d, with its id and number), a citation (c), a person (p), or rest."""

    start: int
    end: int
    kind: str
    classes: str
    id: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the text: its place, and its marked words."""

    start: int
    html: SafeString


def marked_lines(
    document: Document,
    directives: Sequence[Directive],
    *,
    selected: int = 0,
    rest: Iterable[Span] = (),
    only: Iterable[Span] | None = None,
) -> list[Line]:
    """Return the paragraphs with the marks of the directives, numbered in their order, and of what was found beside.

    ``selected`` is the id of the directive that is looked at; ``rest`` are the clauses that became none; ``only``
    leaves out the paragraphs that touch none of these spans.
    """
    marks = [*_directive_marks(directives, selected), *_found_marks(document), *_rest_marks(rest)]
    marks.sort(key=lambda one: (one.start, -one.end))
    lines: list[Line] = []
    for start, end in _lines(document.text):
        if only is not None and not any(start <= last and end >= first for first, last in only):
            continue
        inside = [one for one in marks if one.start < end and one.end > start]
        lines.append(Line(start, _line(document.text, start, end, inside)))
    return lines


def _directive_marks(directives: Sequence[Directive], selected: int) -> Iterator[Mark]:
    for number, one in enumerate(directives, start=1):
        classes = CLASSES[one.decision] + (" on" if one.pk == selected else "")
        for start, end in one.spans:
            yield Mark(start, end, "d", classes, one.pk, number)


def _found_marks(document: Document) -> Iterator[Mark]:
    found: dict[str, Any] = document.extraction or {}
    for one in found.get("citations", []):
        yield Mark(one["start"], one["end"], "c", "c")
    for one in found.get("people", []):
        yield Mark(one["start"], one["end"], "p", "p")


def _rest_marks(rest: Iterable[Span]) -> Iterator[Mark]:
    for start, end in rest:
        yield Mark(start, end, "rest", "rest")


def _line(text: str, start: int, end: int, marks: list[Mark]) -> SafeString:
    edges = sorted({start, end, *(e for one in marks for e in (one.start, one.end) if start < e < end)})
    numbered: set[int] = set()
    parts = []
    for first, last in pairwise(edges):
        over = [one for one in marks if one.start <= first and one.end >= last]
        parts.append(_stretch(text, first, last, over, numbered))
    return mark_safe("".join(parts))


def _stretch(text: str, start: int, end: int, over: list[Mark], numbered: set[int]) -> SafeString:
    """Return one stretch inside the marks over it; a directive's number stands before its first words in the line."""
    html = format_html('<span data-start="{}">{}</span>', start, text[start:end])
    for one in reversed(over):
        number = SafeString("")
        if one.kind == "d" and one.start == start and one.id not in numbered:
            numbered.add(one.id)
            number = format_html('<sup aria-hidden="true">{}</sup>', one.number)
        data = format_html(' data-d="{}"', one.id) if one.kind == "d" else SafeString("")
        html = format_html('<mark class="{}"{}>{}{}</mark>', one.classes, data, number, html)
    return html


def _lines(text: str) -> Iterator[Span]:
    """Yield the lines that have words."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1
