"""Results as one JSON file for each document, in a tree like the one that was read.

Beside them ``done.jsonl`` tells, a line each, which file was read from which content by which reader; of a file the
last line counts. A result is in its place before its line is, so a run that was cut short reads one file again at most.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from giaoban.archive.fingerprint import reader_version
from giaoban.archive.kept import alone, write_whole
from giaoban.archive.refusals import not_written
from giaoban.archive.work import Outcome

_LEDGER, _FAILURES, _UNFINISHED = "done.jsonl", "failures.jsonl", ".unfinished"
_LONGEST_NAME = 255
#: What is wrong with one name only, and not with the disk.
_OF_THE_NAME = (errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG)


@dataclass(frozen=True, slots=True)
class _Done:
    """A result that was written: the content's hash and the number of its own bytes."""

    sha256: str
    size: int


class Folder:
    """The folder of the results."""

    def __init__(self, path: Path, ledger: IO[str], done: dict[str, _Done]) -> None:
        self.failures = path / _FAILURES
        self._path = path
        self._ledger = ledger
        self._done = done

    @classmethod
    @contextmanager
    def opened(cls, path: Path) -> Iterator[Folder]:
        """Open the folder for one run, and make it; raises a refusal where it cannot be, or another run has it."""
        ledger = path / _LEDGER
        with alone(ledger):
            done = dict(_read(ledger))
            with ledger.open("a", encoding="utf-8", buffering=1) as file:
                yield cls(path, file, done)

    def known(self, name: str) -> str:
        """Return the hash of the content from which the file's result was made; empty if it is not there any more."""
        done = self._done.get(name)
        if done is None:
            return ""
        try:
            is_there = (self._path / result_name(name)).stat().st_size == done.size
        except OSError:
            return ""
        return done.sha256 if is_there else ""

    def keep(self, outcome: Outcome) -> None:
        """Write the result of one file, then its line."""
        target, content = self._path / result_name(outcome.name), outcome.json.encode()
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            write_whole(target, content, self._path / _UNFINISHED)
        except OSError as error:
            if error.errno in _OF_THE_NAME:
                raise not_written(str(target), error.strerror or str(error)) from error
            raise
        line = {"file": outcome.name, "sha256": outcome.sha256, "reader": outcome.reader, "bytes": len(content)}
        self._ledger.write(json.dumps(line) + "\n")

    def finish(self, names: set[str], *, is_complete: bool) -> None:
        """Nothing is left to be done: each result was put in its place at once."""
        (self._path / _UNFINISHED).unlink(missing_ok=True)


def result_name(name: str) -> str:
    """Return the name of a file's result, with all of the file's own, so that no two files share one.

    >>> result_name("2024/quý I/thông báo.docx")
    '2024/quý I/thông báo.docx.json'
    """
    folder, _, last = name.rpartition("/")
    written = os.fsencode(last)
    if len(written) + len(".json") > _LONGEST_NAME:
        digest = hashlib.sha256(written).hexdigest()[:16]
        last = written[: _LONGEST_NAME - len(digest) - 6].decode("utf-8", "ignore") + "~" + digest
    return f"{folder}/{last}.json" if folder else f"{last}.json"


def _read(ledger: Path) -> Iterator[tuple[str, _Done]]:
    """Yield what this reader has done; a line that was cut short tells of nothing, and gets its end."""
    with ledger.open("r+", encoding="utf-8", errors="replace") as file:
        line = "\n"
        for line in file:
            try:
                told = json.loads(line)
                entry = str(told["file"]), _Done(str(told["sha256"]), int(told["bytes"]))
            except (ValueError, KeyError, TypeError):
                continue
            if told.get("reader") == reader_version():
                yield entry
        if not line.endswith("\n"):
            file.write("\n")
