"""Pages of units: the list, one unit, its forms."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from giaoban.committees.actions import (
    add_alias,
    add_unit,
    close_unit,
    edit_unit,
    remove_alias,
    reopen_unit,
    succeed_unit,
)
from giaoban.committees.actors import Right
from giaoban.committees.kinds import authorities, unit_kinds
from giaoban.committees.queries import find_alias, find_unit, open_units, unit_page, units
from giaoban.tasks.scope import sees_committee
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.committees.forms import (
    AliasForm,
    LastDayForm,
    SuccessionForm,
    UnitForm,
    area_choices,
    kind_choices,
)
from giaoban.web.committees.views.pages import asked, directory_crumbs, form_page, press, sent_version
from giaoban.web.toasts import done

if TYPE_CHECKING:
    from collections.abc import Iterable

    from giaoban.committees.models import Unit


@require_GET
def unit_list(request: OfficeRequest) -> HttpResponse:
    """List the units by their relation to the committee and kind; the filter stands in the address."""
    chosen = {name: asked(request, name) for name in ("q", "kind", "area")}
    ended = request.GET.get("state") == "ended"
    found = units(request.actor, text=chosen["q"], kind=chosen["kind"], area=chosen["area"], ended=ended)
    sections = _by_authority(found)
    return render(
        request,
        "committees/unit_list.html",
        {
            "sections": sections,
            "count": sum(len(rows) for _kind, rows in sections),
            "chosen": chosen,
            "ended": ended,
            "is_filtered": any(chosen.values()),
            "kinds": kind_choices(),
            "areas": area_choices(),
            "may_manage": request.actor.may(Right.DIRECTORY_MANAGE),
        },
    )


def _by_authority(rows: Iterable[Unit]) -> list[tuple[str, list[Unit]]]:
    """Return the units by how they stand to the committee, then by kind; each part with the kind of its first unit."""
    ranks = {one.id: rank for rank, one in enumerate(authorities())}
    order = {kind.id: (ranks[kind.authority], rank) for rank, kind in enumerate(unit_kinds())}
    ordered = sorted(rows, key=lambda unit: order[unit.kind])
    parts = [list(part) for _rank, part in groupby(ordered, key=lambda unit: order[unit.kind][0])]
    return [(part[0].kind, part) for part in parts]


@require_http_methods(["GET", "POST"])
def unit_add(request: OfficeRequest) -> HttpResponse:
    """Add a unit."""
    request.actor.require(Right.DIRECTORY_MANAGE)
    form = UnitForm(request.POST or None)
    if request.method == "POST" and form.saves(lambda: add_unit(request.actor, form.details())):
        done(request, _("Đã thêm %(name)s vào danh bạ.") % {"name": form.cleaned_data["name"]})
        return redirect("unit-list")
    title = _("Thêm đơn vị")
    return form_page(request, form, title=title, crumbs=directory_crumbs(("", title)), back=reverse("unit-list"))


@require_GET
def unit_shown(request: OfficeRequest, unit_id: int) -> HttpResponse:
    """Show a unit: names, validity, succession, posts, groups."""
    return _show(request, unit_id, AliasForm())


def _show(request: OfficeRequest, unit_id: int, form: AliasForm) -> HttpResponse:
    unit = unit_page(request.actor, unit_id)
    values = {
        "unit": unit,
        "form": form,
        "today": localdate(),
        "is_ended": unit.valid_to is not None and unit.valid_to < localdate(),
        "crumbs": directory_crumbs(("", unit.name)),
        "may_manage": request.actor.may(Right.DIRECTORY_MANAGE),
        "has_record": sees_committee(request.actor) or request.actor.unit_id == unit_id,
    }
    return render(request, "committees/unit_page.html", values, status=form.status)


@require_http_methods(["GET", "POST"])
def unit_edit(request: OfficeRequest, unit_id: int) -> HttpResponse:
    """Edit a unit."""
    request.actor.require(Right.DIRECTORY_MANAGE)
    unit = find_unit(request.actor, unit_id)
    form = UnitForm(request.POST or None, initial=UnitForm.values(unit) | {"version": unit.version})
    if request.method == "POST" and form.saves(
        lambda: edit_unit(request.actor, unit_id, form.base_version, form.details())
    ):
        done(request, _("Đã lưu %(name)s.") % {"name": form.cleaned_data["name"]})
        return redirect("unit-page", unit_id)
    title = _("Sửa %(name)s") % {"name": unit.name}
    return form_page(
        request,
        form,
        title=title,
        crumbs=directory_crumbs((_address(unit_id), unit.name), ("", _("Sửa"))),
        back=_address(unit_id),
        draft=f"unit-{unit.pk}-v{unit.version}",
    )


@require_http_methods(["GET", "POST"])
def unit_close(request: OfficeRequest, unit_id: int) -> HttpResponse:
    """End a unit after a day."""
    request.actor.require(Right.DIRECTORY_MANAGE)
    unit = find_unit(request.actor, unit_id)
    form = LastDayForm(request.POST or None, initial={"version": unit.version})
    if request.method == "POST" and form.saves(lambda: close_unit(request.actor, unit_id, form.base_version, form.day)):
        done(request, _("Đã ghi ngày kết thúc của %(name)s.") % {"name": unit.name})
        return redirect("unit-page", unit_id)
    return form_page(
        request,
        form,
        title=_("Kết thúc hoạt động của %(name)s") % {"name": unit.name},
        crumbs=directory_crumbs((_address(unit_id), unit.name), ("", _("Kết thúc"))),
        back=_address(unit_id),
        lead=_(
            "Sau ngày này đơn vị không nhận nhiệm vụ mới; nhiệm vụ cũ và lịch sử vẫn giữ nguyên. "
            "Nếu có đơn vị kế thừa, hãy dùng “Ghi kế thừa”."
        ),
        submit=_("Ghi ngày kết thúc"),
    )


@require_POST
def unit_reopen(request: OfficeRequest, unit_id: int) -> HttpResponse:
    """Let a unit that was ended by mistake go on."""
    version = sent_version(request)
    return press(
        request,
        lambda: reopen_unit(request.actor, unit_id, version),
        _("Đơn vị hoạt động trở lại."),
        _address(unit_id),
    )


@require_http_methods(["GET", "POST"])
def unit_succeed(request: OfficeRequest, unit_id: int) -> HttpResponse:
    """Record who takes over from a unit."""
    request.actor.require(Right.DIRECTORY_MANAGE)
    unit = find_unit(request.actor, unit_id)
    others = [one for one in units(request.actor) if one.pk != unit_id]
    form = SuccessionForm(request.POST or None, initial={"version": unit.version}, units=others)
    if request.method == "POST" and form.saves(
        lambda: succeed_unit(request.actor, unit_id, form.base_version, form.details())
    ):
        done(request, _("Đã ghi đơn vị kế thừa của %(name)s.") % {"name": unit.name})
        return redirect("unit-page", unit_id)
    return form_page(
        request,
        form,
        title=_("Ghi kế thừa của %(name)s") % {"name": unit.name},
        crumbs=directory_crumbs((_address(unit_id), unit.name), ("", _("Kế thừa"))),
        back=_address(unit_id),
        lead=_("Nếu đơn vị kế thừa là đơn vị mới, hãy thêm vào danh bạ trước, với ngày bắt đầu hoạt động."),
        submit=_("Ghi kế thừa"),
    )


@require_POST
def unit_alias_add(request: OfficeRequest, unit_id: int) -> HttpResponse:
    """Add another name of a unit."""
    request.actor.require(Right.DIRECTORY_MANAGE)
    form = AliasForm(request.POST)
    if form.saves(lambda: add_alias(request.actor, unit_id, form.cleaned_data["text"])):
        done(request, _("Đã thêm tên gọi “%(text)s”.") % {"text": form.cleaned_data["text"]})
        return redirect("unit-page", unit_id)
    return _show(request, unit_id, form)


@require_POST
def unit_alias_remove(request: OfficeRequest, alias_id: int) -> HttpResponse:
    """Take another name from a unit."""
    request.actor.require(Right.DIRECTORY_MANAGE)
    alias = find_alias(request.actor, alias_id)
    return press(
        request,
        lambda: remove_alias(request.actor, alias_id),
        _("Đã bỏ tên gọi “%(text)s”.") % {"text": alias.text},
        _address(alias.unit_id),
    )


def _address(unit_id: int) -> str:
    return reverse("unit-page", args=[unit_id])


def choosable_units(request: OfficeRequest) -> Iterable[Unit]:
    """Return the units in force, for the choices of a form."""
    return open_units(request.actor).order_by("position", "sort")
