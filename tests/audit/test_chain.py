"""The audit's chain: it holds, and names the first event that does not."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from conftest import Office
from giaoban.audit.actions import UnrecordedAction, action, record
from giaoban.audit.chain import verify
from giaoban.audit.models import AuditEvent, AuditHead
from giaoban.committees.access import record_denial
from giaoban.committees.models import Unit

TRIGGERS = {
    "sqlite": ["DROP TRIGGER audit_event_never_update", "DROP TRIGGER audit_event_never_delete"],
    "postgresql": ["ALTER TABLE audit_auditevent DISABLE TRIGGER ALL"],
}


@pytest.fixture
def chain(office: Office) -> int:
    for page in range(5):
        record_denial(office.specialist, "GET", f"/trang-{page}/")
    return office.committee.pk


@pytest.fixture
def unprotected(chain: int) -> int:
    """The chain as somebody finds it who has got past the application to the database itself."""
    with connection.cursor() as cursor:
        for statement in TRIGGERS[connection.vendor]:
            cursor.execute(statement)
    return chain


def test_it_holds(chain: int) -> None:
    assert verify(chain) is None


def test_the_database_refuses_to_change_or_remove_an_event(chain: int) -> None:
    for attempt in (lambda q: q.update(actor_name="người khác"), lambda q: q.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt(AuditEvent.objects.filter(committee_id=chain))


def test_a_changed_event_is_named(unprotected: int) -> None:
    AuditEvent.objects.filter(committee_id=unprotected, sequence=3).update(after={"path": "/khac/"})
    assert (bad := verify(unprotected)) is not None
    assert (bad.sequence, bad.fault) == (3, "changed")


def test_a_removed_event_is_named(unprotected: int) -> None:
    AuditEvent.objects.filter(committee_id=unprotected, sequence=3).delete()
    assert (bad := verify(unprotected)) is not None
    assert (bad.sequence, bad.fault) == (3, "missing")


def test_swapped_events_are_named(unprotected: int) -> None:
    for old, new in ((2, 900), (4, 2), (900, 4)):
        AuditEvent.objects.filter(committee_id=unprotected, sequence=old).update(sequence=new)
    assert (bad := verify(unprotected)) is not None
    assert (bad.sequence, bad.fault) == (2, "changed")


def test_events_cut_off_the_end_are_missed(unprotected: int) -> None:
    last = AuditHead.objects.get(committee_id=unprotected).sequence
    AuditEvent.objects.filter(committee_id=unprotected, sequence=last).delete()
    assert (bad := verify(unprotected)) is not None
    assert (bad.sequence, bad.fault) == (last, "cut_off")


def test_a_head_moved_back_with_the_events_is_missed_too(unprotected: int) -> None:
    head = AuditHead.objects.get(committee_id=unprotected)
    AuditEvent.objects.filter(committee_id=unprotected, sequence=head.sequence).delete()
    before = AuditEvent.objects.get(committee_id=unprotected, sequence=head.sequence - 1)
    AuditHead.objects.filter(pk=head.pk).update(sequence=before.sequence, hash=before.hash)
    assert (bad := verify(unprotected)) is not None
    assert bad.fault == "head_changed"


def test_an_action_that_records_nothing_is_rolled_back(office: Office) -> None:
    @action
    def write_in_silence() -> None:
        Unit.objects.create(committee=office.committee, name="Lặng lẽ", kind="ward")

    with pytest.raises(UnrecordedAction):
        write_in_silence()
    assert not Unit.objects.filter(name="Lặng lẽ").exists()


def test_an_event_outside_an_action_is_refused(office: Office) -> None:
    with pytest.raises(RuntimeError):
        record(office.specialist, "tests.nothing.done")
