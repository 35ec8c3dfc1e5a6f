"""Which pages a browser may keep for a broken line: the meeting's two views, until the meeting is over."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from conferences.meeting_room import Room, fresh
from giaoban.conferences.actions import hold_conference, open_projector
from giaoban.web.meeting.keeping import KEEP

KEEPER = 'data-keeper="/static/giaoban/js/page_keeper.js"'


def test_a_copy_may_be_kept_until_the_meeting_is_over(room: Room, specialist: Client) -> None:
    _link, secret = open_projector(room.office.specialist, room.conference.pk)
    presenter, projector = reverse("presenter", args=[room.conference.pk]), reverse("projector", args=[secret])
    slide = reverse("projected", args=[secret])
    mark = Client().get(slide).headers["ETag"]
    for client, address in ((specialist, presenter), (Client(), projector)):
        answer = client.get(address)
        assert KEEP in answer.headers
        assert answer.headers["Cache-Control"] == "no-store"
        assert KEEPER in answer.content.decode()
    hold_conference(room.office.specialist, room.conference.pk, version=fresh(room.conference).version)
    for client, address in ((specialist, presenter), (Client(), projector)):
        answer = client.get(address)
        assert KEEP not in answer.headers
        assert "data-keeper" not in answer.content.decode()
    assert Client().get(slide, headers={"If-None-Match": mark}).status_code == 200


def test_no_other_page_of_the_meeting_may_be_kept(room: Room, specialist: Client) -> None:
    for name in ("present-now", "minutes", "attendance"):
        assert KEEP not in specialist.get(reverse(name, args=[room.conference.pk])).headers
