"""Kinds of units and of successions: what the data files say."""

from __future__ import annotations

import pytest

from giaoban.committees.actors import Right
from giaoban.committees.kinds import (
    authorities,
    authority_of,
    succession_kind,
    succession_kinds,
    unit_kind,
    unit_kinds,
)
from giaoban.committees.roles import areas, rights


@pytest.mark.parametrize(
    ("kind", "verb"),
    [
        ("party_office", "giao"),
        ("police", "giao"),
        ("government", "giao"),
        ("ward", "giao"),
        ("court", "đề nghị"),
        ("procuracy", "đề nghị"),
        ("enforcement", "đề nghị"),
        ("border_guard", "đề nghị"),
        ("area_court", "đề nghị"),
        ("superior_body", "báo cáo"),
    ],
)
def test_what_a_committee_may_tell_a_body(kind: str, verb: str) -> None:
    assert authority_of(kind).words == verb


def test_only_directed_bodies_are_given_to() -> None:
    assert {one.id for one in authorities() if one.is_directed} == {"own", "government"}


def test_areas_of_kinds_are_known() -> None:
    known = {one.id for one in areas()}
    assert {area for kind in unit_kinds() for area in kind.areas} <= known


def test_only_a_split_leaves_the_old_unit_be() -> None:
    assert [one.id for one in succession_kinds() if not one.is_whole] == ["split"]


def test_every_right_has_words() -> None:
    assert {one.id for one in rights()} == set(Right)


def test_an_unknown_code_is_an_error() -> None:
    with pytest.raises(KeyError):
        unit_kind("planet")
    with pytest.raises(KeyError):
        succession_kind("eaten")
