"""When a session ends: unused too long, or after a working day; what a page asks by itself is use in a meeting only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from conferences.meeting_room import MEETING_DAY, Room, fresh, make_room
from conftest import Office
from giaoban.audit import clock
from giaoban.committees.actors import Actor
from giaoban.conferences.actions import hold_conference
from giaoban.web.access import sessions

MINUTE = 60


class Time:
    """The time by which sessions go, moved by the test."""

    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def pass_by(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    """The time that passes when a test says so."""
    moved = Time()
    monkeypatch.setattr(sessions, "time", SimpleNamespace(time=lambda: moved.now))
    return moved


@pytest.fixture
def room(office: Office, settings: Any, tmp_path: Any) -> Iterator[Room]:
    """Our committee's conference, open."""
    settings.FILES_ROOT = tmp_path / "files"
    with clock.set_to(MEETING_DAY):
        yield make_room(office)


def is_in(client: Client, address: str = "/") -> bool:
    return client.get(address).status_code == 200


def test_use_keeps_a_session_and_idling_ends_it(office: Office, time: Time, browse: Callable[[Actor], Client]) -> None:
    client = browse(office.specialist)
    for _ in range(3):
        time.pass_by((settings.SESSION_IDLE_MINUTES - 1) * MINUTE)
        assert is_in(client)
    time.pass_by((settings.SESSION_IDLE_MINUTES + 1) * MINUTE)
    assert not is_in(client)


@pytest.mark.parametrize("name", ["present-now", "minutes-now"])
def test_a_page_of_the_meeting_outlasts_a_long_speech_and_ends_with_the_day(
    room: Room, time: Time, browse: Callable[[Actor], Client], name: str
) -> None:
    client, now = browse(room.office.specialist), reverse(name, args=[room.conference.pk])
    speech = settings.SESSION_IDLE_MINUTES - 1
    for _ in range(settings.SESSION_HOURS * 60 // speech):
        time.pass_by(speech * MINUTE)
        assert is_in(client, now)
    time.pass_by(speech * MINUTE)
    assert not is_in(client, now)


def test_after_the_meeting_a_page_left_open_keeps_no_session(
    room: Room, time: Time, browse: Callable[[Actor], Client]
) -> None:
    client, now = browse(room.office.specialist), reverse("present-now", args=[room.conference.pk])
    hold_conference(room.office.specialist, room.conference.pk, version=fresh(room.conference).version)
    for _ in range(2):
        time.pass_by(14 * MINUTE)
        assert is_in(client, now)
    time.pass_by(14 * MINUTE)
    assert not is_in(client, now)
