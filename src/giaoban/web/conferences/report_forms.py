"""Forms of a unit's report: its words, its answers to its directives, its document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from giaoban.conferences.actions import AnswerWords, ReportWords
from giaoban.conferences.queries import AskedPart
from giaoban.web.conferences.forms import CycleForm
from giaoban.web.conferences.part_forms import UploadForm

#: The most characters of a field of a report.
LONGEST = 20_000


def _area(label: Any, rows: int) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}))


class ReportForm(CycleForm):
    """A unit's report; for each assignment that it still owes: words, percent, whether it is done."""

    results = _area(_("Kết quả nổi bật trong kỳ"), 6)
    limitations = _area(_("Tồn tại, hạn chế, nguyên nhân"), 4)
    proposals = _area(_("Kiến nghị, đề xuất"), 3)

    def __init__(self, *args: Any, asked: Sequence[AskedPart], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owed = [one for one in asked if one.is_owed]
        for one in self.owed:
            self._add_answer(one)

    def _add_answer(self, one: AskedPart) -> None:
        pk, answer = one.assignment.pk, one.answer
        text = _area(_("Đã làm được gì"), 3)
        text.initial = answer.text if answer else ""
        percent = forms.IntegerField(
            label=_("Tiến độ (%)"),
            required=False,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "date"}),
        )
        percent.initial = answer.percent if answer else None
        is_done = forms.BooleanField(label=_("Đã hoàn thành"), required=False)
        is_done.initial = answer.is_done if answer else False
        self.fields |= {f"text_{pk}": text, f"percent_{pk}": percent, f"done_{pk}": is_done}

    @property
    def words_fields(self) -> list[BoundField]:
        """The fields of the report's own words."""
        return [self[name] for name in ("results", "limitations", "proposals")]

    @property
    def answers(self) -> list[tuple[AskedPart, list[BoundField]]]:
        """Each assignment with its fields."""
        return [
            (one, [self[f"{name}_{one.assignment.pk}"] for name in ("text", "percent", "done")]) for one in self.owed
        ]

    def report(self) -> ReportWords:
        """Return what the action takes."""
        values = self.cleaned_data
        answers = tuple(
            AnswerWords(pk, values[f"text_{pk}"], values[f"percent_{pk}"], values[f"done_{pk}"])
            for pk in (one.assignment.pk for one in self.owed)
        )
        return ReportWords(values["results"], values["limitations"], values["proposals"], answers)


class ReportFileForm(UploadForm):
    """The document of a report."""


class ReturnReportForm(CycleForm):
    """What is missing in a report."""

    reason = forms.CharField(label=_("Cần bổ sung gì"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))


class RemindForm(CycleForm):
    """What a reminder says besides."""

    text = forms.CharField(
        label=_("Lời nhắn kèm theo"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
