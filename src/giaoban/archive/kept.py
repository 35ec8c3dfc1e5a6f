"""Where results are kept: what a folder and a table have in common, and how a file is written so that it is whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from giaoban.archive.refusals import busy, not_written
from giaoban.archive.work import Outcome


class Kept(Protocol):
    """The results of an archive, so far."""

    #: Where the files that were not read are told, a line of JSON each.
    failures: Path

    def known(self, name: str) -> str:
        """Return the hash of the content from which a file's result was made by this reader; empty if there is none."""

    def keep(self, outcome: Outcome) -> None:
        """Keep what was found in a file; raises a refusal of the file, :class:`OSError` where nothing can be kept."""

    def finish(self, names: set[str], *, is_complete: bool) -> None:
        """Put what was kept in its place; ``names`` are the files whose results stand, all of them if complete."""


def write_whole(path: Path, content: bytes, through: Path) -> None:
    """Write a file by way of another one on the same disk, so that it is there as a whole or not at all."""
    through.write_bytes(content)
    os.replace(through, path)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold a file that only one run at a time may hold, and make it; raises a refusal where another one does."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("ab")
    except OSError as error:
        raise not_written(str(path), error.strerror or str(error)) from error
    with file:
        if sys.platform != "win32":
            import fcntl

            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise busy(str(path.parent)) from error
        yield
