"""How a due came to be what it is: every move of it, from the first day on."""

from __future__ import annotations

from datetime import date

from conftest import Office
from giaoban.tasks.actions import ask_extension, change_due, decide_extension, decide_task, undo_decision
from giaoban.tasks.models import Assignment
from giaoban.tasks.queries import task_page
from tasks.conftest import fresh


def moves(part: Assignment) -> list[tuple[str, str, str]]:
    return [(one.how, str(one.old_on), str(one.new_on)) for one in part.due_changes.all()]


def test_every_move_is_kept_with_its_entry(office: Office, accepted: Assignment) -> None:
    asked = ask_extension(
        office.reporter, accepted.pk, version=accepted.version, wanted_on=date(2024, 5, 5), reason="Mưa"
    )
    decide_extension(office.leader, asked.pk, version=1, granted_on=date(2024, 5, 5), answer="Đồng ý")
    task = fresh(accepted.task)
    change_due(office.specialist, task.pk, version=task.version, due_on=date(2024, 5, 10), reason="Trùng lễ")
    decide_task(office.leader, task.pk, version=None, decision="carried_on", words="Tiếp", due_on=date(2024, 6, 30))
    assert moves(accepted) == [
        ("extension", "2024-04-20", "2024-05-05"),
        ("office", "2024-05-05", "2024-05-10"),
        ("conference", "2024-05-10", "2024-06-30"),
    ]
    assert [one.entry.text for one in accepted.due_changes.select_related("entry")] == ["Đồng ý", "Trùng lễ", "Tiếp"]
    assert str(fresh(accepted).first_due_on) == "2024-04-20"
    page = task_page(office.reporter, task.pk)
    assert [one.how for one in page.due_changes] == ["extension", "office", "conference"]


def test_a_move_that_is_taken_back_is_a_move_too(office: Office, part: Assignment) -> None:
    entry = change_due(office.specialist, part.task_id, version=1, due_on=date(2024, 5, 10), reason="x")
    undo_decision(office.specialist, entry.pk)
    assert moves(part) == [("office", "2024-04-20", "2024-05-10"), ("undone", "2024-05-10", "2024-04-20")]
