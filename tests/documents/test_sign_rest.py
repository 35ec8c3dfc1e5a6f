"""Signing that no clause was missed."""

from __future__ import annotations

import pytest

from conftest import Office
from giaoban.documents.actions import (
    accept_directive,
    add_directive,
    move_edge,
    reject_directive,
    sign_rest,
    undo_step,
)
from giaoban.documents.models import Directive, Document
from giaoban.documents.steps import last_step
from giaoban.refusal import Stale

from .refusals import refuses_others


@pytest.fixture
def signed(office: Office, document: Document) -> Document:
    sign_rest(office.specialist, document.pk, version=document.version)
    document.refresh_from_db()
    return document


def test_it_works(office: Office, signed: Document) -> None:
    assert signed.rest_signed_at is not None
    assert signed.rest_signed_by == office.specialist.name


def test_words_that_are_uncovered_void_it(office: Office, signed: Document, directives: list[Directive]) -> None:
    move_edge(office.specialist, directives[0].pk, "end", -1, version=1)
    signed.refresh_from_db()
    assert signed.rest_signed_at is None


def test_undoing_what_voided_it_signs_again(office: Office, signed: Document, directives: list[Directive]) -> None:
    step = move_edge(office.specialist, directives[0].pk, "end", -1, version=1)
    undo_step(office.specialist, signed.pk, step.pk)
    before = signed.rest_signed_at
    signed.refresh_from_db()
    assert signed.rest_signed_at == before


def test_decisions_and_more_words_leave_it(office: Office, signed: Document, directives: list[Directive]) -> None:
    first, second, _ = directives
    accept_directive(office.specialist, first.pk, version=1)
    reject_directive(office.specialist, second.pk, version=1)
    start = signed.text.index("dâng hương")
    add_directive(office.specialist, signed.pk, (start, start + 10))
    signed.refresh_from_db()
    assert signed.rest_signed_at is not None


def test_it_can_be_undone(office: Office, signed: Document) -> None:
    step = last_step(signed)
    assert step is not None
    undo_step(office.specialist, signed.pk, step.pk)
    signed.refresh_from_db()
    assert signed.rest_signed_at is None


def test_what_was_uncovered_meanwhile_has_not_been_seen(
    office: Office, document: Document, directives: list[Directive]
) -> None:
    move_edge(office.specialist, directives[0].pk, "end", -1, version=1)
    with pytest.raises(Stale):
        sign_rest(office.specialist, document.pk, version=document.version)


def test_others_are_refused(office: Office, stranger: Office, document: Document) -> None:
    refuses_others(office, stranger, document, lambda actor: sign_rest(actor, document.pk, version=document.version))
