"""The gallery, served on a free port."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def gallery() -> Iterator[str]:
    """Return the address of the gallery, in a process of its own with its own settings."""
    port = _free_port()
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "web.gallery.settings"}
    server = subprocess.Popen([sys.executable, "-m", "web.gallery.site", str(port)], cwd=TESTS, env=environment)
    try:
        _wait_for(port, server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    for _attempt in range(300):
        assert server.poll() is None, "the gallery did not start"
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("the gallery did not answer in 30 s")
