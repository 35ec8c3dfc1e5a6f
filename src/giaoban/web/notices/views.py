"""Notices: the list, opening one, marking one or all as seen."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from giaoban.audit import clock
from giaoban.committees.actors import Right
from giaoban.notices.actions import see_all_notices, see_notice
from giaoban.notices.queries import notice_list
from giaoban.refusal import NotFound
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.notices.rows import Row, by_day

PAGE_SIZE = 40


@require_safe
def list_notices(request: OfficeRequest) -> HttpResponse:
    """The notices to the actor: not seen first, by day."""
    page = Paginator(notice_list(request.actor), PAGE_SIZE).get_page(request.GET.get("page"))
    shown = list(page.object_list)
    values = {
        "page": page,
        "days": by_day(shown),
        "newest": max((one.pk for one in shown), default=0),
        "has_new": any(one.seen_at is None for one in shown),
        "today": clock.today(),
        "may_print": request.actor.may(Right.COMMITTEE_READ) or request.actor.may(Right.UNIT_READ),
    }
    return render(request, "notices/list.html", values)


@require_POST
def open_notice(request: OfficeRequest, notice_id: int) -> HttpResponse:
    """Go to what a notice is about, and note that it was seen."""
    return redirect(Row(see_notice(request.actor, notice_id)).address)


@require_POST
def see(request: OfficeRequest, notice_id: int) -> HttpResponse:
    """Note that a notice was seen, and stay in the list."""
    see_notice(request.actor, notice_id)
    return redirect("notice-list")


@require_POST
def see_all(request: OfficeRequest) -> HttpResponse:
    """Note that all notices up to the newest that the page showed were seen."""
    up_to = request.POST.get("up_to", "")
    if not up_to.isdecimal() or len(up_to) > 18:
        raise NotFound
    see_all_notices(request.actor, up_to=int(up_to))
    return redirect("notice-list")
