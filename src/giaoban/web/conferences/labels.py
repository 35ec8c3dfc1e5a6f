"""The words of the conferences' data files and states in the language of the page."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from giaoban.committees.kinds import authorities
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


#: What is known of a delegate: words and tone.
PRESENCES: dict[str, tuple[str | Promise, str]] = {
    "present": (pgettext_lazy("đại biểu", "Có mặt"), "done"),
    "excused": (pgettext_lazy("đại biểu", "Vắng có phép"), "near"),
    "absent": (pgettext_lazy("đại biểu", "Vắng không phép"), "late"),
}
COMING = pgettext_lazy("đại biểu", "Sẽ dự")
UNANSWERED = pgettext_lazy("đại biểu", "Chưa trả lời")


#: The states of a unit's report: words and tone.
REPORT_STATES: dict[str, tuple[str | Promise, str]] = {
    "wanted": (pgettext_lazy("báo cáo", "Chưa gửi"), ""),
    "draft": (pgettext_lazy("báo cáo", "Đang soạn"), ""),
    "sent": (pgettext_lazy("báo cáo", "Đã gửi"), "run"),
    "returned": (pgettext_lazy("báo cáo", "Trả lại"), "near"),
    "accepted": (pgettext_lazy("báo cáo", "Đã nhận"), "done"),
}
LATE = pgettext_lazy("báo cáo", "Chậm")
CONFLICTS: dict[str, str | Promise] = {
    "same_day": _("Cùng ngày với “%(other)s”."),
    "same_chair": _("Cùng ngày, cùng người chủ trì với “%(other)s”."),
    "weekend": _("Ngày họp là ngày nghỉ cuối tuần."),
    "holiday": _("Ngày họp là ngày nghỉ: %(words)s."),
    "period_reviewed": _("Kỳ này đã có “%(other)s” xem xét."),
}


def conflict_words(conflict: Any) -> str:
    """Return what speaks against a conference, in a sentence."""
    return str(CONFLICTS[conflict.code]) % {"other": conflict.other, "words": conflict.words}


def attendance(presence: str, is_coming: bool | None) -> tuple[str | Promise, str]:
    """Return words and tone: there or not, else the answer to the invitation."""
    return PRESENCES.get(presence) or ((COMING, "run") if is_coming else (UNANSWERED, ""))


def way_label(way: str) -> str:
    """Return the word by which somebody is called to a conference: "Triệu tập", "Mời"."""
    row = next(one for one in authorities() if one.is_directed == (way == "summoned"))
    return row.call_english if _is_english() else row.call


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
