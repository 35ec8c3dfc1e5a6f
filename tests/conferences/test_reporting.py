"""A unit's report: written, sent with its answers told to the tasks, returned, sent again, taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from conferences.cast import concluded, planned
from conftest import Office
from giaoban.audit import clock
from giaoban.audit.actions import action, record
from giaoban.conferences import actions
from giaoban.conferences.actions import AnswerWords, ReportWords
from giaoban.conferences.models import UnitReport
from giaoban.conferences.queries import owed_reports, report_file, report_page, report_rows, reports_for
from giaoban.conferences.refusals import ConferenceRefusal, ReasonMissing
from giaoban.reading import ReadingRefusal
from giaoban.refusal import NotAllowed, NotFound, Stale
from giaoban.tasks.actions import accept_assignment, change_supports, decide_task, give_check_in, undo_decision
from giaoban.tasks.models import Assignment, CheckIn, Entry, Task

ON = date(2024, 6, 17)
POLICE = "Công an thị xã"
WORDS = ReportWords(
    results="Phạm pháp hình sự giảm.", limitations="Còn để xảy ra trộm cắp.", proposals="Bổ sung quân số."
)


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Any) -> Any:
    settings.FILES_ROOT = tmp_path / "files"
    with clock.set_to(ON):
        yield


@pytest.fixture
def report(office: Office) -> UnitReport:
    """The police's report for the conference of the second quarter, which goes through the first one's conclusion."""
    concluded(office)
    second = planned(
        office, reviewed="2024-Q2", ahead="2024-Q3", held_on=date(2024, 6, 27), reports_due_on=date(2024, 6, 18)
    )
    actions.invite_units(office.specialist, second.pk, [office.units[POLICE].pk])
    return second.reports.get()


def _part(office: Office) -> Assignment:
    return Assignment.objects.get(unit=office.units[POLICE])


def _with(office: Office, text: str, percent: int | None = None, *, is_done: bool = False) -> ReportWords:
    return replace(WORDS, answers=(AnswerWords(_part(office).pk, text, percent, is_done),))


def _send(office: Office, report: UnitReport, words: ReportWords) -> UnitReport:
    version = UnitReport.objects.get(pk=report.pk).version
    return actions.send_report(office.reporter, report.pk, version=version, report=words)


def test_a_draft_is_kept_and_tells_nobody(office: Office, report: UnitReport) -> None:
    saved = actions.save_report(
        office.reporter, report.pk, version=report.version, report=_with(office, "Đang làm", 40)
    )
    assert (saved.state, saved.results) == ("draft", "Phạm pháp hình sự giảm.")
    assert _part(office).state == "assigned"
    page = report_page(office.reporter, report.pk)
    assert (page.may_write, page.unanswered, page.asked[0].answer and page.asked[0].answer.percent) == (True, 0, 40)


def test_sending_tells_progress_to_the_task(office: Office, report: UnitReport) -> None:
    sent = _send(office, report, _with(office, "Đã triển khai 3 đợt cao điểm", 60))
    part = _part(office)
    assert (sent.state, part.state, part.percent) == ("sent", "in_progress", 60)
    answer = sent.answers.get()
    entry = Entry.objects.get(pk=answer.entry_id)
    assert (entry.kind, entry.text) == ("progress", "Đã triển khai 3 đợt cao điểm")
    version = sent.versions.get()
    assert (version.number, version.answers[0]["percent"]) == (1, 60)


def test_sending_tells_that_it_is_done(office: Office, report: UnitReport) -> None:
    _send(office, report, _with(office, "Hoàn thành", is_done=True))
    assert _part(office).state == "reported"


@action
def _monthly(office: Office) -> Assignment:
    """Let the police's task be one of every month, asked about from April to June."""
    part = _part(office)
    Task.objects.filter(pk=part.task_id).update(recurring="monthly")
    for month, last in ((4, 30), (5, 31), (6, 30), (7, 31)):
        period, due_on = f"2024-0{month}", date(2024, month, last)
        CheckIn.objects.create(committee=office.committee, assignment=part, period=period, due_on=due_on)
    record(office.specialist, "tests.task.recurs", part)
    return part


def _rounds(part: Assignment) -> list[tuple[str, str]]:
    return list(part.check_ins.order_by("due_on").values_list("period", "state"))


def test_an_answer_gives_the_check_ins_of_the_period_reviewed(office: Office, report: UnitReport) -> None:
    part = _monthly(office)
    _send(office, report, _with(office, "Đã triển khai 3 đợt cao điểm", 60))
    assert _rounds(part) == [("2024-04", "given"), ("2024-05", "given"), ("2024-06", "given"), ("2024-07", "wanted")]
    told = Entry.objects.get(assignment=part, kind="progress")
    assert set(part.check_ins.filter(state="given").values_list("entry", "percent", "given_on")) == {(told.pk, 60, ON)}
    assert not Entry.objects.filter(kind="checked_in").exists()
    assert Task.objects.get(pk=part.task_id).check_in_due_on == date(2024, 7, 31)
    undo_decision(office.reporter, told.pk)
    assert {state for _, state in _rounds(part)} == {"wanted"}
    assert Task.objects.get(pk=part.task_id).check_in_due_on == date(2024, 4, 30)


def test_saying_that_it_is_done_gives_them_too_and_what_was_given_stands(office: Office, report: UnitReport) -> None:
    part = _monthly(office)
    accept_assignment(office.reporter, part.pk, version=part.version)
    april = part.check_ins.get(period="2024-04")
    own = give_check_in(office.reporter, april.pk, version=1, text="Tháng 4 bình thường", percent=10)
    _send(office, report, _with(office, "Hoàn thành", is_done=True))
    told = Entry.objects.get(assignment=part, kind="reported")
    assert [(one.period, one.entry_id) for one in part.check_ins.filter(state="given")] == [
        ("2024-04", own.pk),
        ("2024-05", told.pk),
        ("2024-06", told.pk),
    ]


def test_what_was_returned_is_sent_again_and_told_once(office: Office, report: UnitReport) -> None:
    sent = _send(office, report, _with(office, "Đã làm một nửa", 50))
    back = actions.return_unit_report(office.specialist, sent.pk, version=sent.version, reason="Thiếu số liệu")
    assert (back.state, back.returned_why) == ("returned", "Thiếu số liệu")
    again = _send(office, report, replace(_with(office, "Đã làm một nửa", 50), results="Có số liệu."))
    assert (again.state, again.returned_why, again.versions.count()) == ("sent", "", 2)
    assert Entry.objects.filter(kind="progress").count() == 1
    taken = actions.accept_report(office.specialist, again.pk, version=again.version)
    assert (taken.state, taken.accepted_by) == ("accepted", "Người specialist")
    assert actions.unaccept_report(office.specialist, taken.pk).state == "sent"


def test_what_waits_for_the_office_is_not_told_over(office: Office, report: UnitReport) -> None:
    sent = _send(office, report, _with(office, "Hoàn thành", is_done=True))
    actions.return_unit_report(office.specialist, sent.pk, version=sent.version, reason="Bổ sung")
    again = _send(office, report, _with(office, "Hoàn thành, có bổ sung", is_done=True))
    assert Entry.objects.filter(kind="reported").count() == 1
    assert again.versions.first().answers[0]["text"] == "Hoàn thành, có bổ sung"


def test_a_support_of_a_task_that_is_closed_can_be_answered_and_is_not_told(office: Office, report: UnitReport) -> None:
    of_the_court = Assignment.objects.exclude(unit=office.units[POLICE]).get()
    changed = {"version": None, "unit_ids": [office.units[POLICE].pk]}
    change_supports(office.specialist, of_the_court.task_id, reason="Phối hợp bảo vệ phiên tòa", **changed)
    decide_task(office.specialist, of_the_court.task_id, version=None, decision="done", words="Ghi nhận")
    support = Assignment.objects.get(unit=office.units[POLICE], role=Assignment.Role.SUPPORT)
    words = replace(WORDS, answers=(AnswerWords(support.pk, "Đã bảo vệ phiên tòa", 100),))
    sent = _send(office, report, words)
    assert sent.versions.get().answers[0]["text"] == "Đã bảo vệ phiên tòa"
    assert not Entry.objects.filter(assignment=support, kind="progress").exists()


def test_an_uploaded_report_is_read(office: Office, report: UnitReport) -> None:
    text = (
        "BÁO CÁO\nKết quả công tác quý II\nI. KẾT QUẢ\nĐã khởi tố 12 vụ, 20 bị can; điều tra làm rõ 90% số vụ.\n"
        "II. TỒN TẠI, HẠN CHẾ\nCông tác nắm tình hình có lúc chưa kịp thời.\n"
    )
    done = actions.upload_report(
        office.reporter, report.pk, version=report.version, file=("bc.txt", text.encode()), declares_no_secret=True
    )
    assert (done.state, "khởi tố 12 vụ" in done.file_text) == ("draft", True)
    assert "chưa kịp thời" in done.limitations
    assert report_file(office.specialist, report.pk)[0] == "bc.txt"
    kept = actions.save_report(office.reporter, report.pk, version=done.version, report=WORDS)
    done = actions.upload_report(
        office.reporter, report.pk, version=kept.version, file=("b2.txt", text.encode()), declares_no_secret=True
    )
    assert done.limitations == WORDS.limitations


def test_a_document_alone_is_a_report(office: Office, report: UnitReport) -> None:
    done = actions.upload_report(
        office.reporter, report.pk, version=report.version, file=("a.txt", "Số liệu kèm theo.".encode()),
        declares_no_secret=True,
    )  # fmt: skip
    sent = actions.send_report(office.reporter, report.pk, version=done.version, report=ReportWords())
    assert sent.versions.get().file_id == done.file_id
    assert report_file(office.specialist, report.pk, 1)[2] == "Số liệu kèm theo.".encode()
    with pytest.raises(NotFound):
        report_file(office.specialist, report.pk, 2)


def test_late_is_computed(office: Office, report: UnitReport) -> None:
    conference = report.conference
    assert [row.is_late for row in report_rows(office.specialist, conference)] == [False]
    with clock.set_to(date(2024, 6, 19)):
        assert [row.is_late for row in report_rows(office.specialist, conference)] == [True]
        assert [row.report.pk for row in owed_reports(office.reporter)] == [report.pk]
        _send(office, report, WORDS)
    assert [row.is_late for row in report_rows(office.specialist, conference)] == [True]
    assert owed_reports(office.reporter) == []
    assert owed_reports(office.specialist) == []


def test_a_reminder_is_kept(office: Office, report: UnitReport) -> None:
    assert actions.remind_report(office.specialist, report.pk).reminded_at == clock.now()
    _send(office, report, WORDS)
    with pytest.raises(ConferenceRefusal):
        actions.remind_report(office.specialist, report.pk)


def test_what_cannot_be_sent(office: Office, report: UnitReport) -> None:
    for words, code in (
        (ReportWords(), "report_empty"),
        (_with(office, "Đang làm", 101), "percent_out_of_range"),
        (_with(office, " ", 50), "answer_without_words"),
    ):
        with pytest.raises(ConferenceRefusal) as refused:
            _send(office, report, words)
        assert refused.value.code == f"conferences.{code}"
    with pytest.raises(NotFound):
        _send(office, report, ReportWords(answers=(AnswerWords(987654, "x"),)))
    assert UnitReport.objects.get(pk=report.pk).state == "wanted"


def test_a_sent_one_stands(office: Office, report: UnitReport) -> None:
    sent = _send(office, report, WORDS)
    with pytest.raises(ConferenceRefusal):
        actions.save_report(office.reporter, report.pk, version=sent.version, report=WORDS)
    with pytest.raises(Stale):
        actions.save_report(office.reporter, report.pk, version=1, report=WORDS)


def test_a_failed_answer_leaves_nothing_told(office: Office, report: UnitReport, monkeypatch: Any) -> None:
    def broken(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr("giaoban.conferences.actions.reporting._keep_version", broken)
    with pytest.raises(RuntimeError):
        _send(office, report, _with(office, "Đang làm", 40))
    assert (_part(office).state, UnitReport.objects.get(pk=report.pk).state) == ("assigned", "wanted")


def test_only_the_own_unit_writes_and_only_the_office_decides(
    office: Office, stranger: Office, report: UnitReport
) -> None:
    for actor, refusal in (
        (office.specialist, NotAllowed),
        (office.other_reporter, NotFound),
        (stranger.reporter, NotFound),
    ):
        with pytest.raises(refusal):
            actions.save_report(actor, report.pk, version=report.version, report=WORDS)
    sent = _send(office, report, WORDS)
    for actor, refusal in ((office.reporter, NotAllowed), (stranger.specialist, NotFound)):
        with pytest.raises(refusal):
            actions.accept_report(actor, sent.pk, version=sent.version)
    with pytest.raises(ReasonMissing):
        actions.return_unit_report(office.specialist, sent.pk, version=sent.version, reason="")
    taken = actions.accept_report(office.specialist, sent.pk, version=sent.version)
    with pytest.raises(ConferenceRefusal):
        actions.accept_report(office.specialist, sent.pk, version=taken.version)
    assert not reports_for(office.other_reporter).exists()
    assert reports_for(office.inspector).count() == 1


def test_a_secret_report_is_refused(office: Office, report: UnitReport) -> None:
    file = ("mat.txt", "MẬT\nBÁO CÁO\nNội dung.".encode())
    with pytest.raises(ReadingRefusal):
        actions.upload_report(office.reporter, report.pk, version=report.version, file=file, declares_no_secret=True)
    with pytest.raises(ConferenceRefusal):
        actions.upload_report(office.reporter, report.pk, version=report.version, file=file, declares_no_secret=False)
    assert UnitReport.objects.get(pk=report.pk).file is None
