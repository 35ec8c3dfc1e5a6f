"""A unit's report for a conference, whose reports are in, and the calendar of the year."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from giaoban.audit import clock
from giaoban.committees.actors import Right
from giaoban.conferences import actions
from giaoban.conferences.queries import (
    ReportPage,
    calendar_of,
    conference_of,
    conference_years,
    report_file,
    report_page,
    report_rows,
    unanswered_tasks,
)
from giaoban.refusal import NotFound
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.committees.views.pages import sent_version
from giaoban.web.conferences.agenda_views import READERS, download
from giaoban.web.conferences.pages import conference_crumbs, fill_in, page_address, press
from giaoban.web.conferences.report_forms import RemindForm, ReportFileForm, ReportForm, ReturnReportForm
from giaoban.web.toasts import done


@require_http_methods(["GET", "POST"])
def show_report(request: OfficeRequest, report_id: int) -> HttpResponse:
    """A unit's report: a form for the unit while it may write, words to read for all others."""
    request.actor.require(*READERS)
    page = report_page(request.actor, report_id)
    form = _form(request, page) if page.may_write else None
    if request.method == "POST":
        if form is None:
            raise NotFound
        is_sent = request.POST.get("do") == "send"
        write = actions.send_report if is_sent else actions.save_report
        if form.saves(lambda: write(request.actor, report_id, version=form.base_version, report=form.report())):
            done(request, _("Đã gửi báo cáo.") if is_sent else _("Đã lưu nháp báo cáo."))
            return redirect("report-page", report_id)
    return _render(request, page, form, ReportFileForm(initial={"version": page.report.version}, prefix="file"))


def _form(request: OfficeRequest, page: ReportPage) -> ReportForm:
    row = page.report
    initial = {name: getattr(row, name) for name in ("version", "results", "limitations", "proposals")}
    return ReportForm(request.POST or None, asked=page.asked, initial=initial)


def _render(request: OfficeRequest, page: ReportPage, form: Any, file_form: Any) -> HttpResponse:
    conference = page.report.conference
    title = _("Báo cáo của %(unit)s") % {"unit": page.report.unit.name}
    values = {
        "page": page,
        "report": page.report,
        "conference": conference,
        "form": form,
        "file_form": file_form,
        "title": title,
        "crumbs": conference_crumbs(conference, ("", title)),
    }
    status = max(one.status for one in (form, file_form) if one is not None)
    return render(request, "conferences/report.html", values, status=status)


@require_POST
def upload_report(request: OfficeRequest, report_id: int) -> HttpResponse:
    """Put a document to the own unit's report."""
    request.actor.require(Right.REPORTS_SEND)
    page = report_page(request.actor, report_id)
    form = ReportFileForm(request.POST, request.FILES, prefix="file")
    if form.saves(
        lambda: actions.upload_report(
            request.actor,
            report_id,
            version=form.base_version,
            file=form.sent_file(),
            declares_no_secret=form.cleaned_data["declares_no_secret"],
        )
    ):
        done(request, _("Đã đưa tệp vào báo cáo; phần còn trống được điền theo lời trong tệp, đồng chí xem lại."))
        return redirect("report-page", report_id)
    words = ReportForm(asked=page.asked, initial={"version": page.report.version}) if page.may_write else None
    return _render(request, page, words, form)


@require_POST
def accept_report(request: OfficeRequest, report_id: int) -> HttpResponse:
    """Take a report."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    version = sent_version(request)
    return press(
        request,
        lambda: actions.accept_report(request.actor, report_id, version=version),
        _("Đã nhận báo cáo."),
        reverse("report-page", args=[report_id]),
        undo_address=reverse("report-unaccept", args=[report_id]),
    )


@require_POST
def unaccept_report(request: OfficeRequest, report_id: int) -> HttpResponse:
    """Take it back that a report was taken."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    return press(
        request,
        lambda: actions.unaccept_report(request.actor, report_id),
        _("Báo cáo trở lại chờ nhận."),
        reverse("report-page", args=[report_id]),
    )


@require_http_methods(["GET", "POST"])
def return_report(request: OfficeRequest, report_id: int) -> HttpResponse:
    """Return a report with what is missing."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    row = report_page(request.actor, report_id).report
    form = ReturnReportForm(request.POST or None, initial={"version": row.version})
    return fill_in(
        request,
        form,
        lambda: actions.return_unit_report(
            request.actor, report_id, version=form.base_version, reason=form.cleaned_data["reason"]
        ),
        said=_("Đã trả lại báo cáo."),
        title=_("Trả lại báo cáo của %(unit)s") % {"unit": row.unit.name},
        conference=row.conference,
        anchor="bao-cao",
        submit=_("Trả lại"),
        lead=_("Trả lời chỉ đạo mà báo cáo đã gửi vào nhiệm vụ vẫn giữ nguyên; đơn vị sửa và gửi lại."),
    )


@require_POST
def remind_report(request: OfficeRequest, report_id: int) -> HttpResponse:
    """Remind a unit of its report."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    row = report_page(request.actor, report_id).report
    return press(
        request,
        lambda: actions.remind_report(request.actor, report_id),
        _("Đã đôn đốc %(unit)s.") % {"unit": row.unit.name},
        reverse("conference-readiness", args=[row.conference_id]),
    )


@require_POST
def unwant_report(request: OfficeRequest, report_id: int) -> HttpResponse:
    """No longer ask a unit for its report."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    row, version = report_page(request.actor, report_id).report, sent_version(request)
    return press(
        request,
        lambda: actions.unwant_report(request.actor, report_id, version=version),
        _("Đã bỏ yêu cầu báo cáo với %(unit)s.") % {"unit": row.unit.name},
        reverse("conference-readiness", args=[row.conference_id]),
    )


@require_GET
def report_download(request: OfficeRequest, report_id: int) -> HttpResponse:
    """The document of a report; ``ban`` is the number of a sending, else the one that stands now."""
    request.actor.require(*READERS)
    asked = request.GET.get("ban", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 5 else None
    return download(*report_file(request.actor, report_id, number))


@require_http_methods(["GET", "POST"])
def readiness(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Whose report is in, late, returned; which tasks of the last conclusion have no answer; reminding all of them."""
    request.actor.require(Right.COMMITTEE_READ)
    conference = conference_of(request.actor, conference_id)
    form = RemindForm(request.POST or None)
    if request.method == "POST":
        request.actor.require(Right.CONFERENCES_MANAGE)
        made: list[Any] = []
        if form.saves(
            lambda: made.append(actions.remind_owing(request.actor, conference_id, text=form.cleaned_data["text"]))
        ):
            counts = {"reports": made[0].reports, "tasks": made[0].tasks}
            done(request, _("Đã đôn đốc: %(reports)s báo cáo, %(tasks)s nhiệm vụ.") % counts)
            return redirect("conference-readiness", conference_id)
    rows = report_rows(request.actor, conference)
    title = _("Tình hình chuẩn bị")
    values = {
        "conference": conference,
        "rows": rows,
        "owed": [one for one in rows if one.is_owed],
        "sent": sum(not one.is_owed for one in rows),
        "late": sum(one.is_owed and one.is_late for one in rows),
        "unanswered": unanswered_tasks(request.actor, conference),
        "form": form,
        "today": clock.today(),
        "may_manage": request.actor.may(Right.CONFERENCES_MANAGE),
        "title": title,
        "crumbs": conference_crumbs(conference, ("", title)),
        "back": page_address(conference_id),
    }
    return render(request, "conferences/readiness.html", values, status=form.status)


@require_safe
def calendar(request: OfficeRequest) -> HttpResponse:
    """The conferences of a year, month by month, with what speaks against their days."""
    request.actor.require(*READERS)
    years = conference_years(request.actor)
    asked, this_year = request.GET.get("nam", ""), clock.today().year
    year = next((one for one in years if str(one) == asked), this_year)
    rows = calendar_of(request.actor, year)
    title = _("Lịch hội nghị năm %(year)s") % {"year": year}
    values = {
        "title": title,
        "year": year,
        "years": sorted({*years, this_year}, reverse=True),
        "months": [(month, [one for one in rows if one.conference.held_on.month == month]) for month in range(1, 13)],
        "crumbs": conference_crumbs(None, ("", title)),
        "may_manage": request.actor.may(Right.CONFERENCES_MANAGE),
    }
    return render(request, "conferences/calendar.html", values)
