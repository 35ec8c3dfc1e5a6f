"""The filter of the journal, as it stands in the address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from giaoban.audit.queries import EventFilter
from giaoban.committees.journal import Choices
from giaoban.vietnamese import sort_key
from giaoban.web.audit.words import label
from giaoban.web.committees.base_form import OfficeDateField


class JournalFilter(forms.Form):
    """Words, what was done, by whom, to what kind of thing or to one thing, from and to a day."""

    q = forms.CharField(required=False, max_length=200)
    action = forms.ChoiceField(required=False)
    actor = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)
    subject = forms.ChoiceField(required=False)
    id = forms.IntegerField(required=False, min_value=1)
    since = OfficeDateField(required=False, label=_("Từ ngày"))
    until = OfficeDateField(required=False, label=_("Đến ngày"))

    def __init__(self, data: Any, choices: Choices) -> None:
        super().__init__(data)
        self._offer("action", _("Mọi việc"), [(code, label("events", code)) for code in choices.actions])
        self._offer("subject", _("Mọi đối tượng"), [(code, label("subjects", code)) for code in choices.subjects])
        self._offer("actor", _("Mọi người"), choices.actors)

    def _offer(self, name: str, all_of_them: Any, rows: Any) -> None:
        field: Any = self.fields[name]
        field.choices = [("", all_of_them), *sorted(rows, key=lambda row: sort_key(row[1]))]

    def wanted(self) -> EventFilter:
        """Return the filter; what could not be understood does not narrow, and the form says so."""
        self.is_valid()
        typed = self.cleaned_data
        return EventFilter(
            text=typed.get("q", ""),
            action=typed.get("action", ""),
            actor_id=typed.get("actor"),
            subject_type=typed.get("subject", ""),
            subject_id=typed.get("id"),
            since=typed.get("since"),
            until=typed.get("until"),
        )
