"""Pages of administration: members, first passwords shown once, who may see what, the committee's settings."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import Office
from giaoban.committees.actions import MemberDetails, add_member
from giaoban.committees.actors import Actor
from giaoban.committees.models import Committee, Member, User

Browse = Callable[[Actor], Client]
PASSWORD = re.compile(r"<code[^>]*>([a-z0-9-]{24})</code>")


@pytest.fixture
def client_(office: Office, browse: Browse) -> Client:
    return browse(office.administrator)


@pytest.fixture
def leader(office: Office) -> Member:
    return Member.objects.get(committee=office.committee, role="leader")


def text_of(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_the_list_shows_and_finds_members(client_: Client, stranger: Office) -> None:
    text = text_of(client_, "/quan-tri/")
    assert "Người leader" in text
    assert "khac-leader" not in text
    found = text_of(client_, "/quan-tri/?q=nguoi+LEADER&role=leader&state=active")
    assert "Người leader" in found
    assert "Người inspector" not in found
    assert "Không có người dùng nào khớp" in text_of(client_, "/quan-tri/?state=ended")


def test_the_number_of_queries_does_not_grow(client_: Client, office: Office) -> None:
    for address in ("/quan-tri/", "/quan-tri/quyen/"):
        text_of(client_, address)
        with CaptureQueriesContext(connection) as few:
            text_of(client_, address)
        for number in range(20):
            details = MemberDetails(f"moi{len(address)}{number}", "Mới", "leader")
            add_member(office.administrator, details)
        with CaptureQueriesContext(connection) as many:
            text_of(client_, address)
        assert len(many) == len(few)


def test_a_new_account_gets_a_password_that_is_shown_once_and_must_be_changed(client_: Client) -> None:
    given = {"username": "nguoimoi", "name": "Người Mới", "role": "leader"}
    answer = client_.post(reverse("member-add"), given)
    shown = PASSWORD.search(answer.content.decode())
    assert shown is not None
    assert answer.headers["Cache-Control"] == "no-store"
    user = User.objects.get(username="nguoimoi")
    assert user.check_password(shown[1])
    member = Member.objects.get(user=user)
    for address in (reverse("member-list"), reverse("member-page", args=[member.pk])):
        assert shown[1] not in text_of(client_, address)
    fresh = Client()
    fresh.post(reverse("sign-in"), {"username": "nguoimoi", "password": shown[1]})
    assert fresh.get("/danh-ba/").headers["Location"] == reverse("password-change")
    again = client_.post(reverse("member-add"), given)
    assert again.status_code == 422
    assert "đã có người dùng" in again.content.decode()


def test_a_reset_shows_a_new_password_and_sending_it_again_does_not(client_: Client, leader: Member) -> None:
    address = reverse("member-password", args=[leader.pk])
    shown = PASSWORD.search(client_.post(address, {"version": 1}).content.decode())
    assert shown is not None
    assert client_.post(address, {"version": 1}).status_code == 409
    assert User.objects.get(pk=leader.user_id).check_password(shown[1])


def test_a_reset_ends_open_sessions(client_: Client, office: Office, leader: Member, browse: Browse) -> None:
    theirs = browse(office.leader)
    assert theirs.get("/danh-ba/").status_code == 200
    client_.post(reverse("member-password", args=[leader.pk]), {"version": 1})
    assert theirs.get("/danh-ba/").headers["Location"].startswith(reverse("sign-in"))


def test_a_changed_role_counts_on_the_next_request(
    client_: Client, office: Office, leader: Member, browse: Browse
) -> None:
    theirs = browse(office.leader)
    assert theirs.get("/danh-ba/don-vi/them/").status_code == 403
    given = {"role-role": "specialist", "role-unit_id": "", "role-version": 1}
    assert client_.post(reverse("member-role", args=[leader.pk]), given).status_code == 302
    assert theirs.get("/danh-ba/don-vi/them/").status_code == 200


def test_ending_and_giving_back_a_role(client_: Client, office: Office, leader: Member, browse: Browse) -> None:
    theirs = browse(office.leader)
    client_.post(reverse("member-deactivate", args=[leader.pk]), {"version": 1})
    assert theirs.get("/danh-ba/").status_code == 302
    client_.post(reverse("member-reactivate", args=[leader.pk]), {"version": 2})
    assert browse(office.leader).get("/danh-ba/").status_code == 200


def test_a_refused_role_is_told_at_its_field(client_: Client, office: Office, leader: Member) -> None:
    given = {"role-role": "reporter", "role-unit_id": "", "role-version": 1}
    answer = client_.post(reverse("member-role", args=[leader.pk]), given)
    assert answer.status_code == 422
    assert "Hãy chọn đơn vị của người báo cáo" in answer.content.decode()
    administrator = Member.objects.get(committee=office.committee, role="administrator")
    own = client_.post(reverse("member-role", args=[administrator.pk]), {"role-role": "leader", "role-version": 1})
    assert "ít nhất một người quản trị" in own.content.decode()


def test_a_stale_role_shows_both(client_: Client, leader: Member) -> None:
    address = reverse("member-role", args=[leader.pk])
    client_.post(address, {"role-role": "inspector", "role-version": 1})
    answer = client_.post(address, {"role-role": "specialist", "role-version": 1})
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "Bản mới nhất" in text
    assert 'name="role-version" value="2"' in text


def test_a_second_role_and_another_name(client_: Client, leader: Member) -> None:
    added = client_.post(reverse("member-role-add", args=[leader.pk]), {"more-role": "inspector"})
    assert added.status_code == 302
    assert leader.user.memberships.count() == 2
    twice = client_.post(reverse("member-role-add", args=[leader.pk]), {"more-role": "inspector"})
    assert twice.status_code == 422
    client_.post(reverse("member-name", args=[leader.pk]), {"name-name": "Tên Mới", "name-version": 1})
    assert User.objects.get(pk=leader.user_id).name == "Tên Mới"


def test_who_may_see_what_is_one_page(client_: Client) -> None:
    text = text_of(client_, reverse("access-review"))
    for words in ("Người leader", "Quản trị người dùng và thông tin cấp ủy", "Xem nhật ký", "chưa đăng nhập"):
        assert words in text


def test_settings_are_edited_with_both_texts_kept(client_: Client, office: Office) -> None:
    address = reverse("committee-settings")
    given = {
        "name": "Thị ủy Mới",
        "level": "district",
        "level_word": "thị xã",
        "place": "Cửa Lò",
        "office_name": "Văn phòng",
        "version": 1,
    }
    assert client_.post(address, given).status_code == 302
    assert Committee.objects.get(pk=office.committee.pk).name == "Thị ủy Mới"
    answer = client_.post(address, given | {"name": "Thị ủy Khác hẳn"})
    assert answer.status_code == 409
    assert "Thị ủy Mới" in answer.content.decode()
