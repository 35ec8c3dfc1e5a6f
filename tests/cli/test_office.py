"""The office's commands, run as a person runs them: words on the screen, exit codes, JSON."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from pages.site import run

COMMITTEE = (
    *("--name", "Huyện ủy Thử", "--level", "district", "--level-word", "huyện", "--place", "Thử"),
    *("--office", "Văn phòng Huyện ủy", "--administrator", "Người Quản trị", "--username", "quantri-thu"),
)


@pytest.fixture
def folder(demo_data: Path, tmp_path: Path) -> Path:
    """A data folder of this test's own."""
    return shutil.copytree(demo_data, tmp_path / "var")


def _change(folder: Path, *statements: str) -> None:
    with closing(sqlite3.connect(folder / "giaoban.sqlite3")) as database, database:
        for statement in statements:
            database.execute(statement)


def test_the_demo_tells_its_accounts_and_is_loaded_once(folder: Path) -> None:
    done = run(folder, "demo")
    assert done.returncode == 2
    assert "dữ liệu mẫu chỉ nạp vào cơ sở dữ liệu trống" in done.stderr


def test_a_sound_audit_is_said_to_be_sound(folder: Path) -> None:
    done = run(folder, "verify-audit")
    assert done.returncode == 0
    assert "không có dòng nào bị sửa" in done.stdout
    found = json.loads(run(folder, "verify-audit", "--json").stdout)
    assert found == {"chains": 2, "bad": []}


def test_the_first_bad_row_is_named(folder: Path) -> None:
    _change(
        folder,
        "DROP TRIGGER audit_event_never_update",
        "UPDATE audit_auditevent SET actor_name = 'ai đó' WHERE sequence = 4 AND committee_id = 2",
    )
    done = run(folder, "verify-audit")
    assert done.returncode == 1
    assert "✗ Sổ 2, dòng 4: Nội dung đã bị sửa." in done.stdout
    as_json = run(folder, "verify-audit", "--json")
    assert as_json.returncode == 1
    assert json.loads(as_json.stdout)["bad"] == [{"committee": 2, "sequence": 4, "fault": "changed"}]


def test_a_removed_row_is_named(folder: Path) -> None:
    _change(
        folder,
        "DROP TRIGGER audit_event_never_delete",
        "DELETE FROM audit_auditevent WHERE sequence = 3 AND committee_id = 2",
    )
    assert "✗ Sổ 2, dòng 3: Dòng này đã bị xóa." in run(folder, "verify-audit").stdout


def test_a_committee_is_opened_with_its_administrator(tmp_path: Path) -> None:
    done = run(tmp_path, "new-committee", *COMMITTEE)
    assert done.returncode == 0, done.stderr
    assert re.search(r"quantri-thu  \w{4}(-\w{4}){4}", done.stdout)
    again = run(tmp_path, "new-committee", *COMMITTEE)
    assert again.returncode == 2
    assert "Tên đăng nhập này đã có người dùng." in again.stderr


def test_a_wrong_level_is_refused(tmp_path: Path) -> None:
    done = run(tmp_path, "new-committee", *COMMITTEE, "--level", "village")
    assert done.returncode == 2
    assert "village" in done.stderr


def test_migrating_twice_does_nothing_more(tmp_path: Path) -> None:
    assert "Cập nhật cơ sở dữ liệu" in run(tmp_path, "migrate").stdout
    assert "Cập nhật cơ sở dữ liệu" not in run(tmp_path, "migrate").stdout


def test_a_worker_wants_a_database_that_is_current(tmp_path: Path) -> None:
    run(tmp_path, "migrate")
    _change(tmp_path, "DELETE FROM django_migrations WHERE app = 'tasks'")
    done = run(tmp_path, "worker")
    assert done.returncode == 2
    assert "giaoban migrate" in done.stderr


def test_a_database_that_was_made_unsafe_is_refused(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "giaoban.sqlite3", isolation_level=None)) as database:
        assert database.execute("PRAGMA journal_mode=DELETE").fetchone() == ("delete",)
    done = run(folder, "migrate")
    assert done.returncode == 2
    assert "journal_mode=WAL" in done.stderr


@pytest.mark.parametrize("name", ["serve", "worker", "migrate", "demo", "new-committee", "verify-audit"])
def test_every_command_tells_what_it_does(name: str, tmp_path: Path) -> None:
    done = run(tmp_path, name, "--help")
    assert done.returncode == 0
    assert f"giaoban {name}" in done.stdout


def test_how_good_the_reader_is_is_told_in_words_and_as_json(folder: Path) -> None:
    done = run(folder, "reader-quality")
    assert done.returncode == 0, done.stderr
    assert "Tất cả văn bản đã giao" in done.stdout
    found = json.loads(run(folder, "reader-quality", "--json").stdout)
    total = found["total"]
    assert total["proposed"] == total["as_is"] + total["changed"] + total["rejected"] > 0
    assert sum(one["documents"] for one in found["by_type"].values()) == total["documents"]
    assert json.loads(run(folder, "reader-quality", "--json", "--committee", "987").stdout)["total"]["documents"] == 0


def test_files_of_nothing_are_listed_and_removed_only_when_asked(folder: Path) -> None:
    stray = folder / "files" / "1" / "ab" / ("ab" * 32)
    stray.parent.mkdir(parents=True, exist_ok=True)
    stray.write_bytes(b"x")
    os.utime(stray, (time.time() - 7200,) * 2)
    done = run(folder, "sweep-files")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == f"1/ab/{'ab' * 32}"
    assert stray.exists()
    assert "Đã xóa 1 tệp" in run(folder, "sweep-files", "--delete").stdout
    assert not stray.exists()
