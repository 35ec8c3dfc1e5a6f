"""The forms that put the register of cited documents right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from giaoban.documents.actions import CitedFacts
from giaoban.documents.words import cited_kinds
from giaoban.web.documents.forms import date_field
from giaoban.web.resolutions.labels import cited_kind_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from giaoban.documents.models import Citation, CitedDocument, Document


class CitedListForm(forms.Form):
    """What the register shows."""

    q = forms.CharField(required=False, max_length=200)
    kind = forms.CharField(required=False, max_length=60)
    sort = forms.CharField(required=False, max_length=20)


class CitedForm(forms.Form):
    """What is known of a cited document."""

    kind = forms.ChoiceField(label=_("Loại"))
    number = forms.CharField(label=_("Số, ký hiệu"), required=False, max_length=60)
    issued_on = date_field(_("Ngày ban hành"))
    issuer = forms.CharField(label=_("Cơ quan ban hành"), required=False, max_length=200)
    subject = forms.CharField(
        label=_("Trích yếu"), required=False, max_length=300, help_text=_("Về việc gì; với luật là tên luật.")
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, entry: CitedDocument, data: Any = None) -> None:
        names = ("kind", "number", "issued_on", "issuer", "subject", "version")
        super().__init__(data, initial={name: getattr(entry, name) for name in names})
        kinds = dict.fromkeys([*(one.id for one in cited_kinds()), entry.kind])
        self.fields["kind"].choices = [(code, cited_kind_label(code)) for code in kinds]  # type: ignore[attr-defined]

    def facts(self) -> CitedFacts:
        """Return what was typed."""
        return CitedFacts(**{name: value for name, value in self.cleaned_data.items() if name != "version"})


class MergeForm(forms.Form):
    """Which entry another one is the same as."""

    into = forms.ChoiceField(label=_("Là cùng một văn bản với"))
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, entry: CitedDocument, choices: Iterable[CitedDocument], data: Any = None) -> None:
        super().__init__(data, initial={"version": entry.version})
        self.fields["into"].choices = [(str(one.pk), one.name) for one in choices]  # type: ignore[attr-defined]


class SplitForm(forms.Form):
    """Which citations mean another document."""

    citations = forms.MultipleChoiceField(
        label=_("Những chỗ viện dẫn nói về văn bản khác"), widget=forms.CheckboxSelectMultiple
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, entry: CitedDocument, rows: Iterable[Citation], data: Any = None) -> None:
        super().__init__(data, initial={"version": entry.version})
        choices = [(str(row.pk), f"“{row.quote}” — {row.document.title}") for row in rows]
        self.fields["citations"].choices = choices  # type: ignore[attr-defined]


class TextForm(forms.Form):
    """Which document is the full text."""

    document = forms.ChoiceField(label=_("Văn bản đã có trong hệ thống"), required=False)

    def __init__(self, entry: CitedDocument, choices: Iterable[Document], data: Any = None) -> None:
        super().__init__(data, initial={"document": str(entry.text_id or "")})
        rows = [(str(one.pk), f"{one.symbol} {one.title}".strip()) for one in choices]
        self.fields["document"].choices = [("", _("Chưa có")), *rows]  # type: ignore[attr-defined]
