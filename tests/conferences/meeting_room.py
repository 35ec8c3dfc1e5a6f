"""A conference that meets: the last one's conclusion has tasks, its units were invited, its programme stands.

The fixture ``room`` makes it; days are of 2024, as in the tests of tasks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from conftest import Office
from giaoban.audit import clock
from giaoban.audit.actions import action, record
from giaoban.conferences.models import AgendaItem, Conference, Delegate
from giaoban.documents.models import Document
from giaoban.tasks.actions import accept_assignment, assign_tasks, report_done
from giaoban.tasks.models import Assignment, Task
from tasks.conftest import COURT, MILITARY, POLICE, Reviewed, Said, make_document

#: The day of the meeting.
MEETING_DAY = date(2024, 6, 27)
GIVEN_DAY = date(2024, 4, 1)
SAID = (
    Said("Tăng cường bảo đảm an ninh trật tự", (POLICE,), due_on=date(2024, 6, 20)),
    Said("Nâng cao tỷ lệ án xét xử lưu động", (COURT,), due_on=date(2024, 6, 30)),
    Said("Duy trì chế độ trực sẵn sàng chiến đấu", (MILITARY,), due_on=date(2024, 9, 30)),
)
ITEMS = (("opening", "Khai mạc"), ("answers", "Kiểm điểm kết luận"), ("discussion", "Thảo luận"))


@dataclass(frozen=True)
class Room:
    """A conference that meets, with what it goes through."""

    office: Office
    conference: Conference
    tasks: list[Task]
    items: list[AgendaItem]
    seats: dict[str, Delegate]


def make_room(office: Office, state: str = "meeting") -> Room:
    """Make the last conference with its tasks, and the one that meets; the police have reported their task as done."""
    with clock.set_to(GIVEN_DAY):
        document = make_document(office, Reviewed(said=SAID, ahead="2024-Q2"))
        tasks = assign_tasks(office.specialist, document.pk, version=document.version)
        _report(office, tasks[0])
    return _meet(office, document, tasks, state)


def _report(office: Office, task: Task) -> None:
    part = Assignment.objects.get(task=task, unit=office.units[POLICE])
    accept_assignment(office.reporter, part.pk, version=part.version)
    part.refresh_from_db()
    report_done(
        office.reporter,
        part.pk,
        version=part.version,
        text="Đã mở 3 đợt cao điểm",
        files=[("bien-ban.txt", "Biên bản tổng kết.".encode())],
    )


@action
def _meet(office: Office, document: Document, tasks: list[Task], state: str) -> Room:
    last = _conference(office, date(2024, 3, 27), "2024-Q1", "2024-Q2", state="concluded", conclusion=document)
    here = _conference(office, MEETING_DAY, "2024-Q2", "2024-Q3", state=state, previous=last)
    items = [
        AgendaItem.objects.create(conference=here, position=place, kind=kind, title=title)
        for place, (kind, title) in enumerate(ITEMS, start=1)
    ]
    seats = {
        name: Delegate.objects.create(conference=here, unit=unit, name=f"Người {unit.name}", title="Trưởng")
        for name, unit in office.units.items()
    }
    record(office.specialist, "tests.room.made", here)
    return Room(office, here, tasks, items, seats)


def _conference(office: Office, day: date, reviewed: str, ahead: str, **values: Any) -> Conference:
    return Conference.objects.create(
        committee=office.committee,
        kind="quarterly",
        title=f"Giao ban công tác nội chính {reviewed}",
        reviewed=reviewed,
        ahead=ahead,
        held_on=day,
        starts_at=time(7, 30),
        place="Hội trường Thị ủy",
        chair_name="Nguyễn Chủ Trì",
        chair_title="Bí thư Thị ủy",
        secretary_name="Trần Thư Ký",
        **values,
    )


@action
def set_state(office: Office, conference: Conference, state: str) -> None:
    """Let the conference be in another state."""
    Conference.objects.filter(pk=conference.pk).update(state=state)
    record(office.specialist, "tests.room.moved", conference)


def fresh(row: Any) -> Any:
    """Return the row as the database has it now."""
    return type(row).objects.get(pk=row.pk)
