"""How a committee may address a unit: it directs its own bodies, and can only ask those it does not (đề nghị, mời).

The one place that says so; ``data/authorities.toml`` holds the words, ``data/unit_kinds.toml`` which kind is which.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, Protocol

from giaoban.committees.kinds import authority_of
from giaoban.vietnamese import fold

Way = Literal["summoned", "invited"]


class Addressed(Protocol):
    """What is asked of a unit: its kind."""

    @property
    def kind(self) -> str: ...


class Named(Protocol):
    """What is asked of a unit that may be the office: its name."""

    @property
    def name(self) -> str: ...


def is_directed(unit: Addressed) -> bool:
    """Return whether the committee may direct the unit; one that it may not is asked (đề nghị)."""
    return authority_of(unit.kind).is_directed


def is_own_office(unit: Named, office_name: str) -> bool:
    """Return whether the unit is the committee's office itself: it writes no letter to itself."""
    return fold(unit.name) == fold(office_name)


def only_asked(units: Iterable[Addressed]) -> bool:
    """Return whether there are units and the committee may direct none of them."""
    found = list(units)
    return bool(found) and not any(map(is_directed, found))


def way_of(unit: Addressed) -> Way:
    """Return how the unit is called to a conference: ``summoned`` (triệu tập) or ``invited`` (mời)."""
    return "summoned" if is_directed(unit) else "invited"
