"""What import-linter cannot see: relations of models named by strings, and what the reader's command brings in."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
#: Seconds that starting Python and importing the reader's command may take beyond Python itself.
START_LIMIT = 0.3
BLOCKED = """
import sys
class Block:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"django", "django_q", "axes", "granian"}:
            raise ImportError(name + " is blocked")
sys.meta_path.insert(0, Block())
"""


def _layers() -> list[str]:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = config["tool"]["importlinter"]["contracts"][0]["layers"]
    return [part.strip(" ()") for layer in layers for part in layer.split("|")]


def _part(model: type) -> str:
    return model.__module__.split(".")[1]


def test_relations_of_models_point_down_the_layers() -> None:
    layers, upward = _layers(), []
    for model in apps.get_models(include_auto_created=True):
        if not model.__module__.startswith("giaoban."):
            continue
        for field in model._meta.get_fields():
            other = field.related_model
            if field.auto_created or not isinstance(other, type) or not other.__module__.startswith("giaoban."):
                continue
            if layers.index(_part(model)) > layers.index(_part(other)):
                upward.append(f"{model.__name__}.{field.name} → {other.__name__}")
    assert not upward


def test_the_reader_works_with_django_blocked() -> None:
    page = ROOT / "src/giaoban/demo/data/cua-lo-2024-q1.txt"
    code = BLOCKED + f"from giaoban.cli.main import main; main(['extract', {str(page)!r}])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert '"directives"' in done.stdout


@pytest.mark.parametrize("statement", ["import giaoban.cli.main", "from giaoban import extract"])
def test_the_reader_is_quick_to_start(statement: str) -> None:
    """Processor time, not the clock's: other work on the machine must not fail it."""
    code = f"import time; start = time.process_time(); {statement}; print(time.process_time() - start)"
    times = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
        for _ in range(3)
    ]
    assert min(times) < START_LIMIT, times


@pytest.mark.parametrize("layer", _layers())
def test_every_layer_is_there(layer: str) -> None:
    assert list((ROOT / "src/giaoban").glob(f"{layer}*"))
