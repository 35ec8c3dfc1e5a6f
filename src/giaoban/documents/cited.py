"""Reads of the register of cited documents (văn bản được viện dẫn): what the actor may see, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from giaoban.committees.actors import Actor, Right
from giaoban.documents.models import Citation, CitedDocument, Directive, Document
from giaoban.documents.queries import visible_documents
from giaoban.refusal import NotFound
from giaoban.vietnamese import fold

ORDERS: dict[str, tuple[str, ...]] = {
    "name": ("sort", "pk"),
    "-name": ("-sort", "-pk"),
    "day": ("issued_on", "pk"),
    "-day": ("-issued_on", "-pk"),
    "cited": ("document_count", "sort", "pk"),
    "-cited": ("-document_count", "sort", "pk"),
}


@dataclass(frozen=True, slots=True)
class CitedFilter:
    """What the register shows: a kind, words (with or without diacritics), an order."""

    words: str = ""
    kind: str = ""
    sort: str = "-cited"


def visible_citations(actor: Actor) -> QuerySet[Citation]:
    """Return the places that cite, in the documents that the actor may see."""
    return Citation.objects.filter(document__in=visible_documents(actor).order_by().values("pk"))


def visible_cited(actor: Actor) -> QuerySet[CitedDocument]:
    """Return the entries that a document which the actor may see cites, or is the text of."""
    documents = visible_documents(actor).order_by().values("pk")
    cites = Citation.objects.filter(cited=OuterRef("pk"), document__in=documents)
    own = CitedDocument.objects.filter(committee_id=actor.committee_id, merged_into=None)
    return own.filter(Exists(cites) | Q(text__in=documents))


def cited_list(actor: Actor, wanted: CitedFilter) -> QuerySet[CitedDocument]:
    """Return the entries that a filter leaves, each with ``document_count``: how many documents cite it."""
    found = _by_words(actor, wanted)
    if wanted.kind:
        found = found.filter(kind=wanted.kind)
    documents = visible_documents(actor).order_by().values("pk")
    count = Count("citations__document", distinct=True, filter=Q(citations__document__in=documents))
    return found.annotate(document_count=count).order_by(*ORDERS.get(wanted.sort, ORDERS["-cited"]))


def kind_counts(actor: Actor, wanted: CitedFilter) -> list[tuple[str, int]]:
    """Return how many entries are of each kind under the filter's words, the commonest first."""
    rows = _by_words(actor, wanted).order_by().values("kind").annotate(count=Count("pk"))
    return sorted(((row["kind"], row["count"]) for row in rows), key=lambda one: (-one[1], one[0]))


def _by_words(actor: Actor, wanted: CitedFilter) -> QuerySet[CitedDocument]:
    found = visible_cited(actor)
    for word in fold(wanted.words).split():
        found = found.filter(folded__contains=word)
    return found


def cited_of(actor: Actor, cited_id: int) -> CitedDocument:
    """Return an entry; one that was merged gives the one that it was merged into.

    Raises :class:`~giaoban.refusal.NotFound` where the actor sees none.
    """
    merged = CitedDocument.objects.filter(committee_id=actor.committee_id, pk=cited_id).values("merged_into")
    found = visible_cited(actor).filter(Q(pk=cited_id) | Q(pk__in=merged)).select_related("text").first()
    if found is None:
        raise NotFound
    return found


def citing_documents(actor: Actor, cited: CitedDocument) -> QuerySet[Document]:
    """Return the documents that cite an entry, the last conference first; those without a day after them."""
    cites = Citation.objects.filter(document=OuterRef("pk"), cited=cited)
    return (
        visible_documents(actor)
        .filter(Exists(cites))
        .defer("folded", "extraction", "text")
        .order_by(F("conference_on").desc(nulls_last=True), F("issued_on").desc(nulls_last=True), "-added_at", "-pk")
    )


def citing_directives(cited: CitedDocument, document_ids: list[int]) -> QuerySet[Directive]:
    """Return the standing directives of these documents whose words cite the entry, in the order of the texts."""
    standing = Directive.objects.filter(document__in=document_ids).exclude(decision=Directive.Decision.REPLACED)
    return standing.filter(Exists(_over_directive().filter(cited=cited))).order_by("document", "start", "pk")


def _over_directive() -> QuerySet[Citation]:
    """Return the citations that stand in the words of an outer directive."""
    return Citation.objects.filter(
        document=OuterRef("document_id"), start__lt=OuterRef("end"), end__gt=OuterRef("start")
    )


def citations_of(cited: CitedDocument, document_ids: list[int]) -> QuerySet[Citation]:
    """Return where these documents cite the entry."""
    return Citation.objects.filter(cited=cited, document__in=document_ids).order_by("document", "start")


def cited_in(document: Document) -> list[CitedDocument]:
    """Return what a document cites, each once, in the register's order."""
    return list(CitedDocument.objects.filter(pk__in=document.citations.order_by().values("cited")))


def cited_in_directive(directive: Directive) -> list[CitedDocument]:
    """Return what the words of a directive cite, each once."""
    places = Citation.objects.filter(
        document_id=directive.document_id, start__lt=directive.end, end__gt=directive.start
    )
    return list(CitedDocument.objects.filter(pk__in=places.order_by().values("cited")))


def merging_choices(actor: Actor, cited: CitedDocument) -> QuerySet[CitedDocument]:
    """Return the entries that one could be merged into: those of its kind."""
    return visible_cited(actor).filter(kind_key=cited.kind_key).exclude(pk=cited.pk)


def text_choices(actor: Actor) -> QuerySet[Document]:
    """Return the documents that could be the full text of a cited one: those that were read."""
    read = visible_documents(actor).filter(state__in=(Document.State.READ, Document.State.GIVEN))
    return read.only("title", "symbol", "added_at").order_by("-added_at", "-pk")


def may_correct(actor: Actor) -> bool:
    """Return whether the actor may put the register right."""
    return actor.may(Right.DOCUMENTS_REVIEW)
