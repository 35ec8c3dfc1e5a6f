"""A lead or supporter as a text writes it → the committee's units on that day, with how it was found; or a question.

Nothing is guessed silently: a name that leads to several units, to a body of another level, to one that has ended, or
nowhere, stays unresolved, and comes with the candidates to ask about.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from giaoban.committees.directory import Basis, Directory, GroupEntry, UnitEntry
from giaoban.committees.lookup import ask, look
from giaoban.committees.matches import Match, Reason, Resolution
from giaoban.committees.names import full, plain

__all__ = [
    "Basis",
    "Directory",
    "GroupEntry",
    "Match",
    "Reason",
    "Resolution",
    "UnitEntry",
    "propose_by_area",
    "resolve",
    "resolve_body",
]


def resolve_body(committee_id: int, written: str, on: date) -> Resolution:
    """Return the units of a committee that a body, as a text of that day writes it, means.

    For many names make one :class:`~giaoban.committees.directory.Directory` and call :func:`resolve`.
    """
    return resolve(Directory(committee_id, on), written)


def resolve(directory: Directory, written: str) -> Resolution:
    """Return the units of the directory that a body as written means; makes no query."""
    expanded = full(written)
    found = look(directory, plain(written), expanded) if expanded else None
    return replace(found or ask(directory, expanded), written=written)


def propose_by_area(
    committee_id: int, areas: Iterable[str], on: date, among: Iterable[UnitEntry] = ()
) -> tuple[UnitEntry, ...]:
    """Return who should lead what names everybody or nobody: units that answer for the directive's areas, best first.

    The main area (the first) comes before the rest; for an area, the units of ``among`` before all others. A unit that
    puts the area first among its own stands before one to which it is a side matter. Empty where nobody answers for
    any of them.
    """
    return Directory(committee_id, on).propose(areas, among)
