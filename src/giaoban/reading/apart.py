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
import subprocess
import sys
import time
from base64 import b64decode
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, TemporaryFile, gettempdir
from typing import IO, Any

from giaoban.reading import read_bytes
from giaoban.reading.detect import is_plain
from giaoban.reading.passing import text_from
from giaoban.reading.programs import APART, PASSED_ON
from giaoban.reading.progress import Listener
from giaoban.reading.refusals import ReadingRefusal, bomb, damaged, too_large, too_slow
from giaoban.reading.text import Limits, Text

_CHUNK = 1 << 20
_MEGABYTE = 1_000_000
_SOURCE = Path(__file__).resolve().parents[2]
#: How a process ends that gets no more memory: by itself (as PDFium and the C library do), or by the system.
_OUT_OF_MEMORY = (signal.SIGABRT, signal.SIGTRAP, signal.SIGILL, signal.SIGKILL)
_ENDING_SECONDS = 5
#: How the folder of a reading begins, and after what time (seconds) none that is left can be in use.
_FOLDER, _LEFT = "giaoban-reading-", 6 * 3600


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
    used = limits or Limits()
    if len(data) > used.bytes:
        raise too_large(used.bytes / _MEGABYTE)
    if is_plain(data, name):
        return read_bytes(data, name, limits=used)
    with _told(data, name, used) as told:
        for answer in told:
            if "text" in answer:
                return text_from(answer["text"], name)
            if listener is not None:
                listener(int(answer["done"]), int(answer["total"]))
    raise damaged()


def pictures_apart(data: bytes, name: str, numbers: Sequence[int], *, limits: Limits | None = None) -> dict[int, bytes]:
    """Return pictures of these pages by their numbers, made by another process; a page that is not there has none.

    Raises as :func:`read_bytes_apart` does. :data:`giaoban.reading.pictures.MEDIA_TYPE` says what they are.
    """
    made: dict[int, bytes] = {}
    with _told(data, name, limits or Limits(), numbers) as told:
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


@contextmanager
def _told(data: bytes, name: str, limits: Limits, pictures: Sequence[int] = ()) -> Iterator[Iterator[dict[str, Any]]]:
    """Let another process read a file, and yield what it tells; at the end nothing of it is left."""
    _sweep()
    with (
        TemporaryDirectory(prefix=_FOLDER) as folder,
        _input(data, name, limits, pictures) as request,
        closing(_Reading(folder, request, limits).told()) as told,
    ):
        yield told


def _input(data: bytes, name: str, limits: Limits, pictures: Sequence[int] = ()) -> IO[bytes]:
    """Return what the other process reads: a line of what is asked, and the bytes. It has no name on the disk."""
    in_memory = sys.platform == "linux"
    file: IO[bytes] = os.fdopen(os.memfd_create("giaoban"), "w+b") if in_memory else TemporaryFile()  # noqa: SIM115
    asked = {"name": name, "limits": asdict(limits), "pictures": list(pictures)}
    file.write(json.dumps(asked).encode() + b"\n")
    file.write(data)
    file.seek(0)
    return file


def _sweep() -> None:
    """Remove the folders of readings whose asking process was killed, and so could not."""
    for folder in Path(gettempdir()).glob(f"{_FOLDER}*"):
        with suppress(FileNotFoundError, PermissionError):
            if folder.stat().st_mtime < time.time() - _LEFT:
                rmtree(folder)


class _Reading:
    """One process that reads one file."""

    def __init__(self, folder: str, request: IO[bytes], limits: Limits) -> None:
        self._limits = limits
        self._has_closed = False
        self._ends = time.monotonic() + limits.most_seconds
        passed_on = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-s", "-B", "-m", "giaoban.reading.apart_process"],
            cwd=folder,
            env={**passed_on, "HOME": folder, "TMPDIR": folder, "PYTHONPATH": str(_SOURCE), APART: str(os.getpid())},
            stdin=request,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def told(self) -> Generator[dict[str, Any]]:
        """Yield what the process tells, and end it when no more is wanted.

        Raises the refusal or the fault that it tells of, and the refusal that says why it broke off.
        """
        try:
            for answer in self._answers():
                if "refusal" in answer:
                    raise ReadingRefusal(answer["refusal"], answer["sentence"], **answer["values"])
                if "fault" in answer:
                    raise ReadingFault(answer["fault"])
                yield answer
        finally:
            self._end()
        # It said nothing more and was not asked to end: it broke off.
        raise bomb() if -self._process.returncode in _OUT_OF_MEMORY else damaged()

    def _answers(self) -> Iterator[dict[str, Any]]:
        """Yield what the process says, a line of JSON each; raises the refusal where it takes too long to."""
        waiting = b""
        for chunk in self._chunks():
            *lines, waiting = (waiting + chunk).split(b"\n")
            yield from map(json.loads, lines)

    def _chunks(self) -> Iterator[bytes]:
        stream = self._process.stdout
        assert stream is not None
        last_sign = time.monotonic()
        with selectors.DefaultSelector() as selector:
            selector.register(stream, selectors.EVENT_READ)
            while True:
                left = min(last_sign + self._limits.seconds, self._ends) - time.monotonic()
                if left <= 0 or not selector.select(left):
                    raise too_slow()
                chunk = os.read(stream.fileno(), _CHUNK)
                if not chunk:
                    self._has_closed = True
                    return
                last_sign = time.monotonic()
                yield chunk

    def _end(self) -> None:
        """End the process and all that it started."""
        # One that broke off by itself must be let to, for the signal to be told from ours.
        has_ended = self._has_closed and self._waited()
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        if not has_ended:
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def _waited(self) -> bool:
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_ENDING_SECONDS)
            return True
        return False
