"""What holds while a conference meets: what is done in which state, how long a projector's address lives. No query."""

from __future__ import annotations

import secrets
from datetime import timedelta

from giaoban.conferences.models import Conference, Delegate, Minutes

S = Conference.State

#: Attendance is ticked from the invitation on and mended until the minutes are final.
TICKED_IN = (S.PLANNED, S.INVITED, S.MEETING, S.HELD, S.CONCLUDED)
#: The chair's decisions are recorded in the meeting, and mended after it until the conference is closed.
DECIDED_IN = (S.MEETING, S.HELD, S.CONCLUDED)
#: A conclusion is typed in the meeting and after it, until the notice of conclusion is out.
CONCLUDED_IN = (S.MEETING, S.HELD)
#: The projector can be tried before the meeting, and shows it again after it.
SHOWN_IN = (S.PLANNED, S.INVITED, S.MEETING, S.HELD, S.CONCLUDED)
#: Until the meeting is over, a browser may keep the pages that are shown there for the moment when the line breaks.
KEPT_IN = (S.PLANNED, S.INVITED, S.MEETING)
#: Minutes are taken from the opening on, and mended until they are final.
MINUTED_IN = (S.MEETING, S.HELD, S.CONCLUDED)
#: Minutes go out for checking once the meeting is over.
CHECKED_IN = (S.HELD, S.CONCLUDED, S.CLOSED)
#: While they are written, minutes can be changed.
OPEN_MINUTES = (Minutes.State.TAKING, Minutes.State.CHECKING)

#: A projector that is opened in the morning lasts the day and the night; then it asks for a new address.
LINK_LASTS = timedelta(hours=24)
SECRET_BYTES = 24


def new_secret() -> str:
    """Return a secret for an address: 192 bits."""
    return secrets.token_urlsafe(SECRET_BYTES)


def is_attending(delegate: Delegate) -> bool:
    """Return whether somebody sat on the delegate's seat: the one expected, or a stand-in."""
    return delegate.presence == Delegate.Presence.PRESENT
