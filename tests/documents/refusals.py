"""The refusals that every change of a review shares, tried on one change."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conftest import Office
from giaoban.audit.models import AuditEvent
from giaoban.committees.actors import Actor
from giaoban.documents.models import Document, ReviewStep
from giaoban.refusal import NotAllowed, NotFound, Refusal

Change = Callable[[Actor], object]


def refuses_others(office: Office, stranger: Office, document: Document, change: Change) -> None:
    """The change is refused to every role but the specialist's, to another committee, and once tasks are given."""
    steps, events = ReviewStep.objects.count(), AuditEvent.objects.count()
    for role in ("leader", "reporter", "inspector", "superior", "administrator"):
        with pytest.raises(NotAllowed):
            change(getattr(office, role))
    with pytest.raises(NotFound):
        change(stranger.specialist)
    Document.objects.filter(pk=document.pk).update(state=Document.State.GIVEN)
    with pytest.raises(Refusal) as refused:
        change(office.specialist)
    assert refused.value.code == "documents.given"
    Document.objects.filter(pk=document.pk).update(state=Document.State.READ)
    assert (ReviewStep.objects.count(), AuditEvent.objects.count()) == (steps, events)
