"""The kinds of units, what a committee may tell each, and the kinds of succession, from the data files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from giaoban.facts import load

AuthorityCode = Literal["own", "government", "vertical", "superior"]


@dataclass(frozen=True, slots=True)
class Authority:
    """What a committee may tell a body: ``words`` is the verb of a conclusion ("giao", "đề nghị").

    ``call`` is the word by which it is called to a conference ("triệu tập", "mời").
    """

    id: AuthorityCode
    words: str
    english: str
    call: str
    call_english: str
    meaning: str
    meaning_english: str
    is_directed: bool
    source: str


@dataclass(frozen=True, slots=True)
class UnitKind:
    """A kind of unit (loại cơ quan, đơn vị); ``areas`` are proposed for a new unit of the kind.

    ``seat`` is who sits for such a unit at a conference. ``faces`` are organs by which texts address the unit ("UBND"
    of a ward); ``levels`` the words that names of such units begin with ("phường").
    """

    id: str
    words: str
    english: str
    authority: AuthorityCode
    areas: tuple[str, ...]
    source: str
    faces: tuple[str, ...] = ()
    seat: str = ""
    levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SuccessionKind:
    """How one unit takes over from another (kế thừa): ``figures`` says what becomes of the old one's figures.

    ``is_whole``: the old unit ends on the day before; otherwise only a part of it passes over.
    """

    id: str
    words: str
    english: str
    figures: Literal["add", "sum", "same", "base", "files"]
    is_whole: bool
    example: str
    source: str


def authorities() -> tuple[Authority, ...]:
    """Return every relation of a body to a committee, in the file's order."""
    return load("giaoban.committees", "authorities", Authority)


def authority(code: str) -> Authority:
    """Return a relation by its code; raises :class:`KeyError` for one that is not in the file."""
    return {str(one.id): one for one in authorities()}[code]


def unit_kinds() -> tuple[UnitKind, ...]:
    """Return every kind of unit, in the order in which a directory lists them."""
    return load("giaoban.committees", "unit_kinds", UnitKind)


def unit_kind(code: str) -> UnitKind:
    """Return a kind of unit by its code; raises :class:`KeyError` for one that is not in the file."""
    return {one.id: one for one in unit_kinds()}[code]


def authority_of(kind_code: str) -> Authority:
    """Return what a committee may tell a unit of this kind; raises :class:`KeyError` for an unknown kind."""
    return authority(unit_kind(kind_code).authority)


def succession_kinds() -> tuple[SuccessionKind, ...]:
    """Return every kind of succession, in the file's order."""
    return load("giaoban.committees", "successions", SuccessionKind)


def succession_kind(code: str) -> SuccessionKind:
    """Return a kind of succession by its code; raises :class:`KeyError` for one that is not in the file."""
    return {one.id: one for one in succession_kinds()}[code]
