"""Giving a document's directives as tasks."""

from __future__ import annotations

import pytest
from django.utils import timezone

from conftest import Office
from giaoban.audit.chain import verify
from giaoban.documents.models import Document
from giaoban.refusal import NotAllowed, NotFound, Stale
from giaoban.tasks.actions import assign_tasks
from giaoban.tasks.models import Assignment, Task
from giaoban.tasks.refusals import AlreadyAssigned, ReviewNotDone
from tasks.conftest import COURT, MILITARY, POLICE, TODAY, WARDS, Reviewed, Said, fresh, make_document


def test_each_accepted_directive_becomes_a_task(office: Office) -> None:
    said = (
        Said("Rà soát chương trình, kế hoạch", lead=(POLICE, MILITARY), due_on=None, areas=("plan", "agency")),
        Said("Không phải nhiệm vụ", lead=(), decision="rejected"),
        Said("Xét xử lưu động", lead=(COURT,), support=WARDS, due_on=None, due_period="2024-05"),
    )
    document = make_document(office, Reviewed(said=said))
    first, second = assign_tasks(office.specialist, document.pk, version=document.version)
    assert [first.code, second.code] == ["NV-2024-001", "NV-2024-002"]
    assert (first.area, first.areas, first.due_basis) == ("plan", ["plan", "agency"], "conference")
    assert first.lead == office.units[POLICE]
    assert str(second.due_on) == str(second.first_due_on) == "2024-05-31"
    assert [(one.unit.name, one.role) for one in second.assignments.all()] == [
        (COURT, "lead"),
        *((ward, "support") for ward in WARDS),
    ]
    assert set(second.assignments.values_list("due_on", "state")) == {(second.due_on, "assigned")}
    given = fresh(document)
    assert given.state == Document.State.GIVEN
    assert timezone.localdate(given.given_at) == TODAY
    assert [one.kind for one in first.entries.all()] == ["given"]
    assert verify(office.committee.pk) is None


def test_recurring_runs_to_the_end_of_the_period_ahead(office: Office) -> None:
    document = make_document(office, Reviewed(said=(Said(due_on=None, due_recurring="monthly"),)))
    (task,) = assign_tasks(office.specialist, document.pk, version=1)
    assert (task.recurring, str(task.due_on), task.due_basis) == ("monthly", "2024-06-30", "conference")


def test_without_any_period_there_is_no_due(office: Office) -> None:
    document = make_document(office, Reviewed(said=(Said(due_on=None),), ahead=""))
    (task,) = assign_tasks(office.specialist, document.pk, version=1)
    assert (task.due_on, task.due_basis) == (None, "none")


def test_numbers_go_on_and_each_committee_has_its_own(office: Office, stranger: Office) -> None:
    for _ in range(2):
        assign_tasks(office.specialist, make_document(office, Reviewed()).pk, version=1)
    assign_tasks(stranger.specialist, make_document(stranger, Reviewed()).pk, version=1)
    assert list(Task.objects.order_by("pk").values_list("number", flat=True)) == [1, 2, 1]


@pytest.mark.parametrize(
    ("reviewed", "code"),
    [
        (Reviewed(said=(Said(), Said(decision="open"))), "tasks.review_open"),
        (Reviewed(said=(Said(), Said(lead=(), support=(COURT,)))), "tasks.review_without_lead"),
        (Reviewed(is_signed=False), "tasks.review_rest_unsigned"),
        (Reviewed(said=()), "tasks.review_nothing_accepted"),
        (Reviewed(said=(Said(decision="rejected"),)), "tasks.review_nothing_accepted"),
        (Reviewed(state="reading"), "tasks.review_not_read"),
        (Reviewed(state="given"), "tasks.already_assigned"),
    ],
)
def test_refuses_a_review_that_is_not_done(office: Office, reviewed: Reviewed, code: str) -> None:
    document = make_document(office, reviewed)
    with pytest.raises((ReviewNotDone, AlreadyAssigned)) as refusal:
        assign_tasks(office.specialist, document.pk, version=1)
    assert refusal.value.code == code
    assert not Task.objects.exists()
    assert fresh(document).state == reviewed.state


def test_refuses_an_older_version_and_a_second_time(office: Office) -> None:
    document = make_document(office, Reviewed())
    with pytest.raises(Stale):
        assign_tasks(office.specialist, document.pk, version=7)
    assign_tasks(office.specialist, document.pk, version=1)
    with pytest.raises(AlreadyAssigned):
        assign_tasks(office.specialist, document.pk, version=2)
    assert Assignment.objects.count() == 1


def test_only_the_office_assigns_and_only_its_own(office: Office, stranger: Office) -> None:
    document = make_document(office, Reviewed())
    for actor in (office.leader, office.reporter, office.inspector, office.superior, office.administrator):
        with pytest.raises(NotAllowed):
            assign_tasks(actor, document.pk, version=1)
    with pytest.raises(NotFound):
        assign_tasks(stranger.specialist, document.pk, version=1)
