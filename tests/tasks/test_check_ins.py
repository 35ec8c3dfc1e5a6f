"""Check-ins: asked for round by round, given, returned, owed until the office closes the task."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from conftest import Office
from giaoban.audit import clock
from giaoban.committees.actors import the_system
from giaoban.refusal import NotAllowed, NotFound, Stale
from giaoban.tasks.actions import (
    accept_assignment,
    confirm_assignment,
    decide_task,
    give_check_in,
    open_check_ins,
    reopen_assignment,
    report_done,
    return_check_in,
    undo_decision,
)
from giaoban.tasks.filter import Group, TaskFilter
from giaoban.tasks.models import Assignment, CheckIn, Task
from giaoban.tasks.queries import (
    check_in_before,
    find_check_in,
    group_counts,
    owed_check_ins,
    page_ids,
    rows_by_id,
    task_page,
)
from giaoban.tasks.refusals import CheckInNotGiven, CheckInNotWanted, PercentOutOfRange, WordsMissing, WrongState
from tasks.conftest import POLICE, WARDS, Said, fresh

Give = Callable[..., list[Task]]
MONTHLY = Said(due_on=None, due_recurring="monthly")


def opened(office: Office, day: date) -> int:
    with clock.set_to(day):
        return open_check_ins(the_system(office.committee.pk))


def periods(task: Task) -> list[tuple[str, str]]:
    found = CheckIn.objects.filter(assignment__task=task).order_by("assignment__unit__position", "due_on")
    return list(found.values_list("assignment__unit__name", "period"))


@pytest.fixture
def wanted(office: Office, give: Give) -> CheckIn:
    """The police's check-in of April, its part taken on."""
    task = give(MONTHLY)[0]
    part = task.assignments.get()
    accept_assignment(office.reporter, part.pk, version=1)
    return CheckIn.objects.get(assignment=part)


def test_each_unit_is_asked_when_the_task_is_made(office: Office, give: Give) -> None:
    task = give(Said(due_on=None, due_recurring="continuous", support=WARDS))[0]
    assert periods(task) == [(POLICE, "2024-Q2"), (WARDS[0], "2024-Q2"), (WARDS[1], "2024-Q2")]
    assert fresh(task).check_in_due_on == date(2024, 6, 30)


def test_a_task_that_does_not_recur_asks_for_none(office: Office, part: Assignment) -> None:
    assert not CheckIn.objects.exists()
    assert opened(office, date(2024, 9, 1)) == 0


def test_a_task_given_before_its_period_is_asked_about_that_period(office: Office, give: Give) -> None:
    with clock.set_to(date(2024, 3, 28)):
        assert periods(give(MONTHLY)[0]) == [(POLICE, "2024-04")]


def test_each_round_is_opened_once(office: Office, wanted: CheckIn) -> None:
    assert opened(office, date(2024, 4, 30)) == 0
    assert opened(office, date(2024, 6, 1)) == 2
    assert opened(office, date(2024, 6, 1)) == 0
    assert [period for _, period in periods(wanted.assignment.task)] == ["2024-04", "2024-05", "2024-06"]


def test_only_the_system_opens(office: Office) -> None:
    with pytest.raises(NotAllowed):
        open_check_ins(office.specialist)


def test_given_with_words_percent_and_files(office: Office, wanted: CheckIn) -> None:
    files = [("ghi-chu.txt", b"So lieu")]
    entry = give_check_in(office.reporter, wanted.pk, version=1, text="Đã tuần tra 20 lượt", percent=40, files=files)
    given, part = fresh(wanted), fresh(wanted.assignment)
    assert (given.state, given.percent, given.given_on, given.entry) == ("given", 40, clock.today(), entry)
    assert (part.state, part.percent, part.task.check_in_due_on) == ("in_progress", 40, None)
    assert (entry.kind, entry.new, entry.text, entry.evidence.count()) == (
        "checked_in",
        "2024-04",
        "Đã tuần tra 20 lượt",
        1,
    )


def test_given_as_nothing_new(office: Office, wanted: CheckIn) -> None:
    give_check_in(office.reporter, wanted.pk, version=1, is_nothing_new=True)
    assert (fresh(wanted).is_nothing_new, fresh(wanted).state) == (True, "given")
    assert fresh(wanted.assignment).percent == 0


def test_returned_with_a_reason_and_given_again(office: Office, wanted: CheckIn) -> None:
    with pytest.raises(CheckInNotGiven):
        return_check_in(office.specialist, wanted.pk, version=1, reason="Thiếu")
    give_check_in(office.reporter, wanted.pk, version=1, text="Đủ")
    with pytest.raises(WordsMissing):
        return_check_in(office.specialist, wanted.pk, version=2, reason="")
    return_check_in(office.specialist, wanted.pk, version=2, reason="Thiếu số liệu")
    assert (fresh(wanted).state, fresh(wanted.assignment.task).check_in_due_on) == ("returned", wanted.due_on)
    give_check_in(office.reporter, wanted.pk, version=3, text="Bổ sung")
    assert fresh(wanted).state == "given"


def test_given_and_returned_are_taken_back(office: Office, wanted: CheckIn) -> None:
    given = give_check_in(office.reporter, wanted.pk, version=1, text="Đủ", percent=30)
    assert given.pk in task_page(office.reporter, given.task_id).undoable
    returned = return_check_in(office.leader, wanted.pk, version=2, reason="x")
    undo_decision(office.leader, returned.pk)
    assert fresh(wanted).state == "given"
    assert given.pk not in task_page(office.reporter, given.task_id).undoable


def test_taken_back_by_its_unit_it_is_wanted_again(office: Office, wanted: CheckIn) -> None:
    given = give_check_in(office.reporter, wanted.pk, version=1, text="Đủ", percent=30)
    undo_decision(office.reporter, given.pk)
    assert (fresh(wanted).state, fresh(wanted).given_on, fresh(wanted.assignment).percent) == ("wanted", None, 0)
    assert fresh(given.task).check_in_due_on == wanted.due_on


def test_it_refuses_what_does_not_fit(office: Office, wanted: CheckIn) -> None:
    with pytest.raises(WordsMissing):
        give_check_in(office.reporter, wanted.pk, version=1, text=" ")
    with pytest.raises(PercentOutOfRange):
        give_check_in(office.reporter, wanted.pk, version=1, text="x", percent=101)
    give_check_in(office.reporter, wanted.pk, version=1, text="x")
    with pytest.raises(CheckInNotWanted):
        give_check_in(office.reporter, wanted.pk, version=2, text="x")
    with pytest.raises(Stale):
        give_check_in(office.reporter, wanted.pk, version=1, text="x")


def test_it_refuses_before_the_part_is_taken_on_and_after_it_is_reported(office: Office, give: Give) -> None:
    part = give(MONTHLY)[0].assignments.get()
    check_in = part.check_ins.get()
    with pytest.raises(WrongState):
        give_check_in(office.reporter, check_in.pk, version=1, text="x")
    accept_assignment(office.reporter, part.pk, version=1)
    report_done(office.reporter, part.pk, version=2, text="Xong")
    with pytest.raises(WrongState):
        give_check_in(office.reporter, check_in.pk, version=1, text="x")


def test_others_neither_see_nor_give_it(office: Office, stranger: Office, wanted: CheckIn) -> None:
    for actor in (office.other_reporter, stranger.reporter):
        with pytest.raises(NotFound):
            give_check_in(actor, wanted.pk, version=1, text="x")
        with pytest.raises(NotFound):
            find_check_in(actor, wanted.pk)
    with pytest.raises(NotAllowed):
        give_check_in(office.specialist, wanted.pk, version=1, text="x")
    with pytest.raises(NotFound):
        return_check_in(stranger.leader, wanted.pk, version=1, reason="x")


def test_a_closed_task_owes_none_and_is_asked_for_no_more(office: Office, wanted: CheckIn) -> None:
    task = wanted.assignment.task
    part = fresh(wanted.assignment)
    report_done(office.reporter, part.pk, version=part.version, text="Xong")
    confirm_assignment(office.leader, part.pk, version=part.version + 1)
    assert fresh(task).check_in_due_on is None
    assert opened(office, date(2024, 8, 1)) == 0
    assert [one.is_owed for row in task_page(office.specialist, task.pk).rounds for one in row.cells] == [False]


def test_what_is_opened_again_is_asked_for_no_round_between(office: Office, give: Give) -> None:
    task = give(Said(due_on=None, due_recurring="monthly", support=(WARDS[0],)))[0]
    with clock.set_to(date(2024, 4, 20)):
        decide_task(office.leader, task.pk, version=None, decision="done", words="")
    with clock.set_to(date(2024, 8, 5)):
        part = task.assignments.get(role="lead")
        reopen_assignment(office.leader, part.pk, version=part.version, reason="Phát sinh mới")
    assert opened(office, date(2024, 9, 2)) == 4
    assert [period for name, period in periods(task) if name == POLICE] == ["2024-04", "2024-08", "2024-09"]
    assert [period for name, period in periods(task) if name == WARDS[0]] == ["2024-04", "2024-08", "2024-09"]


def test_a_confirmation_taken_back_months_later_asks_for_no_round_between(office: Office, wanted: CheckIn) -> None:
    part = fresh(wanted.assignment)
    report_done(office.reporter, part.pk, version=part.version, text="Xong")
    confirmed = confirm_assignment(office.leader, part.pk, version=part.version + 1)
    with clock.set_to(date(2024, 7, 1)):
        undo_decision(office.leader, confirmed.pk)
    assert opened(office, date(2024, 7, 2)) == 1
    assert [period for _, period in periods(part.task)] == ["2024-04", "2024-07"]


def test_a_round_is_missed_only_where_something_was_owed_on_its_day(office: Office, wanted: CheckIn) -> None:
    def missed(day: date) -> tuple[int, int]:
        of_all, of_unit = TaskFilter(group=Group.MISSED), TaskFilter(group=Group.MISSED, unit=office.reporter.unit_id)
        with clock.set_to(day):
            counts = [group_counts(office.specialist, one)[Group.MISSED] for one in (of_all, of_unit)]
        return counts[0], counts[1]

    assert (missed(date(2024, 4, 30)), missed(date(2024, 5, 1))) == ((0, 0), (1, 1))
    with clock.set_to(date(2024, 4, 12)):
        done = decide_task(office.leader, wanted.assignment.task_id, version=None, decision="done", words="")
    assert missed(date(2024, 5, 1)) == (0, 0)
    with clock.set_to(date(2024, 5, 4)):
        undo_decision(office.leader, done.entries.order_by("-pk")[0].pk)
        assert missed(date(2024, 5, 4)) == (1, 1)
        give_check_in(office.reporter, wanted.pk, version=fresh(wanted).version, text="Muộn")
    assert missed(date(2024, 6, 1)) == (1, 1)


def test_a_task_given_again_asks_anew(office: Office, wanted: CheckIn) -> None:
    with clock.set_to(date(2024, 7, 2)):
        new = decide_task(
            office.leader, wanted.assignment.task_id, version=None, decision="given_again", words="", ahead="2024-Q3"
        )
        assert periods(new) == [(POLICE, "2024-07")]


def test_the_rows_of_the_page_tell_late_ones(office: Office, wanted: CheckIn) -> None:
    opened(office, date(2024, 6, 3))
    with clock.set_to(date(2024, 5, 2)):
        give_check_in(office.reporter, wanted.pk, version=1, text="Muộn")
    with clock.set_to(date(2024, 6, 3)):
        (row,) = task_page(office.specialist, wanted.assignment.task_id).rounds
    assert [(one.is_late, one.was_late, one.is_owed) for one in row.cells] == [
        (False, True, False),
        (True, False, True),
        (False, False, True),
    ]
    assert row.last_given == wanted
    assert row.owed is not None
    assert row.owed.period == "2024-05"
    assert check_in_before(row.owed) == wanted


def test_what_is_owed_stands_on_today_and_in_the_list(office: Office, stranger: Office, wanted: CheckIn) -> None:
    task = wanted.assignment.task_id
    late = TaskFilter(group=Group.CHECK_IN)
    assert not owed_check_ins(office.specialist)
    assert group_counts(office.specialist, late)[Group.CHECK_IN] == 0
    with clock.set_to(date(2024, 4, 25)):
        for actor in (office.specialist, office.reporter):
            assert list(owed_check_ins(actor)) == [wanted]
            assert group_counts(actor, late)[Group.CHECK_IN] == 1
            assert page_ids(actor, late) == [task]
        assert not owed_check_ins(office.other_reporter)
        assert not owed_check_ins(stranger.specialist)
        assert group_counts(office.other_reporter, late)[Group.CHECK_IN] == 0
    rounds = rows_by_id([task])[0].rounds
    assert rounds is not None
    assert (rounds.given, rounds.asked, rounds.owed) == (0, 1, wanted)
