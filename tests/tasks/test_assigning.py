"""Tasks are numbered by committee and year without gap or duplicate, whoever assigns at the same time."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from conftest import Office
from giaoban.audit import clock
from giaoban.tasks.actions import assign_tasks
from tasks.at_once import DIRECTIVES, DOCUMENTS, assign_at_once, documents_to_assign
from tasks.conftest import Reviewed, make_document

IS_SQLITE = "sqlite" in settings.DATABASES["default"]["ENGINE"]
ALL = list(range(1, DOCUMENTS * DIRECTIVES + 1))


def test_a_new_year_begins_at_one(office: Office) -> None:
    assign_tasks(office.specialist, make_document(office, Reviewed()).pk, version=1)
    with clock.set_to(date(2025, 1, 2)):
        (task,) = assign_tasks(office.specialist, make_document(office, Reviewed()).pk, version=1)
    assert task.code == "NV-2025-001"


if IS_SQLITE:

    def test_at_once_on_sqlite(tmp_path: Path) -> None:
        tests = Path(__file__).parents[1]
        environment = os.environ | {
            "GIAOBAN_DATA": str(tmp_path),
            "DJANGO_SETTINGS_MODULE": "giaoban.server.settings.local",
            "PYTHONPATH": str(tests),
        }
        command = [sys.executable, "-m", "tasks.at_once"]
        ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=tests)
        assert ran.stderr == ""
        assert [int(line) for line in ran.stdout.split()] == ALL

else:

    @pytest.mark.django_db(transaction=True)
    def test_at_once_on_postgresql(office: Office) -> None:
        assert assign_at_once(office, documents_to_assign(office)) == ALL
