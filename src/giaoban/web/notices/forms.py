"""The form of a person's own choice: an address, and a way for each topic of the role."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from giaoban.committees.actors import Actor
from giaoban.notices.preferring import topics_of
from giaoban.notices.refusals import NoticeRefusal
from giaoban.web.committees.base_form import DirectoryForm
from giaoban.web.notices.rows import topic_label

if TYPE_CHECKING:
    from giaoban.notices.models import Preference

WAYS = (
    ("app", _("Trên trang")),
    ("mail", _("Trên trang và thư ngay")),
    ("digest", _("Trên trang và thư tổng hợp hằng ngày")),
    ("none", _("Không nhận")),
)


class PreferenceForm(DirectoryForm):
    """An e-mail address, and a way for each topic that comes to the actor's role."""

    refusal_class = NoticeRefusal
    address = forms.CharField(
        label=_("Địa chỉ thư điện tử"),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.topics = topics_of(actor.role_code)
        for topic in self.topics:
            self.fields[topic.id] = forms.ChoiceField(label=topic_label(topic), choices=WAYS)

    @property
    def ways(self) -> dict[str, str]:
        """The way chosen for each topic."""
        return {topic.id: self.cleaned_data[topic.id] for topic in self.topics}

    def values(self, row: Preference) -> dict[str, Any]:
        """Return the row's values by the form's fields."""
        return {"address": row.address} | {one.id: row.ways.get(one.id, "app") for one in self.topics}


def initial_of(row: Preference, actor: Actor) -> dict[str, Any]:
    """Return what the form shows first."""
    ways = {one.id: row.ways.get(one.id, "app") for one in topics_of(actor.role_code)}
    return {"version": row.version, "address": row.address} | ways
