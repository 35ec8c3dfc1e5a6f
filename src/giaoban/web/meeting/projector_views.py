"""What a projector sees by its own address: no account, no draft, nobody's name; the slide that the presenter shows."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.views.decorators.http import require_safe

from giaoban.conferences.meeting import KEPT_IN
from giaoban.conferences.queries import Shown, screen_of, shown_by
from giaoban.refusal import NotFound
from giaoban.web.access.actor import public
from giaoban.web.meeting.keeping import may_be_kept


@public
@require_safe
def projector(request: HttpRequest, secret: str) -> HttpResponse:
    """The projector's page, with the slide that is shown now; its script follows the presenter."""
    try:
        shown = shown_by(secret)
    except NotFound:
        return render(request, "meeting/projector_over.html", status=404)
    with translation.override(shown.language):
        screen = screen_of(shown)
        values = {
            "screen": screen,
            "mark": shown.mark,
            "secret": secret,
            "is_kept": screen.conference.state in KEPT_IN,
        }
        return may_be_kept(render(request, "meeting/projector.html", values), screen.conference)


@public
@require_safe
def projected(request: HttpRequest, secret: str) -> HttpResponse:
    """The slide alone, asked for every second: one small read, and no body unless something is new."""
    try:
        shown = shown_by(secret)
    except NotFound:
        return HttpResponse(status=404)
    if request.headers.get("If-None-Match") == _etag(shown):
        response: HttpResponse = HttpResponseNotModified()
    else:
        with translation.override(shown.language):
            response = HttpResponse(render_to_string("meeting/_screen.html", {"screen": screen_of(shown)}))
    response.headers["ETag"] = _etag(shown)
    return response


def _etag(shown: Shown) -> str:
    return f'"{shown.mark}"'
