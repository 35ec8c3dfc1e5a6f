"""The kept versions of a draft, and what was changed between two of them, word by word."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giaoban.conferences.queries import comparison_of, draft_versions
from giaoban.refusal import NotFound
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.conclusions.changes import shown_changes, summary_of
from giaoban.web.conclusions.draft_views import draft_crumbs, draft_in_sight
from giaoban.web.conclusions.page import WHYS


@require_safe
def list_versions(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """The kept versions, of which any two can be compared."""
    draft = draft_in_sight(request, conference_id)
    versions = [(one, WHYS.get(one.why, one.why)) for one in draft_versions(draft)]
    title = _("Các bản đã lưu")
    values = {"conference": draft.conference, "versions": versions, "title": title}
    return render(request, "conclusions/versions.html", values | {"crumbs": draft_crumbs(draft.conference, title)})


@require_safe
def compare_versions(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """What was changed from the version ``cu`` to the version ``moi``; 0 is the draft as it now stands."""
    draft = draft_in_sight(request, conference_id)
    if not ("cu" in request.GET and "moi" in request.GET):
        return redirect("draft-versions", conference_id)
    older, newer = sorted((_number(request, "cu"), _number(request, "moi")), key=lambda number: number or _LAST)
    comparison = comparison_of(draft, older, newer)
    title = _("So sánh %(older)s với %(newer)s") % {"older": _name(older).lower(), "newer": _name(newer).lower()}
    values = {
        "conference": draft.conference,
        "title": title,
        "crumbs": draft_crumbs(draft.conference, title),
        "comparison": comparison,
        "changes": shown_changes(comparison),
        "summary": summary_of(comparison),
    }
    return render(request, "conclusions/compare.html", values)


#: The draft as it now stands comes after every kept version.
_LAST = 10**9


def _number(request: OfficeRequest, name: str) -> int:
    typed = request.GET.get(name, "")
    if not typed.isascii() or not typed.isdigit() or len(typed) > 5:
        raise NotFound
    return int(typed)


def _name(number: int) -> str:
    return _("Bản %(number)s") % {"number": number} if number else _("Bản hiện tại")
