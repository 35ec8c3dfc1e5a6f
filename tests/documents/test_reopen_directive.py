"""Taking back a decision."""

from __future__ import annotations

import pytest

from conftest import Office
from giaoban.documents.actions import accept_directive, reopen_directive
from giaoban.documents.models import Directive, Document
from giaoban.refusal import Refusal

from .refusals import refuses_others


def test_it_works(office: Office, directives: list[Directive]) -> None:
    first = directives[0]
    accept_directive(office.specialist, first.pk, version=first.version)
    reopen_directive(office.specialist, first.pk, version=first.version + 1)
    first.refresh_from_db()
    assert (first.decision, first.decided_by, first.decided_at) == ("open", "", None)


def test_an_open_one_is_refused(office: Office, directives: list[Directive]) -> None:
    with pytest.raises(Refusal) as refused:
        reopen_directive(office.specialist, directives[0].pk, version=directives[0].version)
    assert refused.value.code == "documents.decided_already"


def test_others_are_refused(office: Office, stranger: Office, document: Document, directives: list[Directive]) -> None:
    first = directives[0]
    refuses_others(office, stranger, document, lambda actor: reopen_directive(actor, first.pk, version=first.version))
