"""Who sees which documents, and how they are found."""

from __future__ import annotations

from datetime import date

import pytest

from conftest import Office
from giaoban.documents.actions import accept_directive, accept_shown, sign_rest
from giaoban.documents.models import Directive, Document
from giaoban.documents.queries import (
    DocumentFilter,
    directive_of,
    document_list,
    document_of,
    rest_of,
    review_counts,
    state_counts,
    unit_names,
    visible_documents,
)
from giaoban.refusal import NotAllowed, NotFound
from giaoban.tasks.actions import assign_tasks


@pytest.fixture
def given(office: Office, document: Document, directives: list[Directive]) -> Document:
    """The document with its tasks given: to the police, the court and the wards."""
    accept_shown(office.specialist, document.pk, {one.pk: one.version for one in directives})
    document.refresh_from_db()
    sign_rest(office.specialist, document.pk, version=document.version)
    document.refresh_from_db()
    assign_tasks(office.specialist, document.pk, version=document.version)
    document.refresh_from_db()
    return document


def sees(actor: object) -> int:
    return visible_documents(actor).count()  # type: ignore[arg-type]


def test_before_giving_only_the_office_sees_it(office: Office, stranger: Office, document: Document) -> None:
    assert [sees(one) for one in (office.specialist, office.leader, office.inspector)] == [1, 1, 1]
    assert [sees(one) for one in (office.superior, office.reporter, stranger.specialist)] == [0, 0, 0]


def test_after_giving_those_who_have_to_do_with_it(office: Office, stranger: Office, given: Document) -> None:
    assert [sees(one) for one in (office.superior, office.reporter, office.other_reporter)] == [1, 1, 1]
    assert sees(stranger.superior) == sees(stranger.reporter) == 0


def test_a_unit_without_a_part_in_it_does_not_see_it(office: Office, given: Document) -> None:
    elsewhere = office.units["Ban Chỉ huy Quân sự thị xã"].pk
    from dataclasses import replace

    assert sees(replace(office.reporter, unit_id=elsewhere)) == 0


def test_the_administrator_reads_none(office: Office, document: Document) -> None:
    with pytest.raises(NotAllowed):
        visible_documents(office.administrator)


def test_a_foreign_id_is_an_unknown_one(office: Office, stranger: Office, document: Document) -> None:
    for pk in (document.pk, 999_999):
        with pytest.raises(NotFound):
            document_of(stranger.specialist, pk)
    directive = document.directives.all()[0]
    for pk in (directive.pk, 999_999):
        with pytest.raises(NotFound):
            directive_of(stranger.specialist, pk)


@pytest.mark.parametrize("words", ["dang huong", "Dâng  Hương", "DÂNG HƯƠNG", "van loc hoi nghi"])
def test_words_are_found_with_and_without_diacritics(office: Office, document: Document, words: str) -> None:
    assert list(document_list(office.specialist, DocumentFilter(words=words))) == [document]


def test_filters(office: Office, document: Document) -> None:
    Document.objects.filter(pk=document.pk).update(conference_on=date(2024, 3, 27))
    count = {
        "state": document_list(office.specialist, DocumentFilter(state="given")).count(),
        "words": document_list(office.specialist, DocumentFilter(words="không có")).count(),
        "since": document_list(office.specialist, DocumentFilter(since=date(2024, 3, 28))).count(),
        "until": document_list(office.specialist, DocumentFilter(until=date(2024, 3, 27))).count(),
    }
    assert count == {"state": 0, "words": 0, "since": 0, "until": 1}
    assert state_counts(office.specialist, DocumentFilter(state="given")) == {"read": 1}


def test_counts(office: Office, document: Document, directives: list[Directive]) -> None:
    accept_directive(office.specialist, directives[0].pk, version=1)
    directives[0].units.all().delete()
    counts = review_counts(document)
    assert (counts.open, counts.accepted, counts.rejected, counts.leaderless) == (2, 1, 0, 1)
    row = document_list(office.specialist, DocumentFilter()).get()
    assert (row.open_count, row.accepted_count) == (2, 1)  # type: ignore[attr-defined]


def test_the_rest_is_what_no_directive_takes(document: Document) -> None:
    clauses = [document.text[start:end] for start, end in rest_of(document)]
    assert any("dâng hương" in one for one in clauses)
    assert not any("tấn công trấn áp" in one for one in clauses)


def test_names_for_choosing(office: Office, document: Document) -> None:
    assert {"Công an thị xã", "các phường"} <= set(unit_names(document))
