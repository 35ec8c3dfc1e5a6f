"""Choosing who leads and who supports."""

from __future__ import annotations

import pytest

from conftest import Office
from giaoban.documents.actions import add_unit, drop_unit
from giaoban.documents.models import Directive, Document
from giaoban.refusal import Refusal, Stale

from .refusals import refuses_others


def units(directive: Directive) -> list[tuple[str, str, str]]:
    return [(one.unit.name, one.role, one.basis) for one in directive.units.order_by("pk")]


@pytest.mark.parametrize("typed", ["Ban Chỉ huy Quân sự thị xã", "Ban CHQS", "ban chi huy quan su thi xa"])
def test_it_works(office: Office, directives: list[Directive], typed: str) -> None:
    first = directives[0]
    add_unit(office.specialist, first.pk, typed, "support", version=first.version)
    assert units(first) == [
        ("Công an thị xã", "lead", "name"),
        ("Ban Chỉ huy Quân sự thị xã", "support", "person"),
    ]


def test_a_group_stands_for_its_units(office: Office, directives: list[Directive]) -> None:
    first = directives[0]
    add_unit(office.specialist, first.pk, "các phường", "support", version=first.version)
    assert [name for name, _, _ in units(first)] == ["Công an thị xã", "Phường Nghi Thủy", "Phường Thu Thủy"]


def test_one_that_is_there_changes_its_role(office: Office, directives: list[Directive]) -> None:
    third = directives[2]
    add_unit(office.specialist, third.pk, "Công an thị xã", "lead", version=third.version)
    assert ("Công an thị xã", "lead", "person") in units(third)
    assert len(units(third)) == 3


def test_a_name_that_leads_nowhere_is_asked_about(office: Office, directives: list[Directive]) -> None:
    first = directives[0]
    with pytest.raises(Refusal, match="Sở Xây dựng"):
        add_unit(office.specialist, first.pk, "Sở Xây dựng", "lead", version=first.version)
    assert len(units(first)) == 1


def test_a_unit_of_another_committee_is_unknown(office: Office, stranger: Office, directives: list[Directive]) -> None:
    first = directives[0]
    add_unit(office.specialist, first.pk, "Tòa án nhân dân thị xã", "lead", version=first.version)
    assert {one.unit.committee_id for one in first.units.all()} == {office.committee.pk}


def test_it_can_be_dropped(office: Office, directives: list[Directive]) -> None:
    first = directives[0]
    unit = office.units["Công an thị xã"]
    drop_unit(office.specialist, first.pk, unit.pk, version=first.version)
    assert units(first) == []
    with pytest.raises(Refusal) as refused:
        drop_unit(office.specialist, first.pk, unit.pk, version=first.version + 1)
    assert refused.value.code == "documents.unit_not_there"


def test_a_stale_one_is_refused(office: Office, directives: list[Directive]) -> None:
    first = directives[0]
    add_unit(office.specialist, first.pk, "Ban CHQS", "lead", version=first.version)
    with pytest.raises(Stale):
        add_unit(office.specialist, first.pk, "Ban CHQS", "lead", version=first.version)


def test_others_are_refused(office: Office, stranger: Office, document: Document, directives: list[Directive]) -> None:
    first, unit = directives[0], office.units["Công an thị xã"]
    version = first.version
    refuses_others(
        office, stranger, document, lambda actor: add_unit(actor, first.pk, "Ban CHQS", "lead", version=version)
    )
    refuses_others(office, stranger, document, lambda actor: drop_unit(actor, first.pk, unit.pk, version=version))
