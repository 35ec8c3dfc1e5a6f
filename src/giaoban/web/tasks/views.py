"""The task list and a task's page."""

from __future__ import annotations

from urllib.parse import quote

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST, require_safe

from giaoban.committees.actors import Right
from giaoban.documents.cited import cited_in_directive
from giaoban.refusal import NotFound, Refusal
from giaoban.tasks.actions import close_filter, record_export, save_filter, share_filter
from giaoban.tasks.evidence import evidence_file
from giaoban.tasks.filter import TaskFilter
from giaoban.tasks.queries import all_ids, repeats_of, task_page, task_units
from giaoban.web.access.refusals import tell
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.tasks.addresses import passage_address
from giaoban.web.tasks.forms import FILTER_CLOSED, FILTER_SAVED, SavedFilterForm
from giaoban.web.tasks.list_view import ListView
from giaoban.web.tasks.steps import steps_of
from giaoban.web.tasks.timeline import told_entries
from giaoban.web.tasks.workbook import EXPORT_LIMIT, MEDIA_TYPE, task_workbook
from giaoban.web.toasts import done

#: The office's changes, as buttons say them.
CHANGES = {
    "remind": _("Đôn đốc…"),
    "due": _("Đổi hạn…"),
    "leads": _("Đổi chủ trì…"),
    "supports": _("Đổi phối hợp…"),
    "edit": _("Sửa tên…"),
    "withdraw": _("Thu hồi…"),
}

READERS = (Right.COMMITTEE_READ, Right.PUBLISHED_READ, Right.UNIT_READ)


@require_safe
def task_list(request: OfficeRequest) -> HttpResponse:
    """The tasks that one may see, filtered by the address."""
    request.actor.require(*READERS)
    chosen = TaskFilter.from_values(request.GET.dict())
    shown = ListView(request.actor, chosen)
    return render(request, "tasks/list.html", {"view": shown, "search_words": chosen.text})


@require_safe
def unit_tasks(request: OfficeRequest, unit_id: int) -> HttpResponse:
    """The tasks in which one unit has a part."""
    request.actor.require(*READERS)
    unit = task_units(request.actor).filter(pk=unit_id).first()
    if unit is None:
        raise NotFound
    chosen = TaskFilter.from_values({**request.GET.dict(), "unit": str(unit_id)})
    return render(request, "tasks/list.html", {"view": ListView(request.actor, chosen, unit)})


@require_GET
def task_export(request: OfficeRequest) -> HttpResponse:
    """All tasks of a filter as an Excel file."""
    request.actor.require(*READERS)
    chosen = TaskFilter.from_values(request.GET.dict())
    ids = all_ids(request.actor, chosen, EXPORT_LIMIT)
    content = task_workbook(request.actor, chosen, ids)
    record_export(request.actor, query=chosen.to_query(), count=len(ids))
    response = HttpResponse(content, content_type=MEDIA_TYPE)
    response.headers["Content-Disposition"] = 'attachment; filename="nhiem-vu.xlsx"'
    return response


@require_safe
def task_shown(request: OfficeRequest, task_id: int) -> HttpResponse:
    """One task: the words of the document, what is next, what happened."""
    request.actor.require(*READERS)
    page = task_page(request.actor, task_id)
    values = {
        "document_address": passage_address(page.task),
        "repeats": repeats_of([page.task.directive]).get(page.task.directive_id) if page.sees_committee else None,
        "may_review": request.actor.may(Right.DOCUMENTS_REVIEW),
        "cited": cited_in_directive(page.task.directive),
        "page": page,
        "task": page.task,
        "steps": steps_of(page),
        "entries": told_entries(page),
        "labels": CHANGES,
    }
    return render(request, "tasks/task.html", values)


@require_GET
def evidence_download(request: OfficeRequest, evidence_id: int) -> HttpResponse:
    """A file of the timeline, always as a download."""
    request.actor.require(*READERS)
    name, media_type, data = evidence_file(request.actor, evidence_id)
    response = HttpResponse(data, content_type=media_type)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


@require_POST
def filter_save(request: OfficeRequest) -> HttpResponse:
    """Keep the present filter under a name."""
    form = SavedFilterForm(request.POST)
    address = f"{reverse('task-list')}?{TaskFilter.from_query(request.POST.get('query', '')).to_query()}"
    if not form.is_valid():
        return render(request, "tasks/filter_name.html", {"form": form, "back": address}, status=422)
    try:
        save_filter(request.actor, **form.cleaned_data)
    except Refusal as refusal:
        tell(request, refusal)
    else:
        done(request, str(FILTER_SAVED))
    return redirect(address)


@require_POST
def filter_share(request: OfficeRequest, filter_id: int) -> HttpResponse:
    """Show one's own filter to all, or no longer."""
    share_filter(request.actor, filter_id, version=_version(request), is_shared=request.POST.get("is_shared") == "1")
    return redirect("task-list")


@require_POST
def filter_close(request: OfficeRequest, filter_id: int) -> HttpResponse:
    """Put one's own filter away."""
    close_filter(request.actor, filter_id, version=_version(request))
    done(request, str(FILTER_CLOSED))
    return redirect("task-list")


def _version(request: OfficeRequest) -> int:
    written = request.POST.get("version", "")
    if not written.isdecimal():
        raise NotFound
    return int(written)
