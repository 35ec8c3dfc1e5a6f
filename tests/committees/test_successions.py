"""One unit taking over from another: on the day after the old one's last."""

from __future__ import annotations

from datetime import date

import pytest

from conftest import Office
from giaoban.committees.actions import SuccessionDetails, UnitDetails, add_unit, reopen_unit, succeed_unit
from giaoban.committees.models import Unit
from giaoban.committees.refusals import DirectoryRefusal
from giaoban.refusal import NotFound

FIRST_DAY = date(2024, 12, 1)


@pytest.fixture
def heir(office: Office) -> Unit:
    return add_unit(office.specialist, UnitDetails("Công an thành phố Vinh", "police", valid_from=FIRST_DAY))


def details(unit: Unit, kind: str = "absorbed", on: date = FIRST_DAY) -> SuccessionDetails:
    return SuccessionDetails(unit.pk, kind, on, "Nghị quyết 1243/NQ-UBTVQH15")


def refusal(office: Office, unit: Unit, wanted: SuccessionDetails) -> str:
    with pytest.raises(DirectoryRefusal) as refused:
        succeed_unit(office.specialist, unit.pk, Unit.objects.get(pk=unit.pk).version, wanted)
    return refused.value.code.removeprefix("committees.")


def test_it_works(office: Office, heir: Unit) -> None:
    old = office.units["Công an thị xã"]
    made = succeed_unit(office.specialist, old.pk, old.version, details(heir))
    old.refresh_from_db()
    assert old.valid_to == date(2024, 11, 30)
    assert (made.kind, made.basis) == ("absorbed", "Nghị quyết 1243/NQ-UBTVQH15")


def test_a_part_that_passes_over_leaves_the_old_unit_be(office: Office, heir: Unit) -> None:
    old = office.units["Công an thị xã"]
    succeed_unit(office.specialist, old.pk, old.version, details(heir, "split"))
    old.refresh_from_db()
    assert old.valid_to is None


def test_several_can_take_over_on_one_day(office: Office, heir: Unit) -> None:
    old = office.units["Công an thị xã"]
    other = add_unit(office.specialist, UnitDetails("Công an huyện", "police", valid_from=FIRST_DAY))
    succeed_unit(office.specialist, old.pk, 1, details(heir, "dissolved_into_several"))
    succeed_unit(office.specialist, old.pk, 2, details(other, "dissolved_into_several"))
    assert old.heirs.count() == 2


def test_the_heir_must_be_there_on_the_day(office: Office, heir: Unit) -> None:
    old = office.units["Công an thị xã"]
    assert refusal(office, old, details(heir, on=date(2024, 11, 30))) == "heir_not_there"


def test_there_is_no_gap_and_no_overlap(office: Office, heir: Unit) -> None:
    old = office.units["Công an thị xã"]
    Unit.objects.filter(pk=old.pk).update(valid_to=date(2024, 10, 31))
    assert refusal(office, old, details(heir)) == "succession_gap"


def test_nobody_is_their_own_heir_or_ancestor(office: Office, heir: Unit) -> None:
    old = office.units["Công an thị xã"]
    assert refusal(office, old, details(old)) == "heir_is_ancestor"
    succeed_unit(office.specialist, old.pk, 1, details(heir))
    assert refusal(office, heir, details(old, on=date(2024, 11, 1))) == "heir_is_ancestor"


def test_the_same_heir_twice_is_refused(office: Office, heir: Unit) -> None:
    old = office.units["Công an thị xã"]
    succeed_unit(office.specialist, old.pk, 1, details(heir))
    assert refusal(office, old, details(heir)) == "heir_twice"


def test_a_unit_with_an_heir_is_not_reopened(office: Office, heir: Unit) -> None:
    old = office.units["Công an thị xã"]
    succeed_unit(office.specialist, old.pk, 1, details(heir))
    with pytest.raises(DirectoryRefusal) as refused:
        reopen_unit(office.specialist, old.pk, 2)
    assert refused.value.code == "committees.has_heir"


def test_an_heir_of_another_committee_is_unknown(office: Office, stranger: Office) -> None:
    old, foreign = office.units["Công an thị xã"], stranger.units["Công an thị xã"]
    with pytest.raises(NotFound):
        succeed_unit(office.specialist, old.pk, 1, details(foreign))


def test_an_unknown_kind_is_refused(office: Office, heir: Unit) -> None:
    assert refusal(office, office.units["Công an thị xã"], details(heir, "eaten")) == "unknown_code"
