"""The journal's pages: its events, newest first, and the check of its chain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from giaoban.audit.queries import EventFilter
from giaoban.audit.words import fault_words
from giaoban.committees.journal import check_journal, journal, journal_choices
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.audit.changes import changes
from giaoban.web.audit.forms import JournalFilter
from giaoban.web.audit.words import label

if TYPE_CHECKING:
    from giaoban.audit.models import AuditEvent

PAGE_SIZE = 50


@require_GET
def audit_list(request: OfficeRequest) -> HttpResponse:
    """List the events of the committee's journal; the filter stands in the address."""
    form = JournalFilter(request.GET, journal_choices(request.actor))
    wanted = form.wanted()
    page = Paginator(journal(request.actor, wanted), PAGE_SIZE).get_page(request.GET.get("page"))
    values = {
        "form": form,
        "page": page,
        "rows": [_row(event) for event in page],
        "is_filtered": wanted != EventFilter(),
    }
    return render(request, "audit/audit_list.html", values)


def _row(event: AuditEvent) -> dict[str, Any]:
    return {
        "event": event,
        "words": label("events", event.action),
        "subject": label("subjects", event.subject_type) if event.subject_type else "",
        "changes": changes(event.before, event.after),
    }


@require_GET
def audit_check(request: OfficeRequest) -> HttpResponse:
    """Check the journal's chain from its first event to its seal, and say what was found."""
    check = check_journal(request.actor)
    values = {
        "check": check,
        "fault": _(fault_words(check.bad)) if check.bad else "",
        "crumbs": [(reverse("audit-list"), _("Nhật ký")), ("", _("Kiểm tra sổ"))],
    }
    return render(request, "audit/audit_check.html", values)
