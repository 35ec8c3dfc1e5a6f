"""Opening a document or a directive for a change at review: the actor's own, read, and not given yet."""

from __future__ import annotations

from giaoban.audit.versions import advance
from giaoban.committees.actors import Actor, Right
from giaoban.documents.models import Directive, Document
from giaoban.refusal import NotFound, Refusal, Stale, phrase

STANDING = (Directive.Decision.OPEN, Directive.Decision.ACCEPTED, Directive.Decision.REJECTED)


def open_review(actor: Actor, document_id: int) -> Document:
    """Return the document for a change of its review; the row stays locked until the action ends.

    Raises :class:`~giaoban.refusal.NotAllowed` for a role that does not review, :class:`~giaoban.refusal.NotFound`
    for a document that is not of the actor's committee, and a refusal for one that is not at review.
    """
    actor.require(Right.DOCUMENTS_REVIEW)
    own = Document.objects.select_for_update().filter(committee_id=actor.committee_id)
    document = own.filter(pk=document_id).first()
    if document is None:
        raise NotFound
    if document.state == Document.State.GIVEN:
        raise Refusal("documents.given", phrase("Văn bản này đã giao nhiệm vụ nên phần rà soát chỉ còn để xem."))
    if document.state != Document.State.READ:
        raise Refusal("documents.not_read", phrase("Văn bản này chưa đọc xong nên chưa rà soát được."))
    return document


def open_directive(actor: Actor, directive_id: int, version: int) -> tuple[Document, Directive]:
    """Return a directive with its document, claimed for an edit made on ``version``.

    Raises what :func:`open_review` raises, and :class:`~giaoban.refusal.Stale` where the directive was changed, split,
    merged or undone meanwhile.
    """
    document, (directive,) = open_directives(actor, {directive_id: version})
    return document, directive


def open_directives(actor: Actor, versions: dict[int, int]) -> tuple[Document, list[Directive]]:
    """Return directives of one document, in the order of the text, each claimed for an edit made on its version."""
    actor.require(Right.DOCUMENTS_REVIEW)
    own = Directive.objects.filter(document__committee_id=actor.committee_id)
    documents = set(own.filter(pk__in=versions).values_list("document_id", flat=True))
    if len(documents) != 1:
        raise NotFound
    document = open_review(actor, documents.pop())
    directives = list(document.directives.filter(pk__in=versions).prefetch_related("units"))
    if len(directives) != len(versions):
        raise NotFound
    for directive in directives:
        advance(directive, versions[directive.pk])
        if directive.decision == Directive.Decision.REPLACED:
            raise Stale(directive)
    return document, directives
