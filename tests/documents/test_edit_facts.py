"""Correcting what is known of the conference."""

from __future__ import annotations

from datetime import date

import pytest

from conftest import Office
from giaoban.documents.actions import Facts, edit_facts, undo_step
from giaoban.documents.models import Document
from giaoban.documents.steps import last_step
from giaoban.refusal import Refusal, Stale

from .refusals import refuses_others

FACTS = Facts(
    title=" Kết luận  giao ban ",
    conference_on=date(2024, 3, 27),
    chair_name="Trần Thị B",
    reviewed="quý I",
    ahead="2024-Q2",
)


def test_it_works(office: Office, document: Document) -> None:
    edit_facts(office.specialist, document.pk, FACTS, version=document.version)
    document.refresh_from_db()
    assert (document.title, document.chair_name) == ("Kết luận giao ban", "Trần Thị B")
    assert (document.reviewed, document.ahead) == ("2024-Q1", "2024-Q2")
    assert "ket luan giao ban" in document.folded


def test_it_can_be_undone(office: Office, document: Document) -> None:
    title = document.title
    edit_facts(office.specialist, document.pk, FACTS, version=document.version)
    step = last_step(document)
    assert step is not None
    undo_step(office.specialist, document.pk, step.pk)
    document.refresh_from_db()
    assert (document.title, "giao ban a" in document.folded) == (title, False)


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (Facts(title=" "), "documents.title_missing"),
        (Facts(title="a", ahead="sắp tới"), "documents.period_not_understood"),
        (Facts(title="a", ahead="quý II"), "documents.period_not_understood"),
    ],
)
def test_what_cannot_be_is_refused(office: Office, document: Document, facts: Facts, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        edit_facts(office.specialist, document.pk, facts, version=document.version)
    assert refused.value.code == code


def test_a_stale_one_is_refused(office: Office, document: Document) -> None:
    with pytest.raises(Stale):
        edit_facts(office.specialist, document.pk, FACTS, version=document.version - 1)


def test_others_are_refused(office: Office, stranger: Office, document: Document) -> None:
    version = document.version
    refuses_others(office, stranger, document, lambda actor: edit_facts(actor, document.pk, FACTS, version=version))
