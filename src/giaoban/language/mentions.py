"""Mentions of persons brought together: one person for all mentions of one name."""

from __future__ import annotations

from dataclasses import dataclass

from giaoban.language.extraction import Person
from giaoban.language.words import lower


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at ``text[start:end]`` with the titles around it, which end at ``until``.

    ``is_signed`` says that it is the writer's or signer's own.
    """

    name: str
    titles: list[str]
    start: int
    end: int
    until: int = 0
    is_signed: bool = False


def merged(mentions: list[Mention]) -> list[Person]:
    """Return one person a name, with the titles of all its mentions; of a signer, the post only if no other is told."""
    signed = {one.start for one in mentions if one.is_signed}
    mentions = [one for one in mentions if one.is_signed or one.start not in signed]
    people: dict[str, list[Mention]] = {}
    full_names: dict[str, str] = {}
    for mention in sorted(mentions, key=lambda one: (one.is_signed, one.start)):
        key = _key(mention.name)
        key = full_names.get(key, key)
        if key not in people:
            full_names |= dict.fromkeys(_shorter(key), key)
        people.setdefault(key, []).append(mention)
    made = [_person(group) for group in people.values()]
    return sorted(made, key=lambda one: one.start)


def _key(name: str) -> str:
    return " ".join(lower(name).split())


def _shorter(key: str) -> list[str]:
    """Return the ends of a full name by which it may be called again: "quốc hùng" of "nguyễn quốc hùng"."""
    parts = key.split(" ")
    return [" ".join(parts[first:]) for first in range(1, len(parts) - 1)]


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
