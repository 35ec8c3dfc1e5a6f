"""What directives there are at review: split one, merge several, add one that was missed."""

from __future__ import annotations

from collections.abc import Iterable

from giaoban.audit.actions import action
from giaoban.committees.actors import Actor, Right
from giaoban.documents.actions.editing import MOST_AREAS, clean_span, refuse_twin
from giaoban.documents.actions.opening import open_directive, open_directives, open_review
from giaoban.documents.days import day_of
from giaoban.documents.models import Directive, Document, ReviewStep
from giaoban.documents.proposals import Proposer, found_at, words_of_proposal
from giaoban.documents.spans import Span, divided, joined, quote_of
from giaoban.documents.steps import Step, set_units
from giaoban.documents.titles import title_of
from giaoban.refusal import Refusal, phrase

Units = list[tuple[int, str, str]]


@action
def split_directive(actor: Actor, directive_id: int, position: int, *, version: int) -> ReviewStep:
    """Split a directive (tách) in two at a position of the text, counted in code points; both wait for review.

    Both keep its units and due; each gets the areas that its own words speak of.
    """
    document, directive = open_directive(actor, directive_id, version)
    sides = divided(document.text, directive.spans, position)
    if not all(sides):
        raise Refusal("documents.nothing_to_split", phrase("Chỗ tách phải nằm giữa các chữ của chỉ đạo."))
    step = Step(document, [directive])
    units = _units([directive])
    for spans in sides:
        part = _part(document, directive, spans)
        step.made.append(part)
        set_units(part.pk, units)
    _replace([directive])
    return step.keep(actor, "split")


@action
def merge_directives(actor: Actor, versions: dict[int, int]) -> ReviewStep:
    """Merge two or more directives of one document (gộp), ids with versions, into one that waits for review.

    They need not be neighbours: stretches with other words between them stay apart inside the one directive. Who leads
    any of them leads it, the first due that is said is kept.
    """
    actor.require(Right.DOCUMENTS_REVIEW)
    if len(versions) < 2:
        raise Refusal("documents.nothing_to_merge", phrase("Chọn ít nhất hai chỉ đạo để gộp."))
    document, directives = open_directives(actor, versions)
    step = Step(document, directives)
    merged = _merged(document, directives)
    step.made.append(merged)
    set_units(merged.pk, _units(directives))
    _replace(directives)
    return step.keep(actor, "merge")


@action
def add_directive(actor: Actor, document_id: int, span: Span) -> ReviewStep:
    """Add a directive that the reader missed (thêm), by the words selected; widened to whole words.

    Lead, due and areas are filled in from its words, and from the sentence that governs them.
    """
    document = open_review(actor, document_id)
    start, end = clean_span(document, span)
    refuse_twin(document, (start, end))
    found = found_at(document, start, end)
    step = Step(document)
    directive = Directive(document=document, start=start, end=end, quote=document.text[start:end])
    directive.title = title_of(directive.quote)
    for name, value in words_of_proposal(found).items():
        setattr(directive, name, value)
    directive.save()
    set_units(directive.pk, Proposer(document.committee_id, day_of(document)).units(found))
    step.made.append(directive)
    return step.keep(actor, "add")


def _part(document: Document, whole: Directive, spans: list[Span]) -> Directive:
    """Make a directive from some of the words of another."""
    found = found_at(document, spans[0][0], spans[-1][1])
    return _make(
        document,
        spans,
        lead_written=whole.lead_written,
        support_written=whole.support_written,
        due_text=whole.due_text,
        due_on=whole.due_on,
        due_period=whole.due_period,
        due_recurring=whole.due_recurring,
        areas=found.areas if found.areas != ["other"] else whole.areas,
    )


def _merged(document: Document, directives: list[Directive]) -> Directive:
    due = next((one for one in directives if _has_due(one)), directives[0])
    return _make(
        document,
        joined(document.text, [span for one in directives for span in one.spans]),
        lead_written=_union(one.lead_written for one in directives),
        support_written=_union(one.support_written for one in directives),
        due_text=due.due_text,
        due_on=due.due_on,
        due_period=due.due_period,
        due_recurring=due.due_recurring,
        areas=_union(one.areas for one in directives)[:MOST_AREAS],
    )


def _make(document: Document, spans: list[Span], **values: object) -> Directive:
    quote = quote_of(document.text, spans)
    parts = [list(span) for span in spans] if len(spans) > 1 else []
    return Directive.objects.create(
        document=document,
        start=spans[0][0],
        end=spans[-1][1],
        parts=parts,
        quote=quote,
        title=title_of(quote),
        **values,
    )


def _has_due(directive: Directive) -> bool:
    return bool(directive.due_text or directive.due_on or directive.due_period or directive.due_recurring)


def _units(directives: Iterable[Directive]) -> Units:
    """Return the units of the directives, each once; who leads one of them leads."""
    found: dict[int, tuple[int, str, str]] = {}
    rows = [unit for one in directives for unit in one.units.all()]
    for unit in sorted(rows, key=lambda one: one.role != "lead"):
        found.setdefault(unit.unit_id, (unit.unit_id, unit.role, unit.basis))
    return list(found.values())


def _replace(directives: Iterable[Directive]) -> None:
    for directive in directives:
        directive.decision = Directive.Decision.REPLACED
        directive.save(update_fields=["decision"])


def _union(lists: Iterable[list[str]]) -> list[str]:
    return list(dict.fromkeys(one for each in lists for one in each))
