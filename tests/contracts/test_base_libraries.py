"""The reader and its command as ``pip install giaoban`` brings them: with the base libraries and nothing else."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from reading.making import plain_word

NOTICE = "Kết luận hội nghị, đồng chí Bí thư yêu cầu Công an xã tăng cường tuần tra trước ngày 30/9/2025."
BLOCK = """
import sys
class Block:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in BLOCKED:
            raise ModuleNotFoundError(name + " is not of the base", name=name)
BLOCKED = set(sys.argv.pop(1).split(","))
sys.meta_path.insert(0, Block())
"""
COMMAND = "from giaoban.cli.main import main; main()"
#: In this process: the command reads such a file in another one, where nothing is blocked.
LIBRARY = "from pathlib import Path; from giaoban import extract; print(extract(Path(sys.argv[1])).directives[0].lead)"


def needed(wanted: Requirement, seen: set[tuple[str, str]]) -> set[str]:
    """Return the names of a distribution and of all that it needs, with the extras that are asked for."""
    name = canonicalize_name(wanted.name)
    for extra in ("", *wanted.extras):
        if (name, extra) not in seen:
            seen.add((name, extra))
            for one in _requirements(name, extra):
                needed(one, seen)
    return {name for name, _ in seen}


def _requirements(name: str, extra: str) -> Iterator[Requirement]:
    try:
        listed = requires(name) or []
    except PackageNotFoundError:
        return
    for one in map(Requirement, listed):
        if one.marker is None or one.marker.evaluate({"extra": extra}):
            yield one


def foreign_modules() -> set[str]:
    """Return the modules installed here that the base does not bring."""
    base = needed(Requirement("giaoban"), set())
    return {
        module
        for module, owners in packages_distributions().items()
        if not {canonicalize_name(one) for one in owners} & base and "." not in module
    }


def run(*arguments: str | Path, program: str = COMMAND) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", BLOCK + program, ",".join(sorted(foreign_modules())), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_what_is_foreign_to_the_base() -> None:
    foreign = foreign_modules()
    assert {"django", "pytest", "pyarrow", "distributed", "psycopg", "xlsxwriter"} <= foreign
    assert not {"giaoban", "lxml", "docx", "typer", "rich", "trafilatura"} & foreign


@pytest.mark.parametrize("extension", [".txt", ".docx", ".html"])
def test_a_document_is_read_with_the_base_alone(tmp_path: Path, extension: str) -> None:
    page = f"<html><body><article><p>{NOTICE}</p></article></body></html>"
    path = tmp_path / f"kl{extension}"
    path.write_bytes({".txt": NOTICE.encode(), ".docx": plain_word(NOTICE), ".html": page.encode()}[extension])
    done = run(path, program=LIBRARY)
    assert (done.stdout, done.stderr) == ("['Công an xã']\n", "")
    assert '"lead": [' in run("extract", path).stdout


def test_an_archive_is_read_with_the_base_alone(tmp_path: Path) -> None:
    (tmp_path / "kl.txt").write_text(NOTICE, "utf-8")
    assert run("extract", tmp_path, "--out", tmp_path / "ra").returncode == 0
    assert (tmp_path / "ra" / "kl.txt.json").exists()
    table = run("extract", tmp_path, "--out", tmp_path / "x.parquet")
    cluster = run("extract", tmp_path, "--out", tmp_path / "ra", "--dask", "tcp://127.0.0.1:9")
    for done, extra in ((table, "parquet"), (cluster, "dask")):
        assert done.returncode == 2
        assert f"pip install 'giaoban[{extra}]'" in done.stderr
