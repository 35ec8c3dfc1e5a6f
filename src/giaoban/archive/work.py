"""What is done with one file, wherever it is done: its bytes → what was found in it, or why it was not read."""

from __future__ import annotations

import hashlib
import json
import sys
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from giaoban.archive.fingerprint import reader_version
from giaoban.archive.refusals import ArchiveRefusal, fault, no_such_file, not_opened, out_of_memory
from giaoban.language.extraction import Extraction
from giaoban.reader import understand
from giaoban.reading.apart import ReadingFault, read_bytes_apart
from giaoban.reading.text import Limits
from giaoban.refusal import Refusal

#: The path that stands for standard input, and what it is called.
STANDARD_INPUT, STANDARD_INPUT_NAME = "-", "stdin.txt"


@dataclass(frozen=True, slots=True)
class Request:
    """A file to be read: its path, or its bytes where whoever reads it may not see the disk.

    ``known`` is the hash of the content whose result is there already, made by this reader; empty where none is.
    """

    name: str
    path: str = ""
    data: bytes | None = None
    known: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file was not read, for its reader's language; ``detail`` is where the reader failed, none of its words."""

    code: str
    sentence: str
    values: dict[str, Any] = field(default_factory=dict)
    detail: str = ""

    @classmethod
    def of(cls, refusal: Refusal, detail: str = "") -> Failure:
        """Return what a refusal says."""
        return cls(refusal.code, refusal.sentence, refusal.values, detail)

    def refusal(self) -> Refusal:
        """Return the refusal again, as any other one is said."""
        return Refusal(self.code, self.sentence, **self.values)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a file: the JSON of what was found, or a failure, or (neither) that its result is there already."""

    name: str
    sha256: str
    reader: str
    json: str = ""
    failure: Failure | None = None


def as_json(extraction: Extraction) -> str:
    """Return the JSON object, keys in the order of the specification."""
    return json.dumps(extraction.as_dict(), ensure_ascii=False, indent=2) + "\n"


def read_one(request: Request) -> Outcome:
    """Return what came of one file; whatever goes wrong with it is told as its failure."""
    reader, digest = reader_version(), ""
    try:
        data = content(request.path) if request.data is None else request.data
        digest = hashlib.sha256(data).hexdigest()
        if digest == request.known:
            return Outcome(request.name, digest, reader)
        text = read_bytes_apart(data, Path(request.name).name)
        return Outcome(request.name, digest, reader, as_json(understand(text)))
    except Refusal as refusal:
        failure = Failure.of(refusal)
    except MemoryError:
        failure = Failure.of(out_of_memory())
    except ReadingFault as error:
        failure = Failure.of(fault(), _where(str(error)))
    # One file must never end the reading of all the others: the fault is told with its place.
    except Exception:
        failure = Failure.of(fault(), _where(traceback.format_exc()))
    return Outcome(request.name, digest, reader, failure=failure)


def content(path: str) -> bytes:
    """Return a file's bytes, or standard input's, and no more of them than a file may have; raises a refusal."""
    most = Limits().bytes + 1
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read(most)
    try:
        with Path(path).open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise refusal_of(error) from error


def refusal_of(error: OSError) -> ArchiveRefusal:
    """Return why the system does not open a file."""
    return no_such_file() if isinstance(error, FileNotFoundError) else not_opened(error.strerror or str(error))


def _where(trace: str) -> str:
    """Return the kind and the place of a fault; its message is left out, since it may hold words of the document."""
    lines = trace.strip().splitlines()
    place = next((line.strip() for line in reversed(lines) if line.startswith("  File ")), "")
    return f"{lines[-1].partition(':')[0]}: {place}"
