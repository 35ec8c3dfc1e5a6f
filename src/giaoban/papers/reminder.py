"""A reminder to a unit that is late (công văn đôn đốc): the conclusion, the tasks outstanding, the day to answer by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from giaoban.audit import clock
from giaoban.committees.kinds import authority_of
from giaoban.committees.models import Committee, Unit
from giaoban.papers.forms import issuer_of
from giaoban.papers.plain import Paper, Signer
from giaoban.tasks.models import Assignment
from giaoban.tasks.rules import days_late
from giaoban.vietnamese import begun

SYMBOL = "CV"
_HEADS = ("TT", "Nhiệm vụ", "Văn bản giao", "Hạn", "Tình trạng")
_WIDTHS_MM = (10, 70, 35, 25, 25)


def reminder_paper(unit: Unit, parts: Sequence[Assignment], *, answer_by: date) -> bytes:
    """Return the official letter that reminds a unit of its assignments, as a .docx."""
    committee = Committee.objects.select_related("superior").get(pk=unit.committee_id)
    issuer = issuer_of(committee)
    subject = "đôn đốc thực hiện nhiệm vụ được giao"
    paper = Paper(issuer, f"Công văn {subject}", timezone.localtime(clock.now()))
    paper.head(issuer.number(SYMBOL), issuer.place_and_date(clock.today()))
    paper.paragraph(subject, italic=True)
    paper.paragraph(f"{unit.name}.", lead="Kính gửi:")
    verb = "yêu cầu" if authority_of(unit.kind).is_directed else "đề nghị"
    paper.paragraph(
        f"Qua theo dõi, đến ngày {clock.today():%d/%m/%Y} {unit.name} còn {len(parts)} nhiệm vụ chưa hoàn thành "
        "hoặc chưa có báo cáo, cụ thể:"
    )
    paper.table(_HEADS, [_row(number, one) for number, one in enumerate(parts, start=1)], _WIDTHS_MM)
    paper.paragraph(
        f"{committee.office_name} {verb} {unit.name} khẩn trương thực hiện, báo cáo kết quả bằng văn bản hoặc trên hệ "
        f"thống trước ngày {answer_by:%d/%m/%Y}; nếu có vướng mắc, nêu rõ nguyên nhân và đề xuất thời hạn."
    )
    paper.signatures(None, Signer("Chánh Văn phòng"), [unit.name, f"Lưu {committee.office_name}"])
    return paper.save()


def _row(number: int, part: Assignment) -> tuple[str, ...]:
    late = days_late(part.due_on, clock.today()) if part.due_on else 0
    state = f"Quá hạn {late} ngày" if late else "Chưa có trả lời"
    due = f"{part.due_on:%d/%m/%Y}" if part.due_on else "theo kỳ"
    document = part.task.document
    return str(number), begun(part.task.quote), document.symbol or document.title, due, state
