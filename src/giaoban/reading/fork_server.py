"""A process that has the parsers loaded and forks one for each file: the other end of :mod:`giaoban.reading.forks`.

It is started by exec, has one thread, opens no file itself and looks into none. Standard input is a socket whose
messages ask for a file to be read, each with three descriptors: what is asked and the file's bytes, where the answers
go, and a leash. The process for that file has a session, environment, folder, limits and network of its own and no
other descriptor; it is ended, with its programs, as soon as it says no more or the other end of its leash is closed.
Then the leash tells how it ended, as a number (that of :func:`os.waitstatus_to_exitcode`).

Why not :mod:`multiprocessing.forkserver`: it passes objects as pickles, and its processes keep the descriptors and the
environment of the server; it tells the one who asks the process's id, which can be another's by the time it is ended.
Here it is the parent that ends a process, before it takes note of its end, so that the id cannot be another's.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from io import BytesIO
from selectors import EVENT_READ, DefaultSelector
from typing import Any, NoReturn

from giaoban.reading import read_bytes
from giaoban.reading.answering import answer
from giaoban.reading.confinement import end_with, hide, show

#: What the formats load only where a file needs it.
_PARSERS = ("olefile", "pypdfium2", "PIL.Image", "PIL.ImageOps", "subprocess")
_WORDS = "Văn bản mẫu"
_LONGEST_MESSAGE = 1 << 18
_DESCRIPTORS = 3


def main() -> None:
    """Fork a process for each file that is asked for, until nobody can ask any more and none is left."""
    hide()
    _load()
    with socket.socket(fileno=0) as asking, DefaultSelector() as selector:
        _Server(asking, selector).serve()


def _load() -> None:
    for name in _PARSERS:
        import_module(name)
    # Files that are ours, so that the lists which every file needs are loaded too.
    read_bytes(_word(), "a.docx")
    read_bytes(f"<html><body><p>{_WORDS}".encode(), "a.html")
    # What is loaded stays for good: a collection in a process for a file would only copy its pages.
    gc.collect()
    gc.freeze()


def _word() -> bytes:
    from docx import Document

    document, made = Document(), BytesIO()
    document.add_paragraph(_WORDS)
    document.save(made)
    return made.getvalue()


@dataclass(slots=True)
class _Child:
    """A process that reads a file; ``ended`` can be read once it has ended, ``leash`` once it is to be."""

    pid: int
    ended: int
    leash: socket.socket
    is_gone: bool = False


class _Server:
    """Forks, ends and takes note."""

    def __init__(self, asking: socket.socket, selector: DefaultSelector) -> None:
        self._asking = asking
        self._selector = selector
        self._selector.register(asking, EVENT_READ, self._hear)

    def serve(self) -> None:
        """Do what is asked. One who goes lets go of every leash too, so then all children end, and this does."""
        while self._selector.get_map():
            for key, _ in self._selector.select():
                key.data()

    def _hear(self) -> None:
        message, descriptors, _, _ = socket.recv_fds(self._asking, _LONGEST_MESSAGE, _DESCRIPTORS)
        if not message:
            self._selector.unregister(self._asking)
            return
        request, answers, leash = descriptors
        pid = os.fork()
        if pid == 0:
            _read(request, answers, json.loads(message), os.getppid())
        os.close(request)
        os.close(answers)
        self._watch(_Child(pid, os.pidfd_open(pid), socket.socket(fileno=leash)))

    def _watch(self, child: _Child) -> None:
        for sign in (child.ended, child.leash):
            self._selector.register(sign, EVENT_READ, partial(self._end, child))

    def _end(self, child: _Child) -> None:
        if child.is_gone:
            return
        child.is_gone = True
        # It may not lead its group yet; and its programs are ended before its id is given up.
        os.kill(child.pid, signal.SIGKILL)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
        _, status = os.waitpid(child.pid, 0)
        with suppress(OSError):
            child.leash.send(str(os.waitstatus_to_exitcode(status)).encode())
        for sign in (child.ended, child.leash):
            self._selector.unregister(sign)
        os.close(child.ended)
        child.leash.close()


def _read(request: int, answers: int, given: dict[str, Any], server: int) -> NoReturn:
    """Be the process for one file, and end."""
    status = 1
    try:
        _become_own(given["folder"], given["environment"], server)
        _keep_only(request, answers)
        answer()
        status = 0
    finally:
        os._exit(status)


def _become_own(folder: str, environment: dict[str, str], server: int) -> None:
    os.setsid()
    show()
    end_with(server)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    tempfile.tempdir = folder


def _keep_only(request: int, answers: int) -> None:
    """Keep the two descriptors, as standard input and output, and nothing else that is open."""
    os.dup2(request, 0)
    os.dup2(answers, 1)
    os.closerange(3, os.sysconf("SC_OPEN_MAX"))


if __name__ == "__main__":
    main()
