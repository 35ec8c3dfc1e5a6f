"""Processes of this machine that read files, one at a time each. One that breaks off fails its own file alone."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait

from giaoban.archive.fingerprint import reader_version
from giaoban.archive.refusals import broke_off
from giaoban.archive.work import Failure, Outcome, Request, read_one
from giaoban.reading.confinement import end_with, limit
from giaoban.reading.forks import keep_ready

#: The memory (bytes) that a process may use for one file.
MEMORY = 1 << 30
#: How long (seconds) nothing may happen before it is looked whether to stop.
_LOOK = 0.2


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_here(requests: Iterator[Request], jobs: int, is_stopped: Callable[[], bool]) -> Iterator[Outcome]:
    """Yield what comes of the files as so many processes read them; ends early where it is to stop."""
    idle: list[_Worker] = []
    busy: list[_Worker] = []
    try:
        while not is_stopped():
            for request in islice(requests, jobs - len(busy)):
                busy.append(idle.pop() if idle else _Worker())
                busy[-1].give(request)
            if not busy:
                return
            ready = wait([one.connection for one in busy], timeout=_LOOK)
            done = [one for one in busy if one.connection in ready]
            busy = [one for one in busy if one not in done]
            outcomes = [one.outcome() for one in done]
            idle += done
            yield from outcomes
    finally:
        for worker in idle + busy:
            worker.end()


class _Worker:
    """One process and the file that it is reading."""

    def __init__(self) -> None:
        self.request: Request | None = None
        self._start()

    def _start(self) -> None:
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, os.getpid()), daemon=True)
        # Started with the first process otherwise, it would take away the mask below.
        resource_tracker.ensure_running()
        # A stop from the terminal reaches all processes: only the one that hands out the files shall heed it.
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        try:
            self._process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
        theirs.close()

    def give(self, request: Request) -> None:
        """Hand it a file; a process that has ended meanwhile is replaced."""
        self.request = request
        try:
            self.connection.send(request)
        except OSError:
            self._replace()
            self.connection.send(request)

    def outcome(self) -> Outcome:
        """Return what came of the file."""
        assert self.request is not None
        try:
            outcome: Outcome = self.connection.recv()
        except (EOFError, OSError):
            outcome = Outcome(self.request.name, "", reader_version(), failure=Failure.of(broke_off()))
            self._replace()
        self.request = None
        return outcome

    def _replace(self) -> None:
        self.end()
        self._start()

    def end(self) -> None:
        """End the process, with the file that it is reading."""
        self._process.kill()
        self._process.join()
        self.connection.close()


def _serve(connection: Connection, parent: int) -> None:
    """Read files until there are no more."""
    end_with(parent)
    limit(MEMORY)
    keep_ready()
    with suppress(EOFError, OSError):
        while True:
            connection.send(read_one(connection.recv()))
