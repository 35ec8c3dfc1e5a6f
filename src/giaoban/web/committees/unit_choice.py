"""The field in which units are chosen by typing (chọn đơn vị): the boxes of all units, and a field that finds one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from giaoban.vietnamese import fold


@dataclass(frozen=True, slots=True)
class Choice:
    """A unit that can be chosen, by its names."""

    id: int
    name: str
    short_name: str = ""

    @property
    def folded(self) -> set[str]:
        """What may be typed for it, folded."""
        return {fold(name) for name in (self.name, self.short_name) if name}


class UnitChoice(forms.CheckboxSelectMultiple):
    """Boxes for units; what was typed in the field beside them, and found nobody yet, comes with them.

    ``is_single``: choosing one takes the place of the one before. ``said`` is what the field is for.
    """

    units: tuple[Choice, ...] = ()
    typed = ""

    def __init__(self, *, said: Any, is_single: bool = False) -> None:
        super().__init__()
        self.said, self.is_single = said, is_single

    @property
    def names(self) -> list[str]:
        """The names among which the field finds one."""
        return [one.name for one in self.units]

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """Return the ids of the boxes, and the words typed where there are any."""
        ids: list[str] = super().value_from_datadict(data, files, name) or []
        self.typed = data.get(f"{name}_typed", "").strip()
        return [*ids, self.typed] if self.typed else ids

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return a box with the names by which the script finds it."""
        option: dict[str, Any] = super().create_option(*args, **kwargs)
        unit = next((one for one in self.units if str(one.id) == str(option["value"])), None)
        if unit is not None:
            option["attrs"] |= {"data-name": unit.name, "data-short": unit.short_name}
        return option


class UnitsField(forms.TypedMultipleChoiceField):
    """Units of the committee; the clean value is their ids."""

    widget: UnitChoice

    def __init__(self, *, said: Any, is_single: bool = False, **options: Any) -> None:
        super().__init__(coerce=int, widget=UnitChoice(said=said, is_single=is_single), **options)

    def offer(self, units: Iterable[Choice]) -> None:
        """Offer these units."""
        self.widget.units = tuple(units)
        self.choices = [(one.id, one.name) for one in self.widget.units]

    def to_python(self, value: Any) -> list[str]:
        """Return the ids, words that name a unit as its own; raises :class:`ValidationError` for words that do not."""
        known = {str(one.id) for one in self.widget.units}
        return [one if one in known else self._id_of(one) for one in super().to_python(value)]

    def _id_of(self, typed: str) -> str:
        found = [one for one in self.widget.units if fold(typed) in one.folded]
        if len(found) != 1:
            sentence = _("Danh bạ không có đơn vị “%(typed)s”. Hãy chọn trong danh sách.")
            raise ValidationError(sentence, params={"typed": typed})
        return str(found[0].id)
