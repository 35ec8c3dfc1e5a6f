"""What the server looks after by itself."""

from __future__ import annotations

import logging

import pytest
from django_q.models import Schedule

from giaoban.jobs import kept
from giaoban.jobs.kept import keep, kept_functions, run_kept, schedule_kept

calls: list[str] = []


def good() -> None:
    calls.append("good")


def bad() -> None:
    raise ValueError("broken on purpose")


def test_each_is_called_though_another_fails(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr(kept, "_kept", [])
    calls.clear()
    for name in ("bad", "good", "good"):
        keep(f"{__name__}.{name}")
    assert len(kept_functions()) == 2
    with caplog.at_level(logging.ERROR):
        run_kept()
    assert calls == ["good"]
    assert "broken on purpose" in caplog.text


@pytest.mark.django_db
def test_the_queue_has_one_schedule() -> None:
    schedule_kept()
    schedule_kept()
    assert list(Schedule.objects.values_list("func", "schedule_type")) == [(kept.RUNNER, Schedule.HOURLY)]
