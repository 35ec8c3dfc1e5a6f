"""A document becomes a conference's conclusion, and which ones are proposed to."""

from __future__ import annotations

from typing import Any

import pytest

from conferences.cast import CONCLUSION, concluded, given, held, planned
from conftest import Office
from giaoban.conferences.actions import attach_conclusion, detach_conclusion
from giaoban.conferences.queries import conclusions_proposed, conferences_proposed
from giaoban.conferences.refusals import ConferenceRefusal, WrongConferenceState
from giaoban.documents.actions import add_pasted_text
from giaoban.jobs.runner import run_waiting
from giaoban.refusal import NotAllowed, NotFound


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Any) -> None:
    settings.FILES_ROOT = tmp_path / "files"


def test_a_given_document_becomes_the_conclusion(office: Office) -> None:
    conference = concluded(office)
    assert conference.state == "concluded"
    assert conference.conclusion is not None
    assert conference.conclusion.tasks.count() == 2


def test_it_is_proposed_by_its_day(office: Office) -> None:
    conference, document = held(office), given(office)
    assert list(conclusions_proposed(office.specialist, conference)) == [document]
    assert list(conferences_proposed(office.specialist, document)) == [conference]
    assert not conclusions_proposed(office.leader, conference).exists()
    attach_conclusion(office.specialist, conference.pk, document.pk, version=conference.version)
    assert not conclusions_proposed(office.specialist, conference).exists()
    assert not conferences_proposed(office.specialist, document).exists()


def test_a_wrong_one_is_taken_off(office: Office) -> None:
    conference = concluded(office)
    detached = detach_conclusion(office.specialist, conference.pk)
    assert (detached.state, detached.conclusion) == ("held", None)


def test_a_document_at_review_is_no_conclusion_yet(office: Office) -> None:
    conference = held(office)
    added = add_pasted_text(office.specialist, "Dự thảo", CONCLUSION, declares_no_secret=True)
    run_waiting()
    with pytest.raises(ConferenceRefusal) as refused:
        attach_conclusion(office.specialist, conference.pk, added.document.pk, version=conference.version)
    assert refused.value.code == "conferences.document_not_given"


def test_one_document_concludes_one_conference(office: Office) -> None:
    first = concluded(office)
    second = held(office, kind="extraordinary", reviewed="", ahead="")
    with pytest.raises(ConferenceRefusal) as refused:
        attach_conclusion(office.specialist, second.pk, first.conclusion_id or 0, version=second.version)
    assert refused.value.code == "conferences.document_taken"


def test_no_conclusion_before_the_meeting(office: Office) -> None:
    conference, document = planned(office), given(office)
    with pytest.raises(WrongConferenceState):
        attach_conclusion(office.specialist, conference.pk, document.pk, version=conference.version)


def test_foreign_ones_are_unknown_and_others_may_not(office: Office, stranger: Office) -> None:
    conference, document, foreign = held(office), given(office), given(stranger)
    with pytest.raises(NotFound):
        attach_conclusion(office.specialist, conference.pk, foreign.pk, version=conference.version)
    with pytest.raises(NotAllowed):
        attach_conclusion(office.leader, conference.pk, document.pk, version=conference.version)
