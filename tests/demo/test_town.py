"""The example town: every unit, group and account of its data files, made by actions."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import authenticate

from giaoban.audit.chain import verify
from giaoban.committees.models import Committee, Group, Member, Unit, User
from giaoban.committees.refusals import DirectoryRefusal
from giaoban.committees.roles import roles
from giaoban.demo.town import make_town


def test_it_works(db: Any) -> None:
    town = make_town()
    committee = Committee.objects.get(pk=town.committee_id)
    assert (committee.name, committee.level, committee.level_word) == ("Thị ủy Cửa Lò", "district", "thị xã")
    assert committee.superior is not None
    assert committee.superior.units.get().name == "Ban Nội chính Tỉnh ủy"
    assert Unit.objects.filter(committee=committee, kind="ward").count() == 7
    assert Group.objects.get(committee=committee, is_everybody=True).members.count() == 11
    assert {member.role for member in Member.objects.filter(committee=committee)} == {role.id for role in roles()}
    assert verify(town.committee_id) is None


def test_everybody_can_sign_in_with_the_password_that_was_returned(db: Any, rf: Any) -> None:
    town = make_town()
    for account in town.accounts:
        assert authenticate(rf.get("/"), username=account.username, password=account.password), account
        assert not User.objects.get(username=account.username).must_change_password


def test_a_real_office_makes_everybody_change_the_password(db: Any) -> None:
    make_town(must_change_password=True)
    assert User.objects.filter(must_change_password=False).count() == 0


def test_it_refuses_to_make_the_town_twice_and_leaves_nothing_half_made(db: Any) -> None:
    make_town()
    with pytest.raises(DirectoryRefusal):
        make_town()
    assert Committee.objects.count() == 2


def test_passwords_differ_each_time(db: Any) -> None:
    first = {account.password for account in make_town().accounts}
    assert len(first) == 7
