"""Forms of the directory: what a person typed → the details that an action takes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from giaoban.committees.actions import (
    GroupDetails,
    PersonDetails,
    PostDetails,
    SuccessionDetails,
    UnitDetails,
)
from giaoban.committees.kinds import succession_kinds, unit_kinds
from giaoban.committees.roles import areas
from giaoban.web.access.labels import area_label
from giaoban.web.committees.base_form import DirectoryForm, OfficeDateField
from giaoban.web.committees.labels import kind_label, succession_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from giaoban.committees.models import Group, Person, Unit

Choices = list[tuple[str, str]]


def area_choices() -> Choices:
    """Return the areas to choose among."""
    return [(one.id, area_label(one.id)) for one in areas()]


def kind_choices() -> Choices:
    """Return the kinds of units to choose among."""
    return [(one.id, kind_label(one.id)) for one in unit_kinds()]


CHOOSE_UNIT = _("Chọn đơn vị")


def unit_choices(units: Iterable[Unit], *, none: str | Promise = CHOOSE_UNIT) -> list[tuple[str, str | Promise]]:
    """Return units to choose among, first of all ``none``: the words for no unit."""
    return [("", none), *((str(unit.pk), unit.name) for unit in units)]


class UnitForm(DirectoryForm):
    """A unit: the main area apart, because it says who is proposed first."""

    name = forms.CharField(
        label=_("Tên đơn vị"), max_length=200, help_text=_("Viết như trong văn bản, đủ cấp: Công an thị xã.")
    )
    short_name = forms.CharField(label=_("Tên viết tắt"), max_length=80, required=False)
    kind = forms.ChoiceField(label=_("Loại"), choices=kind_choices)
    place = forms.CharField(
        label=_("Địa bàn"),
        max_length=120,
        required=False,
        help_text=_("Với xã, phường: chỉ ghi tên riêng, ví dụ Nghi Thu."),
    )
    main_area = forms.ChoiceField(label=_("Lĩnh vực chính"), required=False)
    other_areas = forms.MultipleChoiceField(
        label=_("Lĩnh vực khác"), required=False, choices=area_choices, widget=forms.CheckboxSelectMultiple
    )
    position = forms.IntegerField(label=_("Thứ tự trong danh bạ"), min_value=0, max_value=9999, initial=0)
    valid_from = OfficeDateField(
        label=_("Hoạt động từ ngày"), required=False, help_text=_("Để trống nếu đã có từ trước.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["main_area"].choices = [("", _("Chưa chọn")), *area_choices()]  # type: ignore[attr-defined]

    @staticmethod
    def values(unit: Unit) -> dict[str, Any]:
        """Return the form's values of a unit as it stands."""
        return {
            "name": unit.name,
            "short_name": unit.short_name,
            "kind": unit.kind,
            "place": unit.place,
            "main_area": unit.areas[0] if unit.areas else "",
            "other_areas": unit.areas[1:],
            "position": unit.position,
            "valid_from": unit.valid_from,
        }

    def details(self) -> UnitDetails:
        """Return what the action takes."""
        given = self.cleaned_data
        chosen = [given["main_area"], *given["other_areas"]]
        return UnitDetails(
            name=given["name"],
            kind=given["kind"],
            short_name=given["short_name"],
            areas=tuple(dict.fromkeys(one for one in chosen if one)),
            place=given["place"],
            position=given["position"],
            valid_from=given["valid_from"],
        )


class SuccessionForm(DirectoryForm):
    """Who takes over from a unit, how, from which day, by which paper."""

    successor_id = forms.TypedChoiceField(label=_("Đơn vị kế thừa"), coerce=int)
    kind = forms.ChoiceField(
        label=_("Hình thức"), choices=lambda: [(one.id, succession_label(one.id)) for one in succession_kinds()]
    )
    on = OfficeDateField(
        label=_("Ngày đầu tiên của đơn vị kế thừa"),
        help_text=_("Đơn vị cũ kết thúc vào ngày liền trước, trừ khi chỉ một phần được nhập."),
    )
    basis = forms.CharField(
        label=_("Căn cứ"), max_length=300, required=False, help_text=_("Ví dụ: Nghị quyết 1243/NQ-UBTVQH15.")
    )

    def __init__(self, *args: Any, units: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["successor_id"].choices = unit_choices(units)  # type: ignore[attr-defined]

    def details(self) -> SuccessionDetails:
        """Return what the action takes."""
        return SuccessionDetails(**{name: self.cleaned_data[name] for name in ("successor_id", "kind", "on", "basis")})


class LastDayForm(DirectoryForm):
    """The day after which something ends."""

    last_day = OfficeDateField(label=_("Ngày cuối cùng"))
    refusal_fields = {"valid_to": "last_day"}

    @property
    def day(self) -> date:
        """The day that was given."""
        day: date = self.cleaned_data["last_day"]
        return day


class AliasForm(DirectoryForm):
    """Another name."""

    text = forms.CharField(label=_("Thêm tên gọi khác"), max_length=200)


class GroupForm(DirectoryForm):
    """A group."""

    name = forms.CharField(
        label=_("Tên nhóm"),
        max_length=200,
        help_text=_("Viết như trong văn bản: các cơ quan, đơn vị trong khối nội chính."),
    )
    is_everybody = forms.BooleanField(
        label=_("Là tên gọi chung của mọi đơn vị"),
        required=False,
        help_text=_("Khi văn bản giao cho nhóm này, hệ thống đề nghị đơn vị chủ trì theo lĩnh vực."),
    )

    @staticmethod
    def values(group: Group) -> dict[str, Any]:
        """Return the form's values of a group as it stands."""
        return {"name": group.name, "is_everybody": group.is_everybody}

    def details(self) -> GroupDetails:
        """Return what the action takes."""
        return GroupDetails(self.cleaned_data["name"], self.cleaned_data["is_everybody"])


class GroupUnitForm(DirectoryForm):
    """A unit that joins a group."""

    unit_id = forms.TypedChoiceField(label=_("Thêm đơn vị vào nhóm"), coerce=int)
    since = OfficeDateField(label=_("Từ ngày"), required=False, help_text=_("Để trống nếu đã có từ trước."))

    def __init__(self, *args: Any, units: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit_id"].choices = unit_choices(units)  # type: ignore[attr-defined]


class PersonForm(DirectoryForm):
    """A person."""

    name = forms.CharField(label=_("Họ và tên"), max_length=120)
    rank = forms.CharField(label=_("Cấp bậc hàm"), max_length=60, required=False)
    telephone = forms.CharField(label=_("Điện thoại"), max_length=40, required=False)
    email = forms.EmailField(label=_("Thư điện tử"), required=False)

    @staticmethod
    def values(person: Person) -> dict[str, Any]:
        """Return the form's values of a person as they stand."""
        return {name: getattr(person, name) for name in ("name", "rank", "telephone", "email")}

    def details(self) -> PersonDetails:
        """Return what the action takes."""
        return PersonDetails(**{name: self.cleaned_data[name] for name in ("name", "rank", "telephone", "email")})


class PostForm(DirectoryForm):
    """A post that a person is given."""

    title = forms.CharField(
        label=_("Chức vụ"), max_length=160, help_text=_("Viết như trong văn bản: Trưởng Công an thị xã.")
    )
    unit_id = forms.TypedChoiceField(label=_("Đơn vị"), coerce=int, required=False, empty_value=None)
    is_head = forms.BooleanField(label=_("Là người đứng đầu đơn vị"), required=False)
    since = OfficeDateField(label=_("Từ ngày"), required=False, help_text=_("Để trống nếu đã giữ từ trước."))

    def __init__(self, *args: Any, units: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit_id"].choices = unit_choices(units, none=_("Thuộc cấp ủy, không gắn đơn vị"))  # type: ignore[attr-defined]

    def details(self) -> PostDetails:
        """Return what the action takes."""
        given = self.cleaned_data
        return PostDetails(given["title"], given["unit_id"], given["is_head"], given["since"])
