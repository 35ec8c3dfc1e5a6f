"""The words and tones of attendance, of decisions and of minutes, in the language of the page."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that is chosen with one key: its code, words, look and key."""

    code: str
    words: Promise
    tone: str
    key: str = ""


PRESENCES = (
    Choice("present", pgettext_lazy("điểm danh", "Có mặt"), "done", "c"),
    Choice("excused", pgettext_lazy("điểm danh", "Vắng có phép"), "near", "e"),
    Choice("absent", pgettext_lazy("điểm danh", "Vắng không phép"), "late", "k"),
)
UNKNOWN = Choice("unknown", pgettext_lazy("điểm danh", "Chưa điểm danh"), "")

DECISIONS = (
    Choice("done", pgettext_lazy("ý kiến của chủ trì", "Hoàn thành"), "done", "h"),
    Choice("carried_on", pgettext_lazy("ý kiến của chủ trì", "Tiếp tục, hạn mới"), "run", "t"),
    Choice("given_again", pgettext_lazy("ý kiến của chủ trì", "Giao lại"), "near", "l"),
    Choice("dropped", pgettext_lazy("ý kiến của chủ trì", "Thôi theo dõi"), "", "k"),
)
#: The decisions after which a task goes on, and so has a new due.
GOES_ON = ("carried_on", "given_again")

MINUTES = {
    "taking": (pgettext_lazy("biên bản", "Đang ghi"), "run"),
    "checking": (pgettext_lazy("biên bản", "Xin ý kiến người dự"), "near"),
    "final": (pgettext_lazy("biên bản", "Đã chốt"), "done"),
}

TICKED_ALL = _("Đã điểm danh có mặt %(count)s đại biểu.")
UNDONE = _("Đã hoàn tác.")


def presence(code: str) -> Choice:
    """Return a presence by its code."""
    return next((one for one in PRESENCES if one.code == code), UNKNOWN)


def decision(code: str) -> Choice:
    """Return a decision by its code; raises :class:`StopIteration` for one that does not exist."""
    return next(one for one in DECISIONS if one.code == code)
