"""``giaoban serve`` as a process: it says its address, keeps its data, and leaves nothing behind."""

from __future__ import annotations

import os
import re
import signal
import socket
import sqlite3
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from pages.site import COMMAND, PATIENCE, environment, free_port, run

#: Seconds within which a second start must answer.
SECOND_START = 3.0
#: How many times as long as a command that only loads Django it may take.
FEW = 4


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that has been prepared once, with no demo."""
    path = tmp_path_factory.mktemp("server") / "var"
    path.mkdir()
    done = run(path, "migrate")
    assert done.returncode == 0, done.stderr
    return path


class Server:
    """A server under test: its process, its port, and what it has printed so far."""

    def __init__(self, folder: Path, *words: str) -> None:
        self.port = free_port()
        self.process = subprocess.Popen(
            [str(COMMAND), "serve", "--port", str(self.port), *words],
            env=environment(folder),
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.lines: list[str] = []

    def wait_for_address(self) -> None:
        """Read until the address stands on a line of its own."""
        for line in self.process.stdout or []:
            self.lines.append(line.rstrip("\n"))
            if self.lines[-1] == f"http://127.0.0.1:{self.port}/":
                return
        pytest.fail(
            "no address: " + "\n".join(self.lines) + (self.process.stderr.read() if self.process.stderr else "")
        )

    def stop(self, number: signal.Signals) -> int:
        """Send a signal; returns the exit code."""
        self.process.send_signal(number)
        out, _ = self.process.communicate(timeout=PATIENCE)
        self.lines += out.splitlines()
        return self.process.returncode

    def family(self) -> list[int]:
        """Return the ids of the server's own process and of all below it."""
        return [self.process.pid, *_below(self.process.pid)]


@contextmanager
def serving(folder: Path, *words: str) -> Iterator[Server]:
    server = Server(folder, *words)
    with server.process:
        try:
            server.wait_for_address()
            yield server
        finally:
            server.process.kill()


def _below(parent: int) -> list[int]:
    children = []
    for task in Path("/proc").glob(f"{parent}/task/*/children"):
        children += [int(number) for number in task.read_text().split()]
    return children + [lower for child in children for lower in _below(child)]


def _is_running(process_id: int) -> bool:
    try:
        state = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def _nothing_left(ids: list[int]) -> bool:
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        if not any(map(_is_running, ids)):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_signal_stops_everything_cleanly(number: signal.Signals, folder: Path) -> None:
    with serving(folder) as server:
        ids = server.family()
        assert len(ids) >= 4
        assert server.stop(number) == 0
        assert server.lines[-1].startswith("→ Đã dừng")
        assert _nothing_left(ids)


def test_it_answers_on_its_port(folder: Path) -> None:
    with serving(folder) as server:
        address = f"http://127.0.0.1:{server.port}/dang-nhap/"
        with urllib.request.urlopen(address, timeout=PATIENCE) as page:
            assert "Đăng nhập" in page.read().decode()


def test_the_second_start_is_quick(folder: Path) -> None:
    """Three seconds, or on a machine that is busy with other tests a few times what loading Django alone takes."""
    times, bare = [], []
    for _ in range(2):
        start = time.monotonic()
        run(folder, "verify-audit")
        bare.append(time.monotonic() - start)
        start = time.monotonic()
        with serving(folder):
            times.append(time.monotonic() - start)
    assert min(times) < max(SECOND_START, FEW * max(bare)), (times, bare)


def test_jobs_can_be_left_to_workers_elsewhere(folder: Path) -> None:
    with serving(folder, "--no-jobs") as alone, serving(folder) as both:
        assert len(alone.family()) < len(both.family())


@pytest.mark.parametrize(("place", "name"), [(0, "Máy chủ trang web"), (1, "Tiến trình việc nền")])
def test_when_a_part_dies_all_stop_and_it_is_said(place: int, name: str, folder: Path) -> None:
    with serving(folder) as server:
        ids = server.family()
        leads = sorted(_children(server.process.pid))
        os.kill(leads[place], signal.SIGKILL)
        out, _ = server.process.communicate(timeout=PATIENCE)
        assert server.process.returncode == 1
        assert name in out
        assert _nothing_left(ids)


def _children(parent: int) -> list[int]:
    found = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return [int(number) for number in found]


def test_when_it_is_killed_its_children_go_too(folder: Path) -> None:
    with serving(folder) as server:
        ids = server.family()
        server.process.kill()
        server.process.wait()
        assert _nothing_left(ids)


def test_a_busy_port_is_told_in_words(folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run(folder, "serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert re.search(r"✗ Không mở được cổng \d+ \(chương trình khác đang dùng\)", done.stderr)


def test_the_port_may_come_from_the_environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setenv("PORT", str(taken.getsockname()[1]))
        done = run(folder, "serve")
    assert done.returncode == 2


def test_a_job_that_was_cut_short_is_tried_again(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "giaoban.sqlite3")) as database:
        database.execute(
            "INSERT INTO jobs_job (committee_id, function, subject_id, state, done, total, attempts,"
            " asked_at, changed_at) VALUES (1, 'giaoban.documents.actions.reading.READ_DOCUMENT', 1, 'running',"
            " 0, 0, 0, '2024-05-21', '2024-05-21')"
        )
        database.commit()
        with serving(folder):
            deadline = time.monotonic() + PATIENCE
            while not _attempts(database) and time.monotonic() < deadline:
                time.sleep(0.1)
        assert _attempts(database) > 0


def _attempts(database: sqlite3.Connection) -> int:
    return int(database.execute("SELECT attempts FROM jobs_job").fetchone()[0])
