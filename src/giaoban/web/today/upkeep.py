"""What needs the administrator: failed jobs, accounts never used, the audit's check, formats that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from giaoban.committees.actors import Actor
from giaoban.committees.queries import members
from giaoban.jobs.daily import WHOLE_SERVER
from giaoban.jobs.queries import failed_jobs, latest_job, waiting_too_long
from giaoban.refusal import Refusal
from giaoban.web.access.refusals import say
from giaoban.web.documents.formats import waiting_formats
from giaoban.web.templatetags.dates import day_time

if TYPE_CHECKING:
    from giaoban.jobs.models import Job

CHECK_AUDIT = "giaoban.committees.daily_check.CHECK_AUDIT"
#: What each job is called.
JOBS = {
    "giaoban.documents.actions.reading.READ_DOCUMENT": gettext_lazy("Đọc văn bản"),
    "giaoban.documents.sweeping.SWEEP_FILES": gettext_lazy("Dọn kho tệp"),
    "giaoban.tasks.keeping.KEEP_TASKS": gettext_lazy("Việc hằng ngày của nhiệm vụ"),
    "giaoban.notices.keeping.TELL_PEOPLE": gettext_lazy("Gửi thông báo"),
    CHECK_AUDIT: gettext_lazy("Kiểm tra sổ nhật ký"),
}
#: So many failed jobs are told one by one.
SHOWN = 5
#: The chain is checked every night; a check older than this was missed.
CHECK_EVERY = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Need:
    """Something to be done: what, more of it, where (or nowhere: on the server itself), and how pressing it is."""

    words: str
    chip: str
    tone: str = "near"
    note: str = ""
    address: str = ""


class Upkeep:
    """What needs the administrator of a committee, the most pressing first."""

    def __init__(self, actor: Actor) -> None:
        self.actor = actor
        self._committees = (actor.committee_id, WHOLE_SERVER)

    @cached_property
    def needs(self) -> list[Need]:
        """Everything that is to be done."""
        return [*self._bad_check(), *self._stuck(), *self._failed(), *self._unused(), *self._formats()]

    @cached_property
    def _check(self) -> Job | None:
        return latest_job(self.actor.committee_id, CHECK_AUDIT, self.actor.committee_id)

    @property
    def checked_at(self) -> datetime | None:
        """When the audit's chain was last checked by the nightly job, whatever it found."""
        return self._check.changed_at if self._check and self._check.state in ("done", "failed") else None

    def _bad_check(self) -> Iterator[Need]:
        address = reverse("audit-check")
        if self._check and self._check.state == "failed":
            words = say(Refusal.of(self._check.refusal)) if self._check.refusal else _("Kiểm tra sổ nhật ký không xong")
            yield Need(words, _("Sổ có lỗi"), "late", day_time(self._check.changed_at), address)
        elif self.checked_at and self.checked_at < timezone.now() - CHECK_EVERY:
            yield Need(_("Sổ nhật ký đã lâu chưa được kiểm tra"), _("Chậm"), "near", day_time(self.checked_at), address)

    def _stuck(self) -> Iterator[Need]:
        if count := waiting_too_long(self._committees):
            words = ngettext("%(count)d việc nền chờ quá lâu", "%(count)d việc nền chờ quá lâu", count)
            note = _("Tiến trình việc nền có thể không chạy: xem lại giaoban serve hoặc giaoban worker.")
            yield Need(words % {"count": count}, _("Không chạy"), "late", note)

    def _failed(self) -> Iterator[Need]:
        failed = failed_jobs(self._committees).exclude(function=CHECK_AUDIT)
        for job in failed[:SHOWN]:
            why = say(Refusal.of(job.refusal)) if job.refusal else ""
            called = str(JOBS.get(job.function, _("Việc nền")))
            yield Need(called, _("Không xong"), "late", f"{day_time(job.changed_at)} · {why}")
        if (more := failed.count() - SHOWN) > 0:
            words = ngettext("Còn %(count)d việc nền không xong", "Còn %(count)d việc nền không xong", more)
            yield Need(words % {"count": more}, _("Không xong"), "late")

    def _unused(self) -> Iterator[Need]:
        if count := members(self.actor, is_active=True, has_signed_in=False).count():
            words = ngettext(
                "%(count)d vai trò chưa đăng nhập lần nào", "%(count)d vai trò chưa đăng nhập lần nào", count
            )
            yield Need(words % {"count": count}, _("Chưa dùng"), "near", "", f"{reverse('member-list')}?state=unused")

    def _formats(self) -> Iterator[Need]:
        for one in waiting_formats():
            words = _("Máy chủ chưa đọc được %(what)s") % {"what": one.what}
            yield Need(words, _("Thiếu chương trình"), "near", f"sudo apt install {one.packages}")
