"""A conference that was held, with all that its meeting leaves: what the meeting's addresses are about."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from conftest import Office
from giaoban.audit import clock
from giaoban.conferences import actions as conferences
from giaoban.conferences.actions import ConferenceDetails, DirectiveDraft, Opinion, Speaker, Tick
from giaoban.conferences.models import Conference, Delegate, DraftRepetition
from giaoban.documents.models import Document
from giaoban.tasks.models import Task

LAST_DAY, DAY = date(2024, 3, 28), date(2024, 4, 2)
#: The addresses whose conference is this one, by the first word of their names.
KINDS = (
    "attendance",
    "presenter",
    "present",
    "slide",
    "decision",
    "meeting",
    "projector",
    "minutes",
    "remark",
    "draft",
    "answers",
)


def make_meeting(office: Office, given: Document) -> dict[str, Any]:
    """Hold a conference that goes through a document's tasks; its minutes are out for checking."""
    conference = _open(office, given)
    seat = _seat(office, conference)
    task = Task.objects.get(document=given)
    opinion = Opinion("carried_on", "Tiếp tục", date(2024, 6, 30))
    decision = conferences.decide_at_conference(
        office.leader, conference.pk, task.pk, version=task.version, opinion=opinion
    )
    note = conferences.note_conclusion(office.leader, conference.pk, text="Giao Công an thị xã")
    remark = conferences.add_remark(office.specialist, conference.pk, speaker=Speaker(seat.pk), text="Đã làm")
    conferences.show_slide(office.specialist, conference.pk, slide=f"task:{task.pk}")
    with clock.set_to(timezone.localdate()):
        _link, secret = conferences.open_projector(office.specialist, conference.pk)
    conference = conferences.hold_conference(office.specialist, conference.pk, version=conference.version)
    minutes = remark.minutes
    conferences.send_for_checking(office.specialist, conference.pk, version=minutes.version, check_by=DAY)
    check = conferences.check_minutes(office.reporter, seat.pk, is_agreed=False, text="Chưa đúng")
    drafted = _draft(office, conference)
    return {f"{kind}:conference_id": conference.pk for kind in KINDS} | {
        "attendance:delegate_id": seat.pk,
        "minutes:delegate_id": seat.pk,
        "decision_id": decision.pk,
        "meeting:directive_id": note.pk,
        "remark_id": remark.pk,
        **drafted,
        "check_id": check.pk,
        "slide": "title",
        "projector:secret": secret,
        "projected:secret": secret,
    }


def _draft(office: Office, conference: Conference) -> dict[str, Any]:
    """Draft the conclusion with a directive and a comment; the chair has returned it once."""
    actor, unit = office.specialist, office.units["Công an thị xã"]
    said = DirectiveDraft("Mở đợt cao điểm", (unit.pk,))
    row = conferences.add_draft_directive(actor, conference.pk, said)
    for one in row.conclusion.directives.exclude(pk=row.pk):
        one.leads.add(unit)
    draft = conferences.submit_draft(actor, row.conclusion_id, version=row.conclusion.version)
    draft = conferences.return_draft(office.leader, draft.pk, version=draft.version, reason="Nêu rõ hạn")
    comment = conferences.comment_on_draft(office.leader, draft.pk, text="Thêm Viện kiểm sát")
    before = Task.objects.exclude(directive=None)[0].directive
    repeated = DraftRepetition.objects.create(directive=row, earlier=before, likeness=0.6)
    return {"draft_directive_id": row.pk, "comment_id": comment.pk, "draft_repetition_id": repeated.pk}


def _open(office: Office, given: Document) -> Conference:
    with clock.set_to(LAST_DAY):
        details = ConferenceDetails("quarterly", "Giao ban kỳ trước", LAST_DAY, "2023-Q4", "2024-Q1")
        last = conferences.plan_conference(office.specialist, details)
        last = conferences.hold_conference(office.specialist, last.pk, version=last.version)
        conferences.attach_conclusion(office.specialist, last.pk, given.pk, version=last.version)
    details = ConferenceDetails("quarterly", "Giao ban kỳ này", DAY, "2024-Q1", "2024-Q2")
    made = conferences.plan_conference(office.specialist, details)
    return conferences.open_conference(office.specialist, made.pk, version=made.version)


def _seat(office: Office, conference: Conference) -> Delegate:
    conferences.invite_units(office.specialist, conference.pk, [office.units["Công an thị xã"].pk])
    seat = conference.delegates.get()
    return conferences.tick_delegate(office.specialist, seat.pk, version=seat.version, tick=Tick("present"))
