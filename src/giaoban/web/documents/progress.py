"""How far the reading of a document is, in words and as a share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from giaoban.documents.actions.reading import STAGES_AFTER

if TYPE_CHECKING:
    from giaoban.jobs.models import Job


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` steps of ``total`` (0: not known yet), and what is being done now."""

    words: str
    done: int = 0
    total: int = 0


def progress_of(job: Job | None) -> Progress:
    """Return how far the job is that reads a document: waiting, at page n of N, understanding, writing down."""
    if job is None or job.state != "running":
        return Progress(_("Đang chờ đến lượt đọc…"))
    pages = job.total - STAGES_AFTER
    if not job.done:
        return Progress(_("Đang mở tệp…"))
    if job.done < pages:
        words = _("Đã đọc trang %(done)d trên %(total)d…") % {"done": job.done, "total": pages}
    elif job.done == pages:
        words = _("Đang đọc nội dung…")
    else:
        words = _("Đang ghi các chỉ đạo tìm thấy…")
    return Progress(words, job.done, job.total)
