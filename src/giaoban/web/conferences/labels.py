"""The words of the conferences' data files and states in the language of the page."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy

from giaoban.conferences.kinds import ItemKind, Step, conference_kind, item_kinds

#: The states of a conference: words and tone.
STATES: dict[str, tuple[str | Promise, str]] = {
    "planned": (pgettext_lazy("hội nghị", "Đang chuẩn bị"), ""),
    "invited": (pgettext_lazy("hội nghị", "Đã mời"), "run"),
    "meeting": (pgettext_lazy("hội nghị", "Đang họp"), "red"),
    "held": (pgettext_lazy("hội nghị", "Đã họp, chờ kết luận"), "near"),
    "concluded": (pgettext_lazy("hội nghị", "Đã có kết luận"), "done"),
    "closed": (pgettext_lazy("hội nghị", "Đã kết thúc"), "done"),
    "cancelled": (pgettext_lazy("hội nghị", "Đã hủy"), "gone"),
}


def chosen(row: Step | ItemKind) -> str:
    """Return the words of a row of a data file."""
    return row.english if _is_english() else row.words


def conference_kind_label(code: str) -> str:
    """Return the name of a kind of conference."""
    kind = conference_kind(code)
    return kind.english if _is_english() else kind.words


def item_kind_label(code: str) -> str:
    """Return the name of a kind of item of a programme."""
    return next((chosen(one) for one in item_kinds() if one.id == code), code)


def _is_english() -> bool:
    return (get_language() or "vi").startswith("en")
