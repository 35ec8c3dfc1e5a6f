"""The ways in which a name is looked up in a directory, the most certain first, and the question where all fail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from giaoban.committees.directory import Directory, GroupEntry, NamedUnits, UnitEntry
from giaoban.committees.kinds import unit_kind, unit_kinds
from giaoban.committees.matches import Match, Reason, Resolution
from giaoban.committees.names import Key, bare, counted, folded, full, loose, parts, prefixes
from giaoban.language.lists import listed
from giaoban.language.phrases import Phrases
from giaoban.language.words import words_of
from giaoban.vietnamese import fold

#: How many candidates a question offers, and what share of all their words they must have in common with it.
CANDIDATES = 5
LIKENESS = 0.34
#: How many words that stand for a body may follow each other: "các đồng chí", "Phó Chủ tịch", "lãnh đạo".
POSTS = 3


def look(directory: Directory, written: Key, expanded: Key) -> Resolution | None:
    """Return the units that a name means, or a question that the name itself raises; None where nothing fits."""
    return (
        _one_body(directory, written, expanded)
        or _by_post(directory, expanded)
        or _by_parts(directory, expanded)
        or _without_marks(directory, expanded)
    )


def ask(directory: Directory, key: Key) -> Resolution:
    """Return the question that a name raises to which nothing fits, with the candidates nearest to it."""
    gone = directory.gone.units.get(key)
    if gone:
        heirs = [heir for unit, _ in gone.values() for heir in directory.heirs(unit.id)]
        return Resolution(reason="ended", candidates=tuple(dict.fromkeys(heirs)))
    reason: Reason = "elsewhere" if _is_elsewhere(directory, key) else "unknown"
    return Resolution(reason=reason, candidates=_nearest(directory, key))


def _one_body(directory: Directory, written: Key, expanded: Key) -> Resolution | None:
    """Look for one body or one group, as a name stands by itself."""
    return (
        _by_name(directory, written, expanded)
        or _by_group(directory, written, expanded)
        or _by_places(directory, expanded)
        or _by_face(directory, expanded)
    )


def _by_name(directory: Directory, written: Key, expanded: Key) -> Resolution | None:
    ways = (
        directory.written.units.get(written),
        directory.expanded.units.get(expanded),
        directory.short.units.get(bare(expanded, directory.tails)),
    )
    return next((_which(found) for found in ways if found), None)


def _which(found: NamedUnits, *, is_loose: bool = False) -> Resolution:
    """Return the one unit, or the question which of several."""
    if len(found) > 1:
        return Resolution(reason="ambiguous", candidates=tuple(unit for unit, _ in found.values()))
    return Resolution(matches=tuple(Match(*one) for one in found.values()), is_loose=is_loose)


def _by_group(directory: Directory, written: Key, expanded: Key) -> Resolution | None:
    count, rest = counted(expanded)
    entry = directory.groups.get(written) or directory.groups.get(expanded)
    if entry is None and len(rest) > 1:
        entry = directory.groups_loosely.get(loose(rest, directory.tails))
    if entry is None and count is not None:
        entry = directory.groups_loosely.get(loose(rest, directory.tails)) or _of_level(directory, rest)
    return None if entry is None else _whole(entry, count)


def _whole(entry: GroupEntry, count: int | None) -> Resolution:
    """Return a group's units, or the question which, where the text says another number of them."""
    if not entry.units or (count and count != len(entry.units)):
        return Resolution(reason="count", candidates=entry.units)
    matches = tuple(Match(unit, "group") for unit in entry.units)
    return Resolution(matches=matches, group_id=entry.id or None, is_everybody=entry.is_everybody)


def _of_level(directory: Directory, rest: Key) -> GroupEntry | None:
    """Return all places of a level as a group, though nobody has made one: "các xã, phường"."""
    levels = parts(loose(rest, directory.tails))
    if not levels or any(one not in _place_levels() for one in levels):
        return None
    units = [unit for unit in directory.units if _place_level(unit) in levels]
    return GroupEntry(0, "", False, tuple(units)) if units else None


def _place_level(unit: UnitEntry) -> Key | None:
    """Return the word of level that a place's name begins with: "phường" of "Phường Nghi Thu"."""
    name = full(unit.name)
    return next((one for one in _levels_of_kind(unit.kind) if name[: len(one)] == one), None)


def _by_places(directory: Directory, key: Key) -> Resolution | None:
    """Look for places listed under one word of level: "các phường Nghi Thu, Nghi Hương"."""
    count, rest = counted(key)
    level = next((one for one in _place_levels() if rest[: len(one)] == one and len(rest) > len(one)), None)
    if level is None:
        return None
    names = [part if part[: len(level)] == level else level + part for part in parts(rest[len(level) :])]
    found = [_by_name(directory, name, name) for name in names]
    together = _together(found)
    if together and together.is_resolved and count and count != len(together.matches):
        return Resolution(reason="count", candidates=together.units)
    return together


def _by_face(directory: Directory, key: Key) -> Resolution | None:
    """Look for an organ that speaks for a unit, with the unit behind it: "UBND phường Nghi Thu", "7 Đảng ủy phường"."""
    name = counted(key)[1]
    many = key[: len(key) - len(name)]
    for face, kinds in _faces():
        rest = many + name[len(face) :]
        if len(name) <= len(face) or name[: len(face)] != face:
            continue
        found = _by_name(directory, rest, rest) or _by_group(directory, rest, rest) or _by_places(directory, rest)
        if found and found.matches and all(unit.kind in kinds for unit in found.units):
            return found
        if found and found.reason == "count":
            return found
    return None


def _by_post(directory: Directory, key: Key, depth: int = POSTS) -> Resolution | None:
    """Look for a body behind whoever heads it: "đồng chí Trưởng Công an thị xã"."""
    for rest in prefixes(key) if depth else ():
        found = _one_body(directory, rest, rest) or _by_post(directory, rest, depth - 1)
        if found:
            return replace(found, matches=tuple(map(_by_its_head, found.matches)))
    return None


def _by_its_head(match: Match) -> Match:
    return match if match.basis == "group" else Match(match.unit, "post")


def _by_parts(directory: Directory, key: Key) -> Resolution | None:
    """Look for several bodies in a row: "Công an, Ban CHQS thị xã và UBND các phường"."""
    names = parts(key)
    if len(names) < 2:
        return None
    return _together([_one_body(directory, one, one) or _by_post(directory, one) for one in names])


def _together(found: Sequence[Resolution | None]) -> Resolution | None:
    """Join what the names of a list led to; where some led nowhere, ask, offering what the others led to."""
    known = [one for one in found if one is not None]
    if not known:
        return None
    matches = tuple({match.unit.id: match for one in known for match in one.matches}.values())
    reasons = [one.reason for one in known if one.reason]
    if reasons or len(known) < len(found):
        asked = [unit for one in known for unit in (*one.units, *one.candidates)]
        return Resolution(reason=reasons[0] if reasons else "unknown", candidates=tuple(dict.fromkeys(asked)))
    return Resolution(matches=matches, is_everybody=all(one.is_everybody for one in known))


def _without_marks(directory: Directory, key: Key) -> Resolution | None:
    """Compare without diacritics, the last resort."""
    marks_off = tuple(map(fold, key))
    tails = tuple(tuple(map(fold, tail)) for tail in directory.tails)
    for index, text in (
        (directory.expanded, folded(key)),
        (directory.short, folded(bare(marks_off, tails))),
    ):
        if found := index.loosely.get(text):
            return _which(found, is_loose=True)
    entry = directory.groups_unmarked.get(folded(key))
    return replace(_whole(entry, None), is_loose=True) if entry else None


def _is_elsewhere(directory: Directory, key: Key) -> bool:
    """Tell whether a name is a body of ours with another level, place or owner behind it: "Công an tỉnh"."""
    return any(_is_body_elsewhere(directory, rest) for rest in (key, *prefixes(key)))


def _is_body_elsewhere(directory: Directory, key: Key) -> bool:
    starts = [key[length:] for length in range(1, len(key)) if key[:length] in directory.short.units]
    is_place = any(key[: len(level)] == level for level in _place_levels())
    return is_place or any(_begins_with_level(counted(rest)[1]) for rest in starts)


def _begins_with_level(key: Key) -> bool:
    return _owners_and_levels().longest(words_of(" ".join(key)), 0) is not None


def _nearest(directory: Directory, key: Key) -> tuple[UnitEntry, ...]:
    wanted = set(folded(key).split())
    likeness: dict[UnitEntry, float] = {}
    for text, found in directory.expanded.loosely.items():
        words = set(text.split())
        for unit, _ in found.values():
            share = len(wanted & words) / len(wanted | words) if wanted else 0.0
            likeness[unit] = max(likeness.get(unit, 0.0), share)
    near = [unit for unit, share in likeness.items() if share >= LIKENESS]
    return tuple(sorted(near, key=lambda unit: (-likeness[unit], unit.position, unit.id))[:CANDIDATES])


@cache
def _owners_and_levels() -> Phrases[str]:
    return listed("bodies", "level", "grade", "owner")


@cache
def _place_levels() -> tuple[Key, ...]:
    words = {full(level) for kind in unit_kinds() for level in kind.levels}
    return tuple(sorted(words, key=lambda one: (-len(one), one)))


@cache
def _levels_of_kind(kind: str) -> tuple[Key, ...]:
    return tuple(full(level) for level in unit_kind(kind).levels)


@cache
def _faces() -> tuple[tuple[Key, frozenset[str]], ...]:
    """Return the organs that speak for units, longest first, each with the kinds of units that it speaks for."""
    kinds: dict[Key, set[str]] = {}
    for kind in unit_kinds():
        for face in kind.faces:
            kinds.setdefault(full(face), set()).add(kind.id)
    ordered = sorted(kinds.items(), key=lambda one: (-len(one[0]), one[0]))
    return tuple((face, frozenset(codes)) for face, codes in ordered)
