"""Reads of the documents part: what the actor may see, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, prefetch_related_objects

from giaoban.committees.actors import Actor, Right
from giaoban.committees.directory import Directory
from giaoban.documents.days import day_of
from giaoban.documents.models import Directive, DirectiveUnit, Document, ReviewStep, StoredFile
from giaoban.documents.rules import Counts
from giaoban.documents.spans import Span, untaken_clauses
from giaoban.documents.steps import last_step, next_redo
from giaoban.refusal import NotFound, Refusal, phrase
from giaoban.vietnamese import fold

HEAVY = ("text", "folded", "extraction")
Sort = Literal["added", "-added", "conference", "-conference"]
ORDERS: dict[str, tuple[str, ...]] = {
    "added": ("added_at", "pk"),
    "-added": ("-added_at", "-pk"),
    "conference": ("conference_on", "pk"),
    "-conference": ("-conference_on", "-pk"),
}


def visible_documents(actor: Actor) -> QuerySet[Document]:
    """Return the documents that the actor may see.

    Who reads the committee sees all; the level above, those whose tasks were given; a unit's reporter, of those the
    ones that gave the unit something to do. Raises :class:`~giaoban.refusal.NotAllowed` for a role that reads none.
    """
    actor.require(Right.COMMITTEE_READ, Right.PUBLISHED_READ, Right.UNIT_READ)
    own = Document.objects.filter(committee_id=actor.committee_id)
    if actor.may(Right.COMMITTEE_READ):
        return own
    given = own.filter(state=Document.State.GIVEN)
    if actor.may(Right.PUBLISHED_READ):
        return given
    mine = Directive.objects.filter(document=OuterRef("pk"), tasks__assignments__unit_id=actor.unit_id or 0)
    return given.filter(Exists(mine))


def document_of(actor: Actor, document_id: int) -> Document:
    """Return a document with its file; raises :class:`~giaoban.refusal.NotFound` where the actor sees none."""
    document = visible_documents(actor).select_related("file", "committee").filter(pk=document_id).first()
    if document is None:
        raise NotFound
    return document


def file_of(actor: Actor, document_id: int) -> StoredFile:
    """Return the file of a document as received; raises as :func:`document_of`, and a refusal where it is not shown."""
    document = document_of(actor, document_id)
    if document.state == Document.State.REFUSED or not document.is_looked_through:
        sentence = phrase("Tệp gốc chỉ xem được sau khi mọi trang đã được kiểm tra dấu chỉ độ mật.")
        raise Refusal("documents.not_looked_through", sentence)
    return document.file


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """What the list of documents shows: a state, words (with or without diacritics), days of the conference."""

    state: str = ""
    words: str = ""
    since: date | None = None
    until: date | None = None
    sort: str = "-added"


def document_list(actor: Actor, wanted: DocumentFilter) -> QuerySet[Document]:
    """Return the documents that a filter leaves, each with ``open_count`` and ``accepted_count`` of its directives."""
    found = _by_words(visible_documents(actor), wanted)
    if wanted.state:
        found = found.filter(state=wanted.state)
    directives = Directive.Decision
    return (
        found.select_related("file")
        .defer(*HEAVY)
        .annotate(
            open_count=Count("directives", filter=Q(directives__decision=directives.OPEN)),
            accepted_count=Count("directives", filter=Q(directives__decision=directives.ACCEPTED)),
        )
        .order_by(*ORDERS.get(wanted.sort, ORDERS["-added"]))
    )


def state_counts(actor: Actor, wanted: DocumentFilter) -> dict[str, int]:
    """Return how many documents are in each state, under the filter's other conditions."""
    found = _by_words(visible_documents(actor), wanted).order_by().values("state").annotate(count=Count("pk"))
    return {row["state"]: row["count"] for row in found}


def _by_words(documents: QuerySet[Document], wanted: DocumentFilter) -> QuerySet[Document]:
    for word in fold(wanted.words).split():
        documents = documents.filter(folded__contains=word)
    if wanted.since:
        documents = documents.filter(conference_on__gte=wanted.since)
    if wanted.until:
        documents = documents.filter(conference_on__lte=wanted.until)
    return documents


def standing_directives(document: Document, *, with_units_of: Iterable[int] | None = None) -> list[Directive]:
    """Return the directives that stand at the document's review, in the order of the text, with their units.

    ``with_units_of`` are the ids of the only ones whose units will be looked at, where that is not all.
    """
    standing = document.directives.exclude(decision=Directive.Decision.REPLACED).order_by("start", "pk")
    if with_units_of is None:
        return list(standing.prefetch_related("units__unit"))
    directives = list(standing)
    wanted = set(with_units_of)
    prefetch_related_objects([one for one in directives if one.pk in wanted], "units__unit")
    return directives


def directive_of(actor: Actor, directive_id: int) -> Directive:
    """Return a standing directive with its document; raises :class:`~giaoban.refusal.NotFound` for others."""
    visible = visible_documents(actor).order_by().values("pk")
    standing = Directive.objects.exclude(decision=Directive.Decision.REPLACED).filter(document__in=visible)
    found = standing.select_related("document").prefetch_related("units__unit").filter(pk=directive_id).first()
    if found is None:
        raise NotFound
    return found


def review_counts(document: Document) -> Counts:
    """Return how far the document's review is."""
    decisions = dict(
        document.directives.order_by()
        .values_list("decision")
        .annotate(count=Count("pk"))
        .values_list("decision", "count")
    )
    lead = DirectiveUnit.objects.filter(directive=OuterRef("pk"), role=DirectiveUnit.Role.LEAD)
    accepted = document.directives.filter(decision=Directive.Decision.ACCEPTED)
    return Counts(
        open=decisions.get(Directive.Decision.OPEN, 0),
        accepted=decisions.get(Directive.Decision.ACCEPTED, 0),
        rejected=decisions.get(Directive.Decision.REJECTED, 0),
        leaderless=accepted.filter(~Exists(lead)).count(),
    )


@dataclass(frozen=True, slots=True)
class WayBack:
    """The step that undo would take back, and the one that redo would do again."""

    undo: ReviewStep | None
    redo: ReviewStep | None


def way_back(document: Document) -> WayBack:
    """Return what can be undone and redone of a review."""
    return WayBack(last_step(document), next_redo(document))


def unit_names(document: Document) -> list[str]:
    """Return the names of the units and groups that can be given the document's tasks, as of its day."""
    directory = Directory(document.committee_id, day_of(document))
    groups = {group.id: group.name for group in directory.groups.values()}
    return [*(unit.name for unit in directory.units if not unit.is_superior), *groups.values()]


def rest_of(document: Document) -> list[Span]:
    """Return the clauses that no standing directive takes, those decided to be no task included among the taken."""
    standing = document.directives.exclude(decision=Directive.Decision.REPLACED)
    rows = standing.values_list("start", "end", "parts")
    taken = [(a, b) for start, end, parts in rows for a, b in parts or [(start, end)]]
    return untaken_clauses(document.text, taken)
