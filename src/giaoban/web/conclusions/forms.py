"""Forms of a draft: a directive by its fields, the words around them, and what is said when it is issued."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from giaoban.committees.actors import Actor
from giaoban.committees.kinds import unit_kind
from giaoban.committees.queries import open_units
from giaoban.committees.roles import areas as known_areas
from giaoban.conferences.actions import DirectiveDraft
from giaoban.documents.dues import TypedDue, typed_due
from giaoban.refusal import Refusal
from giaoban.web.access.labels import area_label
from giaoban.web.access.refusals import say
from giaoban.web.committees.base_form import OfficeDateField
from giaoban.web.committees.unit_choice import Choice, UnitsField
from giaoban.web.conferences.forms import CycleForm
from giaoban.web.documents.labels import period_label, recurrence_label

if TYPE_CHECKING:
    from giaoban.conferences.models import Conclusion, DraftDirective


def _text(label: Any, *, rows: int, is_required: bool = False, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=is_required,
        max_length=20_000,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class DueField(forms.CharField):
    """A due as the office types it; the clean value is a :class:`~giaoban.documents.dues.TypedDue`."""

    def clean(self, value: Any) -> Any:
        """Return the due; raises :class:`ValidationError` with the forms that are understood."""
        try:
            return typed_due(super().clean(value))
        except Refusal as refusal:
            raise ValidationError(say(refusal)) from None


class DraftDirectiveForm(CycleForm):
    """One directive of the draft."""

    text = _text(
        _("Nội dung chỉ đạo"),
        rows=3,
        is_required=True,
        help_text=_("Ghi như lời chủ trì. Đơn vị, hạn, lĩnh vực để trống sẽ được đề xuất từ lời văn."),
    )
    leads = UnitsField(label=_("Chủ trì"), required=False, is_single=True, said=_("Thêm đơn vị chủ trì"))
    supports = UnitsField(label=_("Phối hợp"), required=False, said=_("Thêm đơn vị phối hợp"))
    due = DueField(
        label=_("Hạn"),
        required=False,
        max_length=60,
        help_text=_("Ngày, kỳ hoặc định kỳ: 30/9/2024, quý III/2024, hằng tháng. Để trống là theo kỳ."),
    )
    product = forms.CharField(label=_("Sản phẩm"), max_length=300, required=False)
    areas = forms.MultipleChoiceField(label=_("Lĩnh vực"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = [unit for unit in open_units(actor) if unit_kind(unit.kind).authority != "superior"]
        units = [Choice(unit.pk, unit.name, unit.short_name) for unit in told]
        for name in ("leads", "supports"):
            self.fields[name].offer(units)  # type: ignore[attr-defined]
        areas = [(one.id, area_label(one.id)) for one in known_areas()]
        self.fields["areas"].choices = areas  # type: ignore[attr-defined]

    def show_proposed(self, proposed: Iterable[str]) -> None:
        """Say at each field that stands as the reader proposed it that this is so."""
        for name in proposed:
            said, proposal = self.fields[name].help_text, _("Đề xuất từ lời văn; lưu là giữ.")
            self.fields[name].help_text = f"{proposal} {said}".strip()

    @staticmethod
    def values(row: DraftDirective) -> dict[str, Any]:
        """Return the form's values of a directive."""
        return {
            "text": row.text,
            "leads": [unit.pk for unit in row.leads.all()],
            "supports": [unit.pk for unit in row.supports.all()],
            "due": due_words(row),
            "product": row.product,
            "areas": row.areas,
        }

    def said(self) -> DirectiveDraft:
        """Return what the action takes."""
        values = self.cleaned_data
        due: TypedDue = values["due"]
        return DirectiveDraft(
            values["text"],
            tuple(values["leads"]),
            tuple(values["supports"]),
            due,
            values["product"],
            tuple(values["areas"]),
        )


def due_words(row: DraftDirective) -> str:
    """Return the due of a drafted directive as it is typed; "" for "theo kỳ"."""
    if row.due_on:
        return f"{row.due_on:%d/%m/%Y}"
    return period_label(row.due_period) or (recurrence_label(row.recurring) if row.recurring else "")


class DraftForm(CycleForm):
    """The words around the directives."""

    assessment = _text(_("Đánh giá chung"), rows=8)
    closing = _text(
        _("Việc theo dõi, đôn đốc"), rows=2, help_text=_("Để trống: văn phòng theo dõi, đôn đốc, báo cáo kỳ sau.")
    )

    @staticmethod
    def values(draft: Conclusion) -> dict[str, Any]:
        """Return the form's values of a draft."""
        return {"assessment": draft.assessment, "closing": draft.closing}


class ReturnDraftForm(CycleForm):
    """What the chair wants changed."""

    reason = _text(_("Nội dung cần sửa"), rows=4, is_required=True)


class CommentForm(CycleForm):
    """A remark on the draft."""

    text = _text(_("Góp ý"), rows=2, is_required=True)


class IssueForm(CycleForm):
    """Number, symbol and day of a conclusion that is issued."""

    number = forms.IntegerField(label=_("Số"), min_value=1, max_value=99_999)
    symbol = forms.CharField(label=_("Số, ký hiệu đầy đủ"), max_length=60)
    issued_on = OfficeDateField(label=_("Ngày ban hành"))
