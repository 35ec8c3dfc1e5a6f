"""Forms of a conference's plan: what a person typed → the details that an action takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from giaoban.committees.actors import Actor
from giaoban.committees.queries import people
from giaoban.conferences.actions import ConferenceDetails
from giaoban.conferences.kinds import conference_kinds
from giaoban.conferences.queries import Proposal, conferences_for
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.periods.wording import parse_period
from giaoban.web.committees.base_form import DirectoryForm, OfficeDateField
from giaoban.web.conferences.labels import conference_kind_label
from giaoban.web.documents.labels import period_label

if TYPE_CHECKING:
    from giaoban.conferences.models import Conference

#: Of so many of the latest conferences one may take over programme and delegates.
LIKE_SHOWN = 12
PERIOD_HELP = _("Ví dụ: quý I/2024, tháng 3/2024.")


class PeriodField(forms.CharField):
    """A period as an office writes it: "quý I/2024"; the clean value is ``2024-Q1``, or nothing."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=40, **options)

    def clean(self, value: Any) -> str:
        """Return the period; raises :class:`ValidationError` for what is none."""
        text = super().clean(value)
        if not text:
            return ""
        try:
            return str(parse_period(text))
        except ValueError:
            sentence = _("Không hiểu kỳ “%(text)s”. Hãy ghi như: quý I/2024, tháng 3/2024.")
            raise ValidationError(sentence, params={"text": text}) from None

    def prepare_value(self, value: Any) -> Any:
        """Show a period in words; what was typed stays as it was typed."""
        try:
            return period_label(value) if value else value
        except ValueError:
            return value


class HourField(forms.TimeField):
    """An hour of the day: 7:30, 7h30, 14 giờ."""

    def __init__(self, **options: Any) -> None:
        shown = {"class": "date", "inputmode": "numeric", "autocomplete": "off", "placeholder": "7:30"}
        super().__init__(
            widget=forms.TimeInput(format="%H:%M", attrs=shown),
            input_formats=["%H:%M", "%Hh%M", "%Hh", "%H giờ %M", "%H giờ"],
            error_messages={"invalid": _("Hãy ghi giờ như 7:30 hoặc 14:00.")},
            required=False,
            **options,
        )


class CycleForm(DirectoryForm):
    """A form whose save is an action of this part."""

    refusal_class = ConferenceRefusal


class ConferenceForm(CycleForm):
    """What is said of a conference."""

    kind = forms.ChoiceField(label=_("Loại hội nghị"))
    title = forms.CharField(label=_("Tên hội nghị"), max_length=300)
    reviewed = PeriodField(label=_("Kỳ đánh giá"), required=False, help_text=PERIOD_HELP)
    ahead = PeriodField(label=_("Kỳ tới"), required=False, help_text=_("Nhiệm vụ không nêu hạn làm đến hết kỳ này."))
    held_on = OfficeDateField(label=_("Ngày họp"))
    starts_at = HourField(label=_("Bắt đầu lúc"))
    ends_at = HourField(label=_("Dự kiến kết thúc"))
    place = forms.CharField(label=_("Địa điểm"), max_length=200, required=False)
    host = forms.CharField(label=_("Cơ quan tổ chức"), max_length=200, required=False)
    chair_id = forms.TypedChoiceField(label=_("Chủ trì (trong danh bạ)"), required=False, coerce=int, empty_value=None)
    chair_name = forms.CharField(label=_("Họ tên người chủ trì"), max_length=120, required=False)
    chair_title = forms.CharField(label=_("Chức vụ người chủ trì"), max_length=200, required=False)
    secretary_name = forms.CharField(label=_("Thư ký ghi biên bản"), max_length=120, required=False)
    cut_off_on = OfficeDateField(label=_("Ngày chốt số liệu"), required=False)
    reports_due_on = OfficeDateField(label=_("Hạn đơn vị gửi báo cáo"), required=False)

    def __init__(self, *args: Any, actor: Actor, is_kind_fixed: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            (one.id, conference_kind_label(one.id)) for one in conference_kinds()
        ]
        if is_kind_fixed:
            self.fields["kind"].widget = forms.HiddenInput()
        chairs = [(one.pk, _chair_words(one)) for one in people(actor).filter(is_closed=False)]
        self.fields["chair_id"].choices = [("", _("Ghi tên bên dưới")), *chairs]  # type: ignore[attr-defined]

    @classmethod
    def values(cls, row: Conference | Proposal) -> dict[str, Any]:
        """Return the form's values of a conference, or of the proposal for one."""
        return {name: getattr(row, name) for name in ConferenceForm.base_fields if name != "version"}

    def details(self) -> ConferenceDetails:
        """Return what the action takes."""
        return ConferenceDetails(**{name: value for name, value in self.cleaned_data.items() if name != "version"})


class PlanForm(ConferenceForm):
    """What is said of a new conference, and from which one its programme and its list of delegates are taken."""

    like_id = forms.TypedChoiceField(
        label=_("Lấy danh sách mời, chương trình, phân công từ"), required=False, coerce=int, empty_value=None
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, actor=actor, is_kind_fixed=True, **kwargs)
        recent = conferences_for(actor).order_by("-held_on", "-pk")[:LIKE_SHOWN]
        self.fields["like_id"].choices = [  # type: ignore[attr-defined]
            ("", _("Hội nghị trước cùng loại")),
            *((one.pk, f"{one.title} ({one.held_on:%d/%m/%Y})") for one in recent),
        ]

    def details(self) -> ConferenceDetails:
        """Return what the action takes."""
        values = {name: value for name, value in self.cleaned_data.items() if name not in ("version", "like_id")}
        return ConferenceDetails(**values)


class CancelForm(CycleForm):
    """Why a conference is cancelled."""

    reason = forms.CharField(label=_("Lý do hủy"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))


def _chair_words(person: Any) -> str:
    posts = ", ".join(post.title for post in person.current_posts)
    return f"{person.name} ({posts})" if posts else str(person.name)
