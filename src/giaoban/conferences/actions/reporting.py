"""A unit's report: written, uploaded, sent; its answers are told to the tasks with it (báo cáo của đơn vị)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Max

from giaoban.audit import clock
from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actors import Actor, Right
from giaoban.conferences.actions.in_hand import words
from giaoban.conferences.models import ReportAnswer, ReportVersion, UnitReport
from giaoban.conferences.queries.reports import asked_of, reports_for
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.conferences.reports import TAKES_REPORTS, WRITABLE
from giaoban.language import understand
from giaoban.language.extraction import Span
from giaoban.periods import Period
from giaoban.refusal import NotAllowed, NotFound, phrase
from giaoban.tasks.actions import accept_assignment, report_done, report_progress
from giaoban.tasks.evidence import keep_read
from giaoban.tasks.models import Assignment, Entry
from giaoban.tasks.states import OPEN, OWING, AssignmentState
from giaoban.vietnamese import tidy

R = UnitReport.State
File = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """What a unit says of one of its assignments: words, how far in percent, whether it is done."""

    assignment_id: int
    text: str = ""
    percent: int | None = None
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class ReportWords:
    """What a unit's report says: results, shortcomings, proposals, and its answers to its directives."""

    results: str = ""
    limitations: str = ""
    proposals: str = ""
    answers: tuple[AnswerWords, ...] = ()


@action
def save_report(actor: Actor, report_id: int, *, version: int, report: ReportWords) -> UnitReport:
    """Keep the own unit's report as far as it is written; nobody is told yet.

    Raises a refusal for a report that was sent, for a percent outside of 0 to 100,
    :class:`~giaoban.refusal.NotFound` for an assignment that is not asked about, and Stale.
    """
    row = _take_own(actor, report_id, version)
    _write(row, report)
    record(actor, "conferences.report.saved", row)
    return row


@action
def upload_report(actor: Actor, report_id: int, *, version: int, file: File, declares_no_secret: bool) -> UnitReport:
    """Put a document to the own unit's report; it is read, and what it says of results and limitations is proposed.

    Only fields that are empty are filled. Raises what the file store and the reader refuse
    (:mod:`giaoban.tasks.evidence`), and a refusal without the declaration that it holds no state secret.
    """
    row = _take_own(actor, report_id, version)
    if not declares_no_secret:
        sentence = phrase("Cần xác nhận báo cáo không chứa bí mật nhà nước. Chưa có gì được lưu.")
        raise ConferenceRefusal("undeclared", sentence, field="declares_no_secret")
    kept = keep_read(actor, *file)
    row.file, row.file_text = kept.file, kept.text
    _propose(row, kept.text)
    _begin(row)
    row.save()
    record(actor, "conferences.report.uploaded", row, after={"name": kept.file.name, "sha256": kept.file.sha256})
    return row


@action
def send_report(actor: Actor, report_id: int, *, version: int, report: ReportWords) -> UnitReport:
    """Send the own unit's report (gửi báo cáo); as it is sent it is kept, and each answer is told to its task.

    An answer becomes the assignment's progress, or its report that it is done, by the tasks' own actions; an assignment
    that was not taken on yet is taken on by it; check-ins owed of the period that the conference reviews are given by
    it, with no second telling. An answer that the last sending told in the same words is not told
    again, nor one of an assignment that meanwhile waits for the office or is closed. Raises as :func:`save_report`
    does, and a refusal for a report that says nothing.
    """
    row = _take_own(actor, report_id, version)
    _write(row, report)
    answers = list(row.answers.select_related("assignment__task"))
    if not (row.file_id or row.results or row.limitations or row.proposals or any(one.text for one in answers)):
        raise ConferenceRefusal("report_empty", phrase("Báo cáo chưa có nội dung."), field="results")
    for answer in answers:
        _tell(actor, row, answer)
    row.state, row.sent_at, row.sent_by, row.returned_why = R.SENT, clock.now(), actor.name, ""
    row.save()
    made = _keep_version(actor, row, answers)
    record(actor, "conferences.report.sent", row, after={"number": made.number})
    return row


def _take_own(actor: Actor, report_id: int, version: int) -> UnitReport:
    """Lock the own unit's report for an edit made on ``version``; raises what stands against it."""
    actor.require(Right.REPORTS_SEND)
    if actor.unit_id is None:
        raise NotAllowed
    own = reports_for(actor).filter(unit_id=actor.unit_id).select_related("conference")
    row = own.select_for_update(of=("self",)).filter(pk=report_id).first()
    if row is None:
        raise NotFound
    advance(row, version)
    if row.state not in WRITABLE or row.conference.state not in TAKES_REPORTS:
        raise ConferenceRefusal("report_not_writable", phrase("Báo cáo đã gửi hoặc hội nghị không nhận báo cáo nữa."))
    return row


def _write(row: UnitReport, report: ReportWords) -> None:
    row.results, row.limitations = words(report.results), words(report.limitations)
    row.proposals = words(report.proposals)
    _begin(row)
    row.save()
    asked = {one.pk for one in asked_of(row)}
    for answer in report.answers:
        if answer.assignment_id not in asked:
            raise NotFound
        _write_answer(row, answer)


def _begin(row: UnitReport) -> None:
    if row.state == R.WANTED:
        row.state = R.DRAFT


def _write_answer(row: UnitReport, answer: AnswerWords) -> None:
    text = words(answer.text)
    if answer.percent is not None and not 0 <= answer.percent <= 100:
        sentence = phrase("Tiến độ phải từ 0 đến 100 phần trăm.")
        raise ConferenceRefusal("percent_out_of_range", sentence, field=f"percent_{answer.assignment_id}")
    if not text and (answer.is_done or answer.percent is not None):
        sentence = phrase("Cần ghi rõ đã làm gì.")
        raise ConferenceRefusal("answer_without_words", sentence, field=f"text_{answer.assignment_id}")
    values = {"text": text, "percent": answer.percent, "is_done": answer.is_done}
    made, is_new = ReportAnswer.objects.get_or_create(report=row, assignment_id=answer.assignment_id, defaults=values)
    if not is_new and any(getattr(made, name) != value for name, value in values.items()):
        ReportAnswer.objects.filter(pk=made.pk).update(**values, version=made.version + 1)


def _tell(actor: Actor, row: UnitReport, answer: ReportAnswer) -> None:
    """Tell an answer to its task, unless there is nothing new to tell or the assignment cannot be told of now."""
    part = answer.assignment
    is_owed = part.state in OWING and part.task.state in OPEN
    if not answer.text or not is_owed or _was_told(row, answer):
        return
    if part.state == AssignmentState.ASSIGNED:
        accept_assignment(actor, part.pk, version=part.version)
        part = Assignment.objects.get(pk=part.pk)
    answer.entry_id = _told(actor, part, answer, row.conference.reviewed).pk
    answer.save(update_fields=["entry_id"])


def _told(actor: Actor, part: Assignment, answer: ReportAnswer, reviewed: str) -> Entry:
    period = Period.parse(reviewed) if reviewed else None
    if answer.is_done:
        return report_done(actor, part.pk, version=part.version, text=answer.text, reviewed=period)
    percent = part.percent if answer.percent is None else answer.percent
    return report_progress(actor, part.pk, version=part.version, text=answer.text, percent=percent, reviewed=period)


def _was_told(row: UnitReport, answer: ReportAnswer) -> bool:
    last = row.versions.first()
    said = {one["assignment"]: one for one in last.answers} if last else {}
    earlier = said.get(answer.assignment_id, {})
    return all(earlier.get(name) == getattr(answer, name) for name in ("text", "percent", "is_done"))


def _keep_version(actor: Actor, row: UnitReport, answers: Iterable[ReportAnswer]) -> ReportVersion:
    last = row.versions.aggregate(last=Max("number"))["last"] or 0
    return ReportVersion.objects.create(
        report=row,
        number=last + 1,
        results=row.results,
        limitations=row.limitations,
        proposals=row.proposals,
        answers=[_as_sent(one) for one in answers if one.text],
        file=row.file,
        sent_by=actor.name,
    )


def _as_sent(answer: ReportAnswer) -> dict[str, Any]:
    task = answer.assignment.task
    return {
        "assignment": answer.assignment_id,
        "task": task.code,
        "title": task.title,
        "text": answer.text,
        "percent": answer.percent,
        "is_done": answer.is_done,
    }


def _propose(row: UnitReport, text: str) -> None:
    """Fill what is empty with the passages that the reader takes for results and for limitations."""
    if not text:
        return
    found = understand(text)
    row.results = row.results or _passages(text, found.results)
    row.limitations = row.limitations or _passages(text, found.limitations)


def _passages(text: str, spans: Iterable[Span]) -> str:
    """Return the passages of a text, one a line."""
    return "\n".join(tidy(text[one.start : one.end]) for one in spans)
