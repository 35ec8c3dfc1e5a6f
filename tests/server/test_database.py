"""The database before the first page: made safe, refused where it is not."""

from __future__ import annotations

import fcntl
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.utils import ConnectionHandler

from giaoban.refusal import Refusal
from giaoban.server import database
from giaoban.server.settings.base import SQLITE_OPTIONS


@pytest.fixture
def sqlite_file(tmp_path: Path, django_db_blocker: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The module's connection turned to an SQLite file of its own, whatever the other tests run on."""
    path = tmp_path / "giaoban.sqlite3"
    settings = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path), "OPTIONS": SQLITE_OPTIONS}
    own = ConnectionHandler({"default": settings})["default"]
    monkeypatch.setattr(database, "connection", own)
    with django_db_blocker.unblock():
        yield path
        own.close()


def test_a_new_file_is_its_owners_and_keeps_a_write_ahead_log(sqlite_file: Path) -> None:
    database.make_sqlite_file()
    assert stat.S_IMODE(sqlite_file.stat().st_mode) == 0o600
    with closing(sqlite3.connect(sqlite_file)) as plain:
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    database.refuse_unsafe_database()


def test_a_file_that_is_there_is_left_as_it_is(sqlite_file: Path) -> None:
    with closing(sqlite3.connect(sqlite_file)) as plain:
        plain.execute("CREATE TABLE kept (id)")
    before = sqlite_file.read_bytes()
    database.make_sqlite_file()
    assert sqlite_file.read_bytes() == before


def test_a_file_without_a_write_ahead_log_is_refused(sqlite_file: Path) -> None:
    with closing(sqlite3.connect(sqlite_file)) as plain:
        plain.execute("CREATE TABLE kept (id)")
    with pytest.raises(Refusal, match="journal_mode=WAL") as refused:
        database.refuse_unsafe_database()
    assert refused.value.code == "server.unsafe_database"


@pytest.mark.parametrize(
    ("command", "words"),
    [("PRAGMA synchronous=NORMAL", "synchronous=FULL"), ("PRAGMA foreign_keys=OFF", "foreign_keys=ON")],
)
def test_less_than_full_care_is_refused(command: str, words: str, sqlite_file: Path) -> None:
    database.make_sqlite_file()
    with database.connection.cursor() as cursor:
        cursor.execute(command)
    with pytest.raises(Refusal, match=words):
        database.refuse_unsafe_database()


def test_what_the_tests_themselves_run_on_is_refused(db: Any) -> None:
    """A PostgreSQL superuser passes every row's protection; a database in memory keeps nothing."""
    reason = {"postgresql": "server.superuser_role", "sqlite": "server.unsafe_database"}
    with pytest.raises(Refusal) as refused:
        database.refuse_unsafe_database()
    assert refused.value.code == reason[connection.vendor]


def test_the_tables_of_the_tests_are_current(db: Any) -> None:
    assert database.is_current()


def test_one_process_at_a_time_prepares(db: Any, tmp_path: Path, settings: Any) -> None:
    settings.DATA_DIR = tmp_path / "var"
    with database.one_process_at_a_time():
        assert not _is_free(tmp_path / "var" / "start.lock")
    assert _is_free(tmp_path / "var" / "start.lock")


def _is_free(lock: Path) -> bool:
    with lock.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True
