"""Marking notices as seen: one's own, one or all."""

from __future__ import annotations

import pytest

from conftest import Office
from giaoban.notices.actions import see_all_notices, see_notice
from giaoban.notices.models import Notice
from giaoban.notices.queries import notice_list, unread_count
from giaoban.notices.telling import tell
from giaoban.refusal import NotFound
from giaoban.tasks.actions import return_report
from giaoban.tasks.models import Assignment


@pytest.fixture
def two(office: Office, reported: Assignment) -> list[Notice]:
    """Two notices to the reporter, the newest first."""
    return_report(office.specialist, reported.pk, version=reported.version, reason="Thiếu số liệu")
    tell(office.committee.pk)
    return list(notice_list(office.reporter))


def test_one_is_seen_and_stands_behind_the_others(office: Office, two: list[Notice]) -> None:
    seen = see_notice(office.reporter, two[0].pk)
    assert unread_count(office.reporter) == 1
    assert list(notice_list(office.reporter)) == [two[1], two[0]]
    assert see_notice(office.reporter, two[0].pk).seen_at == seen.seen_at


def test_all_are_seen_up_to_the_newest_that_was_shown(office: Office, two: list[Notice]) -> None:
    assert see_all_notices(office.reporter, up_to=min(one.pk for one in two)) == 1
    assert see_all_notices(office.reporter, up_to=max(one.pk for one in two)) == 1
    assert unread_count(office.reporter) == 0


def test_anothers_notice_is_unknown(office: Office, stranger: Office, two: list[Notice]) -> None:
    for actor in (office.specialist, office.other_reporter, stranger.reporter):
        with pytest.raises(NotFound):
            see_notice(actor, two[0].pk)
    assert see_all_notices(office.other_reporter, up_to=10**9) == 0
    assert unread_count(office.reporter) == 2


def test_what_the_role_no_longer_sees_is_not_shown(office: Office, two: list[Notice]) -> None:
    Assignment.objects.update(unit=office.units["Phường Nghi Thủy"])
    assert unread_count(office.reporter) == 0
    with pytest.raises(NotFound):
        see_notice(office.reporter, two[0].pk)
