"""Opening a committee and changing what describes it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conftest import Office
from giaoban.audit.models import AuditEvent
from giaoban.committees.actions import CommitteeDetails, edit_committee, open_committee
from giaoban.committees.actors import the_system
from giaoban.committees.models import Committee
from giaoban.committees.refusals import DirectoryRefusal
from giaoban.refusal import NotAllowed

DETAILS = CommitteeDetails("Đảng ủy phường Thử", "commune", "phường", "Thử", "Văn phòng Đảng ủy")


@pytest.mark.django_db
def test_the_system_opens_one_with_a_chain_of_its_own() -> None:
    above = open_committee(the_system(0), replace(DETAILS, name="Tỉnh ủy Thử", level="province"))
    committee = open_committee(the_system(0), DETAILS, superior_id=above.pk)
    assert committee.superior == above
    event = AuditEvent.objects.get(committee_id=committee.pk)
    assert (event.action, event.sequence) == ("committees.committee.opened", 1)


def test_a_person_does_not(office: Office) -> None:
    with pytest.raises(NotAllowed):
        open_committee(office.administrator, DETAILS)


def test_editing_it_works(office: Office) -> None:
    edit_committee(office.administrator, 1, replace(DETAILS, place="Cửa Lò mới"))
    assert Committee.objects.get(pk=office.committee.pk).place == "Cửa Lò mới"


@pytest.mark.parametrize(
    ("details", "field"),
    [
        (replace(DETAILS, name=" "), "name"),
        (replace(DETAILS, level="planet"), "level"),
        (replace(DETAILS, level_word="x" * 41), "level_word"),
    ],
)
def test_what_does_not_fit_is_refused_at_its_field(office: Office, details: CommitteeDetails, field: str) -> None:
    with pytest.raises(DirectoryRefusal) as refused:
        edit_committee(office.administrator, 1, details)
    assert refused.value.field == field
