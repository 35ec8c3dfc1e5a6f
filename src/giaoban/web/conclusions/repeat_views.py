"""Whether a directive of a draft repeats an earlier one: the buttons of its card."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from giaoban.conferences import actions
from giaoban.conferences.queries import find_draft_repetition
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.committees.views.pages import sent_version
from giaoban.web.conferences.pages import press


def _card(row: Any) -> str:
    """Return the address of the card of the draft that a repetition stands on."""
    page = reverse("draft-page", args=[row.directive.conclusion.conference_id])
    return f"{page}#chi-dao-{row.directive_id}"


def _button(act: Callable[..., object], words: Callable[[], str]) -> Callable[..., HttpResponse]:
    """Return the view of a button that decides on a proposal; it can be undone."""

    @require_POST
    def view(request: OfficeRequest, draft_repetition_id: int) -> HttpResponse:
        row, version = find_draft_repetition(request.actor, draft_repetition_id), sent_version(request)
        undo_address = reverse("draft-repetition-reopen", args=[row.pk])
        work = lambda: act(request.actor, row.pk, version=version)  # noqa: E731
        return press(request, work, words(), _card(row), undo_address=undo_address)

    return view


agree = _button(actions.agree_draft_repetition, lambda: _("Đã ghi nhận: chỉ đạo lặp lại."))
refuse = _button(actions.refuse_draft_repetition, lambda: _("Đã ghi nhận: không phải chỉ đạo lặp lại."))


@require_POST
def reopen(request: OfficeRequest, draft_repetition_id: int) -> HttpResponse:
    """Take the decision back."""
    row = find_draft_repetition(request.actor, draft_repetition_id)
    return press(
        request,
        lambda: actions.reopen_draft_repetition(request.actor, row.pk),
        _("Đã hoàn tác."),
        _card(row),
    )
