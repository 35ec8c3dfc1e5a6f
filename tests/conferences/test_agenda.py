"""The programme: proposed, in order, with its hours; its papers with versions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from conferences.cast import held, planned
from conftest import Office
from giaoban.conferences import actions
from giaoban.conferences.actions import ItemDetails
from giaoban.conferences.models import AgendaItem, Conference
from giaoban.conferences.queries import material_file, programme_of
from giaoban.conferences.refusals import ConferenceRefusal, WrongConferenceState
from giaoban.reading import ReadingRefusal
from giaoban.refusal import NotAllowed, NotFound, Stale
from giaoban.tasks.evidence import EvidenceRefused

DETAILS = ItemDetails("discussion", "Công an thị xã phát biểu", minutes_planned=15)
FILE = ("bao-cao.txt", "Báo cáo chung của khối.".encode())


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Any) -> None:
    settings.FILES_ROOT = tmp_path / "files"


def _kinds(conference: Conference) -> list[str]:
    return [item.kind for item, _starts, _papers in programme_of(conference).items]


def test_a_first_programme_is_the_usual_one_without_answers(office: Office) -> None:
    programme = programme_of(planned(office, starts_at=time(7, 30)))
    assert [item.kind for item, _s, _p in programme.items] == [
        "opening", "report", "discussion", "difficult", "conclusion",
    ]  # fmt: skip
    assert [starts for _i, starts, _p in programme.items][:3] == [time(7, 30), time(7, 40), time(8, 0)]


def test_the_next_takes_it_over_and_goes_through_the_answers(office: Office) -> None:
    first = planned(office)
    actions.add_item(office.specialist, first.pk, DETAILS)
    second = planned(office, reviewed="2024-Q2", ahead="2024-Q3", held_on=date(2024, 6, 27), reports_due_on=None)
    assert _kinds(second) == ["opening", "report", "answers", "discussion", "difficult", "conclusion", "discussion"]


def test_items_move_up_and_down(office: Office) -> None:
    conference = planned(office)
    item = conference.agenda.get(kind="report")
    moved = actions.move_item(office.specialist, item.pk, version=item.version, to="up")
    assert _kinds(conference)[:2] == ["report", "opening"]
    moved = actions.move_item(office.specialist, item.pk, version=moved.version, to="up")
    actions.move_item(office.specialist, item.pk, version=moved.version, to="down")
    assert _kinds(conference)[:2] == ["opening", "report"]


def test_an_item_is_changed_and_dropped(office: Office) -> None:
    conference = planned(office)
    item = actions.add_item(office.specialist, conference.pk, DETAILS)
    item = actions.edit_item(
        office.specialist, item.pk, version=item.version, details=replace(DETAILS, presenter="Trưởng Công an")
    )
    assert item.presenter == "Trưởng Công an"
    actions.drop_item(office.specialist, item.pk, version=item.version)
    assert len(_kinds(conference)) == 5
    with pytest.raises(NotFound):
        actions.edit_item(office.specialist, item.pk, version=item.version, details=DETAILS)


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"kind": "song"}, "kind"), ({"title": ""}, "title"), ({"minutes_planned": 601}, "minutes_planned")],
)
def test_what_is_no_item(office: Office, changes: dict[str, Any], field: str) -> None:
    conference = planned(office)
    with pytest.raises(ConferenceRefusal) as refused:
        actions.add_item(office.specialist, conference.pk, replace(DETAILS, **changes))
    assert refused.value.field == field


def test_who_may_and_when(office: Office, stranger: Office) -> None:
    conference = planned(office)
    item = AgendaItem.objects.filter(conference=conference)[0]
    with pytest.raises(NotAllowed):
        actions.move_item(office.leader, item.pk, version=item.version, to="down")
    with pytest.raises(NotFound):
        actions.move_item(stranger.specialist, item.pk, version=item.version, to="down")
    with pytest.raises(NotFound):
        actions.add_item(
            office.specialist, conference.pk, replace(DETAILS, unit_id=stranger.units["Công an thị xã"].pk)
        )
    with pytest.raises(Stale):
        actions.move_item(office.specialist, item.pk, version=item.version + 1, to="down")
    with pytest.raises(WrongConferenceState):
        actions.add_item(office.specialist, held(office, held_on=date(2024, 3, 29)).pk, DETAILS)


def test_a_paper_has_versions(office: Office, django_assert_num_queries: Any) -> None:
    conference = planned(office)
    item = conference.agenda.get(kind="report")
    paper = actions.add_material(
        office.specialist, conference.pk, title="Báo cáo chung", file=FILE, declares_no_secret=True, item_id=item.pk
    )
    newer = ("bao-cao-2.txt", "Bản sửa sau góp ý.".encode())
    made = actions.add_version(
        office.specialist, paper.pk, version=paper.version, file=newer, declares_no_secret=True, note="Sửa phần II"
    )
    with django_assert_num_queries(3):
        papers = programme_of(conference, only_shared=True).items[1][2]
    assert [(one.number, one.text) for one in papers[0].versions] == [
        (2, "Bản sửa sau góp ý."),
        (1, "Báo cáo chung của khối."),
    ]
    assert material_file(office.inspector, made.pk)[0] == "bao-cao-2.txt"
    with pytest.raises(NotFound):
        material_file(office.other_reporter, made.pk)


def test_papers_of_a_dropped_item_stay_with_the_conference(office: Office) -> None:
    conference = planned(office)
    item = conference.agenda.get(kind="report")
    actions.add_material(
        office.specialist, conference.pk, title="Báo cáo", file=FILE, declares_no_secret=True, item_id=item.pk
    )
    actions.drop_item(office.specialist, item.pk, version=item.version)
    assert [one.material.title for one in programme_of(conference).papers] == ["Báo cáo"]


def test_what_is_not_shared_is_not_read_by_a_link(office: Office) -> None:
    conference = planned(office)
    paper = actions.add_material(
        office.specialist, conference.pk, title="Nội bộ", file=FILE, declares_no_secret=True, is_shared=False
    )
    assert programme_of(conference, only_shared=True).papers == ()
    assert len(programme_of(conference).papers) == 1
    actions.drop_material(office.specialist, paper.pk, version=paper.version)
    assert programme_of(conference).papers == ()


def test_papers_that_are_refused_leave_nothing(office: Office) -> None:
    conference = planned(office)
    with pytest.raises(ConferenceRefusal):
        actions.add_material(office.specialist, conference.pk, title="A", file=FILE, declares_no_secret=False)
    secret = ("mat.txt", "MẬT\nBÁO CÁO\nNội dung.".encode())
    with pytest.raises(ReadingRefusal):
        actions.add_material(office.specialist, conference.pk, title="A", file=secret, declares_no_secret=True)
    with pytest.raises(EvidenceRefused):
        actions.add_material(
            office.specialist, conference.pk, title="A", file=("x.exe", b"MZ"), declares_no_secret=True
        )
    assert not conference.materials.exists()
