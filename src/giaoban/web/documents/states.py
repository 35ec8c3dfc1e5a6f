"""The states of a document as its pages show them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

#: The states in the order of the office's work: code, words, tone.
STATES = (
    ("read", _("Chờ rà soát"), "near"),
    ("given", _("Đã giao nhiệm vụ"), "done"),
    ("waiting", _("Chờ đọc"), "run"),
    ("reading", _("Đang đọc"), "run"),
    ("failed", _("Không đọc được"), "late"),
    ("refused", _("Không được tiếp nhận"), "late"),
)
STATE_LOOK = {code: (words, tone) for code, words, tone in STATES}
