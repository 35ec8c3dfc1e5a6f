"""Which documents could be a conference's conclusion, and which conference a document could conclude."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from giaoban.committees.actors import Actor, Right
from giaoban.conferences.models import Conclusion, Conference
from giaoban.conferences.scope import conferences_for
from giaoban.documents.models import Document
from giaoban.documents.queries import HEAVY, visible_documents


def conclusions_proposed(actor: Actor, conference: Conference) -> QuerySet[Document]:
    """Return the given documents that tell of the conference: held on its day, or of the period that it reviews.

    Those that conclude another conference are left out; for who may not attach one there is none.
    """
    found = visible_documents(actor).filter(state=Document.State.GIVEN, conference=None).defer(*HEAVY)
    if not actor.may(Right.CONFERENCES_MANAGE):
        return found.none()
    matches = Q(conference_on=conference.held_on)
    if conference.reviewed:
        matches |= Q(conference_on=None, reviewed=conference.reviewed)
    return found.filter(matches).order_by("-given_at")


def conferences_proposed(actor: Actor, document: Document) -> QuerySet[Conference]:
    """Return the held conferences, still without conclusion, that a given document could be the conclusion of."""
    found = conferences_for(actor).filter(state=Conference.State.HELD)
    if not actor.may(Right.CONFERENCES_MANAGE) or document.state != Document.State.GIVEN:
        return found.none()
    if Conference.objects.filter(conclusion=document).exists():
        return found.none()
    if document.conference_on is None and not document.reviewed:
        return found.none()
    matches = Q(held_on=document.conference_on) if document.conference_on else Q(reviewed=document.reviewed)
    return found.filter(matches).order_by("-held_on")


def issued_draft(conference: Conference) -> Conclusion | None:
    """Return the draft from which the conference's conclusion was issued here; None for one that came as a document."""
    return Conclusion.objects.filter(conference=conference, state=Conclusion.State.ISSUED).first()
