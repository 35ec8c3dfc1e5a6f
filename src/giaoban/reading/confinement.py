"""What a process may no longer do: use more memory, reach a network, outlive the one that started it.

All of it on Linux; elsewhere what there is. A limit that the system does not let a process set is left unset, and the
others hold.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

#: What the programs that a format needs (LibreOffice, Tesseract) may map at most; they touch far less.
PROGRAM_MEMORY = 6 * 1024**3
#: The largest file that may be written (bytes): an image of a page, a converted document.
_LARGEST_FILE = 256 * 1024**2

_PARENT_DEATH_SIGNAL, _DUMPABLE, _NO_NEW_PRIVILEGES = 1, 4, 38
_NEW_NETWORK, _NEW_USERS = 0x40000000, 0x10000000


def end_with(parent: int) -> None:
    """Let this process be ended as soon as its parent is gone, and gain no rights that it lacks."""
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None)
    libc.prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    if os.getppid() != parent:
        sys.exit(1)


def hide() -> None:
    """Let no process of the same user look into this one's memory, or write into it."""
    ctypes.CDLL(None).prctl(_DUMPABLE, 0)


def show() -> None:
    """Undo :func:`hide` in a process that was forked: one that is hidden cannot be given a user of its own."""
    ctypes.CDLL(None).prctl(_DUMPABLE, 1)


def limit(memory: int) -> None:
    """Limit this process's memory (bytes), and leave no picture of it when it breaks off.

    The programs that it starts may be given :data:`PROGRAM_MEMORY`.
    """
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (memory, max(memory, PROGRAM_MEMORY)))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_LARGEST_FILE, _LARGEST_FILE))


def close_network() -> bool:
    """Leave this process without a network, its own loopback included; tells whether the system let it."""
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None)
    if libc.unshare(_NEW_NETWORK) == 0:
        return True
    user, group = os.getuid(), os.getgid()
    if libc.unshare(_NEW_USERS | _NEW_NETWORK) != 0:
        return False
    # Without its own user a process cannot write a file any more.
    with suppress(OSError):
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    return True
