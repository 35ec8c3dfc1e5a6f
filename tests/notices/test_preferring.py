"""A person's own choice: what is kept, what is refused."""

from __future__ import annotations

import pytest

from conftest import Office
from giaoban.notices.preferring import change_preference, preference_of, topics_of
from giaoban.notices.refusals import NoticeRefusal
from giaoban.refusal import Stale


def test_a_choice_is_kept_and_the_topics_of_other_roles_stay(office: Office) -> None:
    change_preference(office.reporter, version=0, address=" a@example.vn ", ways={"given": "mail"})
    kept = change_preference(office.reporter, version=1, address="a@example.vn", ways={"dues": "none"})
    assert (kept.address, kept.ways) == ("a@example.vn", {"given": "mail", "dues": "none"})
    assert preference_of(office.reporter) == kept
    assert preference_of(office.leader).version == 0


def test_a_role_chooses_for_what_comes_to_it() -> None:
    assert [one.id for one in topics_of("reporter")] == ["given", "answers", "dues", "conferences"]
    assert [one.id for one in topics_of("leader")] == ["waits", "dues", "drafts"]
    assert topics_of("administrator") == []


@pytest.mark.parametrize(
    ("address", "ways"),
    [
        ("không phải địa chỉ", {}),
        ("a@example.vn\r\nBcc: b@example.vn", {}),
        ("a@example.vn, b@example.vn", {}),
        ("", {"given": "mail"}),
        ("", {"given": "digest"}),
        ("a@example.vn", {"given": "pigeon"}),
        ("a@example.vn", {"unknown": "mail"}),
    ],
)
def test_what_cannot_be_kept_is_refused(office: Office, address: str, ways: dict[str, str]) -> None:
    with pytest.raises(NoticeRefusal):
        change_preference(office.reporter, version=0, address=address, ways=ways)


def test_an_older_version_is_refused(office: Office) -> None:
    change_preference(office.reporter, version=0, address="a@example.vn", ways={})
    with pytest.raises(Stale):
        change_preference(office.reporter, version=0, address="b@example.vn", ways={})
