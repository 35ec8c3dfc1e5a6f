"""Groups: names, and units from a day to a day."""

from __future__ import annotations

from datetime import date

import pytest

from conftest import Office
from giaoban.committees.actions import (
    GroupDetails,
    add_alias,
    add_group,
    add_group_alias,
    close_group,
    edit_group,
    put_unit_in_group,
    reopen_group,
    take_unit_from_group,
)
from giaoban.committees.models import Group
from giaoban.committees.refusals import DirectoryRefusal
from giaoban.committees.resolution import resolve_body
from giaoban.refusal import NotFound

DAY = date(2024, 3, 27)


@pytest.fixture
def armed(office: Office) -> Group:
    return add_group(office.specialist, GroupDetails("lực lượng vũ trang"))


def test_it_works(office: Office, armed: Group) -> None:
    put_unit_in_group(office.specialist, armed.pk, office.units["Công an thị xã"].pk)
    add_group_alias(office.specialist, armed.pk, "LLVT thị xã")
    found = resolve_body(office.committee.pk, "LLVT thị xã", DAY)
    assert [unit.name for unit in found.units] == ["Công an thị xã"]
    assert found.group_id == armed.pk


def test_a_unit_counts_from_its_first_to_its_last_day(office: Office, armed: Group) -> None:
    place = put_unit_in_group(office.specialist, armed.pk, office.units["Công an thị xã"].pk, DAY)
    take_unit_from_group(office.specialist, place.pk, date(2024, 6, 30))
    days = (date(2024, 3, 26), DAY, date(2024, 6, 30), date(2024, 7, 1))
    found = [len(resolve_body(office.committee.pk, "lực lượng vũ trang", day).units) for day in days]
    assert found == [0, 1, 1, 0]


def test_a_unit_comes_back_after_it_left(office: Office, armed: Group) -> None:
    police = office.units["Công an thị xã"].pk
    place = put_unit_in_group(office.specialist, armed.pk, police, DAY)
    take_unit_from_group(office.specialist, place.pk, date(2024, 6, 30))
    put_unit_in_group(office.specialist, armed.pk, police, date(2024, 7, 1))
    assert armed.members.count() == 2


@pytest.mark.parametrize("since", [None, DAY, date(2030, 1, 1)])
def test_a_unit_is_in_a_group_once_at_a_time(office: Office, armed: Group, since: date | None) -> None:
    police = office.units["Công an thị xã"].pk
    put_unit_in_group(office.specialist, armed.pk, police, DAY)
    with pytest.raises(DirectoryRefusal) as refused:
        put_unit_in_group(office.specialist, armed.pk, police, since)
    assert refused.value.code == "committees.in_group_already"


def test_it_cannot_leave_before_it_came_nor_twice(office: Office, armed: Group) -> None:
    place = put_unit_in_group(office.specialist, armed.pk, office.units["Công an thị xã"].pk, DAY)
    with pytest.raises(DirectoryRefusal) as refused:
        take_unit_from_group(office.specialist, place.pk, date(2024, 3, 1))
    assert refused.value.code == "committees.days_reversed"
    take_unit_from_group(office.specialist, place.pk, DAY)
    with pytest.raises(DirectoryRefusal) as again:
        take_unit_from_group(office.specialist, place.pk, DAY)
    assert again.value.code == "committees.taken_already"


def test_a_foreign_unit_is_unknown(office: Office, stranger: Office, armed: Group) -> None:
    with pytest.raises(NotFound):
        put_unit_in_group(office.specialist, armed.pk, stranger.units["Công an thị xã"].pk)


def test_a_name_that_is_taken_is_refused(office: Office, armed: Group) -> None:
    for name in ("các phường", "TAND thị xã"):
        with pytest.raises(DirectoryRefusal) as refused:
            edit_group(office.specialist, armed.pk, armed.version, GroupDetails(name))
        assert refused.value.code == "committees.name_taken"


def test_an_alias_twice_is_refused(office: Office, armed: Group) -> None:
    with pytest.raises(DirectoryRefusal) as refused:
        add_group_alias(office.specialist, armed.pk, "lực lượng vũ trang")
    assert refused.value.code == "committees.alias_twice"


def test_a_closed_group_leads_nowhere_and_frees_its_name(office: Office, armed: Group) -> None:
    put_unit_in_group(office.specialist, armed.pk, office.units["Công an thị xã"].pk)
    close_group(office.specialist, armed.pk, 1)
    assert not resolve_body(office.committee.pk, "lực lượng vũ trang", DAY).is_resolved
    add_alias(office.specialist, office.units["Công an thị xã"].pk, "lực lượng vũ trang")
    with pytest.raises(DirectoryRefusal) as refused:
        reopen_group(office.specialist, armed.pk, 2)
    assert refused.value.code == "committees.name_taken"


def test_the_name_of_a_closed_group_asks_to_reopen_it(office: Office, armed: Group) -> None:
    close_group(office.specialist, armed.pk, 1)
    with pytest.raises(DirectoryRefusal) as refused:
        add_group(office.specialist, GroupDetails("lực lượng vũ trang"))
    assert refused.value.code == "committees.group_closed"
    assert not reopen_group(office.specialist, armed.pk, 2).is_closed
