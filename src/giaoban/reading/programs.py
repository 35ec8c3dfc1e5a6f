"""The programs that only some formats need (Tesseract, antiword, LibreOffice): whether they are there, and running one.

A program runs with the environment that it needs and no more, in a folder that goes with it, and within a time limit.
``python -m giaoban.reading.programs`` tells which formats wait for which Debian package.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from giaoban.facts import load
from giaoban.reading.refusals import damaged, needs_program, too_slow

if TYPE_CHECKING:
    import subprocess

#: In the environment of a process that reads one file for another one.
APART = "GIAOBAN_READING_APART"

#: Of the environment, what another process is given.
PASSED_ON = ("PATH", "LANG", "LC_ALL", "TMPDIR", "TESSDATA_PREFIX", "FONTCONFIG_FILE")
_ASKING_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Program:
    """A program; the data file says what each value is."""

    id: str
    commands: tuple[str, ...]
    packages: tuple[str, ...]
    what: str
    what_english: str
    arguments: tuple[str, ...]
    answer: str
    source: str


def programs() -> tuple[Program, ...]:
    """Return every program that a format can need."""
    return load("giaoban.reading", "programs", Program)


def missing_programs() -> tuple[Program, ...]:
    """Return the programs that are not installed, or lack Vietnamese."""
    return tuple(one for one in programs() if path_of(one.id) is None)


def path_of(identity: str) -> str | None:
    """Return the path of a program; None where it is not installed, or lacks Vietnamese."""
    return _path_of(identity, os.environ.get("PATH", ""))


def require(identity: str) -> str:
    """Return the path of a program; raises the refusal that names the packages where it is missing."""
    path = path_of(identity)
    if path is None:
        program = _program(identity)
        raise needs_program(" ".join(program.packages))
    return path


def run(command: Sequence[str], folder: Path, seconds: float, *, may_fail: bool = False) -> bytes:
    """Run a program in a folder that is its home too; returns what it prints.

    Raises a refusal where it fails (unless it may), or takes longer; then it is ended with all that it started.
    """
    import subprocess

    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**environment, "HOME": str(folder), "OMP_THREAD_LIMIT": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # Whoever ends a process that reads apart ends its group, so its programs must stay in it.
        start_new_session=not is_apart(),
    )
    with process:
        _lift_memory(process.pid)
        try:
            output, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            raise too_slow() from None
        finally:
            _end(process)
    if process.returncode and not may_fail:
        raise damaged()
    return output


def is_apart() -> bool:
    """Tell whether this process reads one file for another process (:mod:`giaoban.reading.apart`)."""
    return APART in os.environ


def _lift_memory(process: int) -> None:
    """Give a program all the memory that may be given: it needs more than the process that asks for it."""
    if is_apart() and sys.platform == "linux":
        import resource

        most = resource.getrlimit(resource.RLIMIT_AS)[1]
        with suppress(ProcessLookupError):
            resource.prlimit(process, resource.RLIMIT_AS, (most, most))


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.kill()
    if not is_apart():
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)


@cache
def _path_of(identity: str, search_path: str) -> str | None:
    program = _program(identity)
    path = next(filter(None, map(shutil.which, program.commands)), None)
    return path if path and _answers(path, program) else None


def _answers(path: str, program: Program) -> bool:
    import subprocess

    if not program.answer:
        return True
    try:
        told = subprocess.run(
            [path, *program.arguments], capture_output=True, text=True, timeout=_ASKING_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return program.answer in told.stdout.split()


def _program(identity: str) -> Program:
    return next(one for one in programs() if one.id == identity)


def main() -> None:
    """Print a line for each program that is missing; nothing where all are there."""
    for one in missing_programs():
        packages = " ".join(one.packages)
        print(f"→ Chưa đọc được {one.what}: sudo apt install {packages} ({one.what_english} wait for it)")


if __name__ == "__main__":
    main()
