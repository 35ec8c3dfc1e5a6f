"""Processes that read a file each, forked by one that has the parsers loaded: they start in milliseconds.

Each is as much shut in as an interpreter of its own (:mod:`giaoban.reading.fork_server` says how): it is new for its
file, has its limits, and nothing goes from one file to the next. What they share is where things lie in memory. So that
no file can use what an earlier one found out by breaking the parser, a server whose process broke off forks no more,
and a new one takes its place.

The process that wants files read never forks itself, since it may have threads: the server is started by exec. It ends
when that process does, and one that has ended by itself is started anew.
"""

from __future__ import annotations

import atexit
import json
import os
import socket
import subprocess
import sys
from contextlib import suppress
from threading import Lock
from typing import IO

from giaoban.reading.starting import INTERPRETER, environment

_ENDING_SECONDS = 5
_NOWHERE = "/"
_COMMAND = (*INTERPRETER, "giaoban.reading.fork_server")


class ServerLost(Exception):
    """The server ended before it could tell what became of a file's process."""


class Forked:
    """A process that was forked for one file."""

    def __init__(self, server: ForkServer, answers: int, leash: socket.socket) -> None:
        self.answers = answers
        self._server = server
        self._leash = leash
        self._code: int | None = None

    def code(self, seconds: float) -> int | None:
        """Return how it ended by itself; raises :class:`ServerLost` where nobody can tell any more."""
        self._code = self._told(seconds)
        if self._code is not None and self._code < 0:
            self._server.retire()
        return self._code

    def end(self) -> None:
        """End it and all that it started."""
        with suppress(OSError, ServerLost):
            self._leash.shutdown(socket.SHUT_WR)
            if self._code is None:
                self._told(_ENDING_SECONDS)
        self._leash.close()
        os.close(self.answers)

    def _told(self, seconds: float) -> int | None:
        self._leash.settimeout(seconds)
        try:
            told = self._leash.recv(16)
        except TimeoutError:
            return None
        except ConnectionError:
            told = b""
        if not told:
            raise ServerLost
        return int(told)


class ForkServer:
    """The process that forks, as the one sees it that asks; its threads may ask at the same time."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._asked: socket.socket | None = None
        self._processes: list[subprocess.Popen[bytes]] = []

    def start(self, folder: str, request: IO[bytes]) -> Forked:
        """Have a process forked that reads in this folder; raises :class:`ServerLost` where none can be."""
        answers, theirs = os.pipe()
        leash, their_leash = socket.socketpair()
        message = json.dumps({"folder": folder, "environment": environment(folder)}).encode()
        try:
            self._ask(message, [request.fileno(), theirs, their_leash.fileno()])
        except OSError as error:
            leash.close()
            os.close(answers)
            raise ServerLost from error
        finally:
            os.close(theirs)
            their_leash.close()
        return Forked(self, answers, leash)

    def retire(self) -> None:
        """Let the server fork no more; it ends with the last of its processes, and the next file has a new one."""
        with self._lock:
            self._let_go()

    def _ask(self, message: bytes, descriptors: list[int]) -> None:
        with self._lock:
            try:
                socket.send_fds(self._asked or self._begun(), [message], descriptors)
            except OSError:
                # It has ended since the last file.
                self._let_go()
                socket.send_fds(self._begun(), [message], descriptors)

    def _begun(self) -> socket.socket:
        self._processes = [one for one in self._processes if one.poll() is None]
        self._asked, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            started = subprocess.Popen(
                _COMMAND,
                cwd=_NOWHERE,
                env=environment(_NOWHERE),
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        self._processes.append(started)
        return self._asked

    def _let_go(self) -> None:
        if self._asked is not None:
            self._asked.close()
            self._asked = None

    def abandon(self) -> None:
        """Leave the server to another process: its socket is closed here, and nothing is waited for."""
        self._let_go()
        for process in self._processes:
            # It is no child of this process, and must not be taken for one.
            process.returncode = 0

    def close(self) -> None:
        """Let the server go, and wait until it has ended."""
        self.retire()
        for process in self._processes:
            process.wait(_ENDING_SECONDS)
        self._processes.clear()


_kept: list[ForkServer] = []


def keep_ready() -> None:
    """Have the files of this process read by forked processes from now on; the server starts with the first of them.

    For a process that reads many files. Where the system cannot do it (it is not Linux, or an old one), an interpreter
    is started for each file as before.
    """
    if not _kept and sys.platform == "linux" and _can_watch():
        _kept.append(ForkServer())


def kept() -> ForkServer | None:
    """Return this process's server, None where none is kept ready."""
    return _kept[0] if _kept else None


def keep_none() -> None:
    """Undo :func:`keep_ready`, and end the server."""
    while _kept:
        _kept.pop().close()


def _can_watch() -> bool:
    try:
        os.close(os.pidfd_open(os.getpid()))
    except OSError:
        return False
    return True


def _start_over() -> None:
    """Leave the server to the process from which this one was forked; this one has a server of its own."""
    for number, one in enumerate(_kept):
        one.abandon()
        _kept[number] = ForkServer()


atexit.register(keep_none)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_start_over)
