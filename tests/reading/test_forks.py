"""Files read by forked processes: what each is given and what not, and what happens when one or the server is lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from giaoban.reading import Limits, ReadingRefusal, forks, read_bytes
from giaoban.reading.apart import read_bytes_apart

from .hostile import plain_pdf
from .making import outcome, plain_word
from .test_programs import is_running

GOOD = plain_word("Rà soát chương trình.", "Kế hoạch năm 2024.")
PAGE = "<html><body><p>Rà soát kế hoạch".encode()


@pytest.fixture(scope="module", autouse=True)
def server() -> Iterator[forks.ForkServer]:
    """The server that forks."""
    forks.keep_ready()
    kept = forks.kept()
    assert kept is not None
    yield kept
    forks.keep_none()


@pytest.fixture
def doing(server: forks.ForkServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Let the forked processes do this, before they answer, in the place of a parser that was broken."""

    def let(code: str) -> None:
        lines = "".join(f"    {line}\n" for line in code.splitlines())
        program = (
            "import json, os, resource, signal, sys, tempfile, time; from pathlib import Path\n"
            "from giaoban.reading import fork_server\n"
            "answer = fork_server.answer\n"
            f"def broken():\n{lines}    answer()\n"
            "fork_server.answer = broken; fork_server.main()"
        )
        monkeypatch.setattr(forks, "_COMMAND", (sys.executable, "-c", program))
        server.retire()

    yield let
    server.retire()


def last(kept: forks.ForkServer) -> int:
    return kept._processes[-1].pid


@pytest.mark.parametrize(("data", "name"), [(GOOD, "a.docx"), (plain_pdf(), "a.pdf"), (PAGE, "a.html")])
def test_the_text_is_the_same_as_here(data: bytes, name: str) -> None:
    for _ in range(2):
        assert read_bytes_apart(data, name) == read_bytes(data, name)


def test_threads_ask_one_server_at_the_same_time(server: forks.ForkServer) -> None:
    with ThreadPoolExecutor(6) as threads:
        read = list(threads.map(lambda number: read_bytes_apart(GOOD, f"{number}.docx"), range(24)))
    assert {one.text for one in read} == {read_bytes(GOOD, "a.docx").text}
    assert len(server._processes) == 1


def test_a_process_has_what_its_file_needs_and_no_more(
    server: forks.ForkServer, doing: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_KEY", "kín")
    doing(
        "told = {'open': {one: os.readlink(f'/proc/self/fd/{one}') for one in os.listdir('/proc/self/fd')[:-1]},"
        " 'environment': dict(os.environ), 'folder': os.getcwd(), 'temporary': tempfile.gettempdir(),"
        " 'session': os.getsid(0) - os.getpid(), 'threads': len(os.listdir(f'/proc/{os.getppid()}/task'))}\n"
        "os.write(1, json.dumps(told).encode() + b'\\n'); os._exit(0)"
    )
    monkeypatch.setenv("LANG", "vi_VN.UTF-8")
    with TemporaryFile() as request:
        process = server.start(str(tmp_path), request)
        told = json.loads(os.read(process.answers, 1 << 16))
        assert process.code(5) == 0
        process.end()
    assert set(told["open"]) == {"0", "1", "2"}
    assert told["open"]["2"] == os.devnull
    assert "SECRET_KEY" not in told["environment"]
    assert told["environment"]["LANG"] == "vi_VN.UTF-8"
    assert told["folder"] == told["temporary"] == told["environment"]["TMPDIR"] == str(tmp_path)
    assert (told["session"], told["threads"]) == (0, 1)


def test_memory_and_network_are_limited_in_each(doing: Callable[[str], None]) -> None:
    doing(
        "from giaoban.reading import answering\n"
        "memory = lambda: resource.getrlimit(resource.RLIMIT_AS)[0]\n"
        "told = lambda: {'memory': memory(), 'net': os.readlink('/proc/self/ns/net')}\n"
        "answering._outcome = lambda *_: {'refusal': 'told', 'sentence': '', 'values': told()}"
    )
    networks = set()
    for megabytes in (300, 400):
        with pytest.raises(ReadingRefusal) as told:
            read_bytes_apart(GOOD, "a.docx", limits=Limits(memory=megabytes << 20))
        assert told.value.values["memory"] == megabytes << 20
        networks.add(told.value.values["net"])
    assert len({*networks, os.readlink("/proc/self/ns/net")}) == 3 or os.geteuid() != 0


def test_a_process_that_takes_too_long_is_ended(doing: Callable[[str], None], tmp_path: Path) -> None:
    """Its programs are ended with it."""
    note = tmp_path / "processes"
    doing(f"other = os.spawnlp(os.P_NOWAIT, 'sleep', 'sleep', '60')\n"
          f"Path('{note}').write_text(f'{{os.getpid()}} {{other}}'); time.sleep(60)")  # fmt: skip
    assert outcome(lambda: read_bytes_apart(GOOD, "a.docx", limits=Limits(seconds=2))) == "reading.too_slow"
    assert all(ends_soon(int(one)) for one in note.read_text().split())


def ends_soon(process: int) -> bool:
    """Tell whether a process ends within seconds: a busy machine is slow to end what was killed."""
    ends = time.monotonic() + 10
    while is_running(process) and time.monotonic() < ends:
        time.sleep(0.05)
    return not is_running(process)


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGKILL, "bomb"), (signal.SIGABRT, "bomb"), (signal.SIGSEGV, "damaged")]
)
def test_one_that_breaks_off_is_a_refusal_and_the_next_has_a_new_server(
    server: forks.ForkServer, doing: Callable[[str], None], number: signal.Signals, code: str
) -> None:
    doing(f"os.kill(os.getpid(), {int(number)})")
    assert outcome(lambda: read_bytes_apart(GOOD, "a.docx")) == f"reading.{code}"
    first = last(server)
    assert outcome(lambda: read_bytes_apart(GOOD, "a.docx")) == f"reading.{code}"
    assert last(server) != first


def test_one_that_is_lost_with_the_server_is_read_all_the_same(
    server: forks.ForkServer, doing: Callable[[str], None]
) -> None:
    doing("os.kill(os.getppid(), signal.SIGKILL); time.sleep(60)")
    assert read_bytes_apart(GOOD, "a.docx") == read_bytes(GOOD, "a.docx")


def test_a_server_that_has_ended_between_files_is_started_anew(server: forks.ForkServer) -> None:
    read_bytes_apart(GOOD, "a.docx")
    first = last(server)
    os.kill(first, signal.SIGKILL)
    server._processes[-1].wait()
    assert read_bytes_apart(GOOD, "a.docx") == read_bytes(GOOD, "a.docx")
    assert last(server) != first


def test_server_and_process_end_with_the_one_that_asks(tmp_path: Path) -> None:
    """The one that asks is killed while a file is read."""
    code = (
        "from giaoban.reading.apart import *; from giaoban.reading.forks import *\n"
        "keep_ready(); read_bytes_apart(b'%PDF-' * 4_000_000, 'a.pdf')"
    )
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    with subprocess.Popen([sys.executable, "-c", code], env=environment) as asking:
        server = _first_child(asking.pid)
        reading = _first_child(server)
        asking.kill()
    ends = time.monotonic() + 10
    while (is_running(server) or is_running(reading)) and time.monotonic() < ends:
        time.sleep(0.01)
    assert not is_running(server)
    assert not is_running(reading)


def _first_child(process: int) -> int:
    children = Path(f"/proc/{process}/task/{process}/children")
    ends = time.monotonic() + 10
    while time.monotonic() < ends:
        if found := children.read_text().split():
            return int(found[0])
        time.sleep(0.005)
    raise AssertionError("no process was started")
