"""Where a person goes on after something was done: back to where they came from, if that is one of our pages."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def way_back(request: HttpRequest, task_id: int | None) -> str:
    """Return the address to go on to: the form's ``next``, the page that htmx or the browser names, else the task's."""
    home = reverse("task-page", args=[task_id]) if task_id else reverse("task-list")
    asked = request.POST.get("next") or request.GET.get("next")
    named: str = asked or request.headers.get("HX-Current-URL") or request.headers.get("Referer") or ""
    is_ours = url_has_allowed_host_and_scheme(named, {request.get_host()}, require_https=request.is_secure())
    if not is_ours:
        return home
    parts = urlsplit(named)
    return parts.path + (f"?{parts.query}" if parts.query else "")
