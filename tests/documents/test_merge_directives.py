"""Merging directives into one."""

from __future__ import annotations

import pytest

from conftest import Office
from giaoban.documents.actions import add_pasted_text, merge_directives, split_directive
from giaoban.documents.models import Directive, Document
from giaoban.jobs.runner import run_waiting
from giaoban.refusal import NotFound, Refusal, Stale

from .refusals import refuses_others


def merged(document: Document) -> Directive:
    return document.directives.exclude(decision="replaced").get(proposed__isnull=True)


def test_neighbours_become_one_stretch(office: Office, document: Document, directives: list[Directive]) -> None:
    first, second, _ = directives
    merge_directives(office.specialist, {first.pk: first.version, second.pk: second.version})
    one = merged(document)
    assert (one.start, one.end, one.parts) == (first.start, second.end, [])
    assert one.quote == document.text[first.start : second.end]
    assert {(unit.unit.name, unit.role) for unit in one.units.all()} == {
        ("Công an thị xã", "lead"),
        ("Tòa án nhân dân thị xã", "lead"),
    }
    assert (one.due_on, one.areas) == (first.due_on, ["security", "justice"])


def test_others_between_stay_apart(office: Office, document: Document, directives: list[Directive]) -> None:
    first, second, third = directives
    merge_directives(office.specialist, {first.pk: first.version, third.pk: third.version})
    one = merged(document)
    assert one.spans == [(first.start, first.end), (third.start, third.end)]
    assert one.quote == f"{first.quote} … {third.quote}"
    second.refresh_from_db()
    assert second.decision == "open"


def test_who_leads_one_leads_it(office: Office, document: Document, directives: list[Directive]) -> None:
    first, _, third = directives
    merge_directives(office.specialist, {first.pk: first.version, third.pk: third.version})
    roles = {unit.unit.name: unit.role for unit in merged(document).units.all()}
    assert roles == {"Công an thị xã": "lead", "Phường Nghi Thủy": "lead", "Phường Thu Thủy": "lead"}


def test_a_split_undone_by_a_merge_has_the_same_words(
    office: Office, document: Document, directives: list[Directive]
) -> None:
    third = directives[2]
    split_directive(office.specialist, third.pk, document.text.index("phối hợp"), version=third.version)
    parts = document.directives.filter(proposed__isnull=True)
    merge_directives(office.specialist, {one.pk: one.version for one in parts})
    assert merged(document).quote == third.quote


def test_one_alone_is_refused(office: Office, directives: list[Directive]) -> None:
    with pytest.raises(Refusal) as refused:
        merge_directives(office.specialist, {directives[0].pk: directives[0].version})
    assert refused.value.code == "documents.nothing_to_merge"


def test_of_two_documents_they_are_refused(office: Office, directives: list[Directive]) -> None:
    add_pasted_text(office.specialist, "", "Yêu cầu Công an thị xã báo cáo kết quả.", declares_no_secret=True)
    run_waiting()
    other = Directive.objects.exclude(document=directives[0].document).get()
    with pytest.raises(NotFound):
        merge_directives(office.specialist, {directives[0].pk: 1, other.pk: 1})


def test_a_stale_one_refuses_all(office: Office, document: Document, directives: list[Directive]) -> None:
    first, second, _ = directives
    with pytest.raises(Stale):
        merge_directives(office.specialist, {first.pk: first.version, second.pk: second.version + 1})
    first.refresh_from_db()
    assert (first.version, first.decision) == (1, "open")


def test_others_are_refused(office: Office, stranger: Office, document: Document, directives: list[Directive]) -> None:
    versions = {one.pk: one.version for one in directives}
    refuses_others(office, stranger, document, lambda actor: merge_directives(actor, versions))
