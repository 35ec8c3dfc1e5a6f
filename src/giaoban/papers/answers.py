"""The answer to a conclusion as a paper: each directive, who, what was done, what shows it, what was decided.

The columns are those that offices are asked to keep: the assigning document, the body, progress, result, product and
evaluation (Quy định 08-QC/TW of 5/11/2025; Quyết định 45/2018/QĐ-TTg, Điều 17).
"""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from giaoban.audit import clock
from giaoban.committees.models import Committee
from giaoban.conferences.models import Conference
from giaoban.conferences.queries import AnsweredTask
from giaoban.papers.forms import issuer_of
from giaoban.papers.minutes import DECIDED
from giaoban.papers.plain import Paper, Signer
from giaoban.tasks.rules import is_overdue
from giaoban.tasks.states import AssignmentState
from giaoban.vietnamese import begun

TYPE = "Báo cáo"
SYMBOL = "BC"
HEADS = ("TT", "Chỉ đạo, văn bản giao", "Đơn vị", "Tiến độ, kết quả", "Sản phẩm, minh chứng", "Đánh giá, ý kiến")
_WIDTHS_MM = (11, 42, 27, 43, 22, 20)


def answers_paper(conference: Conference, rows: Sequence[AnsweredTask]) -> bytes:
    """Return the table of answers with which a conference opens, as a .docx."""
    committee = Committee.objects.select_related("superior").get(pk=conference.committee_id)
    issuer = issuer_of(committee)
    subject = f"tình hình thực hiện kết luận hội nghị trước, phục vụ {conference.title}"
    paper = Paper(issuer, f"{TYPE} {subject}", timezone.localtime(clock.now()))
    paper.head(issuer.number(SYMBOL), issuer.place_and_date(clock.today()))
    paper.title(TYPE, subject)
    answered = sum(row.is_answered for row in rows)
    paper.paragraph(f"Tổng số {len(rows)} chỉ đạo; đã có trả lời {answered}, chưa có trả lời {len(rows) - answered}.")
    table = [(str(number), *answer_cells(row)) for number, row in enumerate(rows, start=1)]
    paper.table(HEADS, table, _WIDTHS_MM)
    paper.signatures(
        None, Signer("Chánh Văn phòng"), [f"Đại biểu dự {conference.title}", f"Lưu {committee.office_name}"]
    )
    return paper.save()


def answer_cells(row: AnsweredTask) -> tuple[str, str, str, str, str]:
    """Return an answer as the table says it, without its number: directive, units, progress, product, evaluation."""
    return (
        f"{begun(row.task.quote)} ({_given_by(row)})",
        "; ".join(one.unit.name for one in row.leads),
        _progress(row),
        "; ".join(name for one in row.answers for name in one.evidence),
        _evaluation(row),
    )


def _given_by(row: AnsweredTask) -> str:
    document = row.task.document
    return document.symbol or f"{document.title}, {row.task.given_on:%d/%m/%Y}"


def _progress(row: AnsweredTask) -> str:
    said = [f"{one.unit}: {one.text} ({one.percent}%, {one.on:%d/%m/%Y})" for one in row.answers]
    owing = [f"{one.unit.name}: chưa có trả lời" for one in row.owing]
    return "\n".join([*said, *owing])


def _evaluation(row: AnsweredTask) -> str:
    state = str(AssignmentState(row.task.state).label)
    if is_overdue(row.task.state, row.task.due_on, row.slide.today):
        state = "Quá hạn"
    decision = row.slide.decision
    if decision is None:
        return state
    until = f", hạn {decision.due_on:%d/%m/%Y}" if decision.due_on else ""
    return f"{state}. {DECIDED[decision.Kind(decision.kind)]}{until}. {decision.words}".strip()
