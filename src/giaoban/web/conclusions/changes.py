"""A comparison of two versions of a draft in the words of its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from giaoban.web.access.labels import area_label
from giaoban.web.documents.labels import period_label, recurrence_label
from giaoban.web.templatetags.dates import day

if TYPE_CHECKING:
    from giaoban.conferences.comparing import Comparison, DirectiveChange, FieldChange

#: What became of a directive: its words and tone.
FATES: dict[str, tuple[str | Promise, str]] = {
    "same": (gettext_lazy("Không đổi"), ""),
    "changed": (gettext_lazy("Có sửa"), "near"),
    "added": (gettext_lazy("Thêm mới"), "done"),
    "dropped": (gettext_lazy("Bỏ đi"), "late"),
}
FIELDS: dict[str, str | Promise] = {
    "leads": gettext_lazy("Chủ trì"),
    "supports": gettext_lazy("Phối hợp"),
    "due": gettext_lazy("Hạn"),
    "product": gettext_lazy("Sản phẩm"),
    "areas": gettext_lazy("Lĩnh vực"),
}


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One directive of the comparison; ``fields`` are labels with the values before and after in words."""

    change: DirectiveChange
    fate: tuple[str | Promise, str]
    fields: list[tuple[str | Promise, str, str]]


def shown_changes(comparison: Comparison) -> list[ShownChange]:
    """Return the directives of a comparison with their fields in words."""
    return [ShownChange(one, FATES[one.fate], list(_fields(one))) for one in comparison.directives]


def summary_of(comparison: Comparison) -> list[tuple[str, str]]:
    """Return how many directives were changed, added, dropped and moved, each with its tone; none is not told."""
    counts = [(FATES[fate], comparison.count(fate)) for fate in ("changed", "added", "dropped")]
    moved = sum(one.is_moved for one in comparison.directives)
    rows = [*counts, ((_("Chuyển vị trí"), "run"), moved)]
    return [(f"{words}: {count}", tone) for (words, tone), count in rows if count]


def _fields(one: DirectiveChange) -> Iterator[tuple[str | Promise, str, str]]:
    for field in one.fields:
        before = "" if one.fate == "added" else _words(field, field.before, field.after)
        yield FIELDS[field.field], before, _words(field, field.after, field.before)


def _words(field: FieldChange, value: Any, other: Any) -> str:
    """Return a kept value in words: of no due "theo kỳ", of several names those that the other value lacks."""
    if field.field == "due":
        on, period, recurring = value
        if on:
            return day(date.fromisoformat(on))
        return period_label(period) or (recurrence_label(recurring) if recurring else _("theo kỳ"))
    if isinstance(value, str):
        return value
    names = [one for one in value if one not in other]
    return ", ".join(area_label(code) for code in names) if field.field == "areas" else ", ".join(names)
