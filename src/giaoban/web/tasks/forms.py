"""Forms of the task page: what a unit answers and what the office decides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

UNDONE = _("Đã hoàn tác.")
FILTER_SAVED = _("Đã lưu bộ lọc.")
FILTER_CLOSED = _("Đã bỏ bộ lọc.")
NOTHING_NEW = _("Không phát sinh")
PERCENT_ERRORS = {
    "min_value": _("Tiến độ từ 0 đến 100."),
    "max_value": _("Tiến độ từ 0 đến 100."),
    "invalid": _("Hãy ghi tiến độ bằng số, ví dụ 50."),
}
FILE_HELP = _("Word, Excel, PDF, ảnh. Không gửi văn bản có độ mật.")


class DayField(forms.DateField):
    """A day as people write it: 5/3/2024, 05-03-2024, 05032024."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("error_messages", {"invalid": _("Hãy ghi ngày theo dạng ngày/tháng/năm, ví dụ 31/05/2024.")})
        hints = {"placeholder": _("ngày/tháng/năm"), "inputmode": "numeric", "autocomplete": "off", "size": "12"}
        super().__init__(widget=forms.DateInput(attrs=hints), **options)


class ManyFilesInput(forms.ClearableFileInput):
    """A field for several files at once."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files, or none."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=ManyFilesInput(attrs={"data-draft-skip": ""}), **options)

    def clean(self, data: Any, initial: Any = None) -> list[tuple[str, bytes]]:
        """Return name and bytes of each file that was sent."""
        sent: Sequence[UploadedFile[Any]] = data if isinstance(data, (list, tuple)) else [data] if data else []
        return [(one.name or "", one.read()) for one in sent]


def _words(label: Any, *, is_required: bool = True, rows: int = 3, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=is_required,
        max_length=4000,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class VersionedForm(forms.Form):
    """A form that says on which version of the thing it was filled in."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


class NothingForm(VersionedForm):
    """A verb that asks for nothing."""


class NoteForm(VersionedForm):
    """A verb that takes a note."""

    note = _words(_("Ghi chú"), is_required=False)


class ReasonForm(VersionedForm):
    """A verb that asks for a reason."""

    reason = _words(_("Lý do"))


class ReturnForm(VersionedForm):
    """What is missing in a report."""

    reason = _words(_("Cần bổ sung gì"))


class ProgressForm(VersionedForm):
    """How far a unit is."""

    percent = forms.IntegerField(
        label=_("Tiến độ (%)"),
        min_value=0,
        max_value=100,
        widget=forms.NumberInput(attrs={"step": 5, "inputmode": "numeric"}),
        error_messages=PERCENT_ERRORS,
    )
    text = _words(_("Đã làm được gì"), rows=4)
    evidence = ManyFilesField(label=_("Tài liệu kèm theo"), required=False, help_text=FILE_HELP)


class ReportForm(VersionedForm):
    """What a unit has done."""

    text = _words(_("Kết quả thực hiện"), rows=5)
    evidence = ManyFilesField(label=_("Minh chứng"), required=False, help_text=FILE_HELP)


class ExtensionForm(VersionedForm):
    """Until when a unit wants more time, and why."""

    wanted_on = DayField(label=_("Xin lùi đến ngày"))
    reason = _words(_("Lý do"))


class DecideForm(VersionedForm):
    """A later due granted, or refused with words."""

    decision = forms.ChoiceField(
        label=_("Quyết định"),
        choices=(("grant", _("Đồng ý")), ("refuse", _("Không đồng ý"))),
        initial="grant",
        widget=forms.RadioSelect,
    )
    granted_on = DayField(label=_("Hạn mới"), required=False, help_text=_("Bắt buộc khi đồng ý."))
    answer = _words(_("Ý kiến"), is_required=False, help_text=_("Bắt buộc khi không đồng ý."))

    def clean(self) -> dict[str, Any]:
        """Ask for a day where more time is granted, for words where it is not."""
        values = super().clean() or {}
        is_granted = values.get("decision") == "grant"
        if is_granted and not values.get("granted_on") and "granted_on" not in self.errors:
            self.add_error("granted_on", _("Hãy ghi hạn mới."))
        if values.get("decision") == "refuse" and not values.get("answer"):
            self.add_error("answer", _("Hãy ghi lý do không đồng ý."))
        return values

    @property
    def granted(self) -> date | None:
        """The day that is granted; None refuses."""
        return self.cleaned_data["granted_on"] if self.cleaned_data["decision"] == "grant" else None


class CheckInForm(VersionedForm):
    """What happened in a round of a recurring task, or that nothing did."""

    text = _words(_("Tình hình trong kỳ"), is_required=False, rows=5)
    is_nothing_new = forms.BooleanField(label=NOTHING_NEW, required=False)
    percent = forms.IntegerField(
        label=_("Tiến độ (%)"),
        required=False,
        min_value=0,
        max_value=100,
        widget=forms.NumberInput(attrs={"step": 5, "inputmode": "numeric"}),
        error_messages=PERCENT_ERRORS,
    )
    evidence = ManyFilesField(label=_("Tài liệu kèm theo"), required=False, help_text=FILE_HELP)

    def clean(self) -> dict[str, Any]:
        """Ask for words unless nothing is new."""
        values = super().clean() or {}
        if not values.get("text") and not values.get("is_nothing_new"):
            self.add_error("text", _("Hãy ghi tình hình trong kỳ, hoặc chọn “Không phát sinh”."))
        return values


class TitleForm(VersionedForm):
    """Another name of a task."""

    title = forms.CharField(label=_("Tên nhiệm vụ"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class DueForm(VersionedForm):
    """Another due of a task."""

    due_on = DayField(label=_("Hạn mới"))
    reason = _words(_("Lý do"))


class RemindForm(forms.Form):
    """Words to the units that owe something."""

    text = _words(_("Nội dung đôn đốc"), is_required=False)


class UnitsForm(VersionedForm):
    """Which units lead or support."""

    units = forms.TypedMultipleChoiceField(
        label=_("Đơn vị phối hợp"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    reason = _words(_("Lý do"))

    def __init__(self, *args: Any, choices: Sequence[tuple[int, str]] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["units"].choices = choices  # type: ignore[attr-defined]


class LeadsForm(UnitsForm):
    """Which units lead: at least one."""

    units = forms.TypedMultipleChoiceField(
        label=_("Đơn vị chủ trì"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Hãy chọn ít nhất một đơn vị chủ trì.")},
    )


class SavedFilterForm(forms.Form):
    """The name of a filter."""

    name = forms.CharField(label=_("Tên bộ lọc"), max_length=80)
    is_shared = forms.BooleanField(label=_("Cho cả cơ quan dùng"), required=False)
    query = forms.CharField(required=False, max_length=1000, widget=forms.HiddenInput)


def _count(label: Any, help_text: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=365,
        help_text=help_text,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "min_value": _("Số từ 0 đến 365."),
            "max_value": _("Số từ 0 đến 365."),
            "invalid": _("Hãy ghi số nguyên, ví dụ 3."),
        },
    )


class TimeRulesForm(forms.Form):
    """The committee's rules on dues; ``number`` is the version that the form was filled in on."""

    number = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    most_extensions = _count(_("Số lần gia hạn nhiều nhất"), _("0: không giới hạn."))
    longest_extension = _count(_("Số ngày gia hạn nhiều nhất mỗi lần"), _("0: không giới hạn."))
    extension_by = forms.ChoiceField(
        label=_("Ai quyết định gia hạn"),
        choices=(("office", _("Văn phòng hoặc lãnh đạo")), ("leader", _("Chỉ lãnh đạo"))),
        widget=forms.RadioSelect,
    )
    counts_working_days = forms.BooleanField(label=_("Tính theo ngày làm việc"), required=False)
    remind_before = _count(_("Nhắc người báo cáo trước hạn (ngày)"), _("0: không nhắc."))
    remind_head = forms.BooleanField(label=_("Nhắc người đứng đầu đơn vị khi đến hạn"), required=False)
    tell_after = _count(_("Báo lãnh đạo sau khi quá hạn (ngày)"), _("0: không báo."))
    continuous_rhythm = forms.ChoiceField(
        label=_("Việc thường xuyên báo cáo"),
        choices=(
            ("month", _("Hằng tháng")),
            ("quarter", _("Hằng quý")),
            ("half", _("6 tháng một lần")),
            ("year", _("Hằng năm")),
        ),
    )
    basis = forms.CharField(
        label=_("Căn cứ"), required=False, max_length=300, help_text=_("Số, ký hiệu và tên văn bản quy định.")
    )
