"""Reading in another process: the same text, its limits, and what happens to a process that breaks off or runs away."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from giaoban.reading import Limits, ReadingRefusal, read_bytes, starting
from giaoban.reading.apart import ReadingFault, read_bytes_apart, read_file_apart

from .hostile import plain_pdf
from .making import outcome, plain_word
from .test_programs import is_running

GOOD = plain_word("Rà soát chương trình.", "Kế hoạch năm 2024.")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (GOOD, "Kết luận.docx"),
        (plain_pdf(), "kl.pdf"),
        ("<html><body><p>Rà soát kế hoạch".encode(), "kl.html"),
        ("Rà soát kế hoạch\r\n".encode(), "kl.txt"),
    ],
)
def test_the_text_is_the_same_as_here(data: bytes, name: str) -> None:
    assert read_bytes_apart(data, name) == read_bytes(data, name)


def test_a_file_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "kl.docx"
    path.write_bytes(GOOD)
    assert read_file_apart(path) == read_bytes(GOOD, "kl.docx")
    with pytest.raises(OSError, match="No such file"):
        read_file_apart(tmp_path / "không có.docx")


def test_a_refusal_comes_with_its_words() -> None:
    with pytest.raises(ReadingRefusal) as refused:
        read_bytes_apart(plain_word("TỐI MẬT", "Chuyện riêng"), "bc.docx")
    assert (refused.value.code, refused.value.values) == ("reading.secret", {"level": "Tối mật"})
    assert str(refused.value).startswith("Tài liệu có dấu chỉ độ mật “Tối mật”")


def test_the_size_is_looked_at_before_a_process_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting.subprocess, "Popen", None)
    assert outcome(lambda: read_bytes_apart(GOOD, "a.docx", limits=Limits(bytes=100))) == "reading.too_large"
    assert outcome(lambda: read_bytes_apart("Rà soát".encode(), "a.txt")) == "read"


def test_memory_is_limited() -> None:
    code = (
        "from giaoban.reading.confinement import limit; limit(200 * 1024**2)\n"
        "try: bytearray(300 * 1024**2)\n"
        "except MemoryError: print('no more')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "no more\n"


def test_a_process_that_takes_too_long_is_ended() -> None:
    began = time.monotonic()
    assert outcome(lambda: read_bytes_apart(GOOD, "a.docx", limits=Limits(seconds=0.01))) == "reading.too_slow"
    assert outcome(lambda: read_bytes_apart(GOOD, "a.docx", limits=Limits(most_seconds=0.01))) == "reading.too_slow"
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGKILL, "bomb"), (signal.SIGABRT, "bomb"), (signal.SIGSEGV, "damaged")]
)
def test_a_process_that_breaks_off_is_a_refusal(
    monkeypatch: pytest.MonkeyPatch, number: signal.Signals, code: str
) -> None:
    started = subprocess.Popen

    def kill_at_once(*arguments: object, **options: object) -> object:
        process = started(*arguments, **options)  # type: ignore[call-overload]
        os.kill(process.pid, number)
        return process

    monkeypatch.setattr(starting.subprocess, "Popen", kill_at_once)
    assert outcome(lambda: read_bytes_apart(GOOD, "a.docx")) == f"reading.{code}"


def test_a_fault_of_the_reader_is_raised_with_its_traceback() -> None:
    with pytest.raises(ReadingFault, match="TypeError"):
        read_bytes_apart(GOOD, "a.docx", limits=Limits(entries="no number"))  # type: ignore[arg-type]


@pytest.mark.usefixtures("programs")
def test_pages_are_told_as_they_are_read(notice_pdf: Path) -> None:
    told: list[tuple[int, int]] = []
    text = read_bytes_apart(notice_pdf.read_bytes(), "a.pdf", listener=lambda done, total: told.append((done, total)))
    assert told == [(number, len(text.pages)) for number in range(1, len(text.pages) + 1)]
    assert len(text.pages) > 1


def test_the_other_process_gets_no_secret_of_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "kín")
    given: dict[str, str] = {}
    started = subprocess.Popen

    def look(*arguments: object, **options: object) -> object:
        given.update(options["env"])  # type: ignore[call-overload]
        return started(*arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(starting.subprocess, "Popen", look)
    read_bytes_apart(GOOD, "a.docx")
    assert "SECRET_KEY" not in given
    assert "PATH" in given


def test_what_a_killed_process_left_is_removed_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for name, age in (("giaoban-reading-old", 24), ("giaoban-reading-new", 0), ("khác", 24)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.png").touch()
        os.utime(tmp_path / name, (time.time() - age * 3600,) * 2)
    read_bytes_apart(GOOD, "a.docx")
    assert {one.name for one in tmp_path.iterdir()} == {"giaoban-reading-new", "khác"}


def test_it_ends_with_this_process(tmp_path: Path) -> None:
    """The one that asks is killed while the other one reads: the other one goes too."""
    asking = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys; from giaoban.reading.apart import *; read_bytes_apart(b'%PDF-' * 4_000_000, 'a.pdf')",
        ],
        start_new_session=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )
    reading = _first_child(asking.pid)
    asking.kill()
    asking.wait()
    ends = time.monotonic() + 5
    while is_running(reading) and time.monotonic() < ends:
        time.sleep(0.02)
    assert not is_running(reading)


def _first_child(process: int) -> int:
    children = Path(f"/proc/{process}/task/{process}/children")
    ends = time.monotonic() + 10
    while time.monotonic() < ends:
        if found := children.read_text().split():
            return int(found[0])
        time.sleep(0.005)
    raise AssertionError("no process was started")


def test_there_is_no_network() -> None:
    """A server of ours is reached before, and not after; a system that lets no process close its network says so."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        code = (
            "import socket, sys; from giaoban.reading.confinement import close_network\n"
            f"address = ('127.0.0.1', {server.getsockname()[1]})\n"
            "socket.create_connection(address, 2).close()\n"
            "closed = close_network()\n"
            "try: socket.create_connection(address, 2)\n"
            "except OSError: print('closed' if closed else 'unsaid')\n"
            "else: print('open' if closed else 'not closed')"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() in {"closed", "not closed"}
    assert done.stdout.strip() == "closed" or os.geteuid() != 0
