"""Programs that only some formats need: told when they are missing, and nothing is lost."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from giaoban.reading import ReadingRefusal, programs, read_bytes
from giaoban.reading.apart import read_bytes_apart
from giaoban.reading.programs import main, missing_programs, path_of, run

from .hostile import white_png
from .making import outcome


def is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


@pytest.fixture
def no_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which none of them is installed."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def test_a_refusal_names_the_packages(no_programs: Path) -> None:
    for read in (read_bytes, read_bytes_apart):
        with pytest.raises(ReadingRefusal) as refused:
            read(white_png(), "a.png")
        assert refused.value.code == "reading.needs_program"
        assert "sudo apt install tesseract-ocr tesseract-ocr-vie" in str(refused.value)
        assert "Không có gì được lưu lại" in str(refused.value)


def test_what_waits_is_said_in_a_line_each(no_programs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main()
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(missing_programs()) == 3
    assert "sudo apt install antiword" in lines[1]


@pytest.mark.usefixtures("programs")
def test_nothing_is_said_where_all_are_there(capsys: pytest.CaptureFixture[str]) -> None:
    main()
    assert capsys.readouterr().out == ""
    assert missing_programs() == ()


def test_tesseract_without_vietnamese_is_missing(no_programs: Path) -> None:
    program = no_programs / "tesseract"
    program.write_text("#!/bin/sh\necho eng\n")
    program.chmod(0o755)
    assert path_of("tesseract") is None
    program.write_text("#!/bin/sh\necho vie\n")
    programs._path_of.cache_clear()
    assert path_of("tesseract") == str(program)


def test_a_program_runs_in_its_folder_with_nothing_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "kín")
    told = run(["/bin/sh", "-c", "pwd; env"], tmp_path, 10).decode()
    assert told.startswith(f"{tmp_path}\n")
    assert f"HOME={tmp_path}" in told
    assert "SECRET_KEY" not in told


def test_a_program_that_fails_is_a_refusal(tmp_path: Path) -> None:
    assert outcome(lambda: run(["/bin/false"], tmp_path, 10)) == "reading.damaged"
    assert run(["/bin/sh", "-c", "echo a; exit 3"], tmp_path, 10, may_fail=True) == b"a\n"


def test_a_program_that_takes_too_long_ends_with_all_that_it_started(tmp_path: Path) -> None:
    script = "sleep 300 & echo $! > started; wait"
    assert outcome(lambda: run(["/bin/sh", "-c", script], tmp_path, 0.5)) == "reading.too_slow"
    started = int((tmp_path / "started").read_text())
    ends = time.monotonic() + 5
    while is_running(started) and time.monotonic() < ends:
        time.sleep(0.02)
    assert not is_running(started)


def test_the_installer_says_what_is_missing(no_programs: Path) -> None:
    script = Path(__file__).resolve().parents[2] / "scripts" / "format_programs.py"
    done = subprocess.run(
        [sys.executable, str(script), "--check"],
        capture_output=True,
        text=True,
        env={"PATH": str(no_programs)},
        check=False,
    )
    assert done.returncode == 1
    assert "sudo apt install tesseract-ocr" in done.stderr
