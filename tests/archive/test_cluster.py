"""The same on a Dask cluster: two workers on this machine, one of them killed midway; clusters that cannot be used."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from .making import failures, fill, results, start

QUIET = {"DASK_DISTRIBUTED__WORKER__MULTIPROCESSING_METHOD": "spawn", "PYTHONWARNINGS": "ignore"}


@contextmanager
def ended(process: subprocess.Popen[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def wait_for(is_so: Callable[[], bool]) -> None:
    ends = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < ends
        time.sleep(0.05)


class Cluster:
    """A scheduler on this machine, and its workers."""

    def __init__(self, stack: ExitStack, folder: Path) -> None:
        self._stack, self._folder = stack, folder
        self._file = folder / "scheduler.json"
        self._run("dask_scheduler", "--port", "0", "--host", "127.0.0.1")
        wait_for(lambda: self._file.exists() and bool(self._file.read_text("utf-8")))
        self.address: str = json.loads(self._file.read_text("utf-8"))["address"]

    def worker(self, program: str = "") -> subprocess.Popen[bytes]:
        """Start a worker of one thread; ``program`` is run in it before."""
        return self._run("dask_worker", "--no-nanny", "--nthreads", "1", "--memory-limit", "0", program=program)

    def _run(self, what: str, *arguments: str, program: str = "") -> subprocess.Popen[bytes]:
        code = f"{program}\nfrom distributed.cli.{what} import main; main()"
        words = ["--scheduler-file", str(self._file), "--no-dashboard", *arguments]
        started = subprocess.Popen(
            [sys.executable, "-c", code, *words], cwd=self._folder, env=os.environ | QUIET, stderr=subprocess.DEVNULL
        )
        return self._stack.enter_context(ended(started))


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    (tmp_path / "cụm").mkdir()
    with ExitStack() as stack:
        yield Cluster(stack, tmp_path / "cụm")


def test_a_worker_killed_midway_loses_and_doubles_nothing(cluster: Cluster, tmp_path: Path) -> None:
    names = fill(tmp_path / "vào", 300)
    (tmp_path / "vào" / "mật.txt").write_text("MẬT\nx", "utf-8")
    ra = tmp_path / "ra"
    first, _second = cluster.worker(), cluster.worker()
    wait_for(lambda: _workers(cluster.address) == 2)
    with start(tmp_path / "vào", "--out", ra, "--dask", cluster.address) as process:
        wait_for(lambda: (ra / "done.jsonl").exists() and len((ra / "done.jsonl").read_bytes().splitlines()) > 20)
        first.kill()
        done_then = len((ra / "done.jsonl").read_bytes().splitlines())
        _, err = process.communicate(timeout=60)
    assert process.returncode == 2, err
    assert done_then < len(names), "it was killed midway"
    assert failures(ra / "failures.jsonl") == {"mật.txt": "reading.secret"}
    done = [json.loads(line)["file"] for line in (ra / "done.jsonl").read_text("utf-8").splitlines()]
    assert sorted(done) == sorted(names), "none lost, none doubled"
    assert set(results(ra)) == set(names)


def _workers(address: str) -> int:
    code = f"from distributed import Client; print(len(Client({address!r}).nthreads()))"
    asked = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ | QUIET
    )
    return int(asked.stdout)


def test_a_cluster_that_cannot_be_used_says_why(cluster: Cluster, tmp_path: Path) -> None:
    fill(tmp_path / "vào", 1)

    def said(address: str) -> str:
        with start(tmp_path / "vào", "--out", tmp_path / "ra", "--dask", address) as process:
            _, err = process.communicate(timeout=60)
        assert process.returncode == 2
        assert "Traceback" not in err
        return err

    assert "chưa có tiến trình nào" in said(cluster.address)
    other = "from giaoban.archive import fingerprint as f; f.reader_version = lambda: '0.0.1+other'"
    cluster.worker(program=other)
    wait_for(lambda: _workers(cluster.address) == 1)
    assert "khác phiên bản" in said(cluster.address)
    assert "Không liên lạc được" in said("tcp://127.0.0.1:9")


def test_it_stops_when_asked(cluster: Cluster, tmp_path: Path) -> None:
    fill(tmp_path / "vào", 300)
    cluster.worker()
    wait_for(lambda: _workers(cluster.address) == 1)
    with start(tmp_path / "vào", "--out", tmp_path / "ra", "--dask", cluster.address) as process:
        wait_for(lambda: (tmp_path / "ra" / "done.jsonl").exists() and bool(results(tmp_path / "ra")))
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=30)
    assert process.returncode == 130, err
    assert 0 < len(results(tmp_path / "ra")) < 300
