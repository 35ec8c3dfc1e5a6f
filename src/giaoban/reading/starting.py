"""Starting the process that reads one file, in an interpreter of its own; what is asked of any such process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Protocol

from giaoban.reading.programs import APART, PASSED_ON

_SOURCE = Path(__file__).resolve().parents[2]
#: Isolated from the folder in which it runs and from the user's own packages, and writing no byte code.
INTERPRETER = (sys.executable, "-P", "-s", "-B", "-m")


class Process(Protocol):
    """A process that reads one file; ``answers`` is the descriptor from which its lines come."""

    answers: int

    def code(self, seconds: float) -> int | None:
        """Return how it ended by itself, as :attr:`subprocess.Popen.returncode`; None where it does not in time."""

    def end(self) -> None:
        """End it and all that it started; nothing of it runs afterwards."""


#: Starts a process in this folder on what it is asked and the file's bytes.
Start = Callable[[str, IO[bytes]], Process]


def environment(folder: str) -> dict[str, str]:
    """Return the environment of a process that reads in this folder: what it needs, and no secret of this one."""
    passed_on = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    return {**passed_on, "HOME": folder, "TMPDIR": folder, "PYTHONPATH": str(_SOURCE), APART: str(os.getpid())}


class Interpreter:
    """A process of its own from the first instruction; it takes a quarter of a second to start."""

    def __init__(self, folder: str, request: IO[bytes]) -> None:
        self._process = subprocess.Popen(
            [*INTERPRETER, "giaoban.reading.apart_process"],
            cwd=folder,
            env=environment(folder),
            stdin=request,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        assert self._process.stdout is not None
        self._stream = self._process.stdout
        self.answers = self._stream.fileno()

    def code(self, seconds: float) -> int | None:
        """Return how it ended by itself."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)
        return self._process.returncode

    def end(self) -> None:
        """End it and all that it started."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._stream.close()
