"""The journal's pages: who reads them, what they find, and that their number of queries does not grow."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from conftest import Office
from giaoban.audit.models import AuditEvent
from giaoban.committees.access import record_denial
from giaoban.committees.actions import UnitDetails, add_unit
from giaoban.committees.actors import Actor

JOURNAL, CHECK = "/nhat-ky/", "/nhat-ky/kiem-tra/"

Browse = Callable[[Actor], Client]


def _add_unit(office: Office, name: str = "Đồn Biên phòng") -> None:
    add_unit(office.administrator, UnitDetails(name, "border_guard", areas=("sea",)))


def test_it_works(office: Office, browse: Browse) -> None:
    _add_unit(office)
    page = browse(office.inspector).get(JOURNAL)
    assert page.status_code == 200
    text = page.content.decode()
    assert "Thêm đơn vị" in text
    assert "Đồn Biên phòng" in text


@pytest.mark.parametrize("role", ["specialist", "leader", "reporter", "superior"])
def test_others_are_refused(role: str, office: Office, browse: Browse) -> None:
    for address in (JOURNAL, CHECK):
        assert browse(getattr(office, role)).get(address).status_code == 403


def test_another_committees_events_are_not_shown(office: Office, stranger: Office, browse: Browse) -> None:
    _add_unit(stranger, "Đơn vị của huyện khác")
    assert "Đơn vị của huyện khác" not in browse(office.inspector).get(JOURNAL).content.decode()


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("q=don bien phong", True),
        ("q=ĐỒN", True),
        ("q=bo doi", False),
        ("action=committees.unit.added", True),
        ("action=tests.office.made", False),
        ("subject=committees.unit", True),
        ("subject=committees.committee", False),
        (f"since={localdate():%d/%m/%Y}", True),
        (f"until={localdate() - timedelta(days=1):%d/%m/%Y}", False),
    ],
)
def test_it_finds_by_words_code_kind_and_day(query: str, is_found: bool, office: Office, browse: Browse) -> None:
    _add_unit(office)
    page = browse(office.inspector).get(f"{JOURNAL}?{query}")
    assert ("Đồn Biên phòng</a>" in page.content.decode()) == is_found


def test_it_finds_by_person_and_by_one_thing(office: Office, browse: Browse) -> None:
    _add_unit(office)
    unit_id = AuditEvent.objects.get(action="committees.unit.added").subject_id
    for query, is_found in (
        (f"actor={office.administrator.user_id}", True),
        (f"subject=committees.unit&id={unit_id}", True),
        (f"subject=committees.unit&id={unit_id}0", False),
    ):
        page = browse(office.inspector).get(f"{JOURNAL}?{query}")
        assert ("Đồn Biên phòng</a>" in page.content.decode()) == is_found, query


def test_what_it_cannot_understand_it_says(office: Office, browse: Browse) -> None:
    page = browse(office.inspector).get(f"{JOURNAL}?since=31/02/2024")
    assert page.status_code == 200
    assert page.context["form"].errors.keys() == {"since"}


def test_the_number_of_queries_does_not_grow(office: Office, browse: Browse) -> None:
    client = browse(office.inspector)
    client.get(JOURNAL)
    counts = []
    for _round in range(2):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(JOURNAL)
        counts.append(len(queries))
        for number in range(40):
            record_denial(office.specialist, "GET", f"/trang-{number}/")
    assert counts[0] == counts[1]


def test_a_sound_chain_is_said_to_be_sound(office: Office, browse: Browse) -> None:
    page = browse(office.administrator).get(CHECK)
    assert page.status_code == 200
    assert "Sổ nguyên vẹn" in page.content.decode()


def test_a_broken_chain_is_said_to_be_broken(office: Office, browse: Browse, settings: Any) -> None:
    _add_unit(office)
    settings.AUDIT_KEY = "another key than the events were sealed with"
    text = browse(office.inspector).get(CHECK).content.decode()
    assert "Sổ không còn nguyên vẹn từ dòng 1" in text
    assert "Nội dung đã bị sửa." in text
