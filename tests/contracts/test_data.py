"""Every data file: TOML, one list, an id and a source for each row, in NFC; and Vietnamese text in NFC everywhere."""

from __future__ import annotations

import subprocess
import tomllib
import unicodedata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "src" / "giaoban").rglob("data/*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT / "src" / "giaoban")))
def test_a_data_file_says_what_it_is_and_where_each_row_is_from(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith("# "), "the first line says what the file is"
    content = tomllib.loads(text)
    lists = [value for value in content.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
    assert len(lists) == 1
    for row in lists[0]:
        assert row["id"]
        assert str(row.get("source") or content.get("source", "")).strip(), row["id"]


def test_every_text_in_the_project_is_nfc() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    decomposed = []
    for name in listed.decode().split("\0"):
        path = ROOT / name
        if path.suffix in {".py", ".toml", ".html", ".md", ".po", ".txt", ".js", ".css"} and path.is_file():
            text = path.read_text("utf-8")
            if text != unicodedata.normalize("NFC", text):
                decomposed.append(name)
    assert not decomposed
