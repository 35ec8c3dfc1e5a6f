"""The roles, rights and areas of the data files."""

from __future__ import annotations

from dataclasses import dataclass

from giaoban.facts import load


@dataclass(frozen=True, slots=True)
class Role:
    """A role (vai trò): ``rights`` are the codes of :class:`giaoban.committees.actors.Right`."""

    id: str
    words: str
    english: str
    rights: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class RightWords:
    """What a right lets a person see or do; the id is a code of :class:`giaoban.committees.actors.Right`."""

    id: str
    words: str
    english: str
    source: str


@dataclass(frozen=True, slots=True)
class Area:
    """An area of work (lĩnh vực)."""

    id: str
    words: str
    english: str
    source: str


def roles() -> tuple[Role, ...]:
    """Return every role, in the file's order."""
    return load("giaoban.committees", "roles", Role)


def role(code: str) -> Role:
    """Return a role by its code; raises :class:`KeyError` for one that is not in the file."""
    return {one.id: one for one in roles()}[code]


def rights() -> tuple[RightWords, ...]:
    """Return every right in words, in the file's order."""
    return load("giaoban.committees", "rights", RightWords)


def areas() -> tuple[Area, ...]:
    """Return every area, in the file's order."""
    return load("giaoban.committees", "areas", Area)


def area(code: str) -> Area:
    """Return an area by its code; raises :class:`KeyError` for one that is not in the file."""
    return {one.id: one for one in areas()}[code]
