"""The task list as an Excel file: dates as dates, numbers as numbers, text never as a formula."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from xlsxwriter import Workbook

from giaoban.committees.actors import Actor
from giaoban.tasks.filter import TaskFilter
from giaoban.tasks.queries import TaskRow, rows_by_id
from giaoban.tasks.scope import sees_committee
from giaoban.web.access.labels import area_label
from giaoban.web.templatetags.look import state_words

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EXPORT_LIMIT = 50_000
CHUNK = 500

#: Text stays text, whatever it begins with.
PLAIN = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False, "in_memory": True}


def task_workbook(actor: Actor, chosen: TaskFilter, ids: Sequence[int]) -> bytes:
    """Return the tasks with these ids as the bytes of an Excel file, one row each."""
    unit_id = chosen.unit if sees_committee(actor) else actor.unit_id
    buffer = BytesIO()
    with Workbook(buffer, {**PLAIN, "default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet(_("Nhiệm vụ"))
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        for column, (words, width) in enumerate(_columns()):
            sheet.set_column(column, column, width, wrapped)
            sheet.write_string(0, column, words, head)
        last = 0
        for last, row in enumerate(_rows(ids, unit_id), start=1):
            for column, value in enumerate(_cells(row)):
                if value not in (None, ""):
                    sheet.write(last, column, value)
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, max(last, 1), len(_columns()) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.repeat_rows(0)
        sheet.fit_to_pages(1, 0)
    return buffer.getvalue()


def _rows(ids: Sequence[int], unit_id: int | None) -> Iterator[TaskRow]:
    for start in range(0, len(ids), CHUNK):
        yield from rows_by_id(ids[start : start + CHUNK], unit_id)


def _columns() -> list[tuple[str, int]]:
    return [
        (_("Số"), 13),
        (pgettext("một nhiệm vụ", "Nhiệm vụ"), 48),
        (_("Lời văn bản"), 48),
        (pgettext("một văn bản", "Văn bản"), 18),
        (_("Lĩnh vực"), 20),
        (_("Chủ trì"), 28),
        (_("Phối hợp"), 32),
        (_("Ngày giao"), 12),
        (_("Hạn ban đầu"), 12),
        (_("Hạn"), 12),
        (_("Số lần gia hạn"), 9),
        (_("Tiến độ (%)"), 9),
        (_("Trạng thái"), 16),
        (_("Hoàn thành chậm"), 12),
        (_("Báo cáo kỳ đã gửi"), 12),
        (_("Báo cáo kỳ phải gửi"), 12),
    ]


def _cells(row: TaskRow) -> list[Any]:
    task = row.task
    return [
        task.code,
        task.title,
        task.quote,
        task.document.symbol or task.document.title,
        ", ".join(area_label(code) for code in task.areas),
        ", ".join(one.unit.name for one in row.leads),
        ", ".join(one.unit.name for one in row.supports),
        task.given_on,
        task.first_due_on,
        row.due_on,
        row.extensions,
        row.percent,
        _("Quá hạn") if row.is_overdue else state_words(row.state),
        _("có") if row.is_done_late else "",
        row.rounds.given if row.rounds else "",
        row.rounds.asked if row.rounds else "",
    ]
