"""The clock: now, another day while a history is written, and the example's own calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from giaoban.audit import clock


@pytest.fixture
def example(tmp_path: Path, settings: Any) -> Iterator[None]:
    settings.EXAMPLE_CLOCK = tmp_path / "example-clock"
    clock.days_moved.cache_clear()
    yield
    clock.days_moved.cache_clear()


def test_it_tells_the_real_day() -> None:
    assert clock.today() == timezone.localdate()


def test_a_history_is_written_on_its_own_day() -> None:
    with clock.set_to(date(2024, 3, 28)):
        assert clock.today() == date(2024, 3, 28)
    assert clock.today() == timezone.localdate()


@pytest.mark.usefixtures("example")
def test_the_example_lives_in_its_own_days(settings: Any) -> None:
    clock.begin_example(date(2024, 5, 21))
    assert clock.today() == date(2024, 5, 21)
    kept = int(settings.EXAMPLE_CLOCK.read_text())
    assert timezone.localdate() + timedelta(days=kept) == date(2024, 5, 21)


def test_an_installation_without_example_has_no_other_day() -> None:
    with pytest.raises(RuntimeError):
        clock.begin_example(date(2024, 5, 21))
    assert clock.days_moved() == 0
