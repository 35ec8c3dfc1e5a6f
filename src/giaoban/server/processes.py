"""Child processes that live and die together: when one ends, or the parent is told to stop, all are stopped.

Each child leads a process group of its own, so that Ctrl-C reaches the parent alone, which then stops the children in
order, and so that nothing of a child that was killed stays behind.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.process import BaseProcess
from typing import Any

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
#: How long a child may take to end its work after it was told to stop, in seconds.
PATIENCE = 15.0
_PR_SET_PDEATHSIG = 1
_fork = multiprocessing.get_context("fork")


@contextmanager
def _signals_held() -> Iterator[None]:
    """Hold stop signals back meanwhile; whatever came is delivered afterwards."""
    signal.pthread_sigmask(signal.SIG_BLOCK, STOP_SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOP_SIGNALS)


def _run_child(work: Callable[[], None], parent: int) -> None:
    os.setpgid(0, 0)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    for number in (*STOP_SIGNALS, signal.SIGCHLD):
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOP_SIGNALS)
    if os.getppid() == parent:
        work()


class Family:
    """The children of this process, and the wish to stop that a signal brings.

    Use as a context: stop signals are then noted instead of ending the process, and at the end every child is gone.
    """

    def __init__(self) -> None:
        self._children: list[BaseProcess] = []
        self._woken, self._waker = os.pipe()
        os.set_blocking(self._waker, False)
        self._is_told_to_stop = False
        self._former: dict[int, Any] = {}

    def __enter__(self) -> Family:
        # A child's own sign of life would be kept up by its children; the system's word that it ended is not.
        self._former[signal.SIGCHLD] = signal.signal(signal.SIGCHLD, self._wake)
        for number in STOP_SIGNALS:
            # Under nohup the terminal may go and the server stays.
            if number != signal.SIGHUP or signal.getsignal(number) is not signal.SIG_IGN:
                self._former[number] = signal.signal(number, self._note_stop)
        return self

    def __exit__(self, *_: object) -> None:
        self._stop_children()
        for number, handler in self._former.items():
            signal.signal(number, handler)
        os.close(self._woken)
        os.close(self._waker)

    def _note_stop(self, number: int, frame: object) -> None:
        self._is_told_to_stop = True
        self._wake()

    def _wake(self, *_: object) -> None:
        with suppress(BlockingIOError):
            os.write(self._waker, b"!")

    def start(self, name: str, work: Callable[[], None]) -> None:
        """Start a child that does ``work``; ``name`` is what people are told should it end."""
        child = _fork.Process(target=_run_child, args=(work, os.getpid()), name=name)
        with _signals_held():
            child.start()
            with suppress(ProcessLookupError, PermissionError):
                os.setpgid(child.pid or 0, child.pid or 0)
        self._children.append(child)

    def wait_until(self, is_ready: Callable[[], bool], every: float = 0.05) -> str | None:
        """Wait until something is ready; returns as :meth:`wait` does where a child ends or a stop comes first."""
        while not is_ready():
            if (end := self._end_within(every)) is not None:
                return end
        return None

    def wait(self) -> str:
        """Wait for the first thing that ends this: a child's name where it ended by itself, "" for a stop signal."""
        while (end := self._end_within(None)) is None:
            pass
        return end

    def _end_within(self, seconds: float | None) -> str | None:
        """Sleep until a signal comes, at most so long; returns what has ended, None where nothing has."""
        if select.select([self._woken], [], [], seconds)[0]:
            os.read(self._woken, 1024)
        if self._is_told_to_stop:
            return ""
        return next((child.name for child in self._children if not child.is_alive()), None)

    def _stop_children(self) -> None:
        for child in self._children:
            child.terminate()
        deadline = time.monotonic() + PATIENCE
        for child in self._children:
            child.join(max(0.0, deadline - time.monotonic()))
        for child in self._children:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(child.pid or 0, signal.SIGKILL)
            child.join()
