"""People and the posts that they hold in time."""

from __future__ import annotations

from datetime import date

import pytest

from conftest import Office
from giaoban.committees.actions import (
    PersonDetails,
    PostDetails,
    add_person,
    appoint_person,
    close_person,
    edit_person,
    end_post,
)
from giaoban.committees.models import Person
from giaoban.committees.refusals import DirectoryRefusal
from giaoban.refusal import NotFound

DAY = date(2024, 3, 27)


@pytest.fixture
def somebody(office: Office) -> Person:
    return add_person(office.specialist, PersonDetails("Người Thử", "Thượng tá", "0238", "thu@example.vn"))


def code(refused: pytest.ExceptionInfo[DirectoryRefusal]) -> str:
    return refused.value.code.removeprefix("committees.")


def test_it_works(office: Office, somebody: Person) -> None:
    police = office.units["Công an thị xã"].pk
    post = appoint_person(office.specialist, somebody.pk, PostDetails("Trưởng Công an", police, True, DAY))
    assert (post.holds_on(DAY), post.holds_on(date(2024, 3, 26))) == (True, False)
    end_post(office.specialist, post.pk, date(2024, 12, 31))
    post.refresh_from_db()
    assert post.valid_to == date(2024, 12, 31)


def test_a_unit_has_one_head_at_a_time(office: Office, somebody: Person) -> None:
    police = office.units["Công an thị xã"].pk
    post = appoint_person(office.specialist, somebody.pk, PostDetails("Trưởng", police, True, DAY))
    other = add_person(office.specialist, PersonDetails("Người Khác"))
    with pytest.raises(DirectoryRefusal) as refused:
        appoint_person(office.specialist, other.pk, PostDetails("Trưởng", police, True, date(2024, 6, 1)))
    assert code(refused) == "head_taken"
    assert "Người Thử" in str(refused.value)
    end_post(office.specialist, post.pk, date(2024, 5, 31))
    appoint_person(office.specialist, other.pk, PostDetails("Trưởng", police, True, date(2024, 6, 1)))


def test_a_head_needs_a_unit(office: Office, somebody: Person) -> None:
    with pytest.raises(DirectoryRefusal) as refused:
        appoint_person(office.specialist, somebody.pk, PostDetails("Bí thư", None, True))
    assert code(refused) == "head_without_unit"


def test_who_has_gone_gets_no_post_and_loses_those_held(office: Office, somebody: Person) -> None:
    post = appoint_person(office.specialist, somebody.pk, PostDetails("Ủy viên"))
    close_person(office.specialist, somebody.pk, 1, DAY)
    post.refresh_from_db()
    assert post.valid_to == DAY
    with pytest.raises(DirectoryRefusal) as refused:
        appoint_person(office.specialist, somebody.pk, PostDetails("Ủy viên"))
    assert code(refused) == "person_closed"


def test_a_post_does_not_end_before_it_began_nor_twice(office: Office, somebody: Person) -> None:
    post = appoint_person(office.specialist, somebody.pk, PostDetails("Ủy viên", since=DAY))
    with pytest.raises(DirectoryRefusal) as refused:
        end_post(office.specialist, post.pk, date(2024, 1, 1))
    assert code(refused) == "days_reversed"
    with pytest.raises(DirectoryRefusal):
        close_person(office.specialist, somebody.pk, 1, date(2024, 1, 1))
    end_post(office.specialist, post.pk, DAY)
    with pytest.raises(DirectoryRefusal) as again:
        end_post(office.specialist, post.pk, DAY)
    assert code(again) == "post_ended"


@pytest.mark.parametrize(
    ("details", "expected"),
    [
        (PersonDetails(" "), ("empty", "name")),
        (PersonDetails("x" * 121), ("too_long", "name")),
        (PersonDetails("Ai", email="khong-phai-thu"), ("email", "email")),
    ],
)
def test_what_does_not_fit_is_refused_at_its_field(
    office: Office, somebody: Person, details: PersonDetails, expected: tuple[str, str]
) -> None:
    with pytest.raises(DirectoryRefusal) as refused:
        edit_person(office.specialist, somebody.pk, somebody.version, details)
    assert (code(refused), refused.value.field) == expected


def test_a_foreign_unit_is_unknown(office: Office, stranger: Office, somebody: Person) -> None:
    foreign = stranger.units["Công an thị xã"].pk
    with pytest.raises(NotFound):
        appoint_person(office.specialist, somebody.pk, PostDetails("Trưởng", foreign))
