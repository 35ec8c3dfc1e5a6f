"""Pages of people."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import Office
from giaoban.committees.actions import PersonDetails, PostDetails, add_person, appoint_person
from giaoban.committees.actors import Actor
from giaoban.committees.models import Person

Browse = Callable[[Actor], Client]


@pytest.fixture
def somebody(office: Office) -> Person:
    person = add_person(office.specialist, PersonDetails("Người Đầu Tiên", telephone="0238 000"))
    appoint_person(office.specialist, person.pk, PostDetails("Trưởng Công an", office.units["Công an thị xã"].pk, True))
    return person


def text_of(client: Client, address: str) -> str:
    return client.get(address).content.decode()


@pytest.mark.parametrize("words", ["", "?q=dau tien", "?q=cong an"])
def test_the_list_shows_posts_and_finds_without_diacritics(
    office: Office, somebody: Person, browse: Browse, words: str
) -> None:
    text = text_of(browse(office.reporter), f"/danh-ba/can-bo/{words}")
    assert "Người Đầu Tiên" in text
    assert "Trưởng Công an" in text


def test_nobody_matches(office: Office, somebody: Person, browse: Browse) -> None:
    assert "Không có ai khớp" in text_of(browse(office.reporter), "/danh-ba/can-bo/?q=khong")


@pytest.mark.parametrize(("role", "sees"), [("reporter", True), ("leader", True), ("superior", False)])
def test_a_viewer_from_above_sees_no_telephones(
    office: Office, somebody: Person, browse: Browse, role: str, sees: bool
) -> None:
    client = browse(getattr(office, role))
    for address in (reverse("person-list"), reverse("person-page", args=[somebody.pk])):
        assert ("0238 000" in text_of(client, address)) is sees


def test_people_come_by_given_name_and_queries_do_not_grow(office: Office, browse: Browse) -> None:
    client, address = browse(office.specialist), reverse("person-list")
    for name in ("Trần Văn Đức", "Lê Thị Ân", "Võ An"):
        add_person(office.specialist, PersonDetails(name))
    text = text_of(client, address)
    assert text.index("Võ An") < text.index("Lê Thị Ân") < text.index("Trần Văn Đức")
    with CaptureQueriesContext(connection) as few:
        text_of(client, address)
    for number in range(25):
        person = add_person(office.specialist, PersonDetails(f"Người {number}"))
        appoint_person(office.specialist, person.pk, PostDetails("Ủy viên"))
    with CaptureQueriesContext(connection) as many:
        text_of(client, address)
    assert len(many) == len(few)


def test_a_person_is_added_given_a_post_and_let_go(office: Office, browse: Browse) -> None:
    client = browse(office.specialist)
    client.post(reverse("person-add"), {"name": "Người Mới"})
    person = Person.objects.get(name="Người Mới")
    unit = office.units["Công an thị xã"].pk
    given = {"title": "Trưởng Công an", "unit_id": unit, "is_head": "on", "since": "1/1/2024"}
    assert client.post(reverse("post-add", args=[person.pk]), given).status_code == 302
    refused = client.post(reverse("post-add", args=[person.pk]), given)
    assert refused.status_code == 422
    assert "đang là người đứng đầu" in refused.content.decode()
    post = person.posts.get()
    assert client.post(reverse("post-end", args=[post.pk]), {"last_day": "30/06/2024"}).status_code == 302
    assert "Trước đây" in text_of(client, reverse("person-page", args=[person.pk]))
    client.post(reverse("person-close", args=[person.pk]), {"last_day": "01/07/2024", "version": 1})
    assert Person.objects.get(pk=person.pk).is_closed


def test_a_stale_edit_shows_both_texts(office: Office, somebody: Person, browse: Browse) -> None:
    client, address = browse(office.specialist), reverse("person-edit", args=[somebody.pk])
    assert client.post(address, {"name": "Tên Một", "version": 1}).status_code == 302
    answer = client.post(address, {"name": "Tên Hai", "version": 1})
    assert answer.status_code == 409
    assert "Tên Một" in answer.content.decode()
    assert 'value="Tên Hai"' in answer.content.decode()
