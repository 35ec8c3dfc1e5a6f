"""Every code that an action records has words in the journal, and every row of the words is one that is recorded."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from giaoban.web.audit.words import named

SOURCE = Path(__file__).resolve().parents[2] / "src" / "giaoban"


def _codes() -> Iterator[str]:
    """Yield the code of each call of ``record``; of one that is put together, the part before the first value."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "record":
                yield _text(node.args[1])


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        first = node.values[0]
        assert isinstance(first, ast.Constant)
        return f"{first.value}*"
    assert isinstance(node, ast.Constant)
    return str(node.value)


def test_every_code_has_words() -> None:
    known = named("events")
    missing = [code for code in _codes() if not code.endswith("*") and code not in known]
    assert not missing


def test_no_words_are_left_over() -> None:
    codes = set(_codes())
    beginnings = tuple(code.rstrip("*") for code in codes if code.endswith("*"))
    assert [code for code in named("events") if code not in codes and not code.startswith(beginnings)] == []
