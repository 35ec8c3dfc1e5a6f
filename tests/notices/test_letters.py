"""Notices by e-mail, to a real mail server: what is sent, when, once, again after a fault, and nothing protected."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.utils import timezone

from conftest import Office
from giaoban.audit import clock
from giaoban.committees.models import User
from giaoban.jobs.models import Job
from giaoban.jobs.runner import run_waiting
from giaoban.notices.keeping import committees_with_work, tell_soon
from giaoban.notices.letters import LEASE, PAUSES, send_letters, write_letters
from giaoban.notices.models import Letter, Notice
from giaoban.notices.preferring import change_preference
from giaoban.notices.telling import tell
from giaoban.notices.words import subject
from giaoban.tasks.actions import return_report
from giaoban.tasks.models import Assignment
from notices.smtp_server import MailBox, serving
from tasks.conftest import TODAY

ADDRESS = "bao.cao@example.vn"


@pytest.fixture
def box(settings: Any) -> Iterator[MailBox]:
    """A mail server of this machine, and an installation that uses it."""
    with serving() as box:
        settings.SMTP_HOST, settings.SMTP_PORT, settings.SMTP_SECURITY = "127.0.0.1", box.port, "none"
        settings.MAIL_FROM, settings.PUBLIC_ADDRESS = "Giao Ban <giaoban@example.vn>", "https://giaoban.example.vn"
        yield box


@pytest.fixture
def wants(office: Office) -> Any:
    """Return what lets the reporter want a way for what is given and answered."""

    def want(way: str) -> None:
        change_preference(office.reporter, version=0, address=ADDRESS, ways={"given": way, "answers": way})

    return want


def deliver(office: Office) -> int:
    """Tell, write and send what is to be; returns how many letters the mail server took."""
    tell(office.committee.pk)
    write_letters(office.committee.pk)
    return send_letters(office.committee.pk)


def test_mail_at_once_says_what_and_when(office: Office, wants: Any, part: Assignment, box: MailBox) -> None:
    wants("mail")
    assert deliver(office) == 1
    message = box.messages[0]
    assert box.recipients == [ADDRESS]
    assert message["Subject"] == f"Giao Ban: Được giao nhiệm vụ {part.task.code}, hạn 20/04/2024"
    assert len(message["Subject"]) <= 78
    body = message.get_content()
    assert f"https://giaoban.example.vn/nhiem-vu/{part.task_id}/" in body
    assert "Kính gửi đồng chí Người reporter," in body


def test_nothing_protected_leaves_the_house(office: Office, wants: Any, part: Assignment, box: MailBox) -> None:
    wants("mail")
    deliver(office)
    whole = f"{box.messages[0]['Subject']}\n{box.messages[0].get_content()}"
    assert part.task.title not in whole
    assert part.task.quote not in whole
    assert part.task.document.symbol not in whole
    assert office.specialist.name not in whole


def test_each_line_on_its_way_is_ascii_and_short(office: Office, wants: Any, part: Assignment, box: MailBox) -> None:
    wants("mail")
    deliver(office)
    assert box.raw[0].isascii()
    assert max(len(line) for line in box.raw[0].split(b"\r\n")) <= 998


def test_it_is_delivered_once(office: Office, wants: Any, part: Assignment, box: MailBox) -> None:
    wants("mail")
    assert [deliver(office), deliver(office)] == [1, 0]
    assert len(box.raw) == 1
    assert Letter.objects.get().state == "sent"


def test_it_is_in_the_persons_language(office: Office, wants: Any, part: Assignment, box: MailBox) -> None:
    User.objects.filter(pk=office.reporter.user_id).update(language="en")
    wants("mail")
    deliver(office)
    assert box.messages[0]["Subject"].startswith("Giao Ban: Given a task NV-2024-001")


def test_a_server_that_is_busy_is_tried_again_and_one_that_refuses_is_not(
    office: Office, wants: Any, part: Assignment, box: MailBox
) -> None:
    wants("mail")
    box.answer = "451 come back later"
    assert deliver(office) == 0
    letter = Letter.objects.get()
    assert (letter.state, letter.tries) == ("waiting", 1)
    assert letter.reason.startswith("451 come back")
    assert letter.next_try_at > timezone.now() + PAUSES[0] - timedelta(minutes=1)
    assert send_letters(office.committee.pk) == 0
    assert Letter.objects.get().tries == 1
    Letter.objects.update(next_try_at=timezone.now())
    box.answer = "550 no such person"
    send_letters(office.committee.pk)
    assert Letter.objects.get().state == "failed"


def test_a_server_that_is_away_is_tried_until_the_last_time(
    office: Office, wants: Any, part: Assignment, box: MailBox, settings: Any
) -> None:
    wants("mail")
    tell(office.committee.pk)
    write_letters(office.committee.pk)
    settings.SMTP_PORT = 1
    for _ in range(len(PAUSES) + 1):
        Letter.objects.update(next_try_at=timezone.now())
        send_letters(office.committee.pk)
    letter = Letter.objects.get()
    assert (letter.state, letter.tries) == ("failed", len(PAUSES) + 1)


def test_a_letter_whose_sender_was_killed_is_sent_after_its_lease(
    office: Office, wants: Any, part: Assignment, box: MailBox
) -> None:
    wants("mail")
    tell(office.committee.pk)
    write_letters(office.committee.pk)
    Letter.objects.update(state="sending", tries=1, next_try_at=timezone.now() + LEASE)
    assert send_letters(office.committee.pk) == 0
    Letter.objects.update(next_try_at=timezone.now())
    assert send_letters(office.committee.pk) == 1
    assert box.messages[0]["Message-ID"] == Letter.objects.get().message_id


def test_the_digest_is_one_a_day_at_its_hour(office: Office, wants: Any, reported: Assignment, box: MailBox) -> None:
    wants("digest")
    return_report(office.specialist, reported.pk, version=reported.version, reason="Thiếu số liệu")
    with clock.set_to(TODAY, time(6, 59)):
        assert deliver(office) == 0
    with clock.set_to(TODAY, time(7, 0)):
        assert [deliver(office), deliver(office)] == [1, 0]
    assert box.messages[0]["Subject"] == "Giao Ban: 2 thông báo ngày 01/04/2024"
    assert box.messages[0].get_content().count("- ") == 2


def test_what_comes_after_the_digest_waits_for_the_next_day(
    office: Office, wants: Any, reported: Assignment, box: MailBox
) -> None:
    wants("digest")
    deliver(office)
    return_report(office.specialist, reported.pk, version=reported.version, reason="Thiếu số liệu")
    assert deliver(office) == 0
    assert office.committee.pk not in committees_with_work()
    with clock.set_to(TODAY + timedelta(days=1)):
        assert deliver(office) == 1


def test_without_a_mail_server_nothing_is_tried(office: Office, wants: Any, part: Assignment) -> None:
    wants("mail")
    assert deliver(office) == 0
    assert committees_with_work() == []


def test_the_job_is_asked_for_at_once_and_sends(office: Office, wants: Any, part: Assignment, box: MailBox) -> None:
    wants("mail")
    tell_soon(office.committee.pk)
    assert Job.objects.filter(function="giaoban.notices.keeping.TELL_PEOPLE").count() == 1
    run_waiting()
    assert len(box.raw) == 1


def test_mail_is_not_sent_of_what_is_long_past(office: Office, wants: Any, part: Assignment, box: MailBox) -> None:
    wants("mail")
    tell(office.committee.pk)
    with clock.set_to(date(2024, 5, 1)):
        assert write_letters(office.committee.pk) == 0
    assert Notice.objects.get().letter is None


def test_a_subject_is_one_line_of_78_characters() -> None:
    long = "Thay đổi đơn vị thực hiện nhiệm vụ\r\nBcc: ai-do@example.vn " * 3
    assert "\n" not in subject(long)
    assert len(subject(long)) <= 78
    assert subject(long).endswith("…")
