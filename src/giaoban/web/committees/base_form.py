"""What every form of the directory does: it carries a version, shows a refusal at its field, keeps what was typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from giaoban.committees.refusals import DirectoryRefusal
from giaoban.refusal import FieldRefusal, Stale
from giaoban.web.access.refusals import say


class OfficeDateField(forms.DateField):
    """A day as the office types it: 5/3/2024, 05-03-2024, 05032024."""

    def __init__(self, **kwargs: Any) -> None:
        shown = {"class": "date", "inputmode": "numeric", "autocomplete": "off", "placeholder": _("dd/mm/yyyy")}
        super().__init__(widget=forms.DateInput(format="%d/%m/%Y", attrs=shown), **kwargs)


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that somebody else changed meanwhile: its label, how it stands now, what was typed here."""

    label: str
    theirs: str
    mine: str


class DirectoryForm(forms.Form):
    """A form whose save is an action.

    ``version`` is the row's version when the form was opened. ``refusal_class`` is the part's own refusal, and
    ``refusal_fields`` names the form's fields for those of a refusal where they differ. After a stale save
    ``differences`` holds both texts.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    refusal_fields: ClassVar[dict[str, str]] = {}
    refusal_class: ClassVar[type[FieldRefusal]] = DirectoryRefusal

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.differences: list[Difference] = []
        self.is_stale = False

    @property
    def base_version(self) -> int:
        """The version on which the edit was made; 0, which never matches, where none was sent."""
        return int(self.cleaned_data.get("version") or 0)

    def saves(self, write: Callable[[], object]) -> bool:
        """Do the write if what was typed is in order; return whether it was done.

        What the action refuses is shown at its field; a stale version turns into :attr:`differences`.
        """
        if not self.is_valid():
            return False
        try:
            write()
        except Stale as stale:
            self._meet(stale.current)
            return False
        except self.refusal_class as refusal:
            field = self.refusal_fields.get(refusal.field, refusal.field)
            self.add_error(field if field in self.fields else None, say(refusal))
            return False
        return True

    @property
    def status(self) -> int:
        """The code of the answer that shows this form."""
        return 409 if self.is_stale else 422 if self.is_bound and self.errors else 200

    def _meet(self, current: Any) -> None:
        """Show both versions, and let the next save be made on the newest."""
        self.is_stale = True
        values = getattr(self, "values", None)
        theirs = values(current) if callable(values) else {}
        for name, value in theirs.items():
            field = self[name]
            now, typed = _shown(field, value), _shown(field, self.cleaned_data.get(name))
            if now != typed:
                self.differences.append(Difference(str(field.label), now, typed))
        newest = QueryDict(mutable=True)
        newest.update(self.data)
        newest[self.add_prefix("version")] = str(current.version)
        self.data = newest


def _shown(field: forms.BoundField, value: Any) -> str:
    """Return a field's value as a person reads it: the words of a choice, a day as dd/mm/yyyy."""
    if isinstance(value, bool):
        return str(_("Có") if value else _("Không"))
    if isinstance(value, list | tuple):
        return ", ".join(_shown(field, one) for one in value) or "—"
    if value is None or value == "":
        return "—"
    choices = {str(code): str(words) for code, words in getattr(field.field, "choices", ())}
    return choices.get(str(value)) or (f"{value:%d/%m/%Y}" if hasattr(value, "strftime") else str(value))
