"""Broken and hostile files, read by forked processes: the right refusal, and nothing left: no file, no process."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from giaoban.reading import Limits, forks
from giaoban.reading.apart import read_bytes_apart

from .documents import make_notice
from .hostile import CORPUS, Hostile, plain_pdf
from .making import outcome
from .test_programs import is_running

#: A refusal takes seconds at most, however hard the file tries.
LIMITS = Limits(seconds=20)


@pytest.fixture(scope="module", autouse=True)
def server() -> Iterator[forks.ForkServer]:
    """The server that forks a process for each file."""
    forks.keep_ready()
    kept = forks.kept()
    assert kept is not None
    yield kept
    forks.keep_none()


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: forks.ForkServer) -> Iterator[Path]:
    """The folder for temporary files, empty before and, as this sees to, after; no process but what ran before."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    before = grandchildren()
    yield folder
    assert list(folder.iterdir()) == []
    assert grandchildren() - before == set()


def grandchildren() -> set[str]:
    """Return what the processes started here have started: the read ones of the server, those of a page's server."""
    return {child for one in children("self") for child in children(one)}


def children(process: str) -> list[str]:
    """Return the processes that this one has started and that still run."""
    found = []
    for task in Path(f"/proc/{process}/task").iterdir():
        found += (task / "children").read_text().split()
    return [one for one in found if is_running(int(one))]


def outcome_apart(data: bytes, name: str) -> str:
    return outcome(lambda: read_bytes_apart(data, name, limits=LIMITS))


@pytest.mark.parametrize("hostile", CORPUS, ids=lambda one: one.id)
def test_each_is_refused_rightly_and_leaves_nothing(scratch: Path, hostile: Hostile) -> None:
    assert outcome_apart(hostile.make(), hostile.name) in hostile.codes


@pytest.mark.parametrize("percent", [1, *range(7, 100, 13), 99])
@pytest.mark.parametrize(("name", "data"), [("a.docx", make_notice()), ("a.pdf", plain_pdf())], ids=["docx", "pdf"])
def test_cut_off_anywhere(scratch: Path, name: str, data: bytes, percent: int) -> None:
    told = outcome_apart(data[: len(data) * percent // 100], name)
    assert told in {"reading.damaged", "reading.empty", "reading.mismatch", "read"}
    assert name == "a.pdf" or told == "reading.damaged"


@pytest.mark.usefixtures("programs")
@pytest.mark.parametrize("percent", [1, 20, 50, 80, 99])
def test_an_old_word_file_cut_off_anywhere(scratch: Path, notice_doc: Path, percent: int) -> None:
    data = notice_doc.read_bytes()
    assert outcome_apart(data[: len(data) * percent // 100], "a.doc") in {"reading.damaged", "reading.empty", "read"}


@pytest.mark.parametrize("seed", range(6))
def test_bytes_changed_anywhere(scratch: Path, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(make_notice())
    for _ in range(20):
        data[chance.randrange(len(data))] = chance.randrange(256)
    assert outcome_apart(bytes(data), "a.docx").startswith("read")
