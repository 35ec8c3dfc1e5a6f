"""What people are told of, in words, and which events of the audit tell it: the rows of the data files."""

from __future__ import annotations

from dataclasses import dataclass

from giaoban.facts import load


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that a person chooses a way for (nhóm thông báo)."""

    id: str
    words: str
    english: str
    source: str


@dataclass(frozen=True, slots=True)
class Kind:
    """What a notice says happened (loại thông báo); ``tone`` is a state's colour of the look."""

    id: str
    topic: str
    words: str
    english: str
    source: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """Who is told of an event; the id is the event's code.

    ``units`` says whose reporters: ``own`` the unit that it is about, ``all`` those with an open part in the task,
    ``parts`` those with any part in it, ``owing`` those that owe something on it, ``delegates`` those invited,
    ``reports`` those whose report is wanted. ``roles`` are roles of the committee. ``once`` is the thing of which a
    member is told once, ``conference``; empty: each event is told. With ``fields`` it is told only where one of them
    changed.
    """

    id: str
    kind: str
    source: str
    units: str = ""
    roles: tuple[str, ...] = ()
    once: str = ""
    fields: tuple[str, ...] = ()


def topics() -> tuple[Topic, ...]:
    """Return every topic, in the file's order."""
    return load("giaoban.notices", "topics", Topic)


def kinds() -> dict[str, Kind]:
    """Return every kind by its id."""
    return {one.id: one for one in load("giaoban.notices", "kinds", Kind)}


def tellings() -> dict[str, Telling]:
    """Return who is told of what, by the event's code."""
    return {one.id: one for one in load("giaoban.notices", "tellings", Telling)}
