"""Settings and migrations: Django's own checks are clean for a server that people use."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ADMIN = Path(sys.executable).with_name("django-admin")
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "giaoban.server.settings.production",
    "GIAOBAN_SECRET_KEY": "".join(chr(33 + number * 7 % 90) for number in range(64)),
    "GIAOBAN_AUDIT_KEY": "".join(chr(35 + number * 11 % 88) for number in range(64)),
    "GIAOBAN_HOSTS": "giaoban.example.vn",
}


def _run(folder: Path, settings: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIAOBAN_", "DJANGO_"))}
    return subprocess.run(
        [str(ADMIN), *words],
        env={**kept, **settings, "GIAOBAN_DATA": str(folder)},
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_the_checks_for_deployment_are_clean(tmp_path: Path) -> None:
    done = _run(tmp_path, PRODUCTION, "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "no issues" in done.stdout


@pytest.mark.parametrize("missing", ["GIAOBAN_SECRET_KEY", "GIAOBAN_AUDIT_KEY", "GIAOBAN_HOSTS"])
def test_production_does_not_start_without(missing: str, tmp_path: Path) -> None:
    settings = {name: value for name, value in PRODUCTION.items() if name != missing}
    done = _run(tmp_path, settings, "check")
    assert done.returncode != 0
    assert missing in done.stderr


def test_production_does_not_start_for_any_host(tmp_path: Path) -> None:
    done = _run(tmp_path, PRODUCTION | {"GIAOBAN_HOSTS": "*"}, "check")
    assert done.returncode != 0
    assert "GIAOBAN_HOSTS" in done.stderr


def test_no_migration_is_missing(tmp_path: Path) -> None:
    settings = {"DJANGO_SETTINGS_MODULE": "giaoban.server.settings.test"}
    done = _run(tmp_path, settings, "makemigrations", "--check", "--dry-run")
    assert done.returncode == 0, done.stdout + done.stderr
