"""The example's tasks: by 21/05/2024 there is one of every kind to look at."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from giaoban.audit import clock
from giaoban.audit.chain import chains, verify
from giaoban.demo.load import EXAMPLE_DAY, load_demo
from giaoban.tasks.models import Extension, Task
from giaoban.tasks.rules import is_near, is_overdue


@pytest.mark.django_db
def test_play_fates_leaves_one_of_every_kind(tmp_path: Path, settings: Any) -> None:
    settings.DATA_DIR, settings.FILES_ROOT = tmp_path, tmp_path / "files"
    settings.EXAMPLE_CLOCK = tmp_path / "example-clock"
    load_demo()
    clock.days_moved.cache_clear()
    assert clock.today() == EXAMPLE_DAY
    tasks = list(Task.objects.all())
    states = Counter(task.state for task in tasks)
    assert len(tasks) == 11
    assert states["confirmed"] == 1
    assert [task.number for task in tasks if is_overdue(task.state, task.due_on, EXAMPLE_DAY)] == [5]
    assert [task.number for task in tasks if is_near(task.state, task.due_on, EXAMPLE_DAY)] == [1]
    assert Extension.objects.filter(decision="asked").count() == 1
    assert all(verify(chain) is None for chain in chains())
    settings.EXAMPLE_CLOCK = None
    clock.days_moved.cache_clear()
