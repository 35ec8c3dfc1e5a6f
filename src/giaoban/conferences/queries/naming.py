"""Whom a name in typed words means, by the committee's directory of the conference's day."""

from __future__ import annotations

from giaoban.committees.directory import Directory
from giaoban.committees.resolution import resolve
from giaoban.conferences.names import Named, Names

_OF_ONE_BODY = frozenset(("name", "alias", "abbreviation", "level"))


class DirectoryNames(Names):
    """Every name by which the committee's directory knows its units and groups."""

    def __init__(self, directory: Directory) -> None:
        super().__init__(unit.name for unit in directory.units if not unit.is_superior)
        self._directory = directory
        self._asked: dict[str, Named] = {}

    def meant(self, written: str) -> Named:
        """Return whom a name means; a name that is a question may mean each of its candidates."""
        if written not in self._asked:
            found = resolve(self._directory, written)
            units = found.units if found.is_resolved else found.candidates
            bodies = tuple(unit.name for unit in units if not unit.is_superior)
            self._asked[written] = Named(bodies, found.basis in _OF_ONE_BODY and len(bodies) == 1)
        return self._asked[written]
