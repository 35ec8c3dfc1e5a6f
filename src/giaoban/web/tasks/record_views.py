"""The pages of a unit's and an area's record over periods, and their Excel files."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_safe
from xlsxwriter import Workbook

from giaoban.audit import clock
from giaoban.committees.actors import Right
from giaoban.committees.roles import areas
from giaoban.refusal import NotFound
from giaoban.tasks.actions import record_export
from giaoban.tasks.filter import NO_PERIOD, Group, Role, TaskFilter
from giaoban.tasks.queries import task_units
from giaoban.tasks.queries.records import COLUMNS, PeriodRecord, period_records, total_record
from giaoban.web.access.labels import area_label
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.documents.labels import period_label
from giaoban.web.tasks.labels import GROUPS
from giaoban.web.tasks.workbook import MEDIA_TYPE, PLAIN

READERS = (Right.COMMITTEE_READ, Right.PUBLISHED_READ, Right.UNIT_READ)


@dataclass(frozen=True, slots=True)
class Row:
    """A period of a record: each count with the address of its list, and the shares as a bar."""

    record: PeriodRecord
    cells: list[tuple[str, int, str]]
    parts: list[tuple[str, int, str]]

    @property
    def words(self) -> str:
        """The period in words."""
        return period_label(self.record.period) or _("Không nêu kỳ")


@require_safe
def unit_record(request: OfficeRequest, unit_id: int) -> HttpResponse:
    """Show what a unit was given, period by period, and what became of it."""
    unit, chosen = _unit(request, unit_id)
    address = reverse("unit-record-export", args=[unit_id])
    extra = {"unit": unit, "role": chosen.role, "export": f"{address}?role={chosen.role or ''}"}
    return _page(request, chosen, unit.name, extra)


@require_safe
def area_record(request: OfficeRequest) -> HttpResponse:
    """Show what was given in the area that the address names, or in all, by period, and what became of it."""
    chosen = _area(request)
    extra = {
        "areas": [("", _("Mọi lĩnh vực")), *((one.id, area_label(one.id)) for one in areas())],
        "area": chosen.area,
        "export": f"{reverse('area-record-export')}?area={chosen.area}",
    }
    return _page(request, chosen, _area_name(chosen), extra)


@require_GET
def unit_record_export(request: OfficeRequest, unit_id: int) -> HttpResponse:
    """Give a unit's record as an Excel file."""
    unit, chosen = _unit(request, unit_id)
    return _export(request, chosen, unit.name)


@require_GET
def area_record_export(request: OfficeRequest) -> HttpResponse:
    """Give an area's record as an Excel file."""
    chosen = _area(request)
    return _export(request, chosen, _area_name(chosen))


def _unit(request: OfficeRequest, unit_id: int) -> tuple[Any, TaskFilter]:
    request.actor.require(*READERS)
    unit = task_units(request.actor).filter(pk=unit_id).first()
    if unit is None:
        raise NotFound
    role = request.GET.get("role", "")
    return unit, TaskFilter(group=Group.ALL, unit=unit_id, role=Role(role) if role in set(Role) else None)


def _area_name(chosen: TaskFilter) -> str:
    return area_label(chosen.area) if chosen.area else _("Mọi lĩnh vực")


def _area(request: OfficeRequest) -> TaskFilter:
    request.actor.require(*READERS)
    area = request.GET.get("area", "")
    if area and area not in {one.id for one in areas()}:
        raise NotFound
    return TaskFilter(group=Group.ALL, area=area)


def _page(request: OfficeRequest, chosen: TaskFilter, name: str, extra: dict[str, Any]) -> HttpResponse:
    records = period_records(request.actor, chosen)
    context = {
        "name": name,
        "heads": [str(_heading(one)) for one in COLUMNS],
        "rows": [_row(one, chosen, one.period or NO_PERIOD) for one in records],
        "total": _row(total_record(records), chosen, "") if len(records) > 1 else None,
        "today": clock.today(),
        "tasks": f"{reverse('task-list')}?{chosen.to_query()}",
        **extra,
    }
    return render(request, "tasks/record.html", context)


def _heading(group: Group) -> Any:
    return _("Đã giao") if group is Group.ALL else GROUPS[group]


def _row(record: PeriodRecord, chosen: TaskFilter, period: str) -> Row:
    """Return a row; ``period`` is that of its lists, "" for all."""
    counts = record.counts
    return Row(
        record,
        [(str(_heading(one)), counts[one], _address(chosen.with_(group=one, period=period))) for one in COLUMNS],
        [
            ("done", counts[Group.DONE_IN_TIME], _("hoàn thành đúng hạn")),
            ("near", counts[Group.DONE_LATE], _("hoàn thành chậm")),
            ("run", record.running, _("đang làm")),
            ("late", counts[Group.OVERDUE], _("quá hạn")),
            ("wait", counts[Group.WITHDRAWN], _("thu hồi")),
        ],
    )


def _address(chosen: TaskFilter) -> str:
    return f"{reverse('task-list')}?{chosen.to_query()}"


def _export(request: OfficeRequest, chosen: TaskFilter, name: str) -> HttpResponse:
    records = period_records(request.actor, chosen)
    record_export(request.actor, query=chosen.to_query(), count=len(records))
    buffer = BytesIO()
    with Workbook(buffer, PLAIN) as book:
        sheet = book.add_worksheet(_("Kết quả theo kỳ"))
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        sheet.write_string(0, 0, name, book.add_format({"bold": True, "font_size": 13}))
        for column, words in enumerate([_("Kỳ"), *(str(_heading(one)) for one in COLUMNS)]):
            sheet.write_string(2, column, words, bold)
        for line, record in enumerate(records, start=3):
            sheet.write_string(line, 0, period_label(record.period) or _("Không nêu kỳ"))
            for column, one in enumerate(COLUMNS, start=1):
                sheet.write_number(line, column, record.counts[one])
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, len(COLUMNS), 12)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
    response = HttpResponse(buffer.getvalue(), content_type=MEDIA_TYPE)
    response.headers["Content-Disposition"] = 'attachment; filename="ket-qua-theo-ky.xlsx"'
    return response
