"""A real server for the page tests: ``giaoban serve`` on a free port, with a data folder of its own."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

COMMAND = Path(sys.executable).with_name("giaoban")
TESTS = Path(__file__).resolve().parents[1]
DATABASE, SESSIONS = "giaoban.sqlite3", "sessions.json"
#: Seconds within which a command must have done its work, and the server have said its address, on a busy machine.
PATIENCE = 180.0
#: The sessions of the demo are made once and serve all tests, however long the tests take.
ALL_DAY = {"GIAOBAN_SESSION_IDLE_MINUTES": "600", "GIAOBAN_SESSION_IDLE_MINUTES_ADMINISTRATOR": "600"}


@dataclass(frozen=True)
class Site:
    """A running server: where it is, its data, who may sign in with which password, who has signed in, its process."""

    address: str
    folder: Path
    passwords: dict[str, str]
    sessions: dict[str, str]
    process: int

    def put_back(self, template: Path) -> None:
        """Give the database what the template has, while the server runs."""
        kept, changed = sqlite3.connect(template / DATABASE), sqlite3.connect(self.folder / DATABASE, PATIENCE)
        with closing(kept), closing(changed):
            kept.backup(changed)


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of a local installation in that folder, whatever database the tests themselves use."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIAOBAN_", "DJANGO_", "PYTEST"))}
    own = {"GIAOBAN_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "giaoban.server.settings.local"}
    return kept | own | ALL_DAY


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command of ``giaoban`` on that folder; its output is kept."""
    return subprocess.run(
        [str(COMMAND), *words], env=environment(folder), cwd=folder, capture_output=True, text=True, timeout=PATIENCE
    )


def make_demo(folder: Path) -> None:
    """Load the small demo into a new data folder, to be copied by each server, and sign everybody of it in."""
    done = run(folder, "demo", "--quarters", "2")
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    signed_in = subprocess.run(
        [sys.executable, "-m", "pages.sessions"],
        input=json.dumps(_passwords(folder)),
        env=environment(folder),
        cwd=TESTS,
        stdout=subprocess.PIPE,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    (folder / SESSIONS).write_text(signed_in.stdout, "utf-8")


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serve(template: Path, folder: Path) -> Iterator[Site]:
    """Serve a copy of a data folder; the server is stopped, and must have stopped cleanly, at the end."""
    shutil.copytree(template, folder)
    errors = folder / "errors.txt"
    with errors.open("w") as kept, _start(folder, kept) as server:
        try:
            yield Site(_address_told_by(server, errors), folder, _passwords(folder), _sessions(folder), server.pid)
        finally:
            server.send_signal(signal.SIGTERM)
            server.communicate(timeout=PATIENCE)
    if server.returncode:
        raise RuntimeError(f"the server ended with {server.returncode}: {errors.read_text('utf-8')}")


def _start(folder: Path, errors: IO[str]) -> subprocess.Popen[str]:
    command = [str(COMMAND), "serve", "--port", str(free_port())]
    return subprocess.Popen(
        command, env=environment(folder), cwd=folder, stdout=subprocess.PIPE, stderr=errors, text=True
    )


def _address_told_by(server: subprocess.Popen[str], errors: Path) -> str:
    """Return the address as the server prints it, on a line of its own, once it answers."""
    alarm = threading.Timer(PATIENCE, server.kill)
    alarm.start()
    try:
        for line in server.stdout or []:
            if line.startswith("http://"):
                return line.strip().rstrip("/")
    finally:
        alarm.cancel()
    raise RuntimeError("the server did not start: " + errors.read_text("utf-8"))


def _passwords(folder: Path) -> dict[str, str]:
    lines = (folder / "accounts.txt").read_text("utf-8").splitlines()
    return dict(line.split()[:2] for line in lines)


def _sessions(folder: Path) -> dict[str, str]:
    return dict(json.loads((folder / SESSIONS).read_text("utf-8")))
