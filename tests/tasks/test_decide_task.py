"""What a conference decides on a task: done, carried on, given again, dropped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from conftest import Office
from giaoban.audit import clock
from giaoban.refusal import NotAllowed, NotFound, Stale
from giaoban.tasks.actions import (
    accept_assignment,
    ask_extension,
    confirm_assignment,
    decide_task,
    report_done,
    undo_decision,
)
from giaoban.tasks.models import Assignment, Extension, Task
from giaoban.tasks.queries import task_page
from giaoban.tasks.refusals import ChangedSince, NewDueMissing, NewDuePassed, TaskClosed, TaskWithdrawn, WordsMissing
from giaoban.tasks.rules import Decision
from tasks.conftest import COURT, WARDS, Said, fresh

Give = Callable[..., list[Task]]
LATER = date(2024, 9, 30)
CONFERENCE = "Hội nghị giao ban quý II/2024"


def decide(office: Office, task: Task, decision: Decision, words: str = "", **rest: object) -> Task:
    version = fresh(task).version
    return decide_task(office.leader, task.pk, version=version, decision=decision, words=words, **rest)  # type: ignore[arg-type]


def states(task: Task) -> dict[str, str]:
    return dict(task.assignments.values_list("unit__name", "state"))


def test_done_takes_every_lead_as_done_reported_or_not(office: Office, reported: Assignment, give: Give) -> None:
    task = decide(office, reported.task, Decision.DONE, "Đồng ý", said_at=CONFERENCE)
    entry = task.entries.first()
    assert entry is not None
    assert (fresh(task).state, fresh(reported).state, fresh(task).closed_on) == (
        "confirmed",
        "confirmed",
        clock.today(),
    )
    assert (entry.kind, entry.text, entry.by_unit, entry.by_name) == (
        "decided_done",
        "Đồng ý",
        CONFERENCE,
        office.leader.name,
    )
    other = give(Said(lead=(COURT,), support=WARDS))[0]
    decide(office, other, Decision.DONE)
    assert states(other) == {COURT: "confirmed", WARDS[0]: "assigned", WARDS[1]: "assigned"}
    assert fresh(other).state == "confirmed"


@pytest.mark.parametrize(("due_on", "ahead", "late"), [(date(2024, 4, 20), "2024-Q2", True), (None, "2024-Q2", False)])
def test_done_without_a_report_is_late_after_a_day_that_was_said(
    office: Office, give: Give, due_on: date | None, ahead: str, late: bool
) -> None:
    task = give(Said(due_on=due_on), ahead=ahead)[0]
    with clock.set_to(date(2024, 7, 2)):
        decide(office, task, Decision.DONE)
    assert task.assignments.get().is_done_late == late


def test_done_keeps_that_the_report_came_in_time(office: Office, reported: Assignment) -> None:
    with clock.set_to(date(2024, 7, 2)):
        decide(office, reported.task, Decision.DONE)
    assert not fresh(reported).is_done_late


def test_carried_on_with_a_new_due_returns_the_report(office: Office, reported: Assignment) -> None:
    task = decide(office, reported.task, Decision.CARRIED_ON, "Làm tiếp", due_on=LATER)
    entry, part = task.entries.first(), fresh(reported)
    assert entry is not None
    assert (part.state, part.due_on, str(part.first_due_on)) == ("returned", LATER, "2024-04-20")
    assert (fresh(task).due_on, str(fresh(task).first_due_on)) == (LATER, "2024-04-20")
    assert (entry.kind, entry.old, entry.new, entry.text) == ("carried_on", "2024-04-20", "2024-09-30", "Làm tiếp")


def test_carried_on_by_the_period_ahead(office: Office, give: Give) -> None:
    task = give(Said(due_on=None))[0]
    assert task.is_by_conference
    with clock.set_to(date(2024, 7, 2)):
        with pytest.raises(NewDueMissing):
            decide(office, task, Decision.CARRIED_ON)
        decide(office, task, Decision.CARRIED_ON, ahead="2024-Q3")
    assert (fresh(task).due_on, fresh(task).due_period, fresh(task).is_by_conference) == (LATER, "2024-Q3", True)
    assert str(fresh(task).first_due_on) == "2024-06-30"


def test_carried_on_opens_a_confirmed_task_again(office: Office, reported: Assignment) -> None:
    confirm_assignment(office.specialist, reported.pk, version=reported.version)
    decide(office, reported.task, Decision.CARRIED_ON, due_on=LATER)
    assert (fresh(reported).state, fresh(reported.task).state, fresh(reported.task).closed_on) == (
        "returned",
        "returned",
        None,
    )


@pytest.mark.parametrize(
    ("due_on", "answered"), [(LATER, "granted"), (date(2024, 4, 18), "refused"), (None, "refused")]
)
def test_carried_on_answers_an_open_request(
    office: Office, accepted: Assignment, due_on: date | None, answered: str
) -> None:
    asked = ask_extension(
        office.reporter, accepted.pk, version=accepted.version, wanted_on=date(2024, 5, 5), reason="Mưa"
    )
    decide(office, accepted.task, Decision.CARRIED_ON, due_on=due_on)
    request = Extension.objects.get(pk=asked.pk)
    assert (request.decision, request.decided_by) == (answered, office.leader.name)
    assert fresh(accepted.task).extensions_waiting == 0


def test_given_again_makes_the_task_that_follows(office: Office, give: Give) -> None:
    old = give(Said(lead=(COURT,), support=WARDS))[0]
    new = decide(office, old, Decision.GIVEN_AGAIN, "Giao lại, làm cho xong", due_on=LATER, said_at=CONFERENCE)
    assert (new.follows, new.title, new.due_on, new.first_due_on, new.due_basis) == (
        old,
        old.title,
        LATER,
        LATER,
        "date",
    )
    assert (new.number, new.state) == (old.number + 1, "assigned")
    assert set(states(old).values()) == {"withdrawn"}
    assert {one.unit.name: one.role for one in new.assignments.all()} == {
        COURT: "lead",
        WARDS[0]: "support",
        WARDS[1]: "support",
    }
    entry = old.entries.first()
    assert entry is not None
    assert (entry.kind, entry.new) == ("given_again", new.code)
    assert task_page(office.specialist, old.pk).followers == (new,)


def test_dropped_asks_for_words_and_withdraws(office: Office, give: Give) -> None:
    task = give()[0]
    with pytest.raises(WordsMissing):
        decide(office, task, Decision.DROPPED, " ")
    decide(office, task, Decision.DROPPED, "Không còn phù hợp")
    assert (fresh(task).state, fresh(task).closed_on) == ("withdrawn", clock.today())
    with pytest.raises(TaskWithdrawn):
        decide(office, task, Decision.DONE)


@pytest.mark.parametrize("decision", [Decision.DONE, Decision.DROPPED])
def test_a_confirmed_task_is_not_closed_twice(office: Office, reported: Assignment, decision: Decision) -> None:
    confirm_assignment(office.specialist, reported.pk, version=reported.version)
    with pytest.raises(TaskClosed):
        decide(office, reported.task, decision, "x")


@pytest.mark.parametrize("decision", list(Decision))
def test_each_decision_is_taken_back(office: Office, reported: Assignment, decision: Decision) -> None:
    task = reported.task
    before = Task.objects.values("state", "due_on", "due_basis", "due_period", "closed_on", "reports_waiting")
    held = before.get(pk=task.pk)
    made = decide(office, task, decision, "Kết luận", due_on=LATER)
    entry = task.entries.filter(kind__in=("decided_done", "carried_on", "given_again", "dropped")).get()
    assert entry.pk in task_page(office.leader, task.pk).undoable
    undo_decision(office.leader, entry.pk)
    assert before.get(pk=task.pk) == held
    assert fresh(reported).state == "reported"
    if made != task:
        assert fresh(made).state == "withdrawn"
        assert task_page(office.leader, task.pk).followers == ()


def test_a_task_given_again_is_not_taken_back_once_its_unit_took_it_on(office: Office, accepted: Assignment) -> None:
    new = decide(office, accepted.task, Decision.GIVEN_AGAIN, due_on=LATER)
    accept_assignment(office.reporter, new.assignments.get().pk, version=1)
    entry = accepted.task.entries.get(kind="given_again")
    assert entry.pk not in task_page(office.leader, accepted.task_id).undoable
    with pytest.raises(ChangedSince):
        undo_decision(office.leader, entry.pk)


def test_it_refuses_a_due_that_has_passed(office: Office, give: Give) -> None:
    with pytest.raises(NewDuePassed):
        decide(office, give()[0], Decision.CARRIED_ON, due_on=date(2024, 3, 31))


def test_it_refuses_an_older_version(office: Office, give: Give) -> None:
    task = give()[0]
    decide(office, task, Decision.CARRIED_ON, due_on=LATER)
    with pytest.raises(Stale):
        decide_task(office.leader, task.pk, version=1, decision="done", words="")


def test_units_and_strangers_decide_nothing(office: Office, stranger: Office, give: Give) -> None:
    task = give()[0]
    with pytest.raises(NotAllowed):
        decide_task(office.reporter, task.pk, version=1, decision="done", words="")
    with pytest.raises(NotFound):
        decide_task(stranger.leader, task.pk, version=1, decision="done", words="")


def test_what_is_decided_can_go_on_as_any_other(office: Office, accepted: Assignment) -> None:
    decide(office, accepted.task, Decision.CARRIED_ON, due_on=LATER)
    part = fresh(accepted)
    report_done(office.reporter, part.pk, version=part.version, text="Xong")
    assert not fresh(part).is_done_late
