"""Reading a file in a process of its own, with limits of memory and time and without a network.

A file from outside can be made to fill the memory, to never end, or to break the parser. What happens to the other
process then is told here as a refusal; its programs end with it, and its folder goes. Plain text is read here and now:
there is nothing in it to be parsed.
"""

from __future__ import annotations

import json
import os
import selectors
import signal
import sys
import time
from base64 import b64decode
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict
from math import inf
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, TemporaryFile, gettempdir
from typing import IO, Any, TypeVar

from giaoban.reading import read_bytes
from giaoban.reading.detect import is_plain
from giaoban.reading.forks import ServerLost, kept
from giaoban.reading.passing import text_from
from giaoban.reading.progress import Listener
from giaoban.reading.refusals import ReadingRefusal, bomb, damaged, too_large, too_slow
from giaoban.reading.scans import Keep, Portion, Unfinished, ignore
from giaoban.reading.starting import Interpreter, Process, Start
from giaoban.reading.text import Limits, Text

_Read = TypeVar("_Read")

_CHUNK = 1 << 20
_MEGABYTE = 1_000_000
#: How a process ends that gets no more memory: by itself (as PDFium and the C library do), or by the system.
_OUT_OF_MEMORY = (signal.SIGABRT, signal.SIGTRAP, signal.SIGILL, signal.SIGKILL)
_ENDING_SECONDS = 5
#: How the folder of a reading begins, and after what time (seconds) none that is left can be in use.
_FOLDER, _LEFT = "giaoban-reading-", 6 * 3600
#: After how many seconds they are looked for again, and when it was done, by the folder in which they are.
_SWEEPING = 3600
_swept: dict[str, float] = {}


class ReadingFault(Exception):
    """The reader itself has failed on a file; the words are the other process's traceback."""


def read_bytes_apart(
    data: bytes, name: str = "", *, limits: Limits | None = None, listener: Listener | None = None
) -> Text:
    """Return the text of a file's bytes, as :func:`giaoban.reading.read_bytes` does, read by another process.

    ``listener`` is told the pages that are done, and how many there are. Raises
    :class:`~giaoban.reading.ReadingRefusal`, also where the limits of memory and time are reached, and
    :class:`ReadingFault` where the reader has a fault.
    """
    read = read_portion_apart(data, name, limits=limits, listener=listener)
    assert isinstance(read, Text), "a file that is not read in portions is read as a whole"
    return read


def read_portion_apart(
    data: bytes,
    name: str,
    portion: Portion | None = None,
    keep: Keep = ignore,
    *,
    limits: Limits | None = None,
    listener: Listener | None = None,
) -> Text | Unfinished:
    """Return the text of a file, or what is left of a long scan, as :func:`giaoban.reading.read_portion` does.

    ``keep`` is given each page as it is done, so that what was recognised stays whatever happens to the process.
    Raises as :func:`read_bytes_apart` does.
    """
    used = limits or Limits()
    if len(data) > used.bytes:
        raise too_large(used.bytes / _MEGABYTE)
    if is_plain(data, name):
        return read_bytes(data, name, limits=used)

    def read(start: Start) -> Text | Unfinished:
        with _told(start, _input(data, name, used, portion=portion), used) as told:
            return _heard(told, name, keep, listener)

    return _by_process(read)


def _heard(told: Iterator[dict[str, Any]], name: str, keep: Keep, listener: Listener | None) -> Text | Unfinished:
    """Return what a reading comes to, passing on what is told before."""
    for answer in told:
        if "text" in answer:
            return text_from(answer["text"], name)
        if "unfinished" in answer:
            return Unfinished(*answer["unfinished"])
        if "page" in answer:
            keep(int(answer["number"]), answer["page"])
        elif listener is not None:
            listener(int(answer["done"]), int(answer["total"]))
    raise damaged()


def pictures_apart(data: bytes, name: str, numbers: Sequence[int], *, limits: Limits | None = None) -> dict[int, bytes]:
    """Return pictures of these pages by their numbers, made by another process; a page that is not there has none.

    Raises as :func:`read_bytes_apart` does. :data:`giaoban.reading.pictures.MEDIA_TYPE` says what they are.
    """
    used = limits or Limits()
    return _by_process(lambda start: _pictures(data, name, numbers, used, start))


def _pictures(data: bytes, name: str, numbers: Sequence[int], limits: Limits, start: Start) -> dict[int, bytes]:
    made: dict[int, bytes] = {}
    with _told(start, _input(data, name, limits, numbers), limits) as told:
        for answer in told:
            if "are_made" in answer:
                return made
            made[int(answer["number"])] = b64decode(answer["picture"])
    raise damaged()


def read_file_apart(path: str | os.PathLike[str], *, limits: Limits | None = None) -> Text:
    """Return the text of a file, as :func:`read_bytes_apart`; raises :class:`OSError` where it cannot be opened."""
    used = limits or Limits()
    with Path(path).open("rb") as file:
        data = file.read(used.bytes + 1)
    return read_bytes_apart(data, Path(path).name, limits=used)


def _by_process(read: Callable[[Start], _Read]) -> _Read:
    """Return what comes of a file; one whose process was lost with the server that forked it is read once more."""
    server = kept()
    if server is not None:
        with suppress(ServerLost):
            return read(server.start)
    return read(Interpreter)


@contextmanager
def _told(start: Start, request: IO[bytes], limits: Limits) -> Iterator[Iterator[dict[str, Any]]]:
    """Let another process read a file, and yield what it tells; at the end nothing of it is left."""
    _sweep()
    with request, TemporaryDirectory(prefix=_FOLDER) as folder, _Reading(start(folder, request), limits) as reading:
        yield reading.told()


def _input(
    data: bytes, name: str, limits: Limits, pictures: Sequence[int] = (), portion: Portion | None = None
) -> IO[bytes]:
    """Return what the other process reads: a line of what is asked, and the bytes. It has no name on the disk."""
    in_memory = sys.platform == "linux"
    file: IO[bytes] = os.fdopen(os.memfd_create("giaoban"), "w+b") if in_memory else TemporaryFile()  # noqa: SIM115
    asked = {"name": name, "limits": asdict(limits), "pictures": list(pictures), "portion": portion and asdict(portion)}
    file.write(json.dumps(asked).encode() + b"\n")
    file.write(data)
    file.seek(0)
    return file


def _sweep() -> None:
    """Remove, now and then, the folders of readings whose asking process was killed, and so could not."""
    place, now = gettempdir(), time.monotonic()
    if now - _swept.get(place, -inf) < _SWEEPING:
        return
    _swept[place] = now
    for folder in Path(place).glob(f"{_FOLDER}*"):
        with suppress(FileNotFoundError, PermissionError):
            if folder.stat().st_mtime < time.time() - _LEFT:
                rmtree(folder)


class _Reading:
    """What the process that reads one file says, and its end."""

    def __init__(self, process: Process, limits: Limits) -> None:
        self._process = process
        self._limits = limits
        self._ends = time.monotonic() + limits.most_seconds

    def __enter__(self) -> _Reading:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.end()

    def told(self) -> Iterator[dict[str, Any]]:
        """Yield what the process tells.

        Raises the refusal or the fault that it tells of, and the refusal that says why it broke off.
        """
        for answer in self._answers():
            if "refusal" in answer:
                raise ReadingRefusal(answer["refusal"], answer["sentence"], **answer["values"])
            if "fault" in answer:
                raise ReadingFault(answer["fault"])
            yield answer
        # It said nothing more and was not asked to end: it broke off, and must be let to for the signal to be known.
        code = self._process.code(_ENDING_SECONDS)
        raise bomb() if code is not None and -code in _OUT_OF_MEMORY else damaged()

    def _answers(self) -> Iterator[dict[str, Any]]:
        """Yield what the process says, a line of JSON each; raises the refusal where it takes too long to."""
        waiting = b""
        for chunk in self._chunks():
            *lines, waiting = (waiting + chunk).split(b"\n")
            yield from map(json.loads, lines)

    def _chunks(self) -> Iterator[bytes]:
        last_sign = time.monotonic()
        with selectors.DefaultSelector() as selector:
            selector.register(self._process.answers, selectors.EVENT_READ)
            while True:
                left = min(last_sign + self._limits.seconds, self._ends) - time.monotonic()
                if left <= 0 or not selector.select(left):
                    raise too_slow()
                chunk = os.read(self._process.answers, _CHUNK)
                if not chunk:
                    return
                last_sign = time.monotonic()
                yield chunk
