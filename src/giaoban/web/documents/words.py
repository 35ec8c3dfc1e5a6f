"""What a step of a review is called when the page says that it was done, or taken back."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

STEPS = {
    "accept": gettext_lazy("Nhận"),
    "reject": gettext_lazy("Không phải nhiệm vụ"),
    "reopen": gettext_lazy("Mở lại"),
    "edit": gettext_lazy("Sửa"),
    "split": gettext_lazy("Tách"),
    "merge": gettext_lazy("Gộp"),
    "add": gettext_lazy("Thêm"),
    "facts": gettext_lazy("Sửa thông tin hội nghị"),
    "sign": gettext_lazy("Xác nhận không bỏ sót"),
}


def step_words(kind: str, count: int = 1, *, is_undo: bool = False) -> str:
    """Return what was done, in a few words; ``count`` is how many directives it touched."""
    words = str(STEPS[kind])
    if kind in ("accept", "reject", "reopen") and count > 1:
        words = _("%(what)s (%(count)d chỉ đạo)") % {"what": words, "count": count}
    return _("Đã hoàn tác: %(what)s") % {"what": words} if is_undo else _("Đã lưu: %(what)s") % {"what": words}
