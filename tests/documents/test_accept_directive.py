"""Accepting a directive."""

from __future__ import annotations

import pytest

from conftest import Office
from giaoban.audit.models import AuditEvent
from giaoban.documents.actions import accept_directive
from giaoban.documents.models import Directive, Document
from giaoban.refusal import Refusal, Stale

from .refusals import refuses_others


def test_it_works(office: Office, document: Document, directives: list[Directive]) -> None:
    first = directives[0]
    step = accept_directive(office.specialist, first.pk, version=first.version)
    first.refresh_from_db()
    assert (first.decision, first.decided_by) == ("accepted", office.specialist.name)
    assert (step.kind, step.before["directives"][0]["decision"]) == ("accept", "open")
    event = AuditEvent.objects.get(action="documents.review.accepted")
    assert event.before["directives"][0]["decision"] == "open"
    assert event.after["directives"][0]["decision"] == "accepted"


def test_what_was_proposed_stays(office: Office, directives: list[Directive]) -> None:
    first = directives[0]
    accept_directive(office.specialist, first.pk, version=first.version)
    proposed = first.proposed
    first.refresh_from_db()
    assert first.proposed == proposed
    assert proposed is not None
    assert proposed["lead"] == ["Công an thị xã"]


def test_it_raises_the_documents_version(office: Office, document: Document, directives: list[Directive]) -> None:
    accept_directive(office.specialist, directives[0].pk, version=directives[0].version)
    version = document.version
    document.refresh_from_db()
    assert document.version == version + 1


def test_a_stale_one_is_refused(office: Office, directives: list[Directive]) -> None:
    first = directives[0]
    accept_directive(office.specialist, first.pk, version=first.version)
    with pytest.raises(Stale) as refused:
        accept_directive(office.specialist, first.pk, version=first.version)
    assert refused.value.current == first


def test_twice_is_refused(office: Office, directives: list[Directive]) -> None:
    first = directives[0]
    accept_directive(office.specialist, first.pk, version=first.version)
    first.refresh_from_db()
    with pytest.raises(Refusal) as refused:
        accept_directive(office.specialist, first.pk, version=first.version)
    assert refused.value.code == "documents.decided_already"


def test_others_are_refused(office: Office, stranger: Office, document: Document, directives: list[Directive]) -> None:
    first = directives[0]
    refuses_others(office, stranger, document, lambda actor: accept_directive(actor, first.pk, version=first.version))
