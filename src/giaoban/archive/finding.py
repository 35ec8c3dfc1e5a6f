"""Which files an archive holds, and what each of them is called in the result."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from giaoban.archive.refusals import same_name
from giaoban.archive.work import STANDARD_INPUT, STANDARD_INPUT_NAME
from giaoban.reading.detect import FORMATS

#: The extensions of all formats that can be read.
EXTENSIONS = frozenset(extension for one in FORMATS for extension in one.EXTENSIONS)
#: How the file begins that Word lays beside a document while it is open.
_OWNER_FILE = "~$"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read; ``name`` is its path from the folder that was given, with ``/``."""

    name: str
    path: str


@dataclass(slots=True)
class Found:
    """The files to be read, in the order of their names; ``others`` counts those of other formats and hidden ones.

    ``closed`` are folders that cannot be looked into, with the system's reason.
    """

    sources: list[Source] = field(default_factory=list)
    others: int = 0
    closed: list[tuple[str, str]] = field(default_factory=list)


def find(paths: Sequence[Path], leaving_out: Path) -> Found:
    """Return the files in folders, with all that is nested in them, and the files given by name.

    Of one folder names begin below it; of several each begins with its own name. The folder of the results is left
    out. Raises a refusal where two files would have one name.
    """
    found = Found()
    result = os.path.realpath(leaving_out)
    for path in paths:
        if path.is_dir():
            prefix = "" if len(paths) == 1 else f"{path.resolve().name}/"
            _look_into(str(path), prefix, result, found)
        else:
            name = STANDARD_INPUT_NAME if str(path) == STANDARD_INPUT else path.name
            found.sources.append(Source(name, str(path)))
    if len(paths) > 1:
        _refuse_twins(found.sources)
    return found


def _look_into(folder: str, prefix: str, result: str, found: Found) -> None:
    try:
        with os.scandir(folder) as listed:
            entries = sorted(listed, key=lambda one: one.name)
    except OSError as error:
        found.closed.append((prefix.rstrip("/") or folder, error.strerror or str(error)))
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
            if os.path.realpath(entry.path) != result:
                _look_into(entry.path, f"{prefix}{entry.name}/", result, found)
        elif _is_document(entry):
            found.sources.append(Source(prefix + entry.name, entry.path))
        else:
            found.others += 1


def _is_document(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith((".", _OWNER_FILE)) or entry.is_dir():
        return False
    return os.path.splitext(entry.name)[1].lower() in EXTENSIONS


def _refuse_twins(sources: Sequence[Source]) -> None:
    if twin := next(_twins(sources), None):
        raise same_name(twin)


def _twins(sources: Sequence[Source]) -> Iterator[str]:
    seen: set[str] = set()
    for one in sources:
        if one.name in seen:
            yield one.name
        seen.add(one.name)
