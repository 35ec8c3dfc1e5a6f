"""Accepting, or rejecting, exactly what is shown."""

from __future__ import annotations

import pytest

from conftest import Office
from giaoban.documents.actions import accept_directive, accept_shown, reject_directive, reject_shown, undo_step
from giaoban.documents.models import Directive, Document, ReviewStep
from giaoban.refusal import NotFound, Refusal, Stale

from .refusals import refuses_others


def decisions(document: Document) -> list[str]:
    return [one.decision for one in document.directives.all()]


def test_it_works(office: Office, document: Document, directives: list[Directive]) -> None:
    shown = {one.pk: one.version for one in directives[:2]}
    accept_shown(office.specialist, document.pk, shown)
    assert decisions(document) == ["accepted", "accepted", "open"]


def test_the_rest_can_be_rejected(office: Office, document: Document, directives: list[Directive]) -> None:
    reject_shown(office.specialist, document.pk, {one.pk: one.version for one in directives})
    assert decisions(document) == ["rejected"] * 3


def test_one_undo_takes_all_back(office: Office, document: Document, directives: list[Directive]) -> None:
    step = accept_shown(office.specialist, document.pk, {one.pk: one.version for one in directives})
    undo_step(office.specialist, document.pk, step.pk)
    assert decisions(document) == ["open"] * 3


def test_what_is_decided_already_stays(office: Office, document: Document, directives: list[Directive]) -> None:
    first, second, _ = directives
    reject_directive(office.specialist, first.pk, version=first.version)
    accept_shown(office.specialist, document.pk, {first.pk: first.version + 1, second.pk: second.version})
    assert decisions(document) == ["rejected", "accepted", "open"]


def test_one_that_was_changed_meanwhile_refuses_all(
    office: Office, document: Document, directives: list[Directive]
) -> None:
    accept_directive(office.specialist, directives[0].pk, version=directives[0].version)
    with pytest.raises(Stale):
        accept_shown(office.specialist, document.pk, {one.pk: one.version for one in directives})
    assert decisions(document) == ["accepted", "open", "open"]


def test_an_unknown_one_refuses_all(office: Office, document: Document, directives: list[Directive]) -> None:
    with pytest.raises(NotFound):
        accept_shown(office.specialist, document.pk, {directives[0].pk: directives[0].version, 999_999: 1})
    assert not ReviewStep.objects.exists()


def test_nothing_open_is_refused(office: Office, document: Document) -> None:
    with pytest.raises(Refusal) as refused:
        accept_shown(office.specialist, document.pk, {})
    assert refused.value.code == "documents.none_open"


def test_others_are_refused(office: Office, stranger: Office, document: Document, directives: list[Directive]) -> None:
    shown = {one.pk: one.version for one in directives}
    refuses_others(office, stranger, document, lambda actor: accept_shown(actor, document.pk, shown))
    refuses_others(office, stranger, document, lambda actor: reject_shown(actor, document.pk, shown))
