"""The register of cited documents, and the page of one: all that ever cited it."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from giaoban.committees.actors import Right
from giaoban.documents.cited import (
    CitedFilter,
    cited_list,
    cited_of,
    citing_documents,
    kind_counts,
    may_correct,
)
from giaoban.tasks.queries import cited_figures, citing, own_text
from giaoban.tasks.queries.cited import CitedFigures
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.resolutions.forms import CitedListForm
from giaoban.web.resolutions.labels import cited_kind_label

PAGE_SIZE = 50
#: How many citing documents a page of one shows.
DOCUMENTS = 20


@require_GET
def list_cited(request: OfficeRequest) -> HttpResponse:
    """Show what the committee's documents cite, filtered and sorted as the address says."""
    wanted = _filter(CitedListForm(request.GET))
    page = Paginator(cited_list(request.actor, wanted), PAGE_SIZE).get_page(request.GET.get("page"))
    figures = cited_figures(request.actor, [one.pk for one in page])
    kinds = kind_counts(request.actor, wanted)
    context = {
        "rows": [(one, figures.get(one.pk, CitedFigures())) for one in page],
        "page": page,
        "wanted": wanted,
        "kinds": [(code, cited_kind_label(code), count) for code, count in kinds],
        "total": sum(count for _code, count in kinds),
        "is_filtered": bool(wanted.words or wanted.kind),
    }
    return render(request, "resolutions/list.html", context)


def _filter(form: CitedListForm) -> CitedFilter:
    form.is_valid()
    values = form.cleaned_data
    return CitedFilter(values.get("q") or "", values.get("kind") or "", values.get("sort") or "-cited")


@require_GET
def show(request: OfficeRequest, cited_id: int) -> HttpResponse:
    """Show one: what its own text asks, then every directive and task that cited it, by conference."""
    actor = request.actor
    entry = cited_of(actor, cited_id)
    if entry.pk != cited_id:
        return redirect("cited-page", entry.pk)
    page = Paginator(citing_documents(actor, entry), DOCUMENTS).get_page(request.GET.get("page"))
    context = {
        "entry": entry,
        "kind": cited_kind_label(entry.kind),
        "figures": cited_figures(actor, [entry.pk]).get(entry.pk, CitedFigures()),
        "citing": citing(actor, entry, list(page)),
        "page": page,
        "own": own_text(actor, entry),
        "merged": entry.merged.all() if may_correct(actor) else [],
        "may_correct": may_correct(actor),
        "may_add": actor.may(Right.DOCUMENTS_ADD),
    }
    return render(request, "resolutions/page.html", context)
