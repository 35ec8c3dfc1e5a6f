"""Names: a test file is called after what it tests, a model after the glossary."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps

from longest_first import LONG

ROOT = Path(__file__).resolve().parents[2]
TESTS, SOURCE = ROOT / "tests", ROOT / "src" / "giaoban"
SCRIPTS = sorted((ROOT / "scripts").glob("*.py"))
#: Folders whose tests are about the whole: they are named after what a person does, or what must always hold.
OF_THE_WHOLE = {"pages", "contracts", "corpus"}
#: The look as a whole, on its page of components: what it shows, how its letters are drawn, what its scripts do.
OF_THE_LOOK = {"test_gallery.py", "test_typeface.py", "test_scripts.py"}
#: The reading of files as a whole: every format alike, and every hostile file refused.
OF_THE_READING = {"test_formats.py", "test_hostile.py"}
FILES = sorted(
    path
    for path in TESTS.rglob("test_*.py")
    if path.relative_to(TESTS).parts[0] not in OF_THE_WHOLE
    and not (path.parent == TESTS / "web" and path.name in OF_THE_LOOK)
    and not (path.parent == TESTS / "reading" and path.name in OF_THE_READING)
)


@cache
def _names_of(folder: Path, module: Path) -> set[str]:
    """Return the modules and public names of a part, or of the module that stands for one."""
    files = sorted(folder.rglob("*.py")) if folder.is_dir() else [module]
    names = {path.stem for path in (*files, *folder.rglob("*.css"), *folder.rglob("*.js"), *SCRIPTS)} | {folder.name}
    for path in files:
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                names.add(node.name)
    folders = {path.name for path in folder.rglob("*") if path.is_dir()} if folder.is_dir() else set()
    return names | folders


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TESTS)))
def test_a_test_file_is_named_after_a_module_or_a_public_name_of_its_part(path: Path) -> None:
    part = Path(*path.relative_to(TESTS).parts[:-1])
    names = _names_of(SOURCE / part, SOURCE / f"{part}.py")
    assert path.stem.removeprefix("test_") in {_snake(name) for name in names}


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


def test_the_files_that_begin_first_are_there() -> None:
    assert [name for name in LONG if not (TESTS / name).exists()] == []


def _words(name: str) -> str:
    return _snake(name).replace("_", " ")


def test_the_names_of_models_stand_in_the_glossary() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text("utf-8").lower()
    ours = [model for model in apps.get_models() if model.__module__.startswith("giaoban.")]
    unknown = [name for name in (model.__name__ for model in ours) if f"**{_words(name)}**" not in glossary]
    assert not unknown
