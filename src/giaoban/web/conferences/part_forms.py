"""Forms of what hangs on a conference: delegates, items of the programme, papers, what is to be prepared."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from giaoban.committees.actors import Actor
from giaoban.committees.queries import open_units
from giaoban.conferences.actions import GuestDetails, ItemDetails, PreparationDetails, Tick
from giaoban.conferences.kinds import item_kinds
from giaoban.refusal import Refusal
from giaoban.web.access.refusals import say
from giaoban.web.committees.base_form import OfficeDateField
from giaoban.web.committees.forms import unit_choices
from giaoban.web.conferences.forms import CycleForm
from giaoban.web.conferences.labels import chosen

if TYPE_CHECKING:
    from collections.abc import Callable

    from giaoban.conferences.models import AgendaItem, Delegate, Material, Preparation
    from giaoban.conferences.queries import Invitable

SHARED = _("Đại biểu đọc được qua đường dẫn riêng, không cần tài khoản")
NO_UNIT = _("Không gắn với đơn vị")


class UnitField(forms.TypedChoiceField):
    """One of the committee's units, or none; the choices are given by the form."""

    def __init__(self, **options: Any) -> None:
        super().__init__(coerce=int, empty_value=None, required=False, **options)


class InviteForm(CycleForm):
    """Groups and units to be invited at once."""

    groups = forms.TypedMultipleChoiceField(
        label=_("Nhóm"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    units = forms.TypedMultipleChoiceField(
        label=_("Đơn vị"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, among: Invitable, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["groups"].choices = [  # type: ignore[attr-defined]
            (group.id, _("%(name)s (%(count)s đơn vị chưa mời)") % {"name": group.name, "count": missing})
            for group, missing in among.groups
        ]
        self.fields["units"].choices = [(one.id, one.name) for one in among.units]  # type: ignore[attr-defined]
        if not among.groups:
            del self.fields["groups"]

    def clean(self) -> dict[str, Any]:
        """Demand that something was chosen."""
        values = super().clean() or {}
        if not values.get("groups") and not values.get("units"):
            raise forms.ValidationError(_("Hãy chọn ít nhất một nhóm hoặc một đơn vị."))
        return values


class GuestForm(CycleForm):
    """A guest."""

    body = forms.CharField(label=_("Cơ quan"), max_length=200, required=False)
    name = forms.CharField(label=_("Họ và tên"), max_length=120, required=False)
    title = forms.CharField(label=_("Chức vụ"), max_length=200, required=False)

    def details(self) -> GuestDetails:
        """Return what the action takes."""
        values = self.cleaned_data
        return GuestDetails(values["body"], values["name"], values["title"])


class DelegateForm(CycleForm):
    """Who is expected for a unit, or who a guest is."""

    body = forms.CharField(label=_("Cơ quan"), max_length=200, required=False)
    name = forms.CharField(label=_("Họ và tên"), max_length=120, required=False)
    title = forms.CharField(label=_("Chức vụ"), max_length=200, required=False)

    def __init__(self, *args: Any, is_guest: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_guest:
            del self.fields["body"]

    def values(self, delegate: Delegate) -> dict[str, Any]:
        """Return the form's values of a delegate."""
        return {name: getattr(delegate, name) for name in ("body", "name", "title") if name in self.fields}


class ItemForm(CycleForm):
    """An item of the programme."""

    kind = forms.ChoiceField(label=_("Loại mục"))
    title = forms.CharField(label=_("Nội dung"), max_length=300)
    unit_id = UnitField(label=_("Đơn vị trình bày"))
    presenter = forms.CharField(label=_("Người trình bày"), max_length=200, required=False)
    minutes_planned = forms.IntegerField(label=_("Thời lượng (phút)"), required=False, min_value=1, max_value=600)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(one.id, chosen(one)) for one in item_kinds()]  # type: ignore[attr-defined]
        self.fields["unit_id"].choices = unit_choices(open_units(actor), none=NO_UNIT)  # type: ignore[attr-defined]

    @staticmethod
    def values(item: AgendaItem) -> dict[str, Any]:
        """Return the form's values of an item."""
        return {name: getattr(item, name) for name in ItemForm.base_fields if name != "version"}

    def details(self) -> ItemDetails:
        """Return what the action takes."""
        return ItemDetails(**{name: value for name, value in self.cleaned_data.items() if name != "version"})


class PreparationForm(CycleForm):
    """A thing to be prepared."""

    what = forms.CharField(label=_("Việc chuẩn bị"), max_length=300)
    unit_id = UnitField(label=_("Đơn vị chuẩn bị"))
    who = forms.CharField(label=_("Người phụ trách"), max_length=120, required=False)
    due_on = OfficeDateField(label=_("Xong trước ngày"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit_id"].choices = unit_choices(open_units(actor), none=NO_UNIT)  # type: ignore[attr-defined]

    @staticmethod
    def values(row: Preparation) -> dict[str, Any]:
        """Return the form's values of a thing to be prepared."""
        return {name: getattr(row, name) for name in PreparationForm.base_fields if name != "version"}

    def details(self) -> PreparationDetails:
        """Return what the action takes."""
        return PreparationDetails(**{name: value for name, value in self.cleaned_data.items() if name != "version"})


class UploadForm(CycleForm):
    """A form with a file: what the store or the reader refuses is shown at the file."""

    file = forms.FileField(
        label=_("Tệp"),
        help_text=_("Word, Excel, PDF, ảnh. Không gửi văn bản có độ mật."),
        widget=forms.ClearableFileInput(attrs={"data-draft-skip": ""}),
    )
    declares_no_secret = forms.BooleanField(label=_("Tài liệu không chứa bí mật nhà nước"), required=False)

    def saves(self, write: Callable[[], object]) -> bool:
        """Do the write; return whether it was done."""
        try:
            return super().saves(write)
        except Refusal as refusal:
            if refusal.code.startswith("access."):
                raise
            self.add_error("file", say(refusal))
            return False

    def sent_file(self) -> tuple[str, bytes]:
        """Return the file's name and bytes."""
        sent = self.cleaned_data["file"]
        return sent.name or "", sent.read()


class MaterialForm(UploadForm):
    """A paper laid before the conference."""

    title = forms.CharField(label=_("Tên tài liệu"), max_length=300)
    item_id = UnitField(label=_("Thuộc mục chương trình"))
    is_shared = forms.BooleanField(label=SHARED, required=False, initial=True)
    field_order = ("title", "item_id", "file", "is_shared", "declares_no_secret")

    def __init__(self, *args: Any, items: Iterable[AgendaItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item_id"].choices = item_choices(items)  # type: ignore[attr-defined]


class VersionForm(UploadForm):
    """A newer version of a paper."""

    note = forms.CharField(label=_("Thay đổi gì so với bản trước"), max_length=300, required=False)
    field_order = ("file", "note", "declares_no_secret")


class MaterialEditForm(CycleForm):
    """A paper's title and place."""

    title = forms.CharField(label=_("Tên tài liệu"), max_length=300)
    item_id = UnitField(label=_("Thuộc mục chương trình"))
    is_shared = forms.BooleanField(label=SHARED, required=False)

    def __init__(self, *args: Any, items: Iterable[AgendaItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item_id"].choices = item_choices(items)  # type: ignore[attr-defined]

    @staticmethod
    def values(material: Material) -> dict[str, Any]:
        """Return the form's values of a paper."""
        return {"title": material.title, "item_id": material.item_id, "is_shared": material.is_shared}


def item_choices(items: Iterable[AgendaItem]) -> list[tuple[Any, Any]]:
    """Return the items of a programme to choose among."""
    return [("", _("Tài liệu chung của hội nghị")), *((one.pk, one.title) for one in items)]


class AnswerForm(CycleForm):
    """A delegate's answer by the own link: comes, with whom instead; or is excused and why."""

    presence = forms.ChoiceField(label=_("Trả lời"), widget=forms.RadioSelect)
    stands_in = forms.CharField(
        label=_("Người dự thay"), max_length=120, required=False, help_text=_("Chỉ ghi khi cử người khác dự thay.")
    )
    stands_in_title = forms.CharField(label=_("Chức vụ người dự thay"), max_length=200, required=False)
    reason = forms.CharField(label=_("Lý do vắng"), max_length=300, required=False)

    def __init__(self, *args: Any, is_day: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        coming = _("Tôi có mặt") if is_day else _("Tôi sẽ dự")
        self.fields["presence"].choices = [  # type: ignore[attr-defined]
            ("present", coming),
            ("excused", _("Tôi vắng, xin phép")),
        ]

    def tick(self) -> Tick:
        """Return what the action takes: no stand-in of somebody who is away."""
        values = self.cleaned_data
        if values["presence"] == "excused":
            return Tick("excused", reason=values["reason"])
        return Tick("present", values["stands_in"], values["stands_in_title"])
