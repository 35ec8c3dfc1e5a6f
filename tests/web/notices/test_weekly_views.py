"""The weekly sheet as a page."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from conftest import Office
from giaoban.committees.actors import Actor
from giaoban.tasks.models import Assignment
from tasks.conftest import COURT, POLICE

Browse = Callable[[Actor], Client]


def test_a_reporter_comes_to_the_own_units_sheet(office: Office, browse: Browse, part: Assignment) -> None:
    page = browse(office.reporter).get(reverse("weekly-sheet"), follow=True).content.decode()
    assert "Phiếu tuần: Công an thị xã" in page
    assert part.task.title in page
    assert "Chưa có hội nghị nào mời đơn vị." in page


def test_the_office_chooses_a_unit(office: Office, browse: Browse) -> None:
    client = browse(office.specialist)
    page = client.get(reverse("weekly-sheet")).content.decode()
    assert all(name in page for name in (POLICE, COURT))
    assert client.get(reverse("weekly-unit", args=[office.units[COURT].pk])).status_code == 200


def test_another_units_sheet_is_unknown_to_a_reporter(office: Office, browse: Browse) -> None:
    assert browse(office.reporter).get(reverse("weekly-unit", args=[office.units[COURT].pk])).status_code == 404
