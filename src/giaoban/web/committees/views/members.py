"""Pages of members: the list, a new account, one member with role, name, password; who may see what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from giaoban.committees.actions import (
    add_member,
    add_role,
    change_role,
    deactivate_member,
    edit_committee,
    mark_head,
    reactivate_member,
    rename_member,
    reset_password,
)
from giaoban.committees.actors import Right
from giaoban.committees.queries import committee_of, find_member, members
from giaoban.committees.refusals import DirectoryRefusal
from giaoban.committees.roles import rights, roles
from giaoban.web.access.refusals import tell
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.committees.administration_forms import (
    CommitteeForm,
    MemberForm,
    NameForm,
    RoleForm,
    role_choices,
)
from giaoban.web.committees.base_form import DirectoryForm
from giaoban.web.committees.views.pages import administration_crumbs, asked, form_page, press, sent_version
from giaoban.web.committees.views.units import choosable_units
from giaoban.web.toasts import done

if TYPE_CHECKING:
    from giaoban.committees.actions import NewPassword
    from giaoban.committees.models import Member

PAGE = 50


@require_GET
def member_list(request: OfficeRequest) -> HttpResponse:
    """List the members with role, unit and state."""
    chosen = {name: asked(request, name) for name in ("q", "role", "state")}
    is_active = {"active": True, "ended": False, "unused": True}.get(chosen["state"])
    has_signed_in = False if chosen["state"] == "unused" else None
    found = members(
        request.actor, text=chosen["q"], role=chosen["role"], is_active=is_active, has_signed_in=has_signed_in
    )
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    values = {
        "page": page,
        "chosen": chosen,
        "is_filtered": any(chosen.values()),
        "roles": role_choices(),
    }
    return render(request, "committees/member_list.html", values)


@require_http_methods(["GET", "POST"])
def member_add(request: OfficeRequest) -> HttpResponse:
    """Make an account; its first password is shown on the answer, once."""
    request.actor.require(Right.MEMBERS_MANAGE)
    form = MemberForm(request.POST or None, units=choosable_units(request))
    made: list[NewPassword] = []
    if request.method == "POST" and form.saves(lambda: made.append(add_member(request.actor, form.details()))):
        return _password_page(request, made[0])
    title = _("Thêm người dùng")
    return form_page(
        request,
        form,
        title=title,
        crumbs=administration_crumbs(("", title)),
        back=reverse("member-list"),
        lead=_("Mật khẩu đầu tiên do hệ thống sinh ra, hiện một lần sau khi lưu."),
        submit=_("Tạo tài khoản"),
    )


def _password_page(request: OfficeRequest, made: NewPassword) -> HttpResponse:
    crumbs = administration_crumbs(("", made.member.user.username))
    return render(request, "committees/password_once.html", {"made": made, "crumbs": crumbs})


@require_GET
def member_page(request: OfficeRequest, member_id: int) -> HttpResponse:
    """Show a member."""
    return _show(request, find_member(request.actor, member_id), {})


def _show(request: OfficeRequest, member: Member, bound: dict[str, DirectoryForm]) -> HttpResponse:
    """Show a member's page with its three forms; those in ``bound`` come back with what was typed."""
    start: dict[str, Any] = {"version": member.version}
    units = list(choosable_units(request))
    forms: dict[str, DirectoryForm] = {
        "role_form": RoleForm(initial=start | RoleForm.values(member), units=units, prefix="role"),
        "more_form": RoleForm(initial=start, units=units, prefix="more"),
        "name_form": NameForm(initial=start | NameForm.values(member), prefix="name"),
    } | bound
    values = {
        "member": member,
        "crumbs": administration_crumbs(("", member.user.name)),
        "is_self": member.user_id == request.actor.user_id,
    }
    status = max((form.status for form in bound.values()), default=200)
    return render(request, "committees/member_page.html", values | forms, status=status)


@require_POST
def member_role(request: OfficeRequest, member_id: int) -> HttpResponse:
    """Change a member's role."""
    member = find_member(request.actor, member_id)
    form = RoleForm(request.POST, units=choosable_units(request), prefix="role")
    if form.saves(
        lambda: change_role(
            request.actor,
            member_id,
            form.base_version,
            form.cleaned_data["role"],
            form.cleaned_data["unit_id"],
        )
    ):
        done(request, _("Đã đổi vai trò; có hiệu lực ngay."))
        return redirect("member-list" if member.user_id == request.actor.user_id else _address(member_id))
    return _show(request, member, {"role_form": form})


@require_POST
def member_role_add(request: OfficeRequest, member_id: int) -> HttpResponse:
    """Give a member's account one more role."""
    member = find_member(request.actor, member_id)
    form = RoleForm(request.POST, units=choosable_units(request), prefix="more")
    if form.saves(lambda: add_role(request.actor, member_id, form.cleaned_data["role"], form.cleaned_data["unit_id"])):
        done(request, _("Đã thêm vai trò."))
        return redirect("member-list")
    return _show(request, member, {"more_form": form})


@require_POST
def member_name(request: OfficeRequest, member_id: int) -> HttpResponse:
    """Change the name of a member's account."""
    member = find_member(request.actor, member_id)
    form = NameForm(request.POST, prefix="name")
    if form.saves(lambda: rename_member(request.actor, member_id, form.base_version, form.cleaned_data["name"])):
        done(request, _("Đã lưu họ tên."))
        return redirect(_address(member_id))
    return _show(request, member, {"name_form": form})


@require_POST
def member_password(request: OfficeRequest, member_id: int) -> HttpResponse:
    """Give a member's account a new first password, shown on the answer, once."""
    version = sent_version(request)
    try:
        made = reset_password(request.actor, member_id, version)
    except DirectoryRefusal as refusal:
        tell(request, refusal)
        return redirect(_address(member_id))
    return _password_page(request, made)


@require_POST
def member_deactivate(request: OfficeRequest, member_id: int) -> HttpResponse:
    """End a member's role and sessions."""
    version = sent_version(request)
    return press(
        request,
        lambda: deactivate_member(request.actor, member_id, version),
        _("Đã ngừng vai trò; các phiên đăng nhập của tài khoản đã kết thúc."),
        _address(member_id),
    )


@require_POST
def member_reactivate(request: OfficeRequest, member_id: int) -> HttpResponse:
    """Give a member's role back."""
    version = sent_version(request)
    return press(
        request,
        lambda: reactivate_member(request.actor, member_id, version),
        _("Vai trò được dùng lại."),
        _address(member_id),
    )


@require_POST
def member_head(request: OfficeRequest, member_id: int) -> HttpResponse:
    """Mark a unit's reporter as its head, or no longer."""
    version, is_head = sent_version(request), request.POST.get("is_head") == "1"
    said = _("Đã ghi là thủ trưởng đơn vị.") if is_head else _("Đã thôi ghi là thủ trưởng đơn vị.")
    return press(
        request, lambda: mark_head(request.actor, member_id, version, is_head=is_head), said, _address(member_id)
    )


@require_GET
def access_review(request: OfficeRequest) -> HttpResponse:
    """Show who may see and do what, to print and go through (rà soát quyền truy cập)."""
    held = list(members(request.actor, is_active=True))
    table = [(one, [role for role in roles() if one.id in role.rights]) for one in rights()]
    values = {
        "committee": committee_of(request.actor),
        "members": held,
        "roles": roles(),
        "table": table,
        "now": localtime(),
        "crumbs": administration_crumbs(("", _("Ai được xem và làm gì"))),
    }
    return render(request, "committees/access_review.html", values)


@require_http_methods(["GET", "POST"])
def committee_settings(request: OfficeRequest) -> HttpResponse:
    """Change what describes the committee."""
    request.actor.require(Right.MEMBERS_MANAGE)
    committee = committee_of(request.actor)
    start = CommitteeForm.values(committee) | {"version": committee.version}
    form = CommitteeForm(request.POST or None, initial=start)
    if request.method == "POST" and form.saves(
        lambda: edit_committee(request.actor, form.base_version, form.details())
    ):
        done(request, _("Đã lưu thông tin cấp ủy."))
        return redirect("committee-settings")
    title = _("Thông tin cấp ủy")
    return form_page(
        request,
        form,
        title=title,
        crumbs=administration_crumbs(("", title)),
        back=reverse("member-list"),
        lead=_("Tên cấp và địa bàn dùng để nhận ra đơn vị trong văn bản: “Công an thị xã”, “TAND thị xã Cửa Lò”."),
    )


def _address(member_id: int) -> str:
    return reverse("member-page", args=[member_id])
