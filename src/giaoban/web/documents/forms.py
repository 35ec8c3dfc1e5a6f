"""The forms of the documents' pages: they understand what was typed, and decide nothing."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from giaoban.documents.actions import Facts
from giaoban.web.documents.labels import period_label


def date_field(label: Any) -> forms.DateField:
    """Return a field for a day as people type it: 5/3/2024, 05-03-2024, 05032024."""
    formats = ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d%m%Y", "%Y-%m-%d"]
    widget = forms.DateInput(
        format="%d/%m/%Y", attrs={"class": "date", "inputmode": "numeric", "placeholder": "dd/mm/yyyy"}
    )
    wrong = _("Ghi ngày như 27/03/2024.")
    return forms.DateField(
        label=label, required=False, input_formats=formats, widget=widget, error_messages={"invalid": wrong}
    )


class AddForm(forms.Form):
    """A file, or pasted text."""

    file = forms.FileField(
        label=_("Tệp văn bản"),
        required=False,
        help_text=_("Nhận .docx, .doc, .pdf, .txt, .html và ảnh chụp .png, .jpg, .tiff."),
    )
    text = forms.CharField(
        label=_("Hoặc dán nội dung"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "class": "voice", "data-draft-skip": ""}),
    )
    title = forms.CharField(
        label=_("Tên văn bản"),
        required=False,
        max_length=300,
        help_text=_("Để trống thì lấy theo hội nghị hoặc tên tệp."),
    )
    declares_no_secret = forms.BooleanField(
        label=_("Tôi xác nhận văn bản không chứa bí mật nhà nước."),
        error_messages={"required": _("Cần xác nhận điều này trước khi đưa văn bản vào hệ thống.")},
    )

    def clean(self) -> dict[str, Any]:
        """Demand a file or text, and not both."""
        values = super().clean() or {}
        has_file, has_text = bool(values.get("file")), bool((values.get("text") or "").strip())
        if not has_file and not has_text and "file" not in self.errors:
            self.add_error("file", _("Chọn một tệp hoặc dán nội dung văn bản."))
        if has_file and has_text:
            self.add_error("text", _("Chỉ gửi một trong hai: tệp hoặc nội dung dán."))
        return values


class FactsForm(forms.Form):
    """What is known of a document and its conference."""

    title = forms.CharField(label=_("Tên văn bản"), max_length=300)
    symbol = forms.CharField(label=_("Số, ký hiệu"), required=False, max_length=60)
    issued_on = date_field(_("Ngày ban hành"))
    conference_title = forms.CharField(label=_("Hội nghị"), required=False, max_length=300)
    conference_on = date_field(_("Ngày họp"))
    conference_host = forms.CharField(label=_("Cơ quan tổ chức"), required=False, max_length=200)
    chair_name = forms.CharField(label=_("Người chủ trì"), required=False, max_length=120)
    chair_title = forms.CharField(label=_("Chức vụ người chủ trì"), required=False, max_length=200)
    reviewed = forms.CharField(
        label=_("Kỳ đánh giá"), required=False, max_length=40, help_text=_("Ví dụ: quý I/2024, tháng 3/2024.")
    )
    ahead = forms.CharField(
        label=_("Kỳ tới"), required=False, max_length=40, help_text=_("Nhiệm vụ không nêu hạn làm đến hết kỳ này.")
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def of(cls, document: Any) -> FactsForm:
        """Return the form filled with what stands now."""
        values = {name: getattr(document, name) for name in cls.base_fields}
        return cls(initial=values | {name: period_label(getattr(document, name)) for name in ("reviewed", "ahead")})

    def facts(self) -> Facts:
        """Return what was typed."""
        return Facts(**{name: value for name, value in self.cleaned_data.items() if name != "version"})


class ListForm(forms.Form):
    """What the list of documents shows."""

    q = forms.CharField(label=_("Tìm"), required=False, max_length=200)
    state = forms.CharField(required=False, max_length=10)
    since = date_field(_("Họp từ ngày"))
    until = date_field(_("đến ngày"))
    sort = forms.CharField(required=False, max_length=20)
