"""Making the environment: what is missing is said in words, what stands is left alone."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module, its environment in a folder of the test's own."""
    found = importlib.util.spec_from_file_location("environment", ROOT / "scripts" / "environment.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    venv = tmp_path / ".venv"
    for name, path in {"VENV": venv, "PYTHON": venv / "bin" / "python", "STAMP": venv / "giaoban-installed"}.items():
        monkeypatch.setattr(module, name, path)
    return module


def _finish(environment: ModuleType, kind: str) -> None:
    environment.PYTHON.parent.mkdir(parents=True)
    environment.PYTHON.touch()
    environment.STAMP.write_text(environment.stamp_of(kind) + "\n")


def test_a_finished_environment_is_left_alone(environment: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    _finish(environment, "run")
    monkeypatch.setattr(sys, "argv", ["environment.py", "run"])
    monkeypatch.setattr(environment, "make_venv", lambda: pytest.fail("it was made again"))
    environment.main()


def test_that_of_the_tests_serves_for_running_and_not_the_other_way_round(environment: ModuleType) -> None:
    _finish(environment, "test")
    assert environment.is_ready("run")
    environment.STAMP.write_text(environment.stamp_of("run"))
    assert not environment.is_ready("test")


def test_a_changed_lock_makes_it_anew(environment: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _finish(environment, "run")
    (tmp_path / "requirements").mkdir()
    for name in ("run.txt", "test.txt"):
        (tmp_path / "requirements" / name).write_text("other==1.0\n")
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    assert not environment.is_ready("run")


def test_a_python_without_venv_is_told_which_package_brings_it(environment: ModuleType, tmp_path: Path) -> None:
    python = tmp_path / "python3"
    python.write_text(f'#!/bin/sh\ncase "$*" in *ensurepip*) exit 1;; esac\nexec {sys.executable} "$@"\n')
    python.chmod(0o755)
    with pytest.raises(SystemExit, match="python3-venv") as refused:
        environment.demand_venv(str(python))
    assert f"python{sys.version_info.major}.{sys.version_info.minor}-venv" in str(refused.value)


def test_a_python_that_is_too_old_is_told_so(environment: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "OLDEST", (3, 99))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SystemExit, match=r"Cần Python 3\.11"):
        environment.find_python()


def test_every_library_is_locked_by_hash() -> None:
    for name in ("run.txt", "test.txt"):
        blocks = (ROOT / "requirements" / name).read_text("utf-8").split("\n    # via")
        for block in blocks[:-1]:
            assert "--hash=sha256:" in block, block
        assert "://" not in "".join(blocks)
