"""Results as one Parquet file: its rows and columns, going on by parts, and what it will not write over."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from cli.test_extract import run
from giaoban import extract
from giaoban.archive import table
from giaoban.archive.refusals import ArchiveRefusal
from giaoban.archive.table import Table, parts_of
from giaoban.archive.work import Request, read_one

from .making import NOTICE, failures, fill


def rows(path: Path) -> dict[str, dict[str, Any]]:
    found = parquet.read_table(path).to_pylist()
    assert len({one["file"] for one in found}) == len(found)
    return {one["file"]: one for one in found}


def test_a_row_holds_all_that_was_found(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    names = fill(tmp_path / "vào", 3)
    (tmp_path / "vào" / "mật.txt").write_text("MẬT\nx", "utf-8")
    out = tmp_path / "kết quả.parquet"
    assert run(capfd, "extract", tmp_path / "vào", "--out", out)[0] == 2
    made = rows(out)
    assert set(made) == set(names)
    row = made[names[0]]
    assert {name: row[name] for name in row if name not in ("file", "sha256", "reader")} == json.loads(
        json.dumps(extract(NOTICE.format(day=2)).as_dict())
    )
    assert failures(tmp_path / "kết quả.failures.jsonl") == {"mật.txt": "reading.secret"}
    assert not parts_of(out).exists()


def test_it_goes_on_after_its_parts(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = fill(tmp_path / "vào", 7)
    out = tmp_path / "x.parquet"
    monkeypatch.setattr(table, "_ROWS", 2)
    with Table.opened(out) as cut:
        for name in names[:5]:
            cut.keep(read_one(Request(name, str(tmp_path / "vào" / name))))
        cut.finish(set(names[:5]), is_complete=False)
    assert not out.exists()
    assert len(list(parts_of(out).glob("*.parquet"))) == 3
    assert "7 tệp: đọc mới 2, đã có 5" in run(capfd, "extract", tmp_path / "vào", "--out", out)[2]
    assert set(rows(out)) == set(names)
    assert parquet.ParquetFile(out).metadata.num_row_groups == 4


def test_a_changed_file_has_its_new_row_and_a_lost_one_none(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    names = fill(tmp_path / "vào", 3)
    out = tmp_path / "x.parquet"
    run(capfd, "extract", tmp_path / "vào", "--out", out)
    (tmp_path / "vào" / names[0]).write_text(NOTICE.format(day=30), "utf-8")
    (tmp_path / "vào" / names[1]).unlink()
    assert "2 tệp: đọc mới 1, đã có 1" in run(capfd, "extract", tmp_path / "vào", "--out", out)[2]
    assert {name: row["text"] for name, row in rows(out).items()} == {
        names[0]: NOTICE.format(day=30),
        names[2]: NOTICE.format(day=4),
    }


def test_nothing_new_leaves_the_file_as_it_is(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    fill(tmp_path / "vào", 2)
    out = tmp_path / "x.parquet"
    run(capfd, "extract", tmp_path / "vào", "--out", out)
    before = out.stat().st_mtime_ns
    assert run(capfd, "extract", tmp_path / "vào", "--out", out)[0] == 0
    assert out.stat().st_mtime_ns == before


@pytest.mark.parametrize("content", ["not Parquet", "Parquet"])
def test_a_file_of_somebody_else_is_not_written_over(tmp_path: Path, content: str) -> None:
    import pyarrow

    out = tmp_path / "x.parquet"
    out.write_text("chuyện khác", "utf-8")
    if content == "Parquet":
        parquet.write_table(pyarrow.table({"a": [1]}), out)
    before = out.read_bytes()
    with pytest.raises(ArchiveRefusal, match="không phải do lệnh này"), Table.opened(out):
        pass
    assert out.read_bytes() == before


def test_a_name_in_another_encoding_is_told_by_its_bytes(tmp_path: Path) -> None:
    name = b"qu\xfd I.txt".decode("utf-8", "surrogateescape")
    with Table.opened(tmp_path / "x.parquet") as out:
        out.keep(read_one(Request(name, data=NOTICE.encode())))
        out.finish({name}, is_complete=True)
    assert list(rows(tmp_path / "x.parquet")) == ["qu\\xfd I.txt"]


def test_without_pyarrow_it_says_what_to_install(tmp_path: Path) -> None:
    fill(tmp_path / "vào", 1)
    program = "import sys; sys.modules['pyarrow'] = None; from giaoban.cli.main import main; main()"
    arguments = ["--lang", "en", "extract", str(tmp_path / "vào"), "--out", str(tmp_path / "x.parquet")]
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "pip install 'giaoban[parquet]'" in done.stderr
    assert "Traceback" not in done.stderr
