"""Whom a name in typed words means.

>>> names = Names(["Công an thị xã"])
>>> names.cased("giao công an thị xã rà soát"), names.meant("công an thị xã")
('giao Công an thị xã rà soát', Named(bodies=('Công an thị xã',), is_name=True))
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from giaoban.vietnamese import fold, nfc

#: A name of fewer words ("công an") is also a common noun, and its letters stay as typed.
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a name as typed means: official names; ``is_name``: it is another name of the one body."""

    bodies: tuple[str, ...] = ()
    is_name: bool = False


class Names:
    """The official names of some bodies, and nothing that they are called besides."""

    def __init__(self, official: Iterable[str]) -> None:
        self.official = tuple(nfc(name) for name in official)

    def cased(self, typed: str) -> str:
        """Return the words, official names that were typed all in small letters with their capitals."""
        return self._pattern.sub(lambda match: self._cases[match[0]], typed)

    def meant(self, written: str) -> Named:
        """Return whom a name means."""
        name = self._known.get(fold(written))
        return Named((name,), is_name=True) if name else Named()

    @cached_property
    def _known(self) -> dict[str, str]:
        return {fold(name): name for name in self.official}

    @cached_property
    def _cases(self) -> dict[str, str]:
        return {name.lower(): name for name in self.official if len(name.split()) >= _FEWEST_WORDS}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = sorted(self._cases, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)" if names else r"(?!)")
