"""Who sees which conferences."""

from __future__ import annotations

from typing import Any

import pytest

from conferences.cast import concluded, planned
from conftest import Office
from giaoban.conferences.queries import conference_list, conference_of, conference_years, conferences_for
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
