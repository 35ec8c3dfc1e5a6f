"""Loading the demo: its conference is given as tasks, a notice waits for review, the accounts are kept."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from giaoban.audit import clock
from giaoban.audit.chain import chains, verify
from giaoban.conferences.models import UnitReport
from giaoban.demo import load, papers
from giaoban.demo.load import Extent, accounts_path, is_empty, load_demo
from giaoban.demo.papers import DemoNotRead
from giaoban.documents.models import Document, StoredFile
from giaoban.tasks.models import Entry, Task


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, settings: Any) -> Iterator[None]:
    settings.DATA_DIR, settings.FILES_ROOT = tmp_path / "var", tmp_path / "var" / "files"
    settings.EXAMPLE_CLOCK = tmp_path / "var" / "example-clock"
    yield
    clock.days_moved.cache_clear()


def test_the_conference_is_given_as_tasks(db: Any) -> None:
    load_demo()
    page = Document.objects.get(file__name=load.CONFERENCE_PAGE)
    assert (page.state, page.conference_on) == (Document.State.GIVEN, date(2024, 3, 27))
    assert (page.reviewed, page.ahead) == ("2024-Q1", "2024-Q2")
    tasks = Task.objects.filter(document=page).order_by("number")
    assert [task.number for task in tasks] == list(range(1, 12))
    assert {task.given_on for task in tasks} == {date(2024, 3, 28)}
    assert {task.first_due_on for task in tasks} == {date(2024, 6, 30)}


def test_the_same_seed_makes_the_same_content(db: Any) -> None:
    with transaction.atomic():
        load_demo(Extent(3, seed=7))
        first = _content()
        transaction.set_rollback(True)
    load_demo(Extent(3, seed=7))
    assert _content() == first
    assert len(first) > 60


def _content() -> list[tuple[Any, ...]]:
    """Return what people read: each document's text, each task, each line of its timeline, each unit's report."""
    documents = Document.objects.order_by("pk").values_list("title", "symbol", "text")
    tasks = Task.objects.order_by("pk").values_list("year", "number", "quote", "due_on", "state", "percent")
    entries = Entry.objects.order_by("pk").values_list("at", "kind", "assignment__unit__name", "text", "old", "new")
    reports = UnitReport.objects.order_by("pk").values_list("unit__name", "state", "sent_at", "results", "limitations")
    return [*documents, *tasks, *entries, *reports]


def test_a_notice_waits_for_review(db: Any) -> None:
    load_demo()
    notice = Document.objects.get(file__name=load.NOTICE)
    assert notice.state == Document.State.READ
    assert notice.text.startswith("VĂN BẢN VÍ DỤ")
    assert notice.directives.filter(decision="open").count() >= 4


def test_every_chain_holds(db: Any) -> None:
    load_demo()
    assert [verify(committee_id) for committee_id in chains()] == [None, None]


def test_the_accounts_are_kept_for_their_owner_alone(db: Any) -> None:
    accounts = load_demo()
    assert stat.S_IMODE(accounts_path().stat().st_mode) == 0o600
    lines = accounts_path().read_text("utf-8").splitlines()
    assert [line.split()[:2] for line in lines] == [[one.username, one.password] for one in accounts]


def test_a_database_with_a_committee_is_not_empty(db: Any) -> None:
    assert is_empty()
    load_demo()
    assert not is_empty()


def test_where_a_document_cannot_be_read_nothing_is_made(db: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(papers, "run_waiting", lambda: 0)
    with pytest.raises(DemoNotRead):
        load_demo()
    assert is_empty()
    assert not StoredFile.objects.exists()
