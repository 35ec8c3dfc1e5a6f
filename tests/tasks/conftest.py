"""A reviewed document of our committee, its tasks given, and hands to change them quickly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from conftest import Office
from giaoban.audit import clock
from giaoban.audit.actions import action, record
from giaoban.documents.models import Directive, DirectiveUnit, Document, StoredFile
from giaoban.tasks.actions import accept_assignment, assign_tasks, report_done
from giaoban.tasks.models import Assignment, Task

#: The day on which the tests take place unless they say another.
TODAY = date(2024, 4, 1)

POLICE = "Công an thị xã"
MILITARY = "Ban Chỉ huy Quân sự thị xã"
COURT = "Tòa án nhân dân thị xã"
WARDS = ("Phường Nghi Thủy", "Phường Thu Thủy")


@dataclass(frozen=True)
class Said:
    """A directive as reviewed: its words, who leads and supports, and when it is due."""

    title: str = "Tăng cường bảo đảm an ninh trật tự"
    lead: tuple[str, ...] = (POLICE,)
    support: tuple[str, ...] = ()
    due_on: date | None = date(2024, 4, 20)
    due_period: str = ""
    due_recurring: str = ""
    areas: tuple[str, ...] = ("security",)
    decision: str = "accepted"


@dataclass(frozen=True)
class Reviewed:
    """What a document is made of in these tests."""

    said: tuple[Said, ...] = field(default_factory=lambda: (Said(),))
    ahead: str = "2024-Q2"
    is_signed: bool = True
    state: str = "read"


@action
def make_document(office: Office, reviewed: Reviewed) -> Document:
    """Make a document of which the review has come so far."""
    count = Document.objects.count()
    file = StoredFile.objects.create(
        committee=office.committee, sha256=f"{count:064}", name="kl.docx", media_type="text/plain", size=1
    )
    text = "".join(f"{one.title}. " for one in reviewed.said) or "Không có gì."
    document = Document.objects.create(
        committee=office.committee,
        file=file,
        sha256=file.sha256,
        title="Thông báo kết luận",
        symbol="41-TB/ThU",
        state=reviewed.state,
        text=text,
        conference_on=date(2024, 3, 27),
        reviewed="2024-Q1",
        ahead=reviewed.ahead,
        rest_signed_at=clock.now() if reviewed.is_signed else None,
    )
    start = 0
    for one in reviewed.said:
        _make_directive(office, document, one, start)
        start += len(one.title) + 2
    record(office.specialist, "tests.document.made", document)
    return document


def _make_directive(office: Office, document: Document, said: Said, start: int) -> None:
    directive = Directive.objects.create(
        document=document,
        start=start,
        end=start + len(said.title),
        quote=said.title,
        title=said.title,
        due_on=said.due_on,
        due_period=said.due_period,
        due_recurring=said.due_recurring,
        areas=list(said.areas),
        decision=said.decision,
    )
    for role, names in (("lead", said.lead), ("support", said.support)):
        for name in names:
            DirectiveUnit.objects.create(directive=directive, unit=office.units[name], role=role, basis="person")


@pytest.fixture(autouse=True)
def _on_the_day() -> Iterator[None]:
    with clock.set_to(TODAY):
        yield


@pytest.fixture
def give(office: Office) -> Callable[..., list[Task]]:
    """Return what gives tasks in our committee: one for each directive said."""

    def given(*said: Said, **rest: Any) -> list[Task]:
        document = make_document(office, Reviewed(said=said or (Said(),), **rest))
        return assign_tasks(office.specialist, document.pk, version=document.version)

    return given


@pytest.fixture
def part(give: Callable[..., list[Task]]) -> Assignment:
    """The police's assignment of one task, just given."""
    return give()[0].assignments.get()


@pytest.fixture
def accepted(office: Office, part: Assignment) -> Assignment:
    """The police's assignment, taken on."""
    accept_assignment(office.reporter, part.pk, version=part.version)
    return fresh(part)


@pytest.fixture
def reported(office: Office, accepted: Assignment) -> Assignment:
    """The police's assignment, reported as done."""
    report_done(office.reporter, accepted.pk, version=accepted.version, text="Đã làm xong")
    return fresh(accepted)


def fresh(row: Any) -> Any:
    """Return the row as the database has it now."""
    return type(row).objects.get(pk=row.pk)
