"""Telling how far an assignment is."""

from __future__ import annotations

import pytest

from conftest import Office
from giaoban.refusal import NotAllowed, NotFound, Stale
from giaoban.tasks.actions import report_progress
from giaoban.tasks.models import Assignment, Entry
from giaoban.tasks.refusals import PercentOutOfRange, WordsMissing, WrongState
from tasks.conftest import fresh


def test_progress_is_told_with_percent_and_files(office: Office, accepted: Assignment) -> None:
    entry = report_progress(
        office.reporter,
        accepted.pk,
        version=accepted.version,
        text=" Đã chọn 3 vụ.\r\nĐang thống nhất địa điểm. ",
        percent=50,
        files=[("Kế hoạch.txt", "Kế hoạch xét xử lưu động".encode())],
    )
    part = fresh(accepted)
    assert (part.state, part.percent, part.task.percent) == ("in_progress", 50, 50)
    assert (entry.text, entry.percent) == ("Đã chọn 3 vụ.\nĐang thống nhất địa điểm.", 50)
    assert [one.file.name for one in entry.evidence.all()] == ["Kế hoạch.txt"]


def test_refuses_without_words_or_with_a_wrong_percent(office: Office, accepted: Assignment) -> None:
    with pytest.raises(WordsMissing):
        report_progress(office.reporter, accepted.pk, version=accepted.version, text="  ", percent=10)
    for percent in (-1, 101):
        with pytest.raises(PercentOutOfRange):
            report_progress(office.reporter, accepted.pk, version=accepted.version, text="x", percent=percent)
    assert not Entry.objects.filter(kind="progress").exists()


def test_refuses_before_it_was_taken_on_and_after_it_was_reported(office: Office, part: Assignment) -> None:
    with pytest.raises(WrongState):
        report_progress(office.reporter, part.pk, version=part.version, text="x", percent=1)


def test_refuses_after_it_was_reported(office: Office, reported: Assignment) -> None:
    with pytest.raises(WrongState):
        report_progress(office.reporter, reported.pk, version=reported.version, text="x", percent=1)


def test_refuses_others_and_older_versions(office: Office, stranger: Office, accepted: Assignment) -> None:
    for actor, refusal in (
        (office.other_reporter, NotFound),
        (stranger.reporter, NotFound),
        (office.leader, NotAllowed),
    ):
        with pytest.raises(refusal):
            report_progress(actor, accepted.pk, version=accepted.version, text="x", percent=1)
    with pytest.raises(Stale):
        report_progress(office.reporter, accepted.pk, version=1, text="x", percent=1)
