"""A PostgreSQL of the tests' own: made in a temporary folder, reached through a socket there, gone at the end."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import quote

PROGRAMS = Path("/usr/lib/postgresql")
ROLE = "giaoban"
#: Nothing of it outlives the tests, so nothing needs to reach the disk.
IN_A_HURRY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60")
#: PostgreSQL refuses to run as root; where the tests do, it runs as the first of these that the machine knows.
OTHER_USERS = ("postgres", "nobody")


class NoPostgreSQL(RuntimeError):
    """PostgreSQL's programs are not on this machine."""


def _folder_of_programs() -> Path:
    newest = sorted(PROGRAMS.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = str(newest[-1]) if newest else shutil.which("initdb")
    if not found:
        raise NoPostgreSQL("PostgreSQL is missing: run `make test`, or install the package postgresql")
    return Path(found).parent


def _other_user() -> list[str]:
    """Return the words before a command that make it run as another user than root; none for anybody else."""
    if os.geteuid() != 0:
        return []
    names = {line.split(":")[0] for line in Path("/etc/passwd").read_text("utf-8").splitlines()}
    user = next(name for name in OTHER_USERS if name in names)
    return ["setpriv", f"--reuid={user}", "--regid=" + _group_of(user), "--clear-groups", "--"]


def _group_of(user: str) -> str:
    return subprocess.run(["id", "-g", user], capture_output=True, text=True, check=True).stdout.strip()


class PostgreSQLServer:
    """A running server; ``url`` is where its empty database is."""

    def __init__(self) -> None:
        self._programs, self._as_user = _folder_of_programs(), _other_user()
        self._folder = Path(tempfile.mkdtemp(prefix="gb-pg-"))
        if self._as_user:
            shutil.chown(self._folder, self._as_user[1].partition("=")[2])
        self._data = self._folder / "data"
        self.url = f"postgresql://{ROLE}@{quote(str(self._folder), safe='')}/postgres"

    def start(self) -> None:
        """Make the database cluster and start the server; returns when it answers."""
        self._run("initdb", "-D", self._data, "-U", ROLE, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        options = " ".join(f"-c {one}" for one in IN_A_HURRY)
        options += f" -c listen_addresses='' -c unix_socket_directories='{self._folder}'"
        self._run("pg_ctl", "-D", self._data, "-w", "-o", options, "-l", self._folder / "log", "start")

    def stop(self) -> None:
        """Stop the server at once and remove its folder."""
        self._run("pg_ctl", "-D", self._data, "-m", "immediate", "stop")
        shutil.rmtree(self._folder)

    def _run(self, program: str, *arguments: str | Path) -> None:
        command = [*self._as_user, str(self._programs / program), *map(str, arguments)]
        done = subprocess.run(command, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr}")
