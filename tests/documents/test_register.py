"""The register of cited documents: entered at reading, put right by people, never forgotten."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps

from conftest import Office
from giaoban.documents import actions
from giaoban.documents.actions import CitedFacts
from giaoban.documents.cited import CitedFilter, cited_in, cited_list, cited_of
from giaoban.documents.models import Citation, CitedDocument, Document
from giaoban.jobs.runner import run_waiting
from giaoban.refusal import NotAllowed, NotFound, Refusal, Stale

pytestmark = pytest.mark.db
FULL = "Yêu cầu Công an thị xã thực hiện Nghị quyết số 06, ngày 21/12/2021 của Tỉnh ủy về an ninh."
SHORT = "Yêu cầu Công an thị xã tiếp tục thực hiện Nghị quyết 06 của Tỉnh ủy về an ninh, trật tự."
OTHER = "Yêu cầu Công an thị xã thực hiện Nghị quyết số 06, ngày 03/02/2016 của Tỉnh ủy."


def read(office: Office, text: str) -> Document:
    added = actions.add_pasted_text(office.specialist, text[:40], text, declares_no_secret=True)
    run_waiting()
    return Document.objects.get(pk=added.document.pk)


@pytest.mark.parametrize("texts", [(FULL, SHORT), (SHORT, FULL)])
def test_short_and_full_forms_are_one_entry(office: Office, files: object, texts: tuple[str, str]) -> None:
    documents = [read(office, text) for text in texts]
    entry = CitedDocument.objects.get()
    assert entry.name == "Nghị quyết số 06 ngày 21/12/2021 của Tỉnh ủy"
    assert [cited_in(one) for one in documents] == [[entry], [entry]]
    assert cited_list(office.leader, CitedFilter(words="nghi quyet 06")).get().document_count == 2


def test_another_day_is_another_document(office: Office, files: object) -> None:
    read(office, FULL)
    read(office, OTHER)
    assert CitedDocument.objects.count() == 2
    read(office, SHORT)
    unsure = Citation.objects.get(quote__startswith="Nghị quyết 06").cited
    assert unsure.issued_on is None, "nobody knows which of the two was meant"


def test_reading_again_keeps_what_a_person_merged(office: Office, files: object) -> None:
    first, second = read(office, FULL), read(office, OTHER)
    one, other = first.citations.get().cited, second.citations.get().cited
    target = actions.merge_cited(office.specialist, other.pk, one.pk, version=other.version)
    assert cited_in(second) == [target]
    actions.read_again(office.specialist, second.pk)
    run_waiting()
    assert cited_in(second) == [target]
    read(office, OTHER + " Tuần tra ban đêm.")
    assert target.citations.count() == 3
    assert cited_of(office.leader, other.pk) == target

    actions.unmerge_cited(office.specialist, other.pk)
    assert (one.citations.count(), other.citations.count()) == (1, 2)


def test_split_makes_an_entry_of_its_own(office: Office, files: object) -> None:
    read(office, FULL)
    second = read(office, SHORT)
    entry = CitedDocument.objects.get()
    made = actions.split_cited(office.specialist, entry.pk, [second.citations.get().pk], version=entry.version)
    assert cited_in(second) == [made]
    entry.refresh_from_db()
    with pytest.raises(Refusal):
        actions.split_cited(office.specialist, entry.pk, [entry.citations.get().pk], version=entry.version)


def test_facts_that_a_person_stated_stay(office: Office, files: object) -> None:
    read(office, SHORT)
    entry = CitedDocument.objects.get()
    facts = CitedFacts("nghị quyết", "06-NQ/TU", "Về an ninh", None, "Tỉnh ủy")
    actions.state_cited(office.specialist, entry.pk, facts, version=entry.version)
    read(office, FULL)
    entry.refresh_from_db()
    assert (entry.name, entry.issued_on) == ("Nghị quyết số 06-NQ/TU của Tỉnh ủy", None)
    with pytest.raises(Stale):
        actions.state_cited(office.specialist, entry.pk, facts, version=1)
    with pytest.raises(Refusal, match="Văn bản phải có tên loại"):
        actions.state_cited(office.specialist, entry.pk, CitedFacts("nghị quyết"), version=entry.version)


def test_a_document_with_its_number_is_the_text_of_what_cites_it(office: Office, document: Document) -> None:
    citing = read(office, "Yêu cầu Công an thị xã thực hiện Thông báo số 41-TB/ThU về an ninh.")
    entry = citing.citations.get().cited
    facts = actions.Facts(title=document.title, symbol="41-TB/ThU")
    actions.edit_facts(office.specialist, document.pk, facts, version=document.version)
    entry.refresh_from_db()
    assert entry.text == document
    actions.attach_text(office.specialist, entry.pk, None)
    entry.refresh_from_db()
    assert entry.text is None


def test_what_was_read_before_is_entered_by_the_migration(office: Office, files: object) -> None:
    document = read(office, FULL)
    Citation.objects.all().delete()
    CitedDocument.objects.all().delete()
    import_module("giaoban.documents.migrations.0005_citations_of_read_documents").enter_all(apps, None)
    assert [one.name for one in cited_in(document)] == ["Nghị quyết số 06 ngày 21/12/2021 của Tỉnh ủy"]


def test_only_reviewers_put_it_right_and_only_their_own(office: Office, stranger: Office, files: object) -> None:
    read(office, FULL)
    entry = CitedDocument.objects.get()
    with pytest.raises(NotAllowed):
        actions.attach_text(office.leader, entry.pk, None)
    with pytest.raises(NotFound):
        actions.attach_text(stranger.specialist, entry.pk, None)
    with pytest.raises(NotFound):
        cited_of(stranger.specialist, entry.pk)
    with pytest.raises(Refusal, match="văn bản khác"):
        actions.merge_cited(office.specialist, entry.pk, entry.pk, version=entry.version)
    assert not cited_list(office.reporter, CitedFilter()).exists(), "no task of the unit cites it yet"
