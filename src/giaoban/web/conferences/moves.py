"""The buttons that bring a conference from one state into another, and what undoes each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from giaoban.conferences import actions
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.committees.views.pages import sent_version
from giaoban.web.conferences.pages import page_address, press


@dataclass(frozen=True)
class Move:
    """A button that brings a conference into another state: its address, its action, what is said, how it is undone."""

    name: str
    path: str
    action: Callable[..., Any]
    said: Promise
    undo: str = ""

    def view(self) -> Callable[..., HttpResponse]:
        """Return the view of the button; what undoes another has no version to send."""

        @require_POST
        def move(request: OfficeRequest, conference_id: int) -> HttpResponse:
            version = sent_version(request) if "version" in request.POST or self.undo else None
            back = page_address(conference_id)
            undo = reverse(self.undo, args=[conference_id]) if self.undo else ""
            return press(
                request,
                lambda: self.action(request.actor, conference_id, version=version),
                str(self.said),
                back,
                undo_address=undo,
            )

        return move


MOVES = (
    Move("conference-invited", "da-moi", actions.mark_invited, _("Đã ghi nhận đã mời họp."), "conference-uninvited"),
    Move("conference-uninvited", "chua-moi", actions.unmark_invited, _("Hội nghị trở lại bước chuẩn bị.")),
    Move("conference-open", "khai-mac", actions.open_conference, _("Hội nghị đã khai mạc."), "conference-unopen"),
    Move("conference-unopen", "chua-khai-mac", actions.unopen_conference, _("Hội nghị trở lại bước chuẩn bị.")),
    Move("conference-hold", "hop-xong", actions.hold_conference, _("Đã ghi nhận họp xong."), "conference-resume"),
    Move("conference-resume", "hop-tiep", actions.resume_conference, _("Hội nghị họp tiếp.")),
    Move("conference-restore", "khoi-phuc", actions.restore_conference, _("Đã khôi phục hội nghị.")),
    Move("conference-close", "ket-thuc", actions.close_conference, _("Hội nghị đã kết thúc."), "conference-reopen"),
    Move("conference-reopen", "mo-lai", actions.reopen_conference, _("Đã mở lại hội nghị.")),
    Move("conclusion-detach", "go-ket-luan", actions.detach_conclusion, _("Đã gỡ văn bản kết luận."), ""),
)
