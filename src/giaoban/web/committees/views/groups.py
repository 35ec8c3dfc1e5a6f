"""Pages of groups: the list, one group with its units in time, its forms."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from giaoban.committees.actions import (
    add_group,
    add_group_alias,
    close_group,
    edit_group,
    put_unit_in_group,
    remove_group_alias,
    reopen_group,
    take_unit_from_group,
)
from giaoban.committees.actors import Right
from giaoban.committees.queries import find_group, find_group_alias, find_group_unit, group_page, groups
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.committees.forms import AliasForm, GroupForm, GroupUnitForm, LastDayForm
from giaoban.web.committees.views.pages import directory_crumbs, form_page, press, sent_version
from giaoban.web.committees.views.units import choosable_units
from giaoban.web.toasts import done


@require_GET
def group_list(request: OfficeRequest) -> HttpResponse:
    """List the groups."""
    values = {"groups": groups(request.actor), "may_manage": request.actor.may(Right.DIRECTORY_MANAGE)}
    return render(request, "committees/group_list.html", values)


@require_http_methods(["GET", "POST"])
def group_add(request: OfficeRequest) -> HttpResponse:
    """Add a group."""
    request.actor.require(Right.DIRECTORY_MANAGE)
    form = GroupForm(request.POST or None)
    if request.method == "POST" and form.saves(lambda: add_group(request.actor, form.details())):
        done(request, _("Đã thêm nhóm. Hãy mở nhóm để đưa đơn vị vào."))
        return redirect("group-list")
    title = _("Thêm nhóm")
    return form_page(request, form, title=title, crumbs=_crumbs(("", title)), back=reverse("group-list"))


@require_GET
def group_shown(request: OfficeRequest, group_id: int) -> HttpResponse:
    """Show a group: names, units now and before."""
    return _show(request, group_id)


def _show(
    request: OfficeRequest,
    group_id: int,
    alias_form: AliasForm | None = None,
    unit_form: GroupUnitForm | None = None,
) -> HttpResponse:
    group, today = group_page(request.actor, group_id), localdate()
    places = list(group.members.all())
    values = {
        "group": group,
        "current": [one for one in places if one.valid_to is None or one.valid_to >= today],
        "former": [one for one in places if one.valid_to is not None and one.valid_to < today],
        "alias_form": alias_form or AliasForm(prefix="alias"),
        "unit_form": unit_form or GroupUnitForm(units=choosable_units(request), prefix="unit"),
        "crumbs": _crumbs(("", group.name)),
        "may_manage": request.actor.may(Right.DIRECTORY_MANAGE),
    }
    status = max(form.status for form in (alias_form, unit_form) if form) if alias_form or unit_form else 200
    return render(request, "committees/group_page.html", values, status=status)


@require_http_methods(["GET", "POST"])
def group_edit(request: OfficeRequest, group_id: int) -> HttpResponse:
    """Edit a group."""
    request.actor.require(Right.DIRECTORY_MANAGE)
    group = find_group(request.actor, group_id)
    form = GroupForm(request.POST or None, initial=GroupForm.values(group) | {"version": group.version})
    if request.method == "POST" and form.saves(
        lambda: edit_group(request.actor, group_id, form.base_version, form.details())
    ):
        done(request, _("Đã lưu nhóm."))
        return redirect("group-page", group_id)
    title = _("Sửa nhóm %(name)s") % {"name": group.name}
    crumbs = _crumbs((_address(group_id), group.name), ("", _("Sửa")))
    return form_page(request, form, title=title, crumbs=crumbs, back=_address(group_id))


@require_POST
def group_close(request: OfficeRequest, group_id: int) -> HttpResponse:
    """Close a group."""
    version = sent_version(request)
    return press(
        request,
        lambda: close_group(request.actor, group_id, version),
        _("Nhóm đã thôi dùng."),
        _address(group_id),
    )


@require_POST
def group_reopen(request: OfficeRequest, group_id: int) -> HttpResponse:
    """Use a closed group again."""
    version = sent_version(request)
    return press(
        request,
        lambda: reopen_group(request.actor, group_id, version),
        _("Nhóm được dùng lại."),
        _address(group_id),
    )


@require_POST
def group_alias_add(request: OfficeRequest, group_id: int) -> HttpResponse:
    """Add another name of a group."""
    request.actor.require(Right.DIRECTORY_MANAGE)
    form = AliasForm(request.POST, prefix="alias")
    if form.saves(lambda: add_group_alias(request.actor, group_id, form.cleaned_data["text"])):
        done(request, _("Đã thêm tên gọi “%(text)s”.") % {"text": form.cleaned_data["text"]})
        return redirect("group-page", group_id)
    return _show(request, group_id, alias_form=form)


@require_POST
def group_alias_remove(request: OfficeRequest, alias_id: int) -> HttpResponse:
    """Take another name from a group."""
    request.actor.require(Right.DIRECTORY_MANAGE)
    alias = find_group_alias(request.actor, alias_id)
    return press(
        request,
        lambda: remove_group_alias(request.actor, alias_id),
        _("Đã bỏ tên gọi “%(text)s”.") % {"text": alias.text},
        _address(alias.group_id),
    )


@require_POST
def group_unit_put(request: OfficeRequest, group_id: int) -> HttpResponse:
    """Put a unit in a group."""
    request.actor.require(Right.DIRECTORY_MANAGE)
    form = GroupUnitForm(request.POST, units=choosable_units(request), prefix="unit")
    if form.saves(
        lambda: put_unit_in_group(request.actor, group_id, form.cleaned_data["unit_id"], form.cleaned_data["since"])
    ):
        done(request, _("Đã đưa đơn vị vào nhóm."))
        return redirect("group-page", group_id)
    return _show(request, group_id, unit_form=form)


@require_http_methods(["GET", "POST"])
def group_unit_take(request: OfficeRequest, place_id: int) -> HttpResponse:
    """Let a unit leave a group after a day."""
    request.actor.require(Right.DIRECTORY_MANAGE)
    place = find_group_unit(request.actor, place_id)
    form = LastDayForm(request.POST or None)
    if request.method == "POST" and form.saves(lambda: take_unit_from_group(request.actor, place_id, form.day)):
        done(request, _("%(unit)s đã ra khỏi nhóm.") % {"unit": place.unit.name})
        return redirect("group-page", place.group_id)
    return form_page(
        request,
        form,
        title=_("Đưa %(unit)s ra khỏi nhóm") % {"unit": place.unit.name},
        crumbs=_crumbs((_address(place.group_id), place.group.name), ("", place.unit.name)),
        back=_address(place.group_id),
        lead=_("Văn bản của những ngày trước đó vẫn tính đơn vị này trong nhóm."),
        submit=_("Ghi ngày ra khỏi nhóm"),
    )


def _crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    return directory_crumbs((reverse("group-list"), _("Nhóm")), *more)


def _address(group_id: int) -> str:
    return reverse("group-page", args=[group_id])
