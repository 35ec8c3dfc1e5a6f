"""Inviting to a conference: units, groups, guests, and the delegates' own links."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from giaoban.committees.actors import Right
from giaoban.conferences import actions
from giaoban.conferences.actions import Link
from giaoban.conferences.queries import conference_of, find_delegate, invitable
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.committees.views.pages import sent_version
from giaoban.web.conferences.pages import conference_crumbs, fill_in, page_address, press
from giaoban.web.conferences.part_forms import DelegateForm, GuestForm, InviteForm

SECTION = "dai-bieu"


@require_http_methods(["GET", "POST"])
def invite(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Choose groups and units, and put them on the list."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    conference = conference_of(request.actor, conference_id)
    form = InviteForm(request.POST or None, among=invitable(conference))

    def write() -> None:
        for group_id in form.cleaned_data.get("groups", ()):
            actions.invite_group(request.actor, conference_id, group_id)
        if form.cleaned_data["units"]:
            actions.invite_units(request.actor, conference_id, form.cleaned_data["units"])

    return fill_in(
        request,
        form,
        write,
        said=_("Đã đưa vào danh sách mời."),
        title=_("Mời đơn vị dự họp"),
        conference=conference,
        anchor=SECTION,
        submit=_("Đưa vào danh sách"),
        lead=_("Nhóm được tách thành các đơn vị của ngày họp. Đơn vị được mời cũng được yêu cầu gửi báo cáo."),
    )


@require_http_methods(["GET", "POST"])
def invite_guest(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Put a guest on the list."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    conference = conference_of(request.actor, conference_id)
    form = GuestForm(request.POST or None)
    return fill_in(
        request,
        form,
        lambda: actions.invite_guest(request.actor, conference_id, form.details()),
        said=_("Đã thêm khách mời."),
        title=_("Thêm khách mời"),
        conference=conference,
        anchor=SECTION,
    )


@require_http_methods(["GET", "POST"])
def edit_delegate(request: OfficeRequest, delegate_id: int) -> HttpResponse:
    """Say who is expected."""
    delegate = find_delegate(request.actor, delegate_id)
    initial = {name: getattr(delegate, name) for name in ("body", "name", "title", "version")}
    form = DelegateForm(request.POST or None, is_guest=delegate.is_guest, initial=initial)

    def write() -> None:
        values = {name: value for name, value in form.cleaned_data.items() if name != "version"}
        actions.edit_delegate(request.actor, delegate_id, version=form.base_version, **values)

    return fill_in(
        request,
        form,
        write,
        said=_("Đã lưu đại biểu."),
        title=_("Sửa đại biểu %(body)s") % {"body": delegate.unit or delegate.body},
        conference=delegate.conference,
        anchor=SECTION,
    )


@require_POST
def drop_delegate(request: OfficeRequest, delegate_id: int) -> HttpResponse:
    """Take somebody off the list."""
    delegate = find_delegate(request.actor, delegate_id)
    version = sent_version(request)
    return press(
        request,
        lambda: actions.drop_delegate(request.actor, delegate_id, version=version),
        _("Đã đưa ra khỏi danh sách mời."),
        page_address(delegate.conference_id, SECTION),
    )


@require_POST
def issue_links(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Make an own link for each delegate without one, and show them once."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    conference = conference_of(request.actor, conference_id)
    links = actions.issue_links(request.actor, conference_id)
    return _show_links(request, conference, links)


@require_POST
def renew_link(request: OfficeRequest, delegate_id: int) -> HttpResponse:
    """Make a delegate a new link, and show it once."""
    delegate = find_delegate(request.actor, delegate_id)
    link = actions.renew_link(request.actor, delegate_id, version=sent_version(request))
    return _show_links(request, delegate.conference, [link])


def _show_links(request: OfficeRequest, conference: object, links: list[Link]) -> HttpResponse:
    if not links:
        return redirect(page_address(conference.pk, SECTION))  # type: ignore[attr-defined]
    title = _("Đường dẫn riêng của đại biểu")
    shown = [(one.delegate, request.build_absolute_uri(reverse("invitation", args=[one.secret]))) for one in links]
    values = {
        "links": shown,
        "conference": conference,
        "title": title,
        "crumbs": conference_crumbs(conference, ("", title)),
        "back": page_address(conference.pk, SECTION),  # type: ignore[attr-defined]
    }
    return render(request, "conferences/links.html", values)
