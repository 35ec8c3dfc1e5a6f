"""What may happen to a unit's report, and when it is late. No query here."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from giaoban.conferences.models import Conference, UnitReport

R, S = UnitReport.State, Conference.State

#: The unit still owes it: it may be written and sent.
WRITABLE = (R.WANTED, R.DRAFT, R.RETURNED)
#: It is in: the office reads it, returns it, takes it.
SENT = (R.SENT, R.ACCEPTED)
#: While a conference stands here its units' reports may still come in.
TAKES_REPORTS = (S.PLANNED, S.INVITED, S.MEETING, S.HELD)


def is_late(state: str, due_on: date, sent_at: datetime | None, today: date) -> bool:
    """Return whether a report came after its day, or has not come and its day has passed (báo cáo chậm)."""
    if state in SENT and sent_at is not None:
        return timezone.localdate(sent_at) > due_on
    return due_on < today
