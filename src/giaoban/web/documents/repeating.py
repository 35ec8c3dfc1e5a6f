"""Whether a directive repeats an earlier one: saying so at review, and looking for it while one is being drafted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from giaoban.documents.actions import agree_repetition, refuse_repetition, reopen_repetition
from giaoban.refusal import NotFound
from giaoban.tasks.queries import said_before
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.toasts import done

#: Longer words are cut before they are compared.
LONGEST = 2000


@require_POST
def agree(request: OfficeRequest, repetition_id: int) -> HttpResponse:
    """Agree that the directive was said before."""
    return _decided(request, agree_repetition, repetition_id, _("Đã ghi nhận: chỉ đạo lặp lại."))


@require_POST
def refuse(request: OfficeRequest, repetition_id: int) -> HttpResponse:
    """Say that it was not."""
    return _decided(request, refuse_repetition, repetition_id, _("Đã ghi nhận: không phải chỉ đạo lặp lại."))


@require_POST
def reopen(request: OfficeRequest, repetition_id: int) -> HttpResponse:
    """Take the decision back."""
    row = reopen_repetition(request.actor, repetition_id)
    done(request, _("Đã hoàn tác."))
    return redirect(_back(request, row))


def _decided(request: OfficeRequest, decide: Callable[..., Any], repetition_id: int, words: str) -> HttpResponse:
    version = request.POST.get("version", "")
    if not version.isdecimal():
        raise NotFound
    row = decide(request.actor, repetition_id, version=int(version))
    done(request, words, undo_address=reverse("repetition-reopen", args=[row.pk]))
    return redirect(_back(request, row))


def _back(request: OfficeRequest, row: Any) -> str:
    """Return where the person came from, or the review with the directive chosen."""
    back = request.POST.get("back", "")
    if back and url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/"):
        return back
    return f"{reverse('document-review', args=[row.directive.document_id])}?chon={row.directive_id}"


@require_GET
def search(request: OfficeRequest) -> HttpResponse:
    """Show which earlier directives say nearly the words in the address, and what became of them."""
    words = request.GET.get("loi", "")[:LONGEST].strip()
    context = {"words": words, "found": said_before(request.actor, words) if words else []}
    return render(request, "documents/said_before.html", context)
