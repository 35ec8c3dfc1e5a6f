"""Who sees which conferences."""

from __future__ import annotations

from typing import Any

import pytest

from conferences.cast import HELD_ON, concluded, given, planned
from conftest import Office
from giaoban.audit import clock
from giaoban.conferences.actions import add_material, attach_conclusion, hold_conference, invite_units
from giaoban.conferences.queries import (
    conference_list,
    conference_of,
    conference_years,
    conferences_for,
    delegates_of,
    material_file,
    reports_for,
)
from giaoban.refusal import NotFound


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Any) -> None:
    settings.FILES_ROOT = tmp_path / "files"


def test_each_role_sees_its_own(office: Office) -> None:
    one, other = concluded(office), planned(office, kind="extraordinary", reviewed="", ahead="")
    for actor in (office.specialist, office.leader, office.inspector):
        assert set(conferences_for(actor)) == {one, other}
    for actor in (office.superior, office.reporter):
        assert list(conferences_for(actor)) == [one]
    assert not conferences_for(office.administrator).exists()


def test_a_foreign_conference_is_unknown(office: Office, stranger: Office) -> None:
    conference = planned(office)
    with pytest.raises(NotFound):
        conference_of(stranger.specialist, conference.pk)


def test_the_list_counts_the_tasks_of_the_conclusion(office: Office, django_assert_num_queries: Any) -> None:
    concluded(office)
    planned(office, kind="extraordinary", reviewed="", ahead="")
    assert conference_years(office.specialist) == [2024]
    with django_assert_num_queries(2):
        rows = conference_list(office.specialist, 2024)
    assert [(row.given, row.done) for row in rows] == [(0, 0), (2, 0)]


def test_the_level_above_sees_what_was_concluded_and_nothing_of_how_it_was_prepared(office: Office) -> None:
    conference = planned(office)
    invite_units(office.specialist, conference.pk, [office.units["Công an thị xã"].pk])
    file = ("bao-cao.txt", "Báo cáo chung.".encode())
    paper = add_material(office.specialist, conference.pk, title="Báo cáo", file=file, declares_no_secret=True)
    with clock.set_to(HELD_ON):
        conference = hold_conference(office.specialist, conference.pk, version=conference.version)
    document = given(office)
    attach_conclusion(office.specialist, conference.pk, document.pk, version=conference.version)
    assert conference_of(office.superior, conference.pk).conclusion_id == document.pk
    assert not delegates_of(office.superior, conference).exists()
    assert not reports_for(office.superior).exists()
    with pytest.raises(NotFound):
        material_file(office.superior, paper.versions.get().pk)
