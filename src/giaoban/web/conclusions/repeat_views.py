"""Whether a directive of a draft repeats an earlier one: the buttons of its card."""

from __future__ import annotations

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


@require_POST
def agree(request: OfficeRequest, draft_repetition_id: int) -> HttpResponse:
    """Agree that the directive was said before."""
    row, version = find_draft_repetition(request.actor, draft_repetition_id), sent_version(request)
    return press(
        request,
        lambda: actions.agree_draft_repetition(request.actor, row.pk, version=version),
        _("Đã ghi nhận: chỉ đạo lặp lại."),
        _card(row),
        undo_address=reverse("draft-repetition-reopen", args=[row.pk]),
    )


@require_POST
def refuse(request: OfficeRequest, draft_repetition_id: int) -> HttpResponse:
    """Say that it was not."""
    row, version = find_draft_repetition(request.actor, draft_repetition_id), sent_version(request)
    return press(
        request,
        lambda: actions.refuse_draft_repetition(request.actor, row.pk, version=version),
        _("Đã ghi nhận: không phải chỉ đạo lặp lại."),
        _card(row),
        undo_address=reverse("draft-repetition-reopen", args=[row.pk]),
    )


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
