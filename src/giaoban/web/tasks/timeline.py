"""What happened to a task, told in the words of the office."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from giaoban.tasks.queries import TaskPage
from giaoban.web.tasks.labels import round_label
from giaoban.web.templatetags.dates import day

if TYPE_CHECKING:
    from giaoban.tasks.models import Entry

#: Kind → words and tone.
KINDS: dict[str, tuple[str | Promise, str]] = {
    "given": (pgettext_lazy("diễn biến", "Giao"), "done"),
    "accepted": (pgettext_lazy("diễn biến", "Đã nhận"), "done"),
    "progress": (pgettext_lazy("diễn biến", "Tiến độ"), ""),
    "reported": (pgettext_lazy("diễn biến", "Báo cáo hoàn thành"), "done"),
    "returned": (pgettext_lazy("diễn biến", "Trả lại báo cáo"), "late"),
    "confirmed": (pgettext_lazy("diễn biến", "Xác nhận hoàn thành"), "done"),
    "withdrawn": (pgettext_lazy("diễn biến", "Thu hồi"), "late"),
    "reopened": (pgettext_lazy("diễn biến", "Mở lại"), "late"),
    "extension_asked": (pgettext_lazy("diễn biến", "Xin gia hạn"), "wait"),
    "extension_granted": (pgettext_lazy("diễn biến", "Gia hạn"), ""),
    "extension_refused": (pgettext_lazy("diễn biến", "Không đồng ý gia hạn"), "late"),
    "extension_dropped": (pgettext_lazy("diễn biến", "Rút đề nghị gia hạn"), ""),
    "lead_changed": (pgettext_lazy("diễn biến", "Đổi đơn vị chủ trì"), ""),
    "support_changed": (pgettext_lazy("diễn biến", "Đổi đơn vị phối hợp"), ""),
    "due_changed": (pgettext_lazy("diễn biến", "Đổi hạn"), ""),
    "edited": (pgettext_lazy("diễn biến", "Sửa tên nhiệm vụ"), ""),
    "reminded": (pgettext_lazy("diễn biến", "Đôn đốc"), ""),
    "checked_in": (pgettext_lazy("diễn biến", "Báo cáo kỳ"), "done"),
    "check_in_returned": (pgettext_lazy("diễn biến", "Trả lại báo cáo kỳ"), "late"),
    "decided_done": (pgettext_lazy("diễn biến", "Hội nghị: đã hoàn thành"), "done"),
    "carried_on": (pgettext_lazy("diễn biến", "Hội nghị: tiếp tục thực hiện"), "wait"),
    "given_again": (pgettext_lazy("diễn biến", "Hội nghị: giao lại"), "late"),
    "dropped": (pgettext_lazy("diễn biến", "Hội nghị: thôi thực hiện"), "late"),
    "undone": (pgettext_lazy("diễn biến", "Hoàn tác"), ""),
}

#: What is told instead of "given" where the committee can only ask those who lead.
ASKED = pgettext_lazy("diễn biến", "Đề nghị")

_ABOUT_DUE = (
    "extension_asked",
    "extension_granted",
    "extension_refused",
    "extension_dropped",
    "due_changed",
    "carried_on",
)


@dataclass(frozen=True, slots=True)
class Told:
    """An entry as the timeline tells it: head in bold, what changed, words, who."""

    entry: Entry
    head: str
    change: str
    tone: str
    about: str
    is_undoable: bool


def told_entries(page: TaskPage) -> list[Told]:
    """Return the timeline of a task, the newest first."""
    names_units = len(page.parts) > 1
    told = [told_entry(one, names_units=names_units, is_undoable=one.pk in page.undoable) for one in page.entries]
    if page.is_asked:
        return [replace(one, head=str(ASKED)) if one.entry.kind == "given" else one for one in told]
    return told


def head_of(entry: Entry) -> str:
    """Return what an entry is in words: "Tiến độ 50%"."""
    words = str(KINDS[entry.kind][0])
    return f"{words} {entry.percent}%" if entry.percent is not None else words


def told_entry(entry: Entry, *, names_units: bool = True, is_undoable: bool = False) -> Told:
    """Return an entry as it is told; ``names_units``: say whose part an office's word is about."""
    unit = entry.assignment.unit.name if entry.assignment else ""
    is_about = names_units and unit and unit != entry.by_unit
    tone = "" if entry.undone_at else KINDS[entry.kind][1]
    return Told(entry, head_of(entry), _change(entry), tone, unit if is_about else "", is_undoable)


def _change(entry: Entry) -> str:
    """Return what was and what is: days, units, names."""
    if entry.kind in _ABOUT_DUE:
        return _days(entry)
    if entry.kind == "undone":
        return str(KINDS[entry.old][0]).lower()
    if entry.kind in ("checked_in", "check_in_returned"):
        nothing = _("không phát sinh") if entry.old == "nothing_new" else ""
        return " · ".join(one for one in (round_label(entry.new), nothing) if one)
    if entry.kind == "given_again":
        return _("thành %(task)s") % {"task": entry.new}
    if entry.kind == "given":
        return _("theo %(document)s") % {"document": entry.text}
    if entry.old and entry.new:
        return f"{entry.old} → {entry.new}"
    return entry.new or entry.old


def _days(entry: Entry) -> str:
    old, new = _shown_day(entry.old), _shown_day(entry.new)
    if old and new:
        return _("từ %(old)s đến %(new)s") % {"old": old, "new": new}
    return _("đến %(new)s") % {"new": new or old} if new or old else ""


def _shown_day(written: str) -> str:
    return day(date.fromisoformat(written)) if written else ""
