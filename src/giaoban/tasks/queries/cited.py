"""The page of a cited document (trang của một nghị quyết): what ever cited it, and what became of that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, F, Q

from giaoban.committees.actors import Actor
from giaoban.documents.cited import citations_of, citing_directives, visible_citations
from giaoban.documents.models import Citation, CitedDocument, Directive, Document
from giaoban.tasks.models import Task
from giaoban.tasks.queries.rows import TaskRow, rows_by_id
from giaoban.tasks.scope import sees_committee, tasks_for
from giaoban.tasks.states import OPEN, AssignmentState


@dataclass(frozen=True, slots=True)
class Citing:
    """One document that cites: its tasks that do, its directives without a task, and the other places."""

    document: Document
    rows: tuple[TaskRow, ...]
    directives: tuple[Directive, ...]
    mentions: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class CitedFigures:
    """How many tasks cite a document, and how many of these are open or done."""

    tasks: int = 0
    open: int = 0
    done: int = 0


@dataclass(frozen=True, slots=True)
class OwnText:
    """What a cited document's own text asks: how many tasks were given from it, and what nobody was given."""

    document: Document
    tasks: int
    not_given: tuple[Directive, ...]
    to_review: int


def cited_figures(actor: Actor, cited_ids: Iterable[int]) -> dict[int, CitedFigures]:
    """Return the figures of entries of the register by their ids, in one query."""
    task = "document__tasks"
    rows = (
        visible_citations(actor)
        .filter(
            cited__in=list(cited_ids),
            document__tasks__directive__start__lt=F("end"),
            document__tasks__directive__end__gt=F("start"),
        )
        .order_by()
        .values_list("cited")
        .annotate(
            tasks=Count(task, distinct=True, filter=_seen(actor)),
            open=Count(task, distinct=True, filter=_seen(actor) & Q(document__tasks__state__in=OPEN)),
            done=Count(task, distinct=True, filter=_seen(actor) & Q(document__tasks__state=AssignmentState.CONFIRMED)),
        )
    )
    return {cited: CitedFigures(tasks, opened, done) for cited, tasks, opened, done in rows}


def _seen(actor: Actor) -> Q:
    return Q() if sees_committee(actor) else Q(document__tasks__in=tasks_for(actor).order_by().values("pk"))


def citing(actor: Actor, cited: CitedDocument, documents: list[Document]) -> list[Citing]:
    """Return what these documents say of an entry, in their order; the actor sees what the actor may see."""
    ids = [one.pk for one in documents]
    directives = list(citing_directives(cited, ids))
    tasks = dict(
        tasks_for(actor).filter(directive__in=directives).order_by("year", "number").values_list("pk", "directive")
    )
    rows: dict[int, list[TaskRow]] = defaultdict(list)
    for row in rows_by_id(list(tasks), None if sees_committee(actor) else actor.unit_id):
        rows[row.task.document_id].append(row)
    shown = [one for one in directives if one.pk not in tasks.values() and sees_committee(actor)]
    places = list(citations_of(cited, ids))
    return [
        Citing(
            document=document,
            rows=tuple(rows[document.pk]),
            directives=tuple(one for one in shown if one.document_id == document.pk),
            mentions=tuple(_mentions(document, places, directives)),
        )
        for document in documents
    ]


def _mentions(document: Document, places: list[Citation], directives: list[Directive]) -> list[Citation]:
    """Return the places of a document that stand in no directive."""
    spans = [(one.start, one.end) for one in directives if one.document_id == document.pk]
    return [
        one
        for one in places
        if one.document_id == document.pk and not any(one.start < end and one.end > start for start, end in spans)
    ]


def own_text(actor: Actor, cited: CitedDocument) -> OwnText | None:
    """Return what a cited document's own text asks; None where its text was not added, or is not the actor's to see."""
    document = cited.text
    if document is None or not sees_committee(actor):
        return None
    standing = document.directives.exclude(decision=Directive.Decision.REPLACED)
    waiting = standing.filter(tasks=None).exclude(decision=Directive.Decision.REJECTED)
    return OwnText(
        document=document,
        tasks=Task.objects.filter(document=document).count(),
        not_given=tuple(waiting.order_by("start", "pk")),
        to_review=standing.filter(decision=Directive.Decision.OPEN).count(),
    )
