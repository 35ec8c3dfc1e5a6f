"""Data files become rows, and a file that is not as it must be is refused by file and row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

import pytest

from giaoban.facts import FactError, load, parse


@dataclass(frozen=True, slots=True)
class Verb:
    id: str
    words: tuple[str, ...]
    source: str
    strength: Literal["order", "wish"] = "order"
    valid_from: date | None = None
    forms: dict[str, str] | None = None


GOOD = """
source = "Sổ tay A, trang 5"
[[verb]]
id = "give"
words = ["giao", "phân công"]
[[verb]]
id = "hope"
words = ["mong"]
strength = "wish"
source = "Sổ tay B"
valid_from = 2024-03-01
"""


def test_rows_come_in_order_with_shared_and_own_source() -> None:
    rows = parse(GOOD, Verb, where="verbs.toml")
    assert rows == (
        Verb("give", ("giao", "phân công"), "Sổ tay A, trang 5"),
        Verb("hope", ("mong",), "Sổ tay B", "wish", date(2024, 3, 1)),
    )


def test_load_reads_a_package_s_file_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "somepart" / "data").mkdir(parents=True)
    (tmp_path / "somepart" / "__init__.py").touch()
    file = tmp_path / "somepart" / "data" / "verbs.toml"
    file.write_text(GOOD, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    first = load("somepart", "verbs", Verb)
    file.unlink()
    assert load("somepart", "verbs", Verb) is first


def test_a_missing_file_is_named() -> None:
    with pytest.raises(FactError, match=r"giaoban/data/nothing\.toml: cannot be read"):
        load("giaoban", "nothing", Verb)


def row(*lines: str) -> str:
    return "\n".join(['[[verb]]\nid = "a"', *lines])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("this is no toml", "not TOML"),
        ('source = "A"', "one list of rows"),
        ('[[a]]\nid = "1"\n[[b]]\nid = "2"', "found a, b"),
        (row('words = ["x"]'), r"row 1 \(a\): has no source"),
        (row('words = ["x"]', 'source = "  "'), r"row 1 \(a\): has no source"),
        ('[[verb]]\nwords = ["x"]\nsource = "A"', r"row 1 \(no id\): has no id"),
        (row('source = "A"'), r"row 1 \(a\): missing: words"),
        (row('source = "A"', 'words = ["x"]', "wrods = 1"), "unknown: wrods"),
        (row('source = "A"', 'words = "x"'), "words: 'x' is no"),
        (row('source = "A"', 'words = ["x", 1]'), "words:"),
        (row('source = "A"', 'words = ["x"]', 'strength = "maybe"'), "strength: 'maybe'"),
        (row('source = "A"', 'words = ["x"]', 'valid_from = "2024"'), "valid_from"),
        (row('source = "A"', 'words = ["x"]', "forms = {a = 1}"), "forms"),
        (row('source = "A"', 'words = ["hoa\u0300"]'), "not in Unicode NFC"),
        (row('source = "A"', 'words = ["x"]', "", row('source = "A"', 'words = ["y"]')), "id a stands twice"),
    ],
)
def test_a_bad_file_is_refused(text: str, words: str) -> None:
    with pytest.raises(FactError, match=rf"verbs\.toml.*{words}"):
        parse(text, Verb, where="verbs.toml")


def test_the_same_id_may_stand_again_from_another_day() -> None:
    text = GOOD + '[[verb]]\nid = "hope"\nwords = ["ước"]\nvalid_from = 2025-07-01\n'
    assert [one.id for one in parse(text, Verb, where="verbs.toml")] == ["give", "hope", "hope"]


def test_every_data_file_of_the_product_says_what_it_is() -> None:
    found = list(_toml_files(files("giaoban")))
    assert found
    for path in found:
        assert path.read_text("utf-8").startswith("# "), f"{path}: no opening comment"


def _toml_files(folder: Traversable) -> Iterator[Traversable]:
    for path in folder.iterdir():
        if path.is_dir():
            yield from _toml_files(path)
        elif path.name.endswith(".toml"):
            yield path
