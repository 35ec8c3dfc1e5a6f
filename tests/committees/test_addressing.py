"""How a committee may address a unit: directed and summoned, or only asked and invited."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from giaoban.committees.addressing import is_directed, only_asked, way_of


@dataclass
class Body:
    """A body of a kind."""

    kind: str


@pytest.mark.parametrize("kind", ["police", "ward", "government", "party_office"])
def test_own_bodies_and_the_government_are_directed(kind: str) -> None:
    assert is_directed(Body(kind))
    assert way_of(Body(kind)) == "summoned"


@pytest.mark.parametrize("kind", ["court", "procuracy", "enforcement", "border_guard", "superior_body"])
def test_others_are_only_asked(kind: str) -> None:
    assert not is_directed(Body(kind))
    assert way_of(Body(kind)) == "invited"


def test_one_directed_body_among_them_is_enough() -> None:
    assert only_asked([Body("court"), Body("procuracy")])
    assert not only_asked([Body("court"), Body("police")])
    assert not only_asked([])
