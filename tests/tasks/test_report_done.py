"""Reporting an assignment as done."""

from __future__ import annotations

from datetime import date

import pytest

from conftest import Office
from giaoban.audit import clock
from giaoban.refusal import NotAllowed, NotFound, Stale
from giaoban.tasks.actions import ask_extension, report_done
from giaoban.tasks.models import Assignment, Evidence, Extension
from giaoban.tasks.refusals import WordsMissing, WrongState
from tasks.conftest import fresh


def test_it_waits_for_confirmation(office: Office, accepted: Assignment) -> None:
    entry = report_done(office.reporter, accepted.pk, version=accepted.version, text="3 phiên, hơn 400 người dự")
    part = fresh(accepted)
    assert (part.state, part.reported_at, part.is_done_late) == ("reported", clock.now(), False)
    assert (part.task.state, part.task.reports_waiting, part.task.percent) == ("reported", 1, 100)
    assert entry.kind == "reported"


@pytest.mark.parametrize(("day", "is_late"), [(date(2024, 4, 20), False), (date(2024, 4, 21), True)])
def test_what_came_after_its_due_stays_late(office: Office, accepted: Assignment, day: date, is_late: bool) -> None:
    with clock.set_to(day):
        report_done(office.reporter, accepted.pk, version=accepted.version, text="Xong")
    assert fresh(accepted).is_done_late is is_late


def test_an_open_request_falls_away(office: Office, accepted: Assignment) -> None:
    ask_extension(
        office.reporter, accepted.pk, version=accepted.version, wanted_on=date(2024, 5, 5), reason="Thiếu người"
    )
    assert fresh(accepted).task.extensions_waiting == 1
    report_done(office.reporter, accepted.pk, version=fresh(accepted).version, text="Xong")
    assert Extension.objects.get().decision == "dropped"
    assert fresh(accepted).task.extensions_waiting == 0


def test_refuses_without_words_and_keeps_no_file(office: Office, accepted: Assignment) -> None:
    with pytest.raises(WordsMissing):
        report_done(office.reporter, accepted.pk, version=accepted.version, text="", files=[("a.txt", b"mot hai ba")])
    assert not Evidence.objects.exists()


def test_refuses_before_it_was_taken_on(office: Office, part: Assignment) -> None:
    with pytest.raises(WrongState):
        report_done(office.reporter, part.pk, version=part.version, text="Xong")


def test_refuses_others_and_older_versions(office: Office, stranger: Office, accepted: Assignment) -> None:
    for actor, refusal in (
        (office.other_reporter, NotFound),
        (stranger.reporter, NotFound),
        (office.specialist, NotAllowed),
    ):
        with pytest.raises(refusal):
            report_done(actor, accepted.pk, version=accepted.version, text="x")
    with pytest.raises(Stale):
        report_done(office.reporter, accepted.pk, version=1, text="x")
