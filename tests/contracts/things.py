"""One real thing of each kind in a committee, made by actions: what the addresses of the access table are about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from conftest import Office
from contracts.meeting_things import make_meeting
from giaoban.audit import clock
from giaoban.committees import actions as directory
from giaoban.committees.actions import PersonDetails, PostDetails
from giaoban.committees.models import GroupUnit, Member, UnitAlias
from giaoban.conferences import actions as conferences
from giaoban.conferences.actions import ConferenceDetails
from giaoban.documents import actions as documents
from giaoban.documents.files import write_file
from giaoban.documents.models import Document, Page, Repetition
from giaoban.documents.pictures import picture_path
from giaoban.jobs.runner import run_waiting
from giaoban.notices.feed import renew_feed
from giaoban.notices.models import Notice
from giaoban.notices.telling import tell
from giaoban.tasks import actions as tasks
from giaoban.tasks.models import Assignment, CheckIn, Entry, Evidence

DAY = date(2024, 4, 2)
#: The day of the conference: its delegates' links lead somewhere until a while after it.
AHEAD = date(2099, 6, 26)
GIVEN = (
    "Yêu cầu Công an thị xã thực hiện Nghị quyết số 06-NQ/TU và Chỉ thị số 07-CT/TU về bảo đảm an ninh trật tự, "
    "hoàn thành trước ngày 15/5/2024."
)
EACH_MONTH = "Yêu cầu Công an thị xã hằng tháng kiểm tra việc chấp hành quy định về an ninh trật tự."
AT_REVIEW = (
    "Yêu cầu Tòa án nhân dân thị xã đẩy nhanh việc xét xử, báo cáo trước ngày 20/5/2024. "
    "Yêu cầu Ban Chỉ huy Quân sự thị xã duy trì chế độ trực sẵn sàng chiến đấu."
)
#: What is sent where an empty form would be refused before it is asked who sends it.
BODIES = {
    "language": "language=en",
    "repetition-agree": "version=1",
    "repetition-refuse": "version=1",
    "draft-repetition-agree": "version=1",
    "draft-repetition-refuse": "version=1",
    "review-merge": "chosen={directive_id}:1&chosen={next_directive_id}:1",
    "directive-edge": "edge=end-1&version=1",
    "directive-unit-add": "role=support&written=Phường&version=1",
    "conclusion-attach": "document={document_id}&version=1",
    "item-move": "to=up&version=1",
    "draft-comment": "text=Góp ý",
    "decision-record": "task={task}&version=1&kind=dropped&words=Thôi",
    "slide-show": "slide=title",
    "meeting-note": "text=Giao&slide=title",
    "attendance-tick": "presence=excused&version=2",
    "remark-add": "speaker=Ông Khách",
    "remark": "text=Khác&version=1",
    "remark-move": "steps=1&version=1",
    "remark-close": "version=1",
    "minutes-conclusion": "text=Khác&version=1",
    "minutes-check": "is_agreed=1",
    "minutes-answer": "answer=Đã sửa",
    "task-bulk": "verb=withdraw&task={task}",
    "notice-see-all": "up_to={notice_id}",
}


@dataclass(frozen=True)
class Things:
    """The arguments for the addresses of a committee: by the argument's name, or for ``pk`` by the address's.

    ``group:alias_id`` is the argument where the address's name begins with ``group``.
    """

    ids: dict[str, Any]

    def arguments(self, name: str, wanted: list[str]) -> dict[str, Any]:
        """Return the arguments of the address of that name."""
        kind = "assignment" if name == "extension-ask" else name.partition("-")[0]
        return {one: self.ids[kind] if one == "pk" else self.ids.get(f"{kind}:{one}", self.ids[one]) for one in wanted}

    def body(self, name: str) -> str:
        """Return what is sent to the address of that name."""
        return BODIES.get(name, "sent=1").format_map(self.ids)


class _Nothing(dict[str, Any]):
    """Ids that lead to nothing in any committee."""

    def __missing__(self, name: str) -> Any:
        number = 987_654_322 if name.startswith("next") else 987_654_321
        return UUID(int=number) if name == "batch" else number

    def get(self, name: str, default: Any = None) -> Any:
        return default


NOTHING = Things(_Nothing())


def make_things(office: Office) -> Things:
    """Make documents, a task with all that happens to one, people, groups, filters, a conference being prepared."""
    with clock.set_to(DAY):
        review, given = _read(office, "Văn bản rà soát", AT_REVIEW), _read(office, "Văn bản đã giao", GIVEN)
        monthly = _read(office, "Văn bản giao việc hằng tháng", EACH_MONTH)
        ids = _give(office, given) | _check_in(office, monthly) | _directory(office)
        ids |= make_meeting(office, given) | _conference(office)
        ids |= _notices(office) | _cited(office, given) | _repeated(office, review, given)
    first, second = review.directives.order_by("start")
    _show_page(review)
    numbers = {"document_id": review.pk, "directive_id": first.pk, "next_directive_id": second.pk, "number": 1}
    return Things(ids | numbers)


def _show_page(document: Document) -> None:
    """Give the document a page with its picture: reading a real one for every test would take too long."""
    Page.objects.create(document=document, number=1, width=595, height=842, end=len(document.text))
    write_file(picture_path(document.file, 1), b"RIFF\x00\x00\x00\x00WEBP")


def _read(office: Office, title: str, text: str) -> Document:
    added = documents.add_pasted_text(office.specialist, title, text, declares_no_secret=True)
    run_waiting()
    return Document.objects.get(pk=added.document.pk, state=Document.State.READ)


def _give(office: Office, document: Document) -> dict[str, Any]:
    """Give the document's one task, and let its unit take it on, show evidence and ask for more time."""
    part = _taken_on(office, document)
    task = part.task
    files = [("ghi-chu.txt", "Kế hoạch đã ban hành.".encode())]
    tasks.report_progress(office.reporter, part.pk, version=part.version, text="Đang làm", percent=30, files=files)
    part.refresh_from_db()
    progress = Entry.objects.get(task=task, kind="progress")
    extension = tasks.ask_extension(
        office.reporter, part.pk, version=part.version, wanted_on=date(2024, 6, 1), reason="Chờ kinh phí"
    )
    saved = tasks.save_filter(office.specialist, name="Quá hạn", query="state=overdue")
    moved = tasks.change_dues(office.specialist, [task.pk], due_on=date(2024, 5, 20), reason="Theo kế hoạch mới")
    return {
        "assignment": part.pk,
        "extension": extension.pk,
        "entry": progress.pk,
        "task": task.pk,
        "task_id": task.pk,
        "filter_id": saved.pk,
        "evidence_id": Evidence.objects.get(entry__task=task).pk,
        "batch": moved.batch,
    }


def _cited(office: Office, document: Document) -> dict[str, Any]:
    """Merge what the document cites second into what it cites first."""
    into, merged = (one.cited for one in document.citations.order_by("start"))
    documents.merge_cited(office.specialist, merged.pk, into.pk, version=merged.version)
    return {"cited_id": into.pk, "merged:cited_id": merged.pk}


def _repeated(office: Office, document: Document, earlier: Document) -> dict[str, Any]:
    """Let the first directive of a document seem to repeat one of an earlier document."""
    first, before = document.directives.order_by("start")[0], earlier.directives.get()
    row = Repetition.objects.create(committee=office.committee, directive=first, earlier=before, likeness=0.6)
    return {"repetition_id": row.pk}


def _check_in(office: Office, document: Document) -> dict[str, Any]:
    """Give a task that recurs, and let its unit tell of the first round."""
    check_in = CheckIn.objects.get(assignment=_taken_on(office, document))
    tasks.give_check_in(office.reporter, check_in.pk, version=1, text="Đã kiểm tra 12 cơ sở")
    return {"check": check_in.pk}


def _taken_on(office: Office, document: Document) -> Assignment:
    """Give the document's one task, and let its unit take it on."""
    directive = document.directives.get()
    documents.accept_directive(office.specialist, directive.pk, version=directive.version)
    document.refresh_from_db()
    documents.sign_rest(office.specialist, document.pk, version=document.version)
    document.refresh_from_db()
    task = tasks.assign_tasks(office.specialist, document.pk, version=document.version)[0]
    part = Assignment.objects.get(task=task, unit=office.units["Công an thị xã"])
    tasks.accept_assignment(office.reporter, part.pk, version=part.version)
    part.refresh_from_db()
    return part


def _directory(office: Office) -> dict[str, Any]:
    unit = office.units["Công an thị xã"]
    place = GroupUnit.objects.get(group__committee=office.committee, unit__name="Phường Nghi Thủy")
    person = directory.add_person(office.specialist, PersonDetails("Nguyễn Văn Thử"))
    post = directory.appoint_person(office.specialist, person.pk, PostDetails("Trưởng Công an", unit.pk))
    alias = directory.add_group_alias(office.specialist, place.group_id, "các phường trên địa bàn")
    member = Member.objects.get(committee=office.committee, role="leader")
    return {
        "unit_id": unit.pk,
        "alias_id": UnitAlias.objects.get(unit=unit).pk,
        "group:alias_id": alias.pk,
        "group_id": place.group_id,
        "place_id": place.pk,
        "person_id": person.pk,
        "post_id": post.pk,
        "member_id": member.pk,
    }


def _conference(office: Office) -> dict[str, Any]:
    """Plan a conference and invite the police, with an own link, a paper and something to prepare."""
    actor, unit = office.specialist, office.units["Công an thị xã"]
    details = ConferenceDetails("quarterly", "Giao ban khối", AHEAD, "2024-Q2", "2024-Q3")
    conference = conferences.plan_conference(actor, details)
    conferences.invite_units(actor, conference.pk, [unit.pk])
    link = conferences.issue_links(actor, conference.pk)[0]
    file = ("bao-cao.txt", "Báo cáo chung.".encode())
    material = conferences.add_material(actor, conference.pk, title="Báo cáo", file=file, declares_no_secret=True)
    return {
        "conference_id": conference.pk,
        "delegate_id": link.delegate.pk,
        "secret": link.secret,
        "item_id": conference.agenda.first().pk,
        "material_id": material.pk,
        "version_id": material.versions.get().pk,
        "preparation_id": conference.preparations.first().pk,
        "report_id": conference.reports.get().pk,
    }


def _notices(office: Office) -> dict[str, Any]:
    """Tell the police's reporter of the task."""
    tell(office.committee.pk)
    link = renew_feed(office.reporter)
    return {
        "calendar:secret": link,
        "notice_id": Notice.objects.filter(member__user_id=office.reporter.user_id).first().pk,
    }
