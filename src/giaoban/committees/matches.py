"""What a name led to: units, and how; or a question with candidates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from giaoban.committees.directory import Basis, UnitEntry

#: Why a name stays a question: nobody of that name; several; a body of another level or place; a unit that has ended
#: (its heirs are the candidates); a group of another size than the text says.
Reason = Literal["unknown", "ambiguous", "elsewhere", "ended", "count"]


@dataclass(frozen=True, slots=True)
class Match:
    """A unit that a name leads to, and how."""

    unit: UnitEntry
    basis: Basis


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name led to: ``matches``, or a ``reason`` with ``candidates`` to ask about.

    ``is_everybody``: the name means everybody (a lead that names nobody in particular); ``matches`` are then all units
    of ``group_id``, and :func:`giaoban.committees.resolution.propose_by_area` says who should lead. ``is_loose``: it
    matched only without diacritics.
    """

    written: str = ""
    matches: tuple[Match, ...] = ()
    group_id: int | None = None
    is_everybody: bool = False
    is_loose: bool = False
    reason: Reason | None = None
    candidates: tuple[UnitEntry, ...] = ()

    @property
    def is_resolved(self) -> bool:
        """Whether the name leads to units without a question."""
        return self.reason is None

    @property
    def units(self) -> tuple[UnitEntry, ...]:
        """The units that the name leads to."""
        return tuple(one.unit for one in self.matches)

    @property
    def basis(self) -> Basis | None:
        """How the (first) unit was found."""
        return self.matches[0].basis if self.matches else None
