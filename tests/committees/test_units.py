"""Units: names that lead to one unit only, and lives that begin and end on days."""

from __future__ import annotations

from datetime import date

import pytest

from conftest import Office
from giaoban.audit.models import AuditEvent
from giaoban.committees.actions import (
    UnitDetails,
    add_alias,
    add_group,
    add_unit,
    close_unit,
    edit_unit,
    remove_alias,
    reopen_unit,
)
from giaoban.committees.actions.groups import GroupDetails
from giaoban.committees.models import Unit
from giaoban.committees.refusals import DirectoryRefusal

DIVISION = "government_division"


def code_of(refused: pytest.ExceptionInfo[DirectoryRefusal]) -> tuple[str, str]:
    return refused.value.code.removeprefix("committees."), refused.value.field


def test_adding_one_works(office: Office) -> None:
    details = UnitDetails("  Phòng   Nội vụ ", DIVISION, "PNV", ("agency", "party", "agency"), position=3)
    unit = add_unit(office.specialist, details)
    unit.refresh_from_db()
    assert (unit.name, unit.short_name, unit.areas) == ("Phòng Nội vụ", "PNV", ["agency", "party"])
    assert "phong noi vu" in unit.folded


def test_editing_one_keeps_what_it_was_in_the_audit(office: Office) -> None:
    unit = office.units["Công an thị xã"]
    edit_unit(office.specialist, unit.pk, unit.version, UnitDetails("Công an TX", "police"))
    event = AuditEvent.objects.filter(subject_type="committees.unit").latest("sequence")
    assert (event.before["name"], event.after["name"]) == ("Công an thị xã", "Công an TX")
    assert Unit.objects.get(pk=unit.pk).version == unit.version + 1


@pytest.mark.parametrize(
    "name",
    ["Công an thị xã", "CÔNG AN THỊ XÃ", "Công an", "Toà án nhân dân thị xã", "TAND thị xã", "các phường"],
)
def test_a_name_that_is_another_units_is_refused(office: Office, name: str) -> None:
    with pytest.raises(DirectoryRefusal) as refused:
        add_unit(office.specialist, UnitDetails(name, DIVISION))
    assert code_of(refused) == ("name_taken", "name")


@pytest.mark.parametrize("text", ["Tòa án nhân dân thị xã", "TAND thị xã", "các phường"])
def test_an_alias_that_is_anothers_name_is_refused_with_words(office: Office, text: str) -> None:
    with pytest.raises(DirectoryRefusal) as refused:
        add_alias(office.specialist, office.units["Công an thị xã"].pk, text)
    assert code_of(refused) == ("name_taken", "text")
    assert text in str(refused.value)


def test_an_alias_twice_is_refused(office: Office) -> None:
    with pytest.raises(DirectoryRefusal) as refused:
        add_alias(office.specialist, office.units["Công an thị xã"].pk, "Công an")
    assert code_of(refused) == ("alias_twice", "text")


def test_a_removed_alias_is_free_for_another_unit_and_stays_on_record(office: Office) -> None:
    police, court = office.units["Công an thị xã"], office.units["Tòa án nhân dân thị xã"]
    remove_alias(office.specialist, police.aliases.get().pk)
    add_alias(office.specialist, court.pk, "Công an")
    assert police.aliases.get().is_closed


def test_a_name_is_free_again_after_the_unit_has_ended(office: Office) -> None:
    old = office.units["Công an thị xã"]
    close_unit(office.specialist, old.pk, old.version, date(2025, 2, 28))
    new = add_unit(office.specialist, UnitDetails("Công an thị xã", "police", valid_from=date(2025, 3, 1)))
    assert new.pk != old.pk
    with pytest.raises(DirectoryRefusal) as refused:
        reopen_unit(office.specialist, old.pk, old.version + 1)
    assert code_of(refused) == ("name_taken", "name")


def test_a_name_is_taken_while_the_unit_is_still_there(office: Office) -> None:
    old = office.units["Công an thị xã"]
    close_unit(office.specialist, old.pk, old.version, date(2025, 2, 28))
    with pytest.raises(DirectoryRefusal):
        add_unit(office.specialist, UnitDetails("Công an thị xã", "police", valid_from=date(2025, 2, 28)))


def test_one_closed_by_mistake_goes_on(office: Office) -> None:
    unit = office.units["Công an thị xã"]
    close_unit(office.specialist, unit.pk, 1, date(2024, 1, 31))
    assert reopen_unit(office.specialist, unit.pk, 2).valid_to is None


def test_it_cannot_end_before_it_began(office: Office) -> None:
    unit = add_unit(office.specialist, UnitDetails("Phòng Nội vụ", DIVISION, valid_from=date(2024, 5, 1)))
    with pytest.raises(DirectoryRefusal) as refused:
        close_unit(office.specialist, unit.pk, unit.version, date(2024, 4, 30))
    assert code_of(refused) == ("days_reversed", "valid_to")
    assert "30/04/2024" in str(refused.value)


@pytest.mark.parametrize(
    ("details", "expected"),
    [
        (UnitDetails("  ", DIVISION), ("empty", "name")),
        (UnitDetails("x" * 201, DIVISION), ("too_long", "name")),
        (UnitDetails("Phòng X", "planet"), ("unknown_code", "kind")),
        (UnitDetails("Phòng X", DIVISION, areas=("moon",)), ("unknown_code", "areas")),
        (UnitDetails("Phòng X", DIVISION, position=-1), ("position", "position")),
    ],
)
def test_what_does_not_fit_is_refused_at_its_field(
    office: Office, details: UnitDetails, expected: tuple[str, str]
) -> None:
    with pytest.raises(DirectoryRefusal) as refused:
        add_unit(office.specialist, details)
    assert code_of(refused) == expected


def test_a_refused_edit_changes_nothing_not_even_the_version(office: Office) -> None:
    unit = office.units["Công an thị xã"]
    with pytest.raises(DirectoryRefusal):
        edit_unit(office.specialist, unit.pk, unit.version, UnitDetails("TAND thị xã", "police"))
    unit.refresh_from_db()
    assert (unit.name, unit.version) == ("Công an thị xã", 1)


def test_a_group_cannot_take_a_units_name(office: Office) -> None:
    with pytest.raises(DirectoryRefusal) as refused:
        add_group(office.specialist, GroupDetails("Công an"))
    assert code_of(refused) == ("name_taken", "name")


def test_other_committees_names_are_free(office: Office, stranger: Office) -> None:
    add_alias(stranger.specialist, stranger.units["Công an thị xã"].pk, "113")
    add_alias(office.specialist, office.units["Tòa án nhân dân thị xã"].pk, "113")
