"""When something happened: by the row's own time, else the event's; and what is too long past to be news."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from giaoban.audit.models import AuditEvent
from giaoban.conferences.models import Conference, UnitReport
from giaoban.notices.moments import is_news, moment_of
from giaoban.notices.things import Thing

SENT = datetime(2023, 12, 15, 1, tzinfo=UTC)
RECORDED = datetime(2024, 3, 30, 1, tzinfo=UTC)


@pytest.mark.parametrize(("code", "at"), [("conferences.report.sent", SENT), ("conferences.report.reminded", RECORDED)])
def test_a_report_of_a_past_day_has_its_own_day_where_it_keeps_one(code: str, at: datetime) -> None:
    thing = Thing(conference=Conference(), row=UnitReport(sent_at=SENT))
    assert moment_of(AuditEvent(action=code, at=RECORDED), thing) == at


def test_what_is_more_than_thirty_days_past_is_no_news() -> None:
    assert not is_news(SENT)
    assert is_news(RECORDED)
