"""A member's calendar at its secret address: whose dues, and who no longer gets in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conferences.cast import planned
from conftest import Office
from giaoban.committees.models import Member
from giaoban.conferences import actions as conferences
from giaoban.notices.feed import close_feed, feed, renew_feed
from giaoban.notices.models import FeedSecret
from giaoban.refusal import NotFound
from giaoban.tasks.models import Task
from notices.test_calendar import unfolded
from tasks.conftest import COURT, POLICE, Said


def summaries(secret: str) -> list[str]:
    """Return what stands in a calendar."""
    return [line.partition(":")[2] for line in unfolded(feed(secret)) if line.startswith("SUMMARY:")]


def test_a_reporter_has_the_dues_and_conferences_of_the_own_unit(
    office: Office, give: Callable[..., list[Task]]
) -> None:
    give(Said(lead=(POLICE,), title="Việc của công an"), Said(lead=(COURT,)))
    conference = planned(office)
    conferences.invite_units(office.specialist, conference.pk, [office.units[POLICE].pk])
    assert summaries(renew_feed(office.reporter)) == [
        "Hạn NV-2024-001 · Công an thị xã",
        "Hạn gửi báo cáo phục vụ hội nghị",
        "Hội nghị giao ban quý I/2024",
    ]
    assert len(summaries(renew_feed(office.specialist))) == 3
    assert summaries(renew_feed(office.administrator)) == []


def test_no_words_of_a_task_leave_the_house(office: Office, give: Callable[..., list[Task]]) -> None:
    give(Said(title="Việc kín"))
    assert "Việc kín" not in feed(renew_feed(office.reporter)).decode()


def test_only_the_hash_is_kept_and_a_new_secret_ends_the_old(office: Office) -> None:
    first = renew_feed(office.reporter)
    second = renew_feed(office.reporter)
    assert first not in str(FeedSecret.objects.values().get())
    assert feed(second)
    with pytest.raises(NotFound):
        feed(first)


def test_a_closed_or_unknown_address_leads_nowhere(office: Office) -> None:
    secret = renew_feed(office.reporter)
    close_feed(office.reporter)
    for one in (secret, "", "x" * 43):
        with pytest.raises(NotFound):
            feed(one)
    with pytest.raises(NotFound):
        close_feed(office.reporter)


def test_who_has_left_has_no_calendar(office: Office) -> None:
    secret = renew_feed(office.reporter)
    Member.objects.filter(user_id=office.reporter.user_id).update(is_active=False)
    with pytest.raises(NotFound):
        feed(secret)
