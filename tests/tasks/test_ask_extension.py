"""Asking for a later due."""

from __future__ import annotations

from datetime import date

import pytest

from conftest import Office
from giaoban.refusal import NotAllowed, NotFound, Stale
from giaoban.tasks.actions import ask_extension, drop_extension
from giaoban.tasks.models import Assignment, Task
from giaoban.tasks.refusals import DueMissing, DueNotLater, ExtensionAlreadyAsked, WordsMissing, WrongState
from tasks.conftest import Said, fresh

LATER = date(2024, 5, 15)


def test_the_request_waits_for_a_decision(office: Office, accepted: Assignment) -> None:
    request = ask_extension(
        office.reporter, accepted.pk, version=accepted.version, wanted_on=LATER, reason="Thiếu vật liệu"
    )
    assert (str(request.from_on), request.wanted_on, request.decision) == ("2024-04-20", LATER, "asked")
    task = fresh(accepted).task
    assert (task.extensions_waiting, str(task.due_on), task.state) == (1, "2024-04-20", "accepted")
    entry = task.entries.first()
    assert (entry.kind, entry.old, entry.new) == ("extension_asked", "2024-04-20", "2024-05-15")


@pytest.mark.parametrize("wanted", [date(2024, 4, 20), date(2024, 4, 19), date(2024, 3, 31)])
def test_refuses_a_day_that_is_not_later(office: Office, accepted: Assignment, wanted: date) -> None:
    with pytest.raises(DueNotLater):
        ask_extension(office.reporter, accepted.pk, version=accepted.version, wanted_on=wanted, reason="x")


def test_refuses_without_a_reason(office: Office, accepted: Assignment) -> None:
    with pytest.raises(WordsMissing):
        ask_extension(office.reporter, accepted.pk, version=accepted.version, wanted_on=LATER, reason=" ")


def test_refuses_a_second_request_until_the_first_is_dropped(office: Office, accepted: Assignment) -> None:
    first = ask_extension(office.reporter, accepted.pk, version=2, wanted_on=LATER, reason="x")
    with pytest.raises(ExtensionAlreadyAsked):
        ask_extension(office.reporter, accepted.pk, version=3, wanted_on=LATER, reason="x")
    drop_extension(office.reporter, first.pk, version=first.version)
    ask_extension(office.reporter, accepted.pk, version=3, wanted_on=LATER, reason="x")


def test_refuses_without_a_due(office: Office, give: object) -> None:
    task: Task = give(Said(due_on=None), ahead="")[0]  # type: ignore[operator]
    part = task.assignments.get()
    Assignment.objects.filter(pk=part.pk).update(state="accepted")
    with pytest.raises(DueMissing):
        ask_extension(office.reporter, part.pk, version=1, wanted_on=LATER, reason="x")


def test_refuses_before_it_was_taken_on(office: Office, part: Assignment) -> None:
    with pytest.raises(WrongState):
        ask_extension(office.reporter, part.pk, version=part.version, wanted_on=LATER, reason="x")


def test_refuses_others_and_older_versions(office: Office, stranger: Office, accepted: Assignment) -> None:
    for actor, refusal in (
        (office.other_reporter, NotFound),
        (stranger.reporter, NotFound),
        (office.specialist, NotAllowed),
    ):
        with pytest.raises(refusal):
            ask_extension(actor, accepted.pk, version=accepted.version, wanted_on=LATER, reason="x")
    with pytest.raises(Stale):
        ask_extension(office.reporter, accepted.pk, version=1, wanted_on=LATER, reason="x")
