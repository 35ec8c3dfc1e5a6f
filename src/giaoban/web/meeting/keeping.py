"""Which pages of a meeting a browser may keep on its machine, to be shown again when they are loaded without a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse

from giaoban.conferences.meeting import KEPT_IN

if TYPE_CHECKING:
    from giaoban.conferences.models import Conference

#: The header by which the service worker of the page (``page_keeper.js``) knows that a copy may be kept.
KEEP = "X-Giaoban-Keep"


def may_be_kept(response: HttpResponse, conference: Conference) -> HttpResponse:
    """Mark the response as one that may be kept while the meeting lies ahead or goes on; afterwards copies are dropped.

    The response stays ``no-store`` for every other cache: only our own script keeps it, and drops it at sign-out.
    """
    if conference.state in KEPT_IN:
        response.headers[KEEP] = "until the meeting is over"
    return response
