"""Set-up for the tests of conferences: one planned, one held, a document whose tasks were given."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from conftest import Office
from giaoban.audit import clock
from giaoban.conferences import actions
from giaoban.conferences.actions import ConferenceDetails
from giaoban.conferences.models import Conference
from giaoban.documents import actions as documents
from giaoban.documents.models import Directive, Document
from giaoban.jobs.runner import run_waiting
from giaoban.tasks.actions import assign_tasks

PLANNED_ON, HELD_ON, CONCLUDED_ON = date(2024, 3, 5), date(2024, 3, 27), date(2024, 3, 28)
DETAILS = ConferenceDetails(
    kind="quarterly",
    title="Hội nghị giao ban quý I/2024",
    reviewed="2024-Q1",
    ahead="2024-Q2",
    held_on=HELD_ON,
    place="Hội trường Thị ủy",
    chair_name="Nguyễn Văn Chủ",
    chair_title="Bí thư Thị ủy",
    reports_due_on=date(2024, 3, 18),
)
CONCLUSION = (
    "Ngày 27/3/2024, Ban Thường vụ tổ chức hội nghị giao ban công tác nội chính quý 1, nhiệm vụ quý 2 năm 2024. "
    "Yêu cầu Công an thị xã bảo đảm an ninh trật tự. "
    "Đề nghị Tòa án nhân dân thị xã nâng cao tỷ lệ xét xử lưu động."
)


def planned(office: Office, **changes: Any) -> Conference:
    """Return a conference that was planned on 5/3/2024."""
    with clock.set_to(PLANNED_ON):
        return actions.plan_conference(office.specialist, replace(DETAILS, **changes))


def held(office: Office, **changes: Any) -> Conference:
    """Return a conference that was held on its day."""
    conference = planned(office, **changes)
    with clock.set_to(conference.held_on):
        return actions.hold_conference(office.specialist, conference.pk, version=conference.version)


def at_the_end_of_review(office: Office, text: str = CONCLUSION, on: date = CONCLUDED_ON) -> Document:
    """Return a document that was read and reviewed, ready to be given as tasks."""
    with clock.set_to(on):
        added = documents.add_pasted_text(office.specialist, "Thông báo kết luận", text, declares_no_secret=True)
        run_waiting()
        document = Document.objects.get(pk=added.document.pk)
        open_ones = document.directives.filter(decision=Directive.Decision.OPEN)
        documents.accept_shown(office.specialist, document.pk, dict(open_ones.values_list("pk", "version")))
        document.refresh_from_db()
        documents.sign_rest(office.specialist, document.pk, version=document.version)
    return Document.objects.get(pk=document.pk)


def given(office: Office, text: str = CONCLUSION, on: date = CONCLUDED_ON) -> Document:
    """Return a document that was read, reviewed and given as tasks."""
    document = at_the_end_of_review(office, text, on)
    with clock.set_to(on):
        assign_tasks(office.specialist, document.pk, version=document.version)
    return Document.objects.get(pk=document.pk)


def concluded(office: Office) -> Conference:
    """Return a conference with its conclusion."""
    conference, document = held(office), given(office)
    with clock.set_to(CONCLUDED_ON):
        return actions.attach_conclusion(office.specialist, conference.pk, document.pk, version=conference.version)
