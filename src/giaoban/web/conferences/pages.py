"""What the conferences' views share: the way to a page, a page that is one form, a button that is one action."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.web.access.refusals import tell
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.committees.base_form import DirectoryForm
from giaoban.web.committees.views.pages import form_page
from giaoban.web.toasts import done

Crumbs = list[tuple[str, str]]


def conference_crumbs(conference: Any | None, *more: tuple[str, str]) -> Crumbs:
    """Return the way to a page: the list, the conference's year, the conference, what follows."""
    crumbs = [(reverse("conference-list"), _("Hội nghị"))]
    if conference is not None:
        year = conference.held_on.year
        crumbs.append((f"{reverse('conference-list')}?nam={year}", str(year)))
        crumbs.append((page_address(conference.pk), conference.title) if more else ("", conference.title))
    return [*crumbs, *more]


def page_address(conference_id: int, anchor: str = "") -> str:
    """Return the address of a conference's page, or of one of its sections."""
    address = reverse("conference-page", args=[conference_id])
    return f"{address}#{anchor}" if anchor else address


def fill_in(
    request: OfficeRequest,
    form: DirectoryForm,
    write: Callable[[], object],
    *,
    said: str,
    title: str,
    conference: Any,
    anchor: str,
    **extra: Any,
) -> HttpResponse:
    """Show a page that is one form about a conference; once its action is done, go back to the conference's section."""
    back = page_address(conference.pk, anchor)
    if request.method == "POST" and form.saves(write):
        done(request, said)
        return redirect(back)
    crumbs = conference_crumbs(conference, ("", title))
    return form_page(request, form, title=title, crumbs=crumbs, back=back, **extra)


def press(
    request: OfficeRequest, write: Callable[[], object], words: str, back: str, *, undo_address: str = ""
) -> HttpResponse:
    """Do one action for a button and go back; a refusal is told there. A stale version has its own page."""
    try:
        write()
    except ConferenceRefusal as refusal:
        tell(request, refusal)
    else:
        done(request, words, undo_address=undo_address)
    return redirect(back)
