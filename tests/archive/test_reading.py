"""A whole archive through the command: every format, going on, what fails, stopping, and a process that is killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from cli.test_extract import run
from giaoban import extract
from giaoban.archive import fingerprint, work
from reading.making import plain_word

from .making import NOTICE, failures, fill, results, start


def ledger(out: Path) -> list[str]:
    return [json.loads(line)["file"] for line in (out / "done.jsonl").read_text("utf-8").splitlines()]


def test_a_tree_is_read_as_a_tree(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    names = fill(tmp_path / "vào", 4)
    (tmp_path / "vào" / "tb-002.docx").write_bytes(plain_word(NOTICE.format(day=9).strip()))
    (tmp_path / "vào" / "trang.html").write_text(f"<html><body><p>{NOTICE.format(day=8)}</p></body></html>", "utf-8")
    code, out, err = run(capfd, "extract", tmp_path / "vào", "--out", tmp_path / "ra", "--jobs", "2")
    assert (code, out) == (0, "")
    assert "6 tệp: đọc mới 6, đã có 0, không đọc được 0" in err
    assert "\x1b" not in err, "a bar is for terminals"
    assert set(results(tmp_path / "ra")) == {*names, "tb-002.docx", "trang.html"}
    made = json.loads((tmp_path / "ra" / f"{names[0]}.json").read_text("utf-8"))
    assert made == extract(NOTICE.format(day=2)).as_dict()
    assert not (tmp_path / "ra" / "failures.jsonl").exists()


def test_only_what_is_new_changed_or_lost_is_read_again(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    names = fill(tmp_path / "vào", 5)
    ra = tmp_path / "ra"
    run(capfd, "extract", tmp_path / "vào", "--out", ra)
    (tmp_path / "vào" / names[1]).write_text(NOTICE.format(day=30), "utf-8")
    (ra / f"{names[2]}.json").unlink()
    (ra / f"{names[3]}.json").write_text("{", "utf-8")
    fill(tmp_path / "vào", 1, first=6)
    _, _, err = run(capfd, "--lang", "en", "extract", tmp_path / "vào", "--out", ra)
    assert "6 files: 4 read, 2 already there, 0 not read" in err
    assert results(ra)[names[1]] == NOTICE.format(day=30)
    assert len(results(ra)) == 6


def test_another_reader_reads_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from giaoban.archive import folder

    fill(tmp_path, 1)
    kept = work.read_one(work.Request("kl.txt", data=NOTICE.encode()))
    with folder.Folder.opened(tmp_path / "ra") as out:
        out.keep(kept)
    with folder.Folder.opened(tmp_path / "ra") as out:
        assert out.known("kl.txt") == kept.sha256
    monkeypatch.setattr(folder, "reader_version", lambda: "0.2.0+other")
    with folder.Folder.opened(tmp_path / "ra") as out:
        assert out.known("kl.txt") == ""


def test_the_reader_is_known_by_its_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint.reader_version()
    (tmp_path / "language").mkdir()
    (tmp_path / "language" / "words.py").write_text("", "utf-8")
    monkeypatch.setattr(fingerprint, "_SOURCE", tmp_path)
    monkeypatch.setattr(fingerprint, "_PARTS", ("language",))
    first = fingerprint.reader_version.__wrapped__()
    (tmp_path / "language" / "words.py").write_text("x = 1", "utf-8")
    assert len({before, first, fingerprint.reader_version.__wrapped__()}) == 3


def test_a_line_that_was_cut_short_is_no_result(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    fill(tmp_path / "vào", 3)
    run(capfd, "extract", tmp_path / "vào", "--out", tmp_path / "ra")
    book = tmp_path / "ra" / "done.jsonl"
    book.write_bytes(book.read_bytes()[:-20])
    _, _, err = run(capfd, "extract", tmp_path / "vào", "--out", tmp_path / "ra")
    assert "đọc mới 1, đã có 2" in err
    _, _, err = run(capfd, "extract", tmp_path / "vào", "--out", tmp_path / "ra")
    assert "đọc mới 0, đã có 3" in err


@pytest.mark.parametrize(
    ("language", "reason"), [("vi", "dấu chỉ độ mật “Tối mật”"), ("en", "secrecy level “Tối mật”")]
)
def test_failures_are_told_a_line_each_and_kept(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, language: str, reason: str
) -> None:
    names = fill(tmp_path / "vào", 2)
    (tmp_path / "vào" / "mật.txt").write_text("TỐI MẬT\nChuyện riêng", "utf-8")
    (tmp_path / "vào" / "hỏng.docx").write_bytes(b"PK\x03\x04 broken")
    code, _, err = run(capfd, "--lang", language, "extract", tmp_path / "vào", "--out", tmp_path / "ra")
    assert code == 2
    lines = [line for line in err.splitlines() if line.startswith("✗")]
    assert sorted(line.split(":")[0] for line in lines) == ["✗ hỏng.docx", "✗ mật.txt"]
    assert any(reason in line and line.endswith("(reading.secret)") for line in lines)
    assert failures(tmp_path / "ra" / "failures.jsonl") == {
        "hỏng.docx": "reading.damaged", "mật.txt": "reading.secret",
    }  # fmt: skip
    assert "Chuyện riêng" not in err + (tmp_path / "ra" / "failures.jsonl").read_text("utf-8")
    assert set(results(tmp_path / "ra")) == set(names)
    for name in ("mật.txt", "hỏng.docx"):
        (tmp_path / "vào" / name).unlink()
    assert run(capfd, "extract", tmp_path / "vào", "--out", tmp_path / "ra")[0] == 0
    assert not (tmp_path / "ra" / "failures.jsonl").exists()


def test_a_fault_of_the_reader_is_told_by_its_place_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: object) -> object:
        raise ValueError(f"cannot read {text}")

    monkeypatch.setattr(work, "understand", broken)
    outcome = work.read_one(work.Request("kl.txt", data="Chuyện riêng".encode()))
    assert outcome.failure is not None
    assert outcome.failure.code == "archive.fault"
    assert outcome.failure.detail.startswith("ValueError: File ")
    assert "Chuyện" not in outcome.failure.detail


def test_a_file_that_goes_away_is_a_failure() -> None:
    outcome = work.read_one(work.Request("kl.txt", "không-có.txt"))
    assert outcome.failure is not None
    assert outcome.failure.code == "archive.no_such_file"


def test_a_result_that_has_no_place_fails_its_file(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    names = fill(tmp_path / "vào", 2)
    (tmp_path / "ra" / f"{names[0]}.json").mkdir(parents=True)
    assert run(capfd, "extract", tmp_path / "vào", "--out", tmp_path / "ra")[0] == 2
    assert failures(tmp_path / "ra" / "failures.jsonl") == {names[0]: "archive.not_written"}
    assert (tmp_path / "ra" / f"{names[1]}.json").is_file()


def test_where_nothing_can_be_written_it_says_so(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    fill(tmp_path / "vào", 1)
    (tmp_path / "ra").write_text("a file", "utf-8")
    code, _, err = run(capfd, "--lang", "en", "extract", tmp_path / "vào", "--out", tmp_path / "ra")
    assert code == 2
    assert "cannot be written" in err
    assert "Traceback" not in err


def _wait_for(out: Path, count: int) -> None:
    ends = time.monotonic() + 60
    while not (out / "done.jsonl").exists() or len((out / "done.jsonl").read_bytes().splitlines()) < count:
        assert time.monotonic() < ends
        time.sleep(0.02)


def _children(process: int) -> list[int]:
    listed = subprocess.run(["ps", "-ww", "-o", "pid=,args=", "--ppid", str(process)], capture_output=True, text=True)
    return [int(line.split()[0]) for line in listed.stdout.splitlines() if "spawn_main" in line]


def test_stopped_from_the_terminal_it_keeps_what_was_read_and_goes_on(tmp_path: Path) -> None:
    names = fill(tmp_path / "vào", 400)
    ra = tmp_path / "ra"
    with start(tmp_path / "vào", "--out", ra, "--jobs", "2") as process:
        _wait_for(ra, 5)
        for one in (process.pid, *_children(process.pid)):
            os.kill(one, signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert process.returncode == 130, err
    assert "Traceback" not in err
    assert "chạy lại lệnh này thì đọc tiếp" in err
    done = ledger(ra)
    assert 5 <= len(done) < len(names)
    assert set(results(ra)) == set(done)
    with start(tmp_path / "vào", "--out", ra, "--jobs", "2") as process:
        _, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert f"đã có {len(done)}," in err
    assert sorted(ledger(ra)) == sorted(names), "none lost, none read twice"
    assert set(results(ra)) == set(names)


def test_a_process_that_is_killed_fails_its_own_file_alone(tmp_path: Path) -> None:
    names = fill(tmp_path / "vào", 60)
    (tmp_path / "vào" / "a-dài.txt").write_text(NOTICE.format(day=1) * 9_000, "utf-8")
    ra = tmp_path / "ra"
    with start(tmp_path / "vào", "--out", ra, "--jobs", "1") as process:
        ends = time.monotonic() + 60
        while not (worker := _children(process.pid)):
            assert time.monotonic() < ends
            time.sleep(0.02)
        time.sleep(0.3)
        os.kill(worker[0], signal.SIGKILL)
        _, err = process.communicate(timeout=120)
    assert process.returncode == 2, err
    assert failures(ra / "failures.jsonl") == {"a-dài.txt": "archive.broke_off"}
    assert set(results(ra)) == set(names)


def test_two_runs_do_not_write_into_one_folder(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    from giaoban.archive.folder import Folder

    fill(tmp_path / "vào", 1)
    with Folder.opened(tmp_path / "ra"):
        code, _, err = run(capfd, "extract", tmp_path / "vào", "--out", tmp_path / "ra")
    assert code == 2
    assert "Một lần đọc khác đang ghi" in err


def test_how_many_and_where_need_a_place_for_the_results(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    fill(tmp_path, 1)
    assert "--out" in run(capfd, "extract", tmp_path, "--jobs", "2")[2]
    code, _, err = run(capfd, "extract", tmp_path, "--out", tmp_path / "ra", "--jobs", "2", "--dask", "tcp://x:1")
    assert code == 2
    assert "--dask" in err
