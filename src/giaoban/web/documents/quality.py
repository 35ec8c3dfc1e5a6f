"""How good the reader is (chất lượng đọc văn bản): counts from finished reviews, each of which opens its list."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from giaoban.committees.actors import Right
from giaoban.documents.quality import (
    FIELDS,
    Judged,
    Outcome,
    Quality,
    judged_directives,
    likely_range,
    reader_quality,
)
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.documents.cards import CHANGES
from giaoban.web.documents.labels import doc_type_label, period_label
from giaoban.web.templatetags.numbers import percent

PAGE_SIZE = 50
OUTCOMES = {
    Outcome.AS_IS: (gettext_lazy("Nhận nguyên"), "done"),
    Outcome.CHANGED: (gettext_lazy("Sửa rồi nhận"), "near"),
    Outcome.REJECTED: (gettext_lazy("Không phải nhiệm vụ"), "gone"),
    Outcome.MISSED: (gettext_lazy("Máy bỏ sót"), "late"),
}
FIELD_WORDS = CHANGES | {"title": gettext_lazy("tên nhiệm vụ")}


@dataclass(frozen=True, slots=True)
class Cell:
    """A count, the address of the list of just those ("" for nobody), its share, and where the true share may lie."""

    count: int
    address: str = ""
    share: str = ""
    reach: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """The counts of some documents, in the order of :data:`OUTCOMES`."""

    words: str
    documents: int
    proposed: Cell
    cells: list[Cell]


@require_GET
def quality(request: OfficeRequest) -> HttpResponse:
    """Show how proposals fared: in all, by kind of document, by quarter, and what was changed of them."""
    request.actor.require(Right.DOCUMENTS_REVIEW, Right.MEMBERS_MANAGE)
    report = reader_quality([request.actor.committee_id])
    table = _Table(may_open=request.actor.may(Right.DOCUMENTS_REVIEW))
    context = {
        "report": report,
        "kinds": [
            *(table.row(doc_type_label(code), one, loai=code) for code, one in report.by_type.items()),
            table.row(_("Tất cả"), report.total),
        ],
        "periods": [table.row(period_label(code), one, ky=code) for code, one in report.by_period.items()],
        "fields": [
            (FIELD_WORDS[name], table.cell(report.total.fields[name], report.total.proposed, sua=name))
            for name in FIELDS
        ],
        "outcomes": [words for words, _tone in OUTCOMES.values()],
    }
    return render(request, "documents/quality.html", context)


@require_GET
def quality_list(request: OfficeRequest) -> HttpResponse:
    """List the directives of a count: ``nhom`` the outcome, ``sua`` a change, ``loai``, ``ky`` of which documents."""
    request.actor.require(Right.DOCUMENTS_REVIEW)
    found = [one for one in judged_directives(request.actor.committee_id) if _is_wanted(request, one)]
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    rows = [(one, *OUTCOMES[one.outcome], ", ".join(str(FIELD_WORDS[name]) for name in one.fields)) for one in page]
    return render(request, "documents/quality_list.html", {"page": page, "rows": rows})


def _is_wanted(request: OfficeRequest, one: Judged) -> bool:
    asked = request.GET
    return (
        asked.get("nhom") in (None, "", one.outcome.value, *(("de-xuat",) if one.outcome != Outcome.MISSED else ()))
        and (not asked.get("sua") or asked["sua"] in one.fields)
        and asked.get("loai", one.doc_type) in ("", one.doc_type)
        and asked.get("ky", one.period) in ("", one.period)
    )


class _Table:
    """Makes rows and cells; the counts open their lists only for who may read the documents."""

    def __init__(self, *, may_open: bool) -> None:
        self._may_open = may_open

    def row(self, words: str, one: Quality, **narrowed: str) -> Row:
        """Return the row of some documents."""
        wholes = dict.fromkeys(Outcome, one.proposed) | {Outcome.MISSED: one.directives}
        cells = [
            self.cell(one.outcomes[outcome], wholes[outcome], nhom=outcome.value, **narrowed) for outcome in OUTCOMES
        ]
        proposed = self.cell(one.proposed, 0, nhom="de-xuat", **narrowed)
        return Row(words, one.documents, proposed, cells)

    def cell(self, count: int, of: int, **narrowed: str) -> Cell:
        """Return the cell of a count among ``of``."""
        address = f"{reverse('reader-quality-list')}?{urlencode(narrowed)}" if self._may_open and count else ""
        if not of:
            return Cell(count, address)
        low, high = likely_range(count, of)
        return Cell(count, address, percent(100 * count / of, 0), f"{percent(100 * low, 0)}–{percent(100 * high, 0)}")
