"""Trainings: the same documents give the same bytes, whatever else differs between two runs."""

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


def test_two_trainings_of_areas_give_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for seed in ("1", "2"):
        target = tmp_path / seed
        target.mkdir()
        command = [sys.executable, str(ROOT / "scripts" / "train_areas.py"), "--quick", "--out", str(target)]
        subprocess.run(command, cwd=target, env=os.environ | {"PYTHONHASHSEED": seed}, check=True)
        made.append({path.name: path.read_bytes() for path in target.iterdir()})
    assert made[0] == made[1]
    views = {row["id"]: row["amount"] for row in tomllib.loads(made[0]["area_views.toml"].decode())["view"]}
    assert views["own"] > views["topic"]
