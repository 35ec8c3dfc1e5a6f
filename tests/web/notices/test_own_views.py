"""One's own choice of what comes how, and the calendar at its secret address."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from conftest import Office
from giaoban.committees.actors import Actor
from giaoban.notices.feed import renew_feed
from giaoban.notices.preferring import change_preference, preference_of
from giaoban.web.notices.own_views import MISSED_A_MINUTE

Browse = Callable[[Actor], Client]
WAYS = {"given": "mail", "answers": "digest", "dues": "app", "conferences": "none"}


@pytest.fixture(autouse=True)
def _nothing_counted() -> None:
    cache.clear()


def test_a_choice_is_saved_and_shown_again(office: Office, browse: Browse) -> None:
    client, address = browse(office.reporter), reverse("notice-preferences")
    assert "chưa nối với máy chủ thư" in client.get(address).content.decode()
    sent = {"version": 0, "address": "a@example.vn"} | WAYS
    assert client.post(address, sent).status_code == 302
    assert preference_of(office.reporter).ways == WAYS
    assert 'value="a@example.vn"' in client.get(address).content.decode()


def test_a_refused_address_is_said_at_its_field_and_kept(office: Office, browse: Browse) -> None:
    sent = {"version": 0, "address": "không phải"} | WAYS
    answer = browse(office.reporter).post(reverse("notice-preferences"), sent)
    assert answer.status_code == 422
    assert "Địa chỉ thư điện tử chưa đúng" in answer.content.decode()
    assert 'value="không phải"' in answer.content.decode()


def test_an_older_version_gets_both_texts(office: Office, browse: Browse) -> None:
    change_preference(office.reporter, version=0, address="a@example.vn", ways={})
    answer = browse(office.reporter).post(reverse("notice-preferences"), {"version": 9, "address": "b@x.vn"} | WAYS)
    assert answer.status_code == 409
    assert "a@example.vn" in answer.content.decode()


def test_with_a_mail_server_nothing_is_said_of_it(office: Office, browse: Browse, settings: Any) -> None:
    settings.SMTP_HOST, settings.MAIL_FROM = "127.0.0.1", "giaoban@example.vn"
    page = browse(office.reporter).get(reverse("notice-preferences")).content.decode()
    assert "chưa nối với máy chủ thư" not in page


def test_the_address_is_shown_once_and_opens_without_a_session(office: Office, browse: Browse) -> None:
    client = browse(office.reporter)
    page = client.post(reverse("calendar-renew")).content.decode()
    path = re.search(r'value="http://testserver(/thong-bao/lich/[^"]+\.ics)"', page)
    assert path is not None
    answer = Client().get(path[1])
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert answer.content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert "Set-Cookie" not in answer.headers
    assert path[1] not in client.get(reverse("notice-preferences")).content.decode()
    client.post(reverse("calendar-close"))
    assert Client().get(path[1]).status_code == 404


def test_guessing_is_slowed(office: Office) -> None:
    client = Client()
    unknown = [client.get(reverse("calendar-feed", args=[f"x{count}"])) for count in range(MISSED_A_MINUTE)]
    assert {one.status_code for one in unknown} == {404}
    assert client.get(reverse("calendar-feed", args=[renew_feed(office.reporter)])).status_code == 429
