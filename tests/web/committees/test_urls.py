"""What holds for every address of the directory: who gets in, and that a foreign id is an unknown one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from conftest import Office
from giaoban.committees.actions import PersonDetails, PostDetails, add_group_alias, add_person, appoint_person
from giaoban.committees.actors import Actor
from giaoban.committees.models import Group, Member
from giaoban.web.committees import administration_urls, urls

Browse = Callable[[Actor], Client]
READERS = ("specialist", "leader", "reporter", "inspector", "superior", "administrator")
OPEN_TO_ALL = {"unit-list", "unit-page", "group-list", "group-page", "person-list", "person-page"}
POST_ONLY = {
    "unit-reopen",
    "unit-alias-add",
    "unit-alias-remove",
    "group-close",
    "group-reopen",
    "group-alias-add",
    "group-alias-remove",
    "group-unit-put",
    "post-add",
    "member-role",
    "member-role-add",
    "member-name",
    "member-password",
    "member-deactivate",
    "member-head",
    "member-reactivate",
}
DIRECTORY = [path.name for path in urls.urlpatterns]
ADMINISTRATION = [path.name for path in administration_urls.urlpatterns]
WITH_ID = [path.name for path in (*urls.urlpatterns, *administration_urls.urlpatterns) if path.pattern.converters]


def ids(office: Office) -> dict[str, int]:
    """Return an id for each kind of thing that an address names."""
    group = Group.objects.get(committee=office.committee)
    person = add_person(office.administrator, PersonDetails("Người Thử"))
    police = office.units["Công an thị xã"]
    place, alias = group.members.first(), police.aliases.first()
    assert place is not None
    assert alias is not None
    return {
        "unit_id": police.pk,
        "group_id": group.pk,
        "person_id": person.pk,
        "place_id": place.pk,
        "post_id": appoint_person(office.administrator, person.pk, PostDetails("Ủy viên")).pk,
        "member_id": Member.objects.get(committee=office.committee, role="leader").pk,
        "unit-alias-remove": alias.pk,
        "group-alias-remove": add_group_alias(office.administrator, group.pk, "phường ta").pk,
    }


def address(name: str, known: dict[str, int]) -> str:
    patterns = (*urls.urlpatterns, *administration_urls.urlpatterns)
    route = next(path for path in patterns if path.name == name)
    kwargs = {key: known.get(name, known.get(key, 0)) for key in route.pattern.converters}
    return reverse(name, kwargs=kwargs)


def call(client: Client, name: str, known: dict[str, int]) -> Any:
    target = address(name, known)
    return client.post(target) if name in POST_ONLY else client.get(target)


@pytest.mark.parametrize("role", READERS)
def test_the_directory_is_open_to_everybody_and_its_forms_to_who_keeps_it(
    role: str, office: Office, browse: Browse
) -> None:
    known, client = ids(office), browse(getattr(office, role))
    answers = {name: call(client, name, known).status_code for name in DIRECTORY}
    refused = {name for name, status in answers.items() if status == 403}
    may_manage = role in ("specialist", "administrator")
    assert refused == (set() if may_manage else set(DIRECTORY) - OPEN_TO_ALL)
    assert set(answers.values()) <= {200, 302, 403, 409, 422}


@pytest.mark.parametrize("role", READERS)
def test_administration_is_the_administrators(role: str, office: Office, browse: Browse) -> None:
    known, client = ids(office), browse(getattr(office, role))
    answers = {name: call(client, name, known).status_code for name in ADMINISTRATION}
    refused = {name for name, status in answers.items() if status == 403}
    assert refused == (set() if role == "administrator" else set(ADMINISTRATION))


@pytest.mark.parametrize("name", WITH_ID)
def test_a_foreign_id_is_answered_as_an_unknown_one(
    name: str, office: Office, stranger: Office, browse: Browse
) -> None:
    client = browse(stranger.administrator)
    foreign, unknown = call(client, name, ids(office)), call(client, name, {})
    assert (foreign.status_code, unknown.status_code) == (404, 404)
    assert "Công an" not in foreign.content.decode()


@pytest.mark.parametrize("name", sorted(POST_ONLY))
def test_a_button_is_no_link(name: str, office: Office, browse: Browse) -> None:
    assert browse(office.administrator).get(address(name, ids(office))).status_code == 405


@pytest.mark.parametrize("name", ["unit-list", "member-list"])
def test_nobody_gets_in_without_signing_in(name: str, db: Any, client: Client) -> None:
    answer = client.get(reverse(name))
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(reverse("sign-in"))


@pytest.mark.parametrize("name", WITH_ID)
def test_an_id_beyond_all_numbers_is_unknown(name: str, office: Office, browse: Browse) -> None:
    beyond = dict.fromkeys((*ids(office), name), 10**30)
    assert call(browse(office.administrator), name, beyond).status_code == 404


@pytest.mark.parametrize("name", ["unit-list", "person-list", "member-list"])
def test_no_search_breaks_a_list(name: str, office: Office, browse: Browse) -> None:
    client = browse(office.administrator)
    for words in ("\0", "%", "_", "'; DROP TABLE", "a" * 5000, "\u0300", "ẫ"):
        assert client.get(reverse(name), {"q": words, "page": "x", "state": "ended"}).status_code == 200
