"""The pages of documents: the list, taking one in, watching it being read, its text, its conference."""

from __future__ import annotations

from urllib.parse import quote

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from giaoban.committees.actors import Right
from giaoban.documents.actions import Added, add_document, add_pasted_text, attach_text, edit_facts, read_again
from giaoban.documents.actions.incoming import READ_DOCUMENT
from giaoban.documents.cited import cited_in
from giaoban.documents.files import read_stored
from giaoban.documents.pictures import page_picture
from giaoban.documents.queries import (
    DocumentFilter,
    document_list,
    document_of,
    file_of,
    review_counts,
    standing_directives,
    state_counts,
)
from giaoban.jobs.queries import latest_job
from giaoban.reading.pictures import MEDIA_TYPE
from giaoban.refusal import Refusal
from giaoban.web.access.actor import in_background
from giaoban.web.access.refusals import say
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.documents.cards import cards_of
from giaoban.web.documents.formats import waiting_formats
from giaoban.web.documents.forms import AddForm, FactsForm, ListForm
from giaoban.web.documents.marks import marked_lines
from giaoban.web.documents.progress import progress_of
from giaoban.web.documents.sheets import VIEWS, chosen_view, sheets_of
from giaoban.web.documents.states import STATE_LOOK, STATES
from giaoban.web.toasts import done

PAGE_SIZE = 50
#: More digits no id has.
LONGEST_ID = 18


@require_GET
def list_documents(request: OfficeRequest) -> HttpResponse:
    """Show the documents that the actor may see, filtered and sorted as the address says."""
    form = ListForm(request.GET)
    wanted = _filter(form)
    counts = state_counts(request.actor, wanted)
    page = Paginator(document_list(request.actor, wanted), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "states": [(code, words, counts.get(code, 0)) for code, words, _tone in STATES if counts.get(code)],
        "state": wanted.state,
        "total": sum(counts.values()),
        "is_filtered": bool(wanted.words or wanted.state or wanted.since or wanted.until),
        "may_add": request.actor.may(Right.DOCUMENTS_ADD),
    }
    return render(request, "documents/list.html", context)


def _filter(form: ListForm) -> DocumentFilter:
    """Return what the address asks for; a value that is not understood narrows nothing."""
    form.is_valid()
    values = form.cleaned_data
    return DocumentFilter(
        state=values["state"] if values.get("state") in STATE_LOOK else "",
        words=values.get("q") or "",
        since=values.get("since"),
        until=values.get("until"),
        sort=values.get("sort") or "-added",
    )


@require_http_methods(["GET", "POST"])
def add(request: OfficeRequest) -> HttpResponse:
    """Take in a file or pasted text; an error keeps what was typed."""
    request.actor.require(Right.DOCUMENTS_ADD)
    form = AddForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            added = _add(request, form)
            _attach(request, added)
        except Refusal as refusal:
            form.add_error("file" if form.cleaned_data["file"] else "text", say(refusal))
        else:
            return _after_adding(request, added)
    context = {"form": form, "waiting": waiting_formats()}
    return render(request, "documents/add.html", context, status=422 if form.errors else 200)


def _add(request: OfficeRequest, form: AddForm) -> Added:
    values = form.cleaned_data
    if file := values["file"]:
        return add_document(
            request.actor,
            file.name,
            file.read(),
            declares_no_secret=values["declares_no_secret"],
            title=values["title"],
        )
    return add_pasted_text(
        request.actor, values["title"], values["text"], declares_no_secret=values["declares_no_secret"]
    )


def _attach(request: OfficeRequest, added: Added) -> None:
    """Let what was added be the full text of the cited document whose page asked for it."""
    cited = request.GET.get("cited", "")
    if cited.isdecimal() and len(cited) < LONGEST_ID:
        attach_text(request.actor, int(cited), added.document.pk)


def _after_adding(request: OfficeRequest, added: Added) -> HttpResponse:
    if not added.is_new:
        done(request, _("Văn bản này đã có trong hệ thống; đây là bản nhận trước. Không có gì bị ghi đè."))
    return redirect("document-page", added.document.pk)


@require_GET
def show(request: OfficeRequest, document_id: int) -> HttpResponse:
    """Show a document: how far its reading is, or its text with the marks; ``chon`` is the directive looked at."""
    document = document_of(request.actor, document_id)
    if document.state not in ("read", "given"):
        return _show_reading(request, document_id)
    directives = standing_directives(document)
    selected = next((one.pk for one in directives if str(one.pk) == request.GET.get("chon")), 0)
    context = {
        "document": document,
        "lines": marked_lines(document, directives, selected=selected),
        "sheets": sheets_of(document, directives, selected=selected),
        "views": VIEWS,
        "view": chosen_view(request.GET.get("xem")),
        "cards": cards_of(document, directives, selected=selected, may_review=False),
        "counts": review_counts(document),
        "cited": cited_in(document),
        "may_review": document.state == "read" and request.actor.may(Right.DOCUMENTS_REVIEW),
    }
    return render(request, "documents/page.html", context)


def _show_reading(request: OfficeRequest, document_id: int) -> HttpResponse:
    document = document_of(request.actor, document_id)
    job = latest_job(document.committee_id, READ_DOCUMENT, document.pk)
    context = {
        "document": document,
        "progress": progress_of(job),
        "failure": say(Refusal.of(document.refusal)) if document.refusal else "",
        "may_read_again": request.actor.may(Right.DOCUMENTS_ADD),
    }
    return render(request, "documents/reading.html", context)


@in_background
@require_GET
def reading_progress(request: OfficeRequest, document_id: int) -> HttpResponse:
    """Tell how far the reading is, asked again and again by the page; once it is done, lead on to the review."""
    document = document_of(request.actor, document_id)
    if document.state not in ("waiting", "reading"):
        response = HttpResponse(status=204)
        response.headers["HX-Refresh"] = "true"
        return response
    job = latest_job(document.committee_id, READ_DOCUMENT, document.pk)
    return render(request, "documents/_progress.html", {"progress": progress_of(job)})


@require_POST
def ask_again(request: OfficeRequest, document_id: int) -> HttpResponse:
    """Ask for the document to be read again."""
    read_again(request.actor, document_id)
    done(request, _("Đã yêu cầu đọc lại. Những gì đồng chí đã rà soát được giữ nguyên."))
    return redirect("document-page", document_id)


@require_GET
def download(request: OfficeRequest, document_id: int) -> HttpResponse:
    """Give the file as received: never opened inside a page of ours, whatever is in it."""
    file = file_of(request.actor, document_id)
    response = HttpResponse(read_stored(file), content_type="application/octet-stream")
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


@require_GET
def picture(request: OfficeRequest, document_id: int, number: int) -> HttpResponse:
    """Give the picture of a page, made from the file as received."""
    response = HttpResponse(page_picture(request.actor, document_id, number), content_type=MEDIA_TYPE)
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


@require_http_methods(["GET", "POST"])
def facts(request: OfficeRequest, document_id: int) -> HttpResponse:
    """Correct what is known of the document and its conference."""
    request.actor.require(Right.DOCUMENTS_REVIEW)
    document = document_of(request.actor, document_id)
    form = FactsForm(request.POST) if request.method == "POST" else FactsForm.of(document)
    if request.method == "POST" and form.is_valid():
        try:
            edit_facts(request.actor, document_id, form.facts(), version=form.cleaned_data["version"])
        except Refusal as refusal:
            if refusal.code == "edit.stale":
                raise
            form.add_error(None, say(refusal))
        else:
            done(request, _("Đã sửa thông tin hội nghị."))
            return redirect("document-review", document_id)
    status = 422 if form.errors else 200
    return render(request, "documents/facts.html", {"form": form, "document": document}, status=status)
