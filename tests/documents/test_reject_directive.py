"""Rejecting a directive: the clause is no task."""

from __future__ import annotations

import pytest

from conftest import Office
from giaoban.documents.actions import reject_directive
from giaoban.documents.models import Directive, Document
from giaoban.refusal import Stale

from .refusals import refuses_others


def test_it_works(office: Office, directives: list[Directive]) -> None:
    first = directives[0]
    reject_directive(office.specialist, first.pk, version=first.version)
    first.refresh_from_db()
    assert (first.decision, first.decided_by) == ("rejected", office.specialist.name)


def test_a_stale_one_is_refused(office: Office, directives: list[Directive]) -> None:
    with pytest.raises(Stale):
        reject_directive(office.specialist, directives[0].pk, version=directives[0].version - 1)


def test_others_are_refused(office: Office, stranger: Office, document: Document, directives: list[Directive]) -> None:
    first = directives[0]
    refuses_others(office, stranger, document, lambda actor: reject_directive(actor, first.pk, version=first.version))
