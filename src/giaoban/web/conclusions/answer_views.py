"""The answer to the last conclusion: the table on the screen, as .xlsx and .docx, and the reminders from it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST, require_safe
from xlsxwriter import Workbook

from giaoban.audit import clock
from giaoban.committees.actors import Right
from giaoban.committees.addressing import is_own_office
from giaoban.conferences import actions
from giaoban.conferences.queries import answers_for, conference_of, outstanding
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.papers.answers import HEADS, answer_cells, answers_paper
from giaoban.papers.reminder import reminder_paper
from giaoban.periods.working_days import add_working_days
from giaoban.web.access.refusals import tell
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.conclusions.draft_views import docx
from giaoban.web.conferences.pages import conference_crumbs
from giaoban.web.tasks.workbook import MEDIA_TYPE, PLAIN

if TYPE_CHECKING:
    from giaoban.conferences.models import Conference

READERS = (Right.COMMITTEE_READ, Right.PUBLISHED_READ, Right.UNIT_READ)
#: Working days that a reminded unit has to answer.
ANSWER_DAYS = 3
_WIDTHS = (5, 60, 32, 60, 32, 32)


@require_safe
def show_answers(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """The table "trả lời kết luận": directive, who, what was done, evidence, state, decision."""
    request.actor.require(*READERS)
    conference = conference_of(request.actor, conference_id)
    rows = answers_for(request.actor, conference)
    values = {
        "conference": conference,
        "rows": rows,
        "answered": sum(row.is_answered for row in rows),
        "owing": _owing(rows, conference) if request.actor.may(Right.CONFERENCES_MANAGE) else [],
        "today": clock.today(),
        "crumbs": conference_crumbs(conference, ("", _("Trả lời kết luận kỳ trước"))),
    }
    return render(request, "conclusions/answers.html", values)


def _owing(rows: list[Any], conference: Conference) -> list[tuple[Any, int, bool]]:
    """Return the units whose answer is missing, each with to how many directives, and whether it is the own office."""
    units: dict[int, list[Any]] = {}
    for row in rows:
        for part in row.owing:
            units.setdefault(part.unit_id, []).append(part.unit)
    office = conference.committee.office_name
    counted = [(found[0], len(found), is_own_office(found[0], office)) for found in units.values()]
    return sorted(counted, key=lambda one: (-one[1], one[0].sort))


@require_GET
def answers_docx(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """The table as a .docx."""
    request.actor.require(*READERS)
    conference = conference_of(request.actor, conference_id)
    content = answers_paper(conference, answers_for(request.actor, conference))
    actions.record_answers_export(request.actor, conference_id, form="docx")
    return docx(content, f"Tra loi ket luan {conference.held_on:%Y-%m-%d}.docx")


@require_GET
def answers_xlsx(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """The table as an Excel file."""
    request.actor.require(*READERS)
    conference = conference_of(request.actor, conference_id)
    content = _workbook(answers_for(request.actor, conference))
    actions.record_answers_export(request.actor, conference_id, form="xlsx")
    response = HttpResponse(content, content_type=MEDIA_TYPE)
    name = f"tra-loi-ket-luan-{conference.held_on:%Y-%m-%d}.xlsx"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _workbook(rows: list[Any]) -> bytes:
    buffer = BytesIO()
    with Workbook(buffer, PLAIN) as book:
        sheet = book.add_worksheet(_("Trả lời kết luận"))
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        for column, (words, width) in enumerate(zip(HEADS, _WIDTHS, strict=True)):
            sheet.set_column(column, column, width, wrapped)
            sheet.write_string(0, column, words, head)
        for number, row in enumerate(rows, start=1):
            sheet.write_number(number, 0, number)
            for column, words in enumerate(answer_cells(row), start=1):
                sheet.write_string(number, column, words)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.repeat_rows(0)
        sheet.fit_to_pages(1, 0)
    return buffer.getvalue()


@require_POST
def reminder(request: OfficeRequest, conference_id: int, unit_id: int) -> HttpResponse:
    """The reminder paper to a unit that is late with its answers, as a .docx."""
    try:
        unit = actions.record_reminder_export(request.actor, conference_id, unit_id)
    except ConferenceRefusal as refusal:
        tell(request, refusal)
        return redirect("answers", conference_id)
    conference = conference_of(request.actor, conference_id)
    answer_by = add_working_days(clock.today(), ANSWER_DAYS)
    content = reminder_paper(unit, outstanding(conference, unit_id), answer_by=answer_by)
    return docx(content, f"Don doc {clock.today():%Y-%m-%d}.docx")
