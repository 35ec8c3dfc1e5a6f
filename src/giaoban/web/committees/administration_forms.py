"""Forms of administration: members, their roles, the committee's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from giaoban.committees.actions import CommitteeDetails, MemberDetails
from giaoban.committees.roles import roles
from giaoban.web.access.labels import role_label
from giaoban.web.committees.base_form import DirectoryForm
from giaoban.web.committees.forms import unit_choices
from giaoban.web.committees.labels import level_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from giaoban.committees.models import Committee, Member, Unit

LEVELS = ("province", "district", "commune")
SETTINGS = ("name", "level", "level_word", "place", "office_name")


def role_choices() -> list[tuple[str, str]]:
    """Return the roles to choose among."""
    return [(one.id, role_label(one.id)) for one in roles()]


class RoleForm(DirectoryForm):
    """A role and, for a reporter, the unit."""

    role = forms.ChoiceField(label=_("Vai trò"), choices=role_choices)
    unit_id = forms.TypedChoiceField(
        label=_("Đơn vị"),
        coerce=int,
        required=False,
        empty_value=None,
        help_text=_("Chỉ chọn với người báo cáo của đơn vị."),
    )

    def __init__(self, *args: Any, units: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit_id"].choices = unit_choices(units, none=_("Không gắn đơn vị"))  # type: ignore[attr-defined]

    @staticmethod
    def values(member: Member) -> dict[str, Any]:
        """Return the form's values of a member as it stands."""
        return {"role": member.role, "unit_id": member.unit_id}


class MemberForm(RoleForm):
    """A new account and its role."""

    username = forms.CharField(
        label=_("Tên đăng nhập"), max_length=60, help_text=_("Chữ không dấu, số, dấu chấm, gạch nối: nguyenvana.")
    )
    name = forms.CharField(label=_("Họ và tên"), max_length=120)
    field_order = ("username", "name", "role", "unit_id")

    def details(self) -> MemberDetails:
        """Return what the action takes."""
        return MemberDetails(**{name: self.cleaned_data[name] for name in ("username", "name", "role", "unit_id")})


class NameForm(DirectoryForm):
    """The name of an account as people see it."""

    name = forms.CharField(label=_("Họ và tên"), max_length=120)

    @staticmethod
    def values(member: Member) -> dict[str, Any]:
        """Return the form's values of a member as it stands."""
        return {"name": member.user.name}


class CommitteeForm(DirectoryForm):
    """What describes the committee."""

    name = forms.CharField(label=_("Tên cấp ủy"), max_length=200)
    level = forms.ChoiceField(label=_("Cấp"), choices=lambda: [(one, level_label(one)) for one in LEVELS])
    level_word = forms.CharField(
        label=_("Tên cấp trong văn bản"), max_length=40, help_text=_("Ví dụ: thị xã, tỉnh, phường.")
    )
    place = forms.CharField(label=_("Địa bàn"), max_length=120, help_text=_("Chỉ ghi tên riêng: Cửa Lò."))
    office_name = forms.CharField(label=_("Tên văn phòng"), max_length=200)

    @staticmethod
    def values(committee: Committee) -> dict[str, Any]:
        """Return the form's values of a committee as it stands."""
        return {name: getattr(committee, name) for name in SETTINGS}

    def details(self) -> CommitteeDetails:
        """Return what the action takes."""
        return CommitteeDetails(**{name: self.cleaned_data[name] for name in SETTINGS})
