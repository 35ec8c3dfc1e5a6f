"""Archives made for the tests, and the command run on them as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

NOTICE = "Kết luận hội nghị, đồng chí Bí thư yêu cầu Công an xã tăng cường tuần tra trước ngày {day}/9/2025.\n"


def fill(folder: Path, count: int, *, first: int = 1) -> list[str]:
    """Write so many notices, half of them in a folder below; returns their names."""
    names = [f"{'quý I/' if number % 2 else ''}tb-{number:03}.txt" for number in range(first, first + count)]
    for number, name in enumerate(names, first):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(NOTICE.format(day=number % 28 + 1), "utf-8")
    return names


def results(out: Path) -> dict[str, str]:
    """Return the results in a folder: the name of each document, and its text as read."""
    found = {path: json.loads(path.read_text("utf-8"))["text"] for path in out.rglob("*.json")}
    return {path.relative_to(out).as_posix().removesuffix(".json"): text for path, text in found.items()}


def failures(path: Path) -> dict[str, str]:
    """Return the codes of the failures, by file."""
    return {one["file"]: one["code"] for one in map(json.loads, path.read_text("utf-8").splitlines())}


def start(*arguments: str | Path, **environment: str) -> subprocess.Popen[str]:
    """Start ``giaoban extract`` with these arguments."""
    program = [sys.executable, "-c", "from giaoban.cli.main import main; main()", "extract", *map(str, arguments)]
    return subprocess.Popen(
        program, env=os.environ | environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
