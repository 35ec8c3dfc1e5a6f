"""The training of confidence: the same documents give the same bytes, whatever else differs between two runs."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def trained(target: Path, seed: str) -> bytes:
    """Return the file that a training in a process of its own writes."""
    command = [sys.executable, str(ROOT / "scripts" / "train_confidence.py"), "--out", str(target)]
    ended = subprocess.run(
        command, cwd=target.parent, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
    )
    assert b"expected calibration error" in ended.stdout
    return target.read_bytes()


def test_two_trainings_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = trained(tmp_path / "one.toml", "1"), trained(tmp_path / "two.toml", "2")
    assert first == second
    weights = {row["id"]: row["weight"] for row in tomllib.loads(first.decode())["weight"]}
    assert weights["bias"] > 0
