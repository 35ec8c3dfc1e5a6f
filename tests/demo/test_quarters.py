"""The whole example: eight quarters played by the product's own actions, with every kind of fate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from giaoban.audit import clock
from giaoban.audit.chain import chains, verify
from giaoban.conferences.models import Conclusion, Conference, Decision, Delegate, Minutes, UnitReport
from giaoban.demo.load import EXAMPLE_DAY, Extent, load_demo
from giaoban.documents.models import Document, Repetition
from giaoban.tasks.models import CheckIn, Entry, Extension, Task
from giaoban.tasks.rules import is_overdue


@pytest.fixture
def _whole(db: Any, tmp_path: Path, settings: Any) -> Iterator[None]:
    settings.DATA_DIR, settings.FILES_ROOT = tmp_path, tmp_path / "files"
    settings.EXAMPLE_CLOCK = tmp_path / "example-clock"
    load_demo(Extent())
    clock.days_moved.cache_clear()
    yield
    settings.EXAMPLE_CLOCK = None
    clock.days_moved.cache_clear()


@pytest.mark.usefixtures("_whole")
def test_the_whole_example() -> None:
    """One test, for the load takes some seconds: conferences, fates, the real page, today, the chain."""
    _the_conferences_stand()
    _the_last_conclusions_went_through_the_draft()
    _every_kind_of_fate_is_there()
    _the_page_is_the_real_one()
    assert clock.today() == EXAMPLE_DAY
    assert all(verify(chain) is None for chain in chains())


def _the_conferences_stand() -> None:
    conferences = list(Conference.objects.filter(kind="quarterly").order_by("held_on"))
    assert [one.reviewed for one in conferences] == [f"{y}-Q{q}" for y, q in _EIGHT]
    assert [one.state for one in conferences] == ["closed"] * 6 + ["concluded", "planned"]
    assert [one.previous for one in conferences] == [None, *conferences[:-1]]
    assert conferences[-1].held_on == date(2024, 6, 27)
    for one in conferences[:6]:
        assert Minutes.objects.get(conference=one).state == Minutes.State.FINAL
        ticked = Counter(one.delegates.values_list("presence", flat=True))
        assert ticked[Delegate.Presence.UNKNOWN] == 0 < ticked[Delegate.Presence.EXCUSED]
        sent = Counter(one.reports.values_list("state", flat=True))
        assert (sent[UnitReport.State.WANTED], sent[UnitReport.State.ACCEPTED]) == (1, one.reports.count() - 1)


def _the_last_conclusions_went_through_the_draft() -> None:
    *issued, in_hand = Conclusion.objects.order_by("conference__held_on")
    assert [one.conference.reviewed for one in issued] == ["2023-Q3", "2023-Q4"]
    for one in issued:
        assert (one.state, one.conference.conclusion.symbol) == ("issued", one.symbol)
        assert one.directives.exclude(origin="").count() == 3, "noted in the meeting"
        tasks = Task.objects.filter(document=one.conference.conclusion)
        assert tasks.values("directive").distinct().count() == one.directives.count()
    assert [one.why for one in issued[0].versions.order_by("number")] == [
        "submitted", "returned", "submitted", "approved", "issued",
    ]  # fmt: skip
    assert (in_hand.conference.kind, in_hand.state, in_hand.comments.count()) == ("extraordinary", "submitted", 1)
    again = Repetition.objects.filter(directive__document=issued[1].conference.conclusion, state="agreed")
    assert again.exists()
    assert set(in_hand.directives.values_list("repeats__state", flat=True)) >= {"agreed"}


_EIGHT = [(2022, 3), (2022, 4), (2023, 1), (2023, 2), (2023, 3), (2023, 4), (2024, 1), (2024, 2)]


def _every_kind_of_fate_is_there() -> None:
    told = Counter(Entry.objects.values_list("kind", flat=True))
    for kind in ("confirmed", "returned", "extension_granted", "extension_refused", "withdrawn", "checked_in"):
        assert told[kind], kind
    decided = set(Decision.objects.values_list("kind", flat=True))
    assert decided == set(Decision.Kind.values)
    assert Task.objects.filter(is_done_late=True).count() >= 3
    assert Task.objects.exclude(follows=None).exists()
    assert Extension.objects.filter(decision="asked").exists()
    assert CheckIn.objects.exclude(state=CheckIn.State.GIVEN).exists()
    tasks = Task.objects.all()
    assert [one for one in tasks if is_overdue(one.state, one.due_on, EXAMPLE_DAY)]
    assert tasks.filter(given_on__lt=date(2024, 1, 1), state="in_progress").exists(), "nothing of before is still open"


def _the_page_is_the_real_one() -> None:
    page = Document.objects.get(conference_on=date(2024, 3, 27))
    assert page.conference.held_on == date(2024, 3, 27)
    assert page.chair_name == "Phạm Thị Hồng Toan"
    assert Task.objects.filter(document=page).count() == 11
    assert set(Conference.objects.filter(held_on__lt=date(2024, 3, 27)).values_list("chair_name", flat=True)) == {""}
