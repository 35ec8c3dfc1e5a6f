"""Mentions of persons brought together: one person for all mentions of one name."""

from __future__ import annotations

from dataclasses import dataclass, field

from giaoban.language.extraction import Person
from giaoban.language.words import lower


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at ``text[start:end]`` with the titles around it; ``is_signed``: by the writer or signer."""

    name: str
    titles: list[str]
    start: int
    end: int
    is_signed: bool = field(default=False)


def merged(mentions: list[Mention], text: str) -> list[Person]:
    """Return one person a name, with the titles of all its mentions; of a signer, the post only if no other is told."""
    people: dict[str, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda one: (one.is_signed, one.start)):
        key = _key(mention.name)
        if key not in people and (full := _full_name(key, people)) is not None:
            key = full
        people.setdefault(key, []).append(mention)
    made = [_person(group) for group in people.values()]
    return sorted(made, key=lambda one: one.start)


def _key(name: str) -> str:
    return " ".join(lower(name).split())


def _full_name(key: str, people: dict[str, list[Mention]]) -> str | None:
    """Return the known full name that a shorter one ends: "ông Quốc Hùng" for "Nguyễn Quốc Hùng"."""
    return next((one for one in people if one.endswith(" " + key)), None)


def _person(mentions: list[Mention]) -> Person:
    first = mentions[0]
    titles: list[str] = []
    for mention in mentions:
        if not (mention.is_signed and titles):
            for title in mention.titles:
                _add(titles, title)
    return Person(first.name, titles, first.start, first.end)


def _add(titles: list[str], title: str) -> None:
    """Add a title, unless a fuller form of it is there; a fuller form takes the place of the shorter."""
    low = lower(title)
    for position, known in enumerate(titles):
        if lower(known).startswith(low):
            return
        if low.startswith(lower(known)):
            titles[position] = title
            return
    titles.append(title)
