"""The database before the first page: made, brought up to date by one process alone, and refused where it is unsafe."""

from __future__ import annotations

import fcntl
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from giaoban.refusal import Refusal, phrase

#: Any fixed number will do: PostgreSQL's lock under which one server at a time changes the tables.
MIGRATION_LOCK = 7_204_391
#: What SQLite must answer for a committed write to outlive a power cut: pragma, value, and its name for people.
SAFE_PRAGMAS = (
    ("journal_mode", "wal", "journal_mode=WAL"),
    ("synchronous", 2, "synchronous=FULL"),
    ("foreign_keys", 1, "foreign_keys=ON"),
)


@contextmanager
def one_process_at_a_time() -> Iterator[None]:
    """Hold the lock under which tables, static files and the first data are made; others wait for it."""
    folder = Path(settings.DATA_DIR)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / "start.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if connection.vendor != "postgresql":
            yield
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATION_LOCK])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [MIGRATION_LOCK])


def make_sqlite_file() -> None:
    """Make the SQLite file if there is none, and turn write-ahead logging on, once: the file keeps it."""
    if connection.vendor != "sqlite":
        return
    path = Path(connection.settings_dict["NAME"])
    if path.exists() and path.stat().st_size:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode=WAL")


def refuse_unsafe_database() -> None:
    """Raise :class:`~giaoban.refusal.Refusal` where the database would promise less than it must.

    SQLite: write-ahead log, full synchronisation, foreign keys. PostgreSQL: a role that is no superuser, since a
    superuser passes every row's protection.
    """
    if connection.vendor == "sqlite":
        _refuse_unsafe_sqlite()
    elif connection.vendor == "postgresql":
        _refuse_superuser()


def _refuse_unsafe_sqlite() -> None:
    with connection.cursor() as cursor:
        for pragma, wanted, words in SAFE_PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
            found = cursor.fetchone()[0]
            if found != wanted:
                raise Refusal(
                    "server.unsafe_database",
                    phrase("Tệp dữ liệu không đủ an toàn: cần %(wanted)s, hiện là %(found)s (%(path)s)."),
                    wanted=words,
                    found=found,
                    path=connection.settings_dict["NAME"],
                )


def _refuse_superuser() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        if cursor.fetchone()[0]:
            raise Refusal(
                "server.superuser_role",
                phrase("Tài khoản PostgreSQL “%(role)s” có quyền superuser; hãy dùng tài khoản riêng cho Giao Ban."),
                role=connection.settings_dict["USER"],
            )


def is_current() -> bool:
    """Return whether every migration has been applied."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def migrate() -> None:
    """Apply the migrations that are missing."""
    call_command("migrate", interactive=False, verbosity=0)
