"""How a committee may address a unit: it directs its own bodies, and can only ask those it does not (đề nghị, mời).

The one place that says so; ``data/authorities.toml`` holds the words, ``data/unit_kinds.toml`` which kind is which.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, Protocol

from giaoban.committees.kinds import authority_of

Way = Literal["summoned", "invited"]


class Addressed(Protocol):
    """What is asked of a unit: its kind."""

    @property
    def kind(self) -> str: ...


def is_directed(unit: Addressed) -> bool:
    """Return whether the committee may direct the unit; one that it may not is asked (đề nghị)."""
    return authority_of(unit.kind).is_directed


def only_asked(units: Iterable[Addressed]) -> bool:
    """Return whether there are units and the committee may direct none of them."""
    found = list(units)
    return bool(found) and not any(map(is_directed, found))


def way_of(unit: Addressed) -> Way:
    """Return how the unit is called to a conference: ``summoned`` (triệu tập) or ``invited`` (mời)."""
    return "summoned" if is_directed(unit) else "invited"
