"""What a meeting keeps: its pages on the machine, for a load without a line; the session, through a long speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse

from giaoban.conferences.meeting import KEPT_IN
from giaoban.web.access.sessions import touch

if TYPE_CHECKING:
    from giaoban.conferences.models import Conference
    from giaoban.web.access.requests import OfficeRequest

#: The header by which the service worker of the page (``page_keeper.js``) knows that a copy may be kept.
KEEP = "X-Giaoban-Keep"


def may_be_kept(response: HttpResponse, conference: Conference) -> HttpResponse:
    """Mark the response as one that may be kept while the meeting lies ahead or goes on; afterwards copies are dropped.

    The response stays ``no-store`` for every other cache: only our own script keeps it, and drops it at sign-out.
    """
    if conference.state in KEPT_IN:
        response.headers[KEEP] = "until the meeting is over"
    return response


def keep_session_in_meeting(request: OfficeRequest, conference: Conference) -> None:
    """Count what a page asks by itself as use of the session while the meeting goes on.

    A speech may last longer than a session may idle. Before and after the meeting a page that nobody touches does not
    keep its session; the end of a working day ends it in any case.
    """
    if conference.state == conference.State.MEETING:
        touch(request)
