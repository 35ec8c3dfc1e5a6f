"""The bell and the list of notices, and what can be pressed there."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from conftest import Office
from giaoban.committees.actors import Actor
from giaoban.notices.models import Notice
from giaoban.notices.queries import unread_count
from giaoban.notices.telling import tell
from giaoban.tasks.models import Assignment

Browse = Callable[[Actor], Client]


def test_the_bell_counts_and_the_list_tells(office: Office, browse: Browse, reported: Assignment) -> None:
    tell(office.committee.pk)
    client = browse(office.specialist)
    page = client.get(reverse("notice-list")).content.decode()
    assert "Thông báo: 1 chưa xem" in page
    assert "Báo cáo hoàn thành chờ xác nhận" in page
    assert reported.task.title in page
    assert "thứ Hai 01/04/2024" in page


def test_opening_one_leads_to_its_task(office: Office, browse: Browse, reported: Assignment) -> None:
    tell(office.committee.pk)
    notice = Notice.objects.get(member__user_id=office.specialist.user_id)
    answer = browse(office.specialist).post(reverse("notice-open", args=[notice.pk]))
    assert answer.headers["Location"] == reverse("task-page", args=[reported.task_id])
    assert unread_count(office.specialist) == 0


def test_one_or_all_are_marked_and_the_bell_is_still(office: Office, browse: Browse, reported: Assignment) -> None:
    tell(office.committee.pk)
    notice = Notice.objects.get(member__user_id=office.reporter.user_id)
    client = browse(office.reporter)
    assert client.post(reverse("notice-see", args=[notice.pk])).status_code == 302
    page = browse(office.specialist)
    page.post(reverse("notice-see-all"), {"up_to": Notice.objects.order_by("-pk").first().pk})
    for one in (client, page):
        assert "chưa xem" not in one.get(reverse("notice-list")).content.decode()


def test_an_unclear_end_of_all_is_refused(office: Office, browse: Browse) -> None:
    for up_to in ("", "x", "9" * 40):
        assert browse(office.reporter).post(reverse("notice-see-all"), {"up_to": up_to}).status_code == 404


def test_an_empty_list_says_what_will_be_here(office: Office, browse: Browse) -> None:
    assert "Chưa có thông báo" in browse(office.inspector).get(reverse("notice-list")).content.decode()
