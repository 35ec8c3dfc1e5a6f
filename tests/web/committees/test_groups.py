"""Pages of groups."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import Office
from giaoban.committees.actions import GroupDetails, add_group, put_unit_in_group
from giaoban.committees.actors import Actor
from giaoban.committees.models import Group

Browse = Callable[[Actor], Client]


@pytest.fixture
def wards(office: Office) -> Group:
    return Group.objects.get(committee=office.committee)


def text_of(client: Client, name: str, *args: int) -> str:
    return client.get(reverse(name, args=args)).content.decode()


def test_list_and_page_show_the_units(office: Office, wards: Group, browse: Browse) -> None:
    client = browse(office.reporter)
    assert "các phường" in text_of(client, "group-list")
    text = text_of(client, "group-page", wards.pk)
    assert "2 đơn vị" in text
    assert "Phường Nghi Thủy" in text
    assert "Thêm vào nhóm" not in text


def test_an_empty_list_says_what_will_be_here(office: Office, wards: Group, browse: Browse) -> None:
    wards.members.all().delete()
    wards.delete()
    assert "Chưa có nhóm nào" in text_of(browse(office.specialist), "group-list")


def test_the_number_of_queries_does_not_grow(office: Office, browse: Browse) -> None:
    client = browse(office.specialist)
    text_of(client, "group-list")
    with CaptureQueriesContext(connection) as few:
        text_of(client, "group-list")
    for number in range(20):
        group = add_group(office.specialist, GroupDetails(f"nhóm {number}"))
        put_unit_in_group(office.specialist, group.pk, office.units["Công an thị xã"].pk)
    with CaptureQueriesContext(connection) as many:
        text_of(client, "group-list")
    assert len(many) == len(few)


def test_a_group_is_made_filled_and_emptied(office: Office, browse: Browse) -> None:
    client, police = browse(office.specialist), office.units["Công an thị xã"]
    client.post(reverse("group-add"), {"name": "lực lượng vũ trang", "is_everybody": "on"})
    group = Group.objects.get(name="lực lượng vũ trang")
    assert group.is_everybody
    put = reverse("group-unit-put", args=[group.pk])
    assert client.post(put, {"unit-unit_id": police.pk, "unit-since": "1/1/2024"}).status_code == 302
    again = client.post(put, {"unit-unit_id": police.pk, "unit-since": "1/1/2024"})
    assert again.status_code == 422
    assert "đã có trong nhóm" in again.content.decode()
    take = reverse("group-unit-take", args=[group.members.get().pk])
    assert client.post(take, {"last_day": "31/12/2023"}).status_code == 422
    assert client.post(take, {"last_day": "31/01/2024"}).status_code == 302
    assert "Trước đây trong nhóm" in text_of(client, "group-page", group.pk)


def test_a_stale_edit_shows_both_texts(office: Office, wards: Group, browse: Browse) -> None:
    client, address = browse(office.specialist), reverse("group-edit", args=[wards.pk])
    assert client.post(address, {"name": "các phường ven biển", "version": 1}).status_code == 302
    answer = client.post(address, {"name": "các phường phía bắc", "version": 1})
    assert answer.status_code == 409
    assert "các phường ven biển" in answer.content.decode()
    assert "các phường phía bắc" in answer.content.decode()


def test_closing_and_reopening_work(office: Office, wards: Group, browse: Browse) -> None:
    client = browse(office.specialist)
    client.post(reverse("group-close", args=[wards.pk]), {"version": 1})
    assert "Thôi dùng" in text_of(client, "group-list")
    client.post(reverse("group-reopen", args=[wards.pk]), {"version": 2})
    assert not Group.objects.get(pk=wards.pk).is_closed


def test_a_clashing_alias_is_refused_in_its_field(office: Office, wards: Group, browse: Browse) -> None:
    answer = browse(office.specialist).post(reverse("group-alias-add", args=[wards.pk]), {"alias-text": "Công an"})
    assert answer.status_code == 422
    assert "Công an thị xã" in answer.content.decode()
