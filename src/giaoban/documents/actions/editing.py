"""Editing a directive at review: its name, its words, its due, its areas, the units that lead and support."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from giaoban.audit.actions import action
from giaoban.committees.actors import Actor
from giaoban.committees.directory import Directory
from giaoban.committees.resolution import Resolution, resolve
from giaoban.committees.roles import areas as known_areas
from giaoban.documents.actions.opening import open_directive
from giaoban.documents.days import day_of
from giaoban.documents.dues import TypedDue, typed_due
from giaoban.documents.models import Directive, DirectiveUnit, Document, ReviewStep
from giaoban.documents.spans import Edge, Span, moved_edge, quote_of, whole_words
from giaoban.documents.steps import Step, set_units
from giaoban.documents.titles import title_of
from giaoban.refusal import Refusal, phrase
from giaoban.vietnamese import nfc, tidy

LEAD, SUPPORT = DirectiveUnit.Role.LEAD, DirectiveUnit.Role.SUPPORT
MOST_AREAS = 3


@dataclass(frozen=True, slots=True)
class Changes:
    """What an edit changes of a directive; None leaves it as it is.

    ``due`` is as typed (:func:`giaoban.documents.dues.typed_due`); ``areas`` are codes, the main one first.
    """

    title: str | None = None
    span: Span | None = None
    due: str | None = None
    areas: Sequence[str] | None = None


@action
def edit_directive(actor: Actor, directive_id: int, changes: Changes, *, version: int) -> ReviewStep:
    """Edit a directive's name, words, due or areas (sửa); a decision that was made stays."""
    document, directive = open_directive(actor, directive_id, version)
    step = Step(document, [directive])
    if changes.span is not None:
        set_span(document, directive, changes.span)
    if changes.title is not None:
        directive.title = _title(changes.title)
    if changes.due is not None:
        _set_due(directive, typed_due(changes.due, year=day_of(document).year))
    if changes.areas is not None:
        directive.areas = _areas(changes.areas)
    directive.save()
    return step.keep(actor, "edit")


@action
def move_edge(actor: Actor, directive_id: int, edge: Edge, words: int, *, version: int) -> ReviewStep:
    """Move the first or the last edge of a directive's words by so many words, backwards where negative."""
    document, directive = open_directive(actor, directive_id, version)
    span = moved_edge(document.text, (directive.start, directive.end), edge, words)
    if span is None:
        raise Refusal("documents.no_word_there", phrase("Không dời được nữa: hết chữ ở phía đó."))
    step = Step(document, [directive])
    set_span(document, directive, span)
    directive.save()
    return step.keep(actor, "edit")


@action
def add_unit(actor: Actor, directive_id: int, written: str, role: str, *, version: int) -> ReviewStep:
    """Let a unit, or every unit of a group, lead or support a directive; ``written`` is its name as typed.

    A unit that is there in the other role changes its role. Raises :class:`~giaoban.refusal.Refusal` where the name
    leads to nobody, or to several, on the day of the conference.
    """
    document, directive = open_directive(actor, directive_id, version)
    found = resolve(Directory(document.committee_id, day_of(document)), tidy(written))
    _refuse_question(found)
    step = Step(document, [directive])
    added = {unit.id: (unit.id, role, "person") for unit in found.units}
    standing = [one for one in _units(directive) if one[0] not in added]
    set_units(directive.pk, [*standing, *added.values()])
    return step.keep(actor, "edit")


@action
def drop_unit(actor: Actor, directive_id: int, unit_id: int, *, version: int) -> ReviewStep:
    """Take a unit off a directive."""
    document, directive = open_directive(actor, directive_id, version)
    standing = _units(directive)
    kept = [one for one in standing if one[0] != unit_id]
    if len(kept) == len(standing):
        raise Refusal("documents.unit_not_there", phrase("Đơn vị này không có trong chỉ đạo."))
    step = Step(document, [directive])
    set_units(directive.pk, kept)
    return step.keep(actor, "edit")


def set_span(document: Document, directive: Directive, span: Span) -> None:
    """Let a directive stand on other words, widened to whole ones; its name follows unless a person gave it one.

    Raises :class:`~giaoban.refusal.Refusal` where no word is left, or another directive stands on the same words.
    """
    wanted = clean_span(document, span)
    refuse_twin(document, wanted, but=directive.pk)
    follows = directive.title == title_of(directive.quote)
    parts = _parts_with_edges(directive.parts, wanted)
    directive.start, directive.end = wanted
    directive.parts = parts
    directive.quote = quote_of(document.text, directive.spans)
    if follows:
        directive.title = title_of(directive.quote)


def clean_span(document: Document, span: Span) -> Span:
    """Return the span as whole words within the text; raises :class:`~giaoban.refusal.Refusal` where there is none."""
    start, end = max(0, span[0]), min(len(document.text), span[1])
    wanted = whole_words(document.text, start, end) if start < end else None
    if wanted is None:
        raise Refusal("documents.no_words", phrase("Đoạn chọn không có chữ nào. Hãy chọn lại trên văn bản."))
    return wanted


def refuse_twin(document: Document, span: Span, *, but: int | None = None) -> None:
    """Refuse a span on which another directive of the review already stands."""
    standing = document.directives.exclude(decision=Directive.Decision.REPLACED)
    if any(pk != but for pk in standing.filter(start=span[0], end=span[1]).values_list("pk", flat=True)):
        raise Refusal("documents.taken_already", phrase("Đã có chỉ đạo cho đúng đoạn văn bản này."))


def _parts_with_edges(parts: list[list[int]], span: Span) -> list[list[int]]:
    """Return a merged directive's parts cut or widened to new outer edges; [] where one stretch is left."""
    start, end = span
    inside = [[max(first, start), min(last, end)] for first, last in parts if first < end and last > start]
    if len(inside) < 2:
        return []
    inside[0][0], inside[-1][1] = start, end
    return inside


def _title(typed: str) -> str:
    title = tidy(typed)
    if not title:
        raise Refusal("documents.title_empty", phrase("Tên nhiệm vụ không được để trống."))
    return title[:500]


def _set_due(directive: Directive, due: TypedDue) -> None:
    directive.due_text, directive.due_on = due.text, due.on
    directive.due_period, directive.due_recurring = due.period, due.recurring


def _areas(codes: Sequence[str]) -> list[str]:
    wanted = list(dict.fromkeys(codes))
    if not set(wanted) <= {one.id for one in known_areas()}:
        raise Refusal("documents.area_unknown", phrase("Không có lĩnh vực này."))
    if not 1 <= len(wanted) <= MOST_AREAS:
        raise Refusal("documents.area_count", phrase("Mỗi chỉ đạo có từ một đến ba lĩnh vực."))
    return wanted


def _units(directive: Directive) -> list[tuple[int, str, str]]:
    return [(one.unit_id, one.role, one.basis) for one in directive.units.all().order_by("pk")]


def _refuse_question(found: Resolution) -> None:
    """Refuse a name that does not lead to units without a question, and say whom it may have meant."""
    if found.is_resolved and found.units:
        return
    written = nfc(found.written)
    if found.candidates:
        raise Refusal(
            "documents.unit_unclear",
            phrase("“%(written)s” chưa rõ là đơn vị nào. Có thể là: %(candidates)s."),
            written=written,
            candidates="; ".join(one.name for one in found.candidates),
        )
    raise Refusal(
        "documents.unit_unknown",
        phrase("Danh bạ không có đơn vị “%(written)s” vào ngày của hội nghị. Hãy chọn trong danh sách."),
        written=written,
    )
