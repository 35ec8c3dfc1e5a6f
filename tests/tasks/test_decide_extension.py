"""Granting or refusing a later due, and taking the request back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from conftest import Office
from giaoban.refusal import NotAllowed, NotFound, Stale
from giaoban.tasks.actions import accept_assignment, ask_extension, decide_extension, drop_extension
from giaoban.tasks.models import Assignment, Extension, Task
from giaoban.tasks.refusals import DueNotLater, ExtensionDecided, WordsMissing
from tasks.conftest import WARDS, Said, fresh

LATER = date(2024, 5, 15)


@pytest.fixture
def request_(office: Office, accepted: Assignment) -> Extension:
    """The police's request for more time."""
    return ask_extension(office.reporter, accepted.pk, version=accepted.version, wanted_on=LATER, reason="Mưa")


@pytest.mark.parametrize("granted", [LATER, date(2024, 5, 1)])
def test_granted_with_a_day(office: Office, accepted: Assignment, request_: Extension, granted: date) -> None:
    entry = decide_extension(office.leader, request_.pk, version=request_.version, granted_on=granted)
    part, decided = fresh(accepted), fresh(request_)
    assert (part.due_on, str(part.first_due_on), part.task.due_on) == (granted, "2024-04-20", granted)
    assert (decided.decision, decided.granted_on, decided.decided_by) == ("granted", granted, office.leader.name)
    assert (entry.kind, entry.old, entry.new) == ("extension_granted", "2024-04-20", granted.isoformat())
    assert part.task.extensions_waiting == 0
    assert str(part.task.first_due_on) == "2024-04-20"


def test_a_leads_later_due_takes_the_supports_along(office: Office, give: Callable[..., list[Task]]) -> None:
    task = give(Said(support=WARDS))[0]
    lead = task.assignments.get(role="lead")
    accept_assignment(office.reporter, lead.pk, version=1)
    asked = ask_extension(office.reporter, lead.pk, version=2, wanted_on=LATER, reason="x")
    decide_extension(office.specialist, asked.pk, version=1, granted_on=LATER)
    assert set(task.assignments.values_list("due_on", flat=True)) == {LATER}


def test_refused_with_words(office: Office, accepted: Assignment, request_: Extension) -> None:
    with pytest.raises(WordsMissing):
        decide_extension(office.leader, request_.pk, version=request_.version, granted_on=None)
    entry = decide_extension(office.leader, request_.pk, version=1, granted_on=None, answer="Phải xong trước lễ")
    assert (fresh(request_).decision, entry.kind) == ("refused", "extension_refused")
    assert str(fresh(accepted).due_on) == "2024-04-20"


def test_refuses_a_day_that_is_not_later(office: Office, request_: Extension) -> None:
    with pytest.raises(DueNotLater):
        decide_extension(office.leader, request_.pk, version=1, granted_on=date(2024, 4, 20))


def test_refuses_a_second_decision_and_an_older_version(office: Office, request_: Extension) -> None:
    with pytest.raises(Stale):
        decide_extension(office.leader, request_.pk, version=9, granted_on=LATER)
    decide_extension(office.leader, request_.pk, version=1, granted_on=LATER)
    with pytest.raises(ExtensionDecided):
        decide_extension(office.specialist, request_.pk, version=2, granted_on=None, answer="x")


def test_refuses_who_may_not_decide(office: Office, stranger: Office, request_: Extension) -> None:
    for actor in (office.reporter, office.inspector, office.superior, office.administrator):
        with pytest.raises(NotAllowed):
            decide_extension(actor, request_.pk, version=1, granted_on=LATER)
    with pytest.raises(NotFound):
        decide_extension(stranger.leader, request_.pk, version=1, granted_on=LATER)


def test_the_unit_takes_it_back(office: Office, request_: Extension) -> None:
    for actor, refusal in ((office.other_reporter, NotFound), (office.specialist, NotAllowed)):
        with pytest.raises(refusal):
            drop_extension(actor, request_.pk, version=1)
    drop_extension(office.reporter, request_.pk, version=1)
    assert fresh(request_).decision == "dropped"
    with pytest.raises(ExtensionDecided):
        drop_extension(office.reporter, request_.pk, version=2)
