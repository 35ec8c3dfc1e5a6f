"""The list of conferences, one conference's page, its plan, and its way through the states."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from giaoban.committees.actors import Right
from giaoban.conferences.actions import attach_conclusion, cancel_conference, edit_conference, plan_conference
from giaoban.conferences.kinds import conference_kinds
from giaoban.conferences.queries import (
    conference_list,
    conference_of,
    conference_years,
    preparations_moved,
    propose_conference,
)
from giaoban.refusal import NotFound
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.committees.views.pages import form_page, sent_version
from giaoban.web.conferences.forms import CancelForm, ConferenceForm, PlanForm
from giaoban.web.conferences.page import ConferencePage
from giaoban.web.conferences.pages import conference_crumbs, page_address, press
from giaoban.web.conferences.planned_days import days_shown, said_edited, said_planned
from giaoban.web.toasts import done

READERS = (Right.COMMITTEE_READ, Right.PUBLISHED_READ, Right.UNIT_READ)


@require_safe
def list_conferences(request: OfficeRequest) -> HttpResponse:
    """The conferences of a year, the newest first."""
    request.actor.require(*READERS)
    years = conference_years(request.actor)
    asked = request.GET.get("nam", "")
    year = next((one for one in years if str(one) == asked), years[0] if years else None)
    values = {
        "years": years,
        "year": year,
        "rows": conference_list(request.actor, year) if year else [],
        "kinds": conference_kinds(),
        "may_manage": request.actor.may(Right.CONFERENCES_MANAGE),
    }
    return render(request, "conferences/list.html", values)


@require_safe
def show_conference(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """One conference: the steps of its cycle, then a section for each that has something to show."""
    request.actor.require(*READERS)
    page = ConferencePage(request.actor, conference_id)
    values = {
        "page": page,
        "conference": page.conference,
        "sections": list(page.sections()),
        "crumbs": conference_crumbs(page.conference),
    }
    return render(request, "conferences/conference.html", values)


@require_http_methods(["GET", "POST"])
def plan(request: OfficeRequest) -> HttpResponse:
    """Plan the next conference of a kind, from the last one."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    kind = _kind_asked(request)
    proposal = propose_conference(request.actor, kind)
    form = PlanForm(request.POST or None, actor=request.actor, initial=PlanForm.values(proposal))
    if request.method == "POST":
        made: list[Any] = []

        def write() -> None:
            like_id = form.cleaned_data["like_id"]
            made.append(plan_conference(request.actor, form.details(), like_id=like_id))

        if form.saves(write):
            done(request, said_planned(made[0]))
            return redirect("conference-page", made[0].pk)
    title = _("Lập kế hoạch hội nghị")
    values = {"form": form, "title": title, "crumbs": conference_crumbs(None, ("", title)), "proposal": proposal}
    values |= {"kinds": conference_kinds(), "kind": kind} | days_shown(request.actor, form, proposal)
    return render(request, "conferences/plan.html", values, status=form.status)


def _kind_asked(request: OfficeRequest) -> str:
    known = [one.id for one in conference_kinds()]
    asked = request.POST.get("kind") or request.GET.get("loai") or "quarterly"
    if asked not in known:
        raise NotFound
    return asked


@require_http_methods(["GET", "POST"])
def edit(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Change what was planned."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    conference = conference_of(request.actor, conference_id)
    initial = ConferenceForm.values(conference) | {"version": conference.version}
    form = ConferenceForm(request.POST or None, actor=request.actor, is_kind_fixed=True, initial=initial)
    if request.method == "POST" and form.saves(
        lambda: edit_conference(request.actor, conference_id, version=form.base_version, details=form.details())
    ):
        edited = conference_of(request.actor, conference_id)
        done(request, said_edited(edited))
        return redirect(page_address(conference_id, "chuan-bi" if preparations_moved(edited) else ""))
    title = _("Sửa kế hoạch hội nghị")
    return form_page(
        request,
        form,
        title=title,
        crumbs=conference_crumbs(conference, ("", title)),
        back=page_address(conference_id),
        draft=f"conference-{conference_id}-v{conference.version}",
    )


@require_http_methods(["GET", "POST"])
def cancel(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Cancel a conference that was not held."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    conference = conference_of(request.actor, conference_id)
    form = CancelForm(request.POST or None, initial={"version": conference.version})
    if request.method == "POST" and form.saves(
        lambda: cancel_conference(
            request.actor, conference_id, version=form.base_version, reason=form.cleaned_data["reason"]
        )
    ):
        done(request, _("Đã hủy hội nghị."), undo_address=reverse("conference-restore", args=[conference_id]))
        return redirect("conference-page", conference_id)
    title = _("Hủy hội nghị")
    return form_page(
        request,
        form,
        title=title,
        crumbs=conference_crumbs(conference, ("", title)),
        back=page_address(conference_id),
        submit=title,
        lead=_("Hội nghị vẫn còn trong danh sách, ghi rõ lý do hủy; khi cần có thể khôi phục."),
    )


@require_POST
def attach(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Make a given document the conference's conclusion."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    version, document_id = sent_version(request), request.POST.get("document", "")
    if not document_id.isascii() or not document_id.isdigit() or len(document_id) > 18:
        raise NotFound
    return press(
        request,
        lambda: attach_conclusion(request.actor, conference_id, int(document_id), version=version),
        _("Đã gắn kết luận cho hội nghị."),
        page_address(conference_id, "ket-luan"),
        undo_address=reverse("conclusion-detach", args=[conference_id]),
    )
