"""What the papers say is so: every path they name is there, every command too."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from giaoban.cli.words import OFFICE

ROOT = Path(__file__).resolve().parents[2]
PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
#: The papers whose every path is one of ours; they name files from the root or from the package.
MAPS = [
    *sorted(ROOT.glob("README*.md")),
    ROOT / "docs" / "architecture.md",
    ROOT / "docs" / "tour.md",
    *sorted((ROOT / "docs" / "decisions").glob("*.md")),
]
HOMES = (ROOT, ROOT / "src" / "giaoban")
A_PATH = re.compile(r"`((?:src|tests|docs|scripts|requirements)/[\w./-]+)`")
#: Anything in backticks with a slash inside; patterns (`<part>`, `*`) and addresses (`/nhiem-vu/`) are none.
LIKE_A_PATH = re.compile(r"`(\w[\w.-]*/\w[\w./-]*)`")
#: What an installation makes for itself.
MADE = "var/"
A_LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")
A_COMMAND = re.compile(r"(?<!from )giaoban ([a-z][a-z-]+)")
A_TARGET = re.compile(r"make ([a-z]+(?:-[a-z]+)*)")


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_path_of_a_paper_is_there(paper: Path) -> None:
    text = paper.read_text("utf-8")
    missing = [path for path in A_PATH.findall(text) if not (ROOT / path).exists()]
    missing += [path for path in A_LINK.findall(text) if not (paper.parent / path).exists()]
    assert not missing


@pytest.mark.parametrize("paper", MAPS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_path_of_a_map_is_there(paper: Path) -> None:
    named = [path for path in LIKE_A_PATH.findall(paper.read_text("utf-8")) if not path.startswith(MADE)]
    assert not [path for path in named if not any((home / path).exists() for home in HOMES)]


def test_the_map_tells_the_layers_as_they_are() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = config["tool"]["importlinter"]["contracts"][0]["layers"]
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    assert " > ".join(layer.strip("()") for layer in layers) in text


@pytest.mark.parametrize("name", ["README.md", "README.en.md"])
def test_every_command_of_the_readme_is_one(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert set(A_COMMAND.findall(text)) <= {*OFFICE, "extract"}
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(A_TARGET.findall(text)) <= targets


def test_the_readme_has_an_english_twin_of_the_same_parts() -> None:
    vietnamese, english = ((ROOT / name).read_text("utf-8") for name in ("README.md", "README.en.md"))
    assert vietnamese.count("\n## ") == english.count("\n## ")
    assert A_LINK.findall(vietnamese)[1:] == A_LINK.findall(english)[1:]


def test_the_names_of_the_tour_are_in_the_files_it_names() -> None:
    text = (ROOT / "docs" / "tour.md").read_text("utf-8")
    for name, path in re.findall(r"`(\w+)`[^`]{0,40}?(?:in|of|\()\s*`(src/[\w./]+\.py)`", text):
        assert re.search(rf"\b{name}\b", (ROOT / path).read_text("utf-8")), (name, path)
