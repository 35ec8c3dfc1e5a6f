"""docs/reader.md says what the reader does: its document goes through the stages as shown, words are taught so."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAPER = (ROOT / "docs" / "reader.md").read_text("utf-8")
DOCUMENT = re.search(r"```text\n(.*?)```", PAPER, re.DOTALL)
#: What the reader's part of the package needs.
PARTS = ("__init__.py", "facts.py", "vietnamese.py", "refusal.py", "reader.py", "language", "reading", "periods")
IMPORTS = """
from giaoban.language.bodies import body_at
from giaoban.language.doctype import classify
from giaoban.language.sections import section_role
from giaoban.language.verbs import verb_at
from giaoban.language.words import words_of
"""


class Lesson(NamedTuple):
    """A line of the table: words for a row of a file, what is asked after that, and what it is then."""

    file: str
    row: str
    words: str
    asked: str
    then: str


LESSONS = [
    Lesson(*found)
    for found in re.findall(
        r"^\| [^|]+ \| `(\w+\.toml)` \| `(\w+)` \| `([^`]+)` \| `([^`]+)` is ([\w ]+) \|$", PAPER, re.MULTILINE
    )
]
ANSWERS = {
    "a body": lambda said: said.startswith("Body("),
    "found": lambda said: said.isdigit(),
    "not found": lambda said: said == "None",
    "a directive": lambda said: said == "'directive'",
    "of tasks": lambda said: said == "'tasks'",
}


def test_the_document_goes_through_the_stages_as_shown() -> None:
    assert DOCUMENT is not None
    test = doctest.DocTestParser().get_doctest(PAPER, {"text": DOCUMENT[1]}, "reader.md", "docs/reader.md", 0)
    assert len(test.examples) > 20
    failures: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test, out=failures.append)
    assert not failures, "".join(failures)


def test_every_line_of_the_table_is_tried() -> None:
    lines = PAPER.split("| to add |")[1].split("\n\n")[0].count("\n") - 1
    assert len(LESSONS) == lines > 4
    assert {lesson.then for lesson in LESSONS} <= set(ANSWERS)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the reader, to be taught."""
    home = tmp_path_factory.mktemp("taught") / "giaoban"
    home.mkdir()
    for part in PARTS:
        source = ROOT / "src" / "giaoban" / part
        if source.is_dir():
            shutil.copytree(source, home / part, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy(source, home / part)
    return home


def asked(package: Path, question: str) -> str:
    """Return what a reader says, asked in a process of its own."""
    code = f"{IMPORTS}\nprint(repr({question}))"
    command = [sys.executable, "-c", code]
    environment = os.environ | {"PYTHONPATH": str(package.parent), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        command, env=environment, capture_output=True, check=True, encoding="utf-8", cwd=package
    ).stdout.strip()


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.words)
def test_a_word_that_is_added_is_known(package: Path, lesson: Lesson) -> None:
    is_so = ANSWERS[lesson.then]
    assert not is_so(asked(package, lesson.asked)), "the reader knows it already: the paper needs another example"
    file = package / "language" / "data" / lesson.file
    before = file.read_text("utf-8")
    row = re.compile(rf'(id = "{lesson.row}".*?(?:words|headings) = \[)', re.DOTALL)
    file.write_text(row.sub(lambda found: f'{found[1]}"{lesson.words}", ', before, count=1), "utf-8")
    try:
        assert is_so(asked(package, lesson.asked))
    finally:
        file.write_text(before, "utf-8")
