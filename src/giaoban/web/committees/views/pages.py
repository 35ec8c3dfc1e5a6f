"""What the directory's views share: a page that is one form, and a button that is one action."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from giaoban.committees.refusals import DirectoryRefusal
from giaoban.vietnamese import tidy
from giaoban.web.access.refusals import tell
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.committees.base_form import DirectoryForm
from giaoban.web.toasts import done

Crumbs = list[tuple[str, str]]


def directory_crumbs(*more: tuple[str, str]) -> Crumbs:
    """Return the way to a page of the directory: (address, label), the page itself without address."""
    return [(reverse("unit-list"), _("Danh bạ")), *more]


def administration_crumbs(*more: tuple[str, str]) -> Crumbs:
    """Return the way to a page of administration."""
    return [(reverse("member-list"), _("Quản trị")), *more]


def form_page(
    request: OfficeRequest, form: DirectoryForm, *, title: str, crumbs: Crumbs, back: str, **extra: Any
) -> HttpResponse:
    """Show a page that is one form; ``back`` is where "Thôi" leads, ``extra`` goes to the template."""
    values = {"form": form, "title": title, "crumbs": crumbs, "back": back} | extra
    return render(request, "committees/form.html", values, status=form.status)


def press(request: OfficeRequest, write: Callable[[], object], words: str, back: str) -> HttpResponse:
    """Do one action for a button and go back; a refusal is told there. A stale version has its own page."""
    try:
        write()
    except DirectoryRefusal as refusal:
        tell(request, refusal)
    else:
        done(request, words)
    return redirect(back)


def asked(request: OfficeRequest, name: str) -> str:
    """Return a value of the address's query, tidied; a null character, which no database takes, is left out."""
    return tidy(request.GET.get(name, "").replace("\0", ""))


def sent_version(request: OfficeRequest) -> int:
    """Return the version that a button's form carries; 0, which never matches, for none."""
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
