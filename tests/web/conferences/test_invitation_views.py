"""A delegate's reading page: by the own link alone, without an account; any other link is answered as not found."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from conferences.cast import HELD_ON, planned
from conftest import Office
from giaoban.audit import clock
from giaoban.conferences import actions
from giaoban.conferences.models import Delegate, MaterialVersion

BEFORE = date(2024, 3, 20)


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Any) -> Any:
    settings.FILES_ROOT = tmp_path / "files"
    cache.clear()
    with clock.set_to(BEFORE):
        yield
    cache.clear()


@pytest.fixture
def secret(office: Office) -> str:
    """The secret of a delegate's link to a conference with a shared paper and one that is not."""
    conference = planned(office)
    actions.invite_units(office.specialist, conference.pk, [office.units["Công an thị xã"].pk])
    for title, is_shared in (("Báo cáo chung", True), ("Bản nội bộ", False)):
        file = ("tep.txt", f"Lời của {title}.".encode())
        actions.add_material(
            office.specialist, conference.pk, title=title, file=file, declares_no_secret=True, is_shared=is_shared
        )
    return actions.issue_links(office.specialist, conference.pk)[0].secret


def test_the_page_shows_programme_and_shared_papers(secret: str) -> None:
    page = Client().get(reverse("invitation", args=[secret]))
    assert page.status_code == 200
    for words in ("Hội trường Thị ủy", "Khai mạc", "Lời của Báo cáo chung.", "<p>Kính gửi: Công an thị xã</p>"):
        assert words in page.text
    assert "Bản nội bộ" not in page.text


def test_it_is_answered_and_says_so(secret: str) -> None:
    client, address = Client(), reverse("invitation", args=[secret])
    wrong = client.post(address, {"presence": "excused"})
    assert wrong.status_code == 422
    assert "Cần ghi lý do." in wrong.text
    page = client.post(address, {"presence": "excused", "reason": "Đi công tác"}, follow=True)
    assert "Đã ghi nhận" in page.text
    assert Delegate.objects.get().presence == "excused"


def test_on_the_day_presence_is_ticked(secret: str) -> None:
    with clock.set_to(HELD_ON):
        client, address = Client(), reverse("invitation", args=[secret])
        assert "Tôi có mặt" in client.get(address).text
        client.post(address, {"presence": "present", "stands_in": "Lê Văn Phó"})
    assert (Delegate.objects.get().presence, Delegate.objects.get().stands_in) == ("present", "Lê Văn Phó")


def test_a_shared_paper_is_downloaded_others_are_not(secret: str) -> None:
    shared, hidden = MaterialVersion.objects.order_by("material_id")
    answer = Client().get(reverse("invitation-file", args=[secret, shared.pk]))
    assert answer.content == "Lời của Báo cáo chung.".encode()
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert Client().get(reverse("invitation-file", args=[secret, hidden.pk])).status_code == 404


def test_a_look_writes_nothing(secret: str) -> None:
    before = Delegate.objects.values().get()
    Client().get(reverse("invitation", args=[secret]))
    assert Delegate.objects.values().get() == before


def test_other_links_are_not_found_and_not_to_be_tried_for_long(secret: str) -> None:
    client = Client()
    answers = [client.get(reverse("invitation", args=[f"{secret}x{n}"])).status_code for n in range(22)]
    assert answers[:20] == [404] * 20
    assert answers[20:] == [429, 429]
