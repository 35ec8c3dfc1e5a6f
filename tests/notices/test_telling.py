"""From events to notices: who is told of what, once, and never lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError
from django.utils import timezone

from conferences.cast import planned
from conftest import Office
from giaoban.audit import clock
from giaoban.audit.models import AuditEvent
from giaoban.committees.actors import Actor
from giaoban.committees.models import Member
from giaoban.conferences import actions as conferences
from giaoban.notices import telling
from giaoban.notices.kinds import kinds, tellings, topics
from giaoban.notices.models import Cursor, Notice, Preference
from giaoban.notices.readers import Readers
from giaoban.notices.telling import has_news, tell
from giaoban.tasks.actions import ask_extension, confirm_assignment, remind_task, report_done, return_report
from giaoban.tasks.models import Assignment, Task
from tasks.conftest import COURT, MILITARY, POLICE, Said, fresh


def told(actor: Actor) -> list[str]:
    """Return the kinds of the notices to an actor, the oldest first."""
    return list(Notice.objects.filter(member__user_id=actor.user_id).order_by("pk").values_list("kind", flat=True))


def test_a_task_is_told_to_the_reporters_of_its_units(office: Office, give: Callable[..., list[Task]]) -> None:
    task = give(Said(lead=(POLICE,), support=(MILITARY,)))[0]
    assert tell(office.committee.pk) == 1
    notice = Notice.objects.get()
    assert (notice.kind, notice.task, notice.member.user_id) == ("task_given", task, office.reporter.user_id)
    assert notice.values == {"unit": "", "by": office.specialist.name, "due": "2024-04-20"}
    assert told(office.other_reporter) == []


def test_a_report_waits_for_the_office_and_its_answer_is_told_to_the_unit(office: Office, reported: Assignment) -> None:
    tell(office.committee.pk)
    assert told(office.specialist) == ["report_waits"]
    return_report(office.specialist, reported.pk, version=reported.version, reason="Thiếu số liệu")
    again = fresh(reported)
    report_done(office.reporter, again.pk, version=again.version, text="Đã bổ sung")
    again = fresh(reported)
    confirm_assignment(office.leader, again.pk, version=again.version)
    tell(office.committee.pk)
    assert told(office.reporter) == ["task_given", "returned", "confirmed"]
    assert told(office.specialist) == ["report_waits", "report_waits"]


def test_a_request_for_more_time_is_told_to_those_who_decide(office: Office, accepted: Assignment) -> None:
    wanted_on = accepted.due_on.replace(month=6)
    ask_extension(office.reporter, accepted.pk, version=accepted.version, wanted_on=wanted_on, reason="Chờ kinh phí")
    tell(office.committee.pk)
    assert told(office.specialist) == told(office.leader) == ["extension_waits"]


def test_a_reminder_is_told_to_the_units_that_owe(office: Office, give: Callable[..., list[Task]]) -> None:
    task = give(Said(lead=(POLICE,), support=(COURT,)))[0]
    remind_task(office.specialist, task.pk, text="Đề nghị gửi báo cáo")
    tell(office.committee.pk)
    assert told(office.reporter) == told(office.other_reporter) == ["task_given", "reminded"]


def test_an_invitation_is_told_once_it_was_sent_and_once(office: Office) -> None:
    conference = planned(office)
    conferences.invite_units(office.specialist, conference.pk, [office.units[POLICE].pk])
    tell(office.committee.pk)
    assert "invited" not in told(office.reporter)
    conference = fresh(conference)
    conferences.mark_invited(office.specialist, conference.pk, version=conference.version)
    conferences.invite_units(office.specialist, conference.pk, [office.units[COURT].pk])
    tell(office.committee.pk)
    assert told(office.reporter).count("invited") == told(office.other_reporter).count("invited") == 1


def test_what_was_told_is_not_told_again(office: Office, reported: Assignment) -> None:
    assert tell(office.committee.pk) > 0
    count = Notice.objects.count()
    assert not has_news(office.committee.pk)
    Cursor.objects.update(sequence=0)
    tell(office.committee.pk)
    assert Notice.objects.count() == count


def test_a_telling_that_is_cut_short_is_made_up_for(
    office: Office, reported: Assignment, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = Cursor.save

    def killed(*args: Any, **kwargs: Any) -> None:
        raise DatabaseError("the server ended")

    monkeypatch.setattr(Cursor, "save", killed)
    with pytest.raises(DatabaseError):
        tell(office.committee.pk)
    assert not Notice.objects.exists()
    monkeypatch.setattr(Cursor, "save", save)
    tell(office.committee.pk)
    assert told(office.reporter) == ["task_given"]
    assert told(office.specialist) == ["report_waits"]


def test_what_was_entered_of_a_past_day_has_its_day_and_is_no_news_later(
    office: Office, give: Callable[..., list[Task]]
) -> None:
    with clock.set_to(date(2024, 3, 20)):
        give()
    with clock.set_to(date(2024, 2, 1)):
        give()
    assert tell(office.committee.pk) == 1
    assert timezone.localdate(Notice.objects.get().at) == date(2024, 3, 20)


def test_many_events_are_told_in_several_transactions(
    office: Office, reported: Assignment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling, "BATCH", 1)
    tell(office.committee.pk)
    assert told(office.reporter) == ["task_given"]
    last = AuditEvent.objects.filter(committee_id=office.committee.pk).count()
    assert Cursor.objects.get(pk=office.committee.pk).sequence == last


def test_it_is_told_as_soon_as_the_action_is_kept(
    office: Office, reported: Assignment, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        return_report(office.specialist, reported.pk, version=reported.version, reason="Thiếu số liệu")
    assert told(office.reporter) == ["task_given", "returned"]


def test_who_has_left_or_wants_nothing_of_it_is_not_told(office: Office, give: Callable[..., list[Task]]) -> None:
    Preference.objects.create(user_id=office.reporter.user_id, ways={"given": "none"})
    Member.objects.filter(user_id=office.other_reporter.user_id).update(is_active=False)
    give(Said(lead=(POLICE,), support=(COURT,)))
    assert tell(office.committee.pk) == 0


def test_mail_without_an_address_is_told_on_the_page(office: Office) -> None:
    kept = Preference.objects.create(user_id=office.reporter.user_id, ways={"given": "mail"})
    member = Member.objects.get(user_id=office.reporter.user_id)
    assert Readers(office.committee.pk).way(member, "given") == "app"
    kept.address = "nguoi@example.vn"
    kept.save()
    assert Readers(office.committee.pk).way(member, "given") == "mail"


def test_the_data_files_fit_together() -> None:
    assert {one.kind for one in tellings().values()} <= set(kinds())
    assert {one.topic for one in kinds().values()} == {one.id for one in topics()}
