"""Putting an entry of the register right: its facts, merging, splitting, its full text."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from giaoban.committees.actors import Right
from giaoban.documents.actions import attach_text, merge_cited, split_cited, state_cited, unmerge_cited
from giaoban.documents.cited import cited_of, merging_choices, text_choices, visible_citations
from giaoban.refusal import Refusal
from giaoban.web.access.refusals import say
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.resolutions.forms import CitedForm, MergeForm, SplitForm, TextForm
from giaoban.web.toasts import done

#: How many entries or citations a form offers.
OFFERED = 300


@require_http_methods(["GET", "POST"])
def edit(request: OfficeRequest, cited_id: int) -> HttpResponse:
    """Correct what is known of a cited document."""
    request.actor.require(Right.DOCUMENTS_REVIEW)
    entry = cited_of(request.actor, cited_id)
    form = CitedForm(entry, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            state_cited(request.actor, cited_id, form.facts(), version=form.cleaned_data["version"])
        except Refusal as refusal:
            _show_refusal(form, refusal)
        else:
            done(request, _("Đã sửa thông tin văn bản."))
            return redirect("cited-page", cited_id)
    return _form(request, entry, form, _("Sửa thông tin"), _("Lưu"))


@require_http_methods(["GET", "POST"])
def merge(request: OfficeRequest, cited_id: int) -> HttpResponse:
    """Say that an entry is the same document as another."""
    request.actor.require(Right.DOCUMENTS_REVIEW)
    entry = cited_of(request.actor, cited_id)
    form = MergeForm(entry, merging_choices(request.actor, entry)[:OFFERED], request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            target = merge_cited(request.actor, cited_id, int(values["into"]), version=values["version"])
        except Refusal as refusal:
            _show_refusal(form, refusal)
        else:
            undo = reverse("merged-apart", args=[cited_id])
            done(request, _("Đã gộp. Những chỗ viện dẫn của hai văn bản nay ở một trang."), undo_address=undo)
            return redirect("cited-page", target.pk)
    help_words = _("Mọi chỗ viện dẫn chuyển sang văn bản đã chọn. Có thể tách lại bất cứ lúc nào.")
    return _form(request, entry, form, _("Gộp vào văn bản khác"), _("Gộp"), help_words)


@require_POST
def unmerge(request: OfficeRequest, cited_id: int) -> HttpResponse:
    """Let a merged entry stand by itself again."""
    entry = unmerge_cited(request.actor, cited_id)
    done(request, _("Đã tách lại thành văn bản riêng."))
    return redirect("cited-page", entry.pk)


@require_http_methods(["GET", "POST"])
def split(request: OfficeRequest, cited_id: int) -> HttpResponse:
    """Say which citations mean another document."""
    request.actor.require(Right.DOCUMENTS_REVIEW)
    entry = cited_of(request.actor, cited_id)
    rows = visible_citations(request.actor).filter(cited=entry).select_related("document")
    form = SplitForm(entry, rows.order_by("-document", "start")[:OFFERED], request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        chosen = [int(one) for one in values["citations"]]
        try:
            made = split_cited(request.actor, cited_id, chosen, version=values["version"])
        except Refusal as refusal:
            _show_refusal(form, refusal)
        else:
            done(request, _("Đã tách thành văn bản riêng."))
            return redirect("cited-page", made.pk)
    return _form(request, entry, form, _("Tách thành văn bản khác"), _("Tách"))


@require_http_methods(["GET", "POST"])
def text(request: OfficeRequest, cited_id: int) -> HttpResponse:
    """Say which document of the system is the full text."""
    request.actor.require(Right.DOCUMENTS_REVIEW)
    entry = cited_of(request.actor, cited_id)
    form = TextForm(entry, text_choices(request.actor)[:OFFERED], request.POST or None)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["document"]
        attach_text(request.actor, cited_id, int(chosen) if chosen else None)
        done(request, _("Đã ghi nhận toàn văn."))
        return redirect("cited-page", cited_id)
    return _form(request, entry, form, _("Toàn văn"), _("Lưu"))


def _show_refusal(form: Any, refusal: Refusal) -> None:
    if refusal.code in ("edit.stale", "access.not_found"):
        raise refusal
    form.add_error(None, say(refusal))


def _form(request: OfficeRequest, entry: Any, form: Any, title: str, verb: str, words: str = "") -> HttpResponse:
    context = {"entry": entry, "form": form, "title": title, "verb": verb, "words": words}
    return render(request, "resolutions/form.html", context, status=422 if form.errors else 200)
