"""The pages of a draft: drafted, before the chair, issued; and the answers with their files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document

from conferences.meeting_room import MEETING_DAY, Room, fresh, make_room, set_state
from conftest import Office
from giaoban.audit import clock
from giaoban.committees.actors import Actor
from giaoban.committees.models import Committee
from giaoban.conferences.actions import (
    DirectiveDraft,
    add_draft_directive,
    open_draft,
    return_draft,
    submit_draft,
)
from giaoban.conferences.models import Conclusion
from giaoban.tasks.models import Task
from tasks.conftest import COURT, POLICE

Browse = Callable[[Actor], Client]


@pytest.fixture
def room(office: Office, settings: Any, tmp_path: Path) -> Iterator[Room]:
    """Our committee's conference, just held."""
    settings.FILES_ROOT = tmp_path / "files"
    with clock.set_to(MEETING_DAY):
        made = make_room(office)
        set_state(office, made.conference, "held")
        yield made


def at(name: str, room: Room, **more: Any) -> str:
    """Return the address of one of the conference's pages."""
    return reverse(name, kwargs={"conference_id": room.conference.pk} | more)


def test_a_conclusion_is_drafted_submitted_approved_and_issued_through_the_pages(
    room: Room, office: Office, browse: Browse
) -> None:
    specialist, leader = browse(office.specialist), browse(office.leader)
    assert "Soạn kết luận" in specialist.get(at("conference-page", room)).content.decode()
    assert specialist.post(at("draft-begin", room)).status_code == 302
    typed = {
        "text": "Mở đợt cao điểm trấn áp tội phạm",
        "leads": office.units[POLICE].pk,
        "supports": office.units[COURT].pk,
        "due": "15/9/2024",
        "product": "báo cáo kết quả",
        "areas": "security",
    }
    assert specialist.post(at("draft-directive-add", room), typed).status_code == 302
    page = specialist.get(at("draft-page", room)).content.decode()
    assert "Giao Công an thị xã chủ trì, phối hợp với Tòa án nhân dân thị xã mở đợt cao điểm" in page
    draft = Conclusion.objects.get()
    specialist.post(at("draft-submit", room), {"version": draft.version})
    assert leader.post(at("draft-comment", room), {"text": "Thêm các phường"}).status_code == 302
    assert "Thêm các phường" in specialist.get(at("draft-page", room)).content.decode()
    leader.post(at("draft-approve", room), {"version": fresh(draft).version})
    issued = {"version": fresh(draft).version, "number": "52", "symbol": "52-TB/ThU", "issued_on": "28/06/2024"}
    answer = specialist.post(at("draft-issue", room), issued)
    assert answer.status_code == 302, answer.content.decode()
    assert Task.objects.filter(document__symbol="52-TB/ThU").count() == 1
    concluded = specialist.get(at("conference-page", room)).content.decode()
    assert "Kết luận được soạn và ban hành tại đây." in concluded
    assert at("conclusion-detach", room) not in concluded
    refused = specialist.post(at("conclusion-detach", room), follow=True).content.decode()
    assert "Kết luận 52-TB/ThU đã được ban hành tại đây, không gỡ được." in refused


def test_what_is_missing_is_said_at_each_directive_and_a_bad_due_at_its_field(
    room: Room, office: Office, browse: Browse
) -> None:
    add_draft_directive(office.specialist, room.conference.pk, DirectiveDraft("Thực hiện nghiêm túc"))
    client = browse(office.specialist)
    page = client.get(at("draft-page", room)).content.decode()
    assert "Chọn đơn vị chủ trì." in page
    assert "Ghi hạn: ngày, kỳ hoặc định kỳ." in page
    answer = client.post(at("draft-directive-add", room), {"text": "Làm việc này", "due": "hôm nào đó"})
    assert answer.status_code == 422
    assert "hôm nào đó" in answer.content.decode()


def test_what_is_proposed_is_marked_until_it_is_kept_and_several_directives_are_split(
    room: Room, office: Office, browse: Browse
) -> None:
    typed = "Giao Công an mở đợt cao điểm trước 30/9; đề nghị TAND thị xã xét xử lưu động"
    row = add_draft_directive(office.specialist, room.conference.pk, DirectiveDraft(typed))
    client = browse(office.specialist)
    assert "Tách thành 2 chỉ đạo" in client.get(at("draft-page", room)).content.decode()
    client.post(reverse("draft-directive-split", args=[row.pk]), {"version": row.version})
    page = client.get(at("draft-page", room)).content.decode()
    assert ">đề xuất</span>" in page
    assert "Đề nghị Tòa án nhân dân thị xã xét xử lưu động" in page.replace('<mark class="d" title="Chỉ đạo 2">', "")
    assert "Đề xuất từ lời văn" in client.get(reverse("draft-directive-edit", args=[row.pk])).content.decode()
    for one in row.conclusion.directives.all():
        client.post(reverse("draft-directive-keep", args=[one.pk]), {"version": one.version})
    assert ">đề xuất</span>" not in client.get(at("draft-page", room)).content.decode()


def test_a_stale_edit_of_a_directive_gets_both_texts_back(room: Room, office: Office, browse: Browse) -> None:
    row = add_draft_directive(office.specialist, room.conference.pk, DirectiveDraft("Bản đầu"))
    client, address = browse(office.specialist), reverse("draft-directive-edit", args=[row.pk])
    client.post(address, {"version": row.version, "text": "Bản của người khác"})
    answer = client.post(address, {"version": row.version, "text": "Bản của tôi"})
    assert answer.status_code == 409
    assert "Bản của người khác" in answer.content.decode()
    assert "Bản của tôi" in answer.content.decode()


def test_a_kept_version_and_the_notice_as_a_paper(room: Room, office: Office, browse: Browse) -> None:
    said = DirectiveDraft("Mở đợt cao điểm", (office.units[POLICE].pk,))
    add_draft_directive(office.specialist, room.conference.pk, said)
    draft = open_draft(office.specialist, room.conference.pk)
    submit_draft(office.specialist, draft.pk, version=draft.version)
    client = browse(office.leader)
    assert "Mở đợt cao điểm" in client.get(at("draft-version", room, number=1)).content.decode()
    paper = Document(BytesIO(client.get(at("draft-download", room)).content))
    words = "\n".join(one.text for one in paper.paragraphs)
    assert "THÔNG BÁO" in words
    assert "1. Giao Công an thị xã mở đợt cao điểm." in words
    assert "(Dự thảo)" in words


def test_two_versions_are_compared_word_by_word(room: Room, office: Office, browse: Browse) -> None:
    said = DirectiveDraft("Mở đợt cao điểm", (office.units[POLICE].pk,), areas=("security",))
    row = add_draft_directive(office.specialist, room.conference.pk, said)
    draft = open_draft(office.specialist, room.conference.pk)
    draft = submit_draft(office.specialist, draft.pk, version=draft.version)
    draft = return_draft(office.leader, draft.pk, version=draft.version, reason="Ghi rõ hạn")
    client = browse(office.specialist)
    changed = {"text": "Mở hai đợt cao điểm", "leads": office.units[COURT].pk, "due": "quý III/2024"}
    client.post(reverse("draft-directive-edit", args=[row.pk]), changed | {"areas": "security", "version": row.version})
    assert f"{at('draft-compare', room)}?cu=2&amp;moi=0" in client.get(at("draft-page", room)).content.decode()
    submit_draft(office.specialist, draft.pk, version=fresh(draft).version)
    leader = browse(office.leader)
    address = f"{at('draft-compare', room)}?cu=2&amp;moi=3"
    assert address in leader.get(at("draft-page", room)).content.decode()
    page = leader.get(address.replace("&amp;", "&")).content.decode()
    assert '<ins><span class="said">[thêm] </span>hai </ins>' in page
    assert f"Chủ trì: từ <del>{POLICE}</del> thành <ins>{COURT}</ins>" in page
    assert "Hạn: từ <del>theo kỳ</del> thành <ins>quý III/2024</ins>" in page
    assert "Hai bản giống hệt nhau." in leader.get(f"{at('draft-compare', room)}?cu=1&moi=2").content.decode()
    assert leader.get(f"{at('draft-compare', room)}?cu=1&moi=9").status_code == 404
    assert leader.get(at("draft-compare", room)).headers["Location"] == at("draft-versions", room)
    assert "Bản 3" in leader.get(at("draft-versions", room)).content.decode()


def test_the_answers_name_who_owes_one_and_leave_as_excel_word_and_reminder(
    room: Room, office: Office, browse: Browse
) -> None:
    client = browse(office.specialist)
    page = client.get(at("answers", room)).content.decode()
    assert "Đã có trả lời 1 trên 3 chỉ đạo" in page
    with ZipFile(BytesIO(client.get(at("answers-xlsx", room)).content)) as book:
        assert "Đã mở 3 đợt cao điểm" in book.read("xl/sharedStrings.xml").decode()
    paper = Document(BytesIO(client.get(at("answers-docx", room)).content))
    assert f"{COURT}: chưa có trả lời" in paper.tables[1].cell(2, 3).text
    reminder = client.post(at("answers-reminder", room, unit_id=office.units[COURT].pk))
    words = "\n".join(one.text for one in Document(BytesIO(reminder.content)).paragraphs)
    assert f"Kính gửi: {COURT}." in words
    assert f"đề nghị {COURT} khẩn trương thực hiện" in words


def test_the_office_writes_no_reminder_to_itself(room: Room, office: Office, browse: Browse) -> None:
    client, court = browse(office.specialist), office.units[COURT]
    Committee.objects.filter(pk=office.committee.pk).update(office_name=court.name)
    address = at("answers-reminder", room, unit_id=court.pk)
    page = client.get(at("answers", room)).content.decode()
    assert "nhắc trong nội bộ" in page
    assert address not in page
    assert "không gửi cho chính mình" in client.post(address, follow=True).content.decode()


def test_a_conference_that_lacks_answers_says_so_when_it_is_to_be_closed(
    room: Room, office: Office, browse: Browse
) -> None:
    set_state(office, room.conference, "concluded")
    client = browse(office.specialist)
    version = fresh(room.conference).version
    answer = client.post(at("conference-close", room), {"version": version}, follow=True)
    assert "chưa thể kết thúc hội nghị" in answer.content.decode()
    assert fresh(room.conference).state == "concluded"


def test_today_shows_a_draft_to_whose_turn_it_is(room: Room, office: Office, browse: Browse) -> None:
    said = DirectiveDraft("Mở đợt cao điểm", (office.units[POLICE].pk,))
    add_draft_directive(office.specialist, room.conference.pk, said)
    draft = open_draft(office.specialist, room.conference.pk)
    today, page = reverse("today"), at("draft-page", room)
    assert page not in browse(office.leader).get(today).content.decode()
    submit_draft(office.specialist, draft.pk, version=draft.version)
    assert page in browse(office.leader).get(today).content.decode()
    assert page not in browse(office.specialist).get(today).content.decode()


def test_units_are_chosen_by_box_or_by_typing_a_name_and_an_unknown_one_is_given_back(
    room: Room, office: Office, browse: Browse
) -> None:
    open_draft(office.specialist, room.conference.pk)
    client, address = browse(office.specialist), at("draft-directive-add", room)
    typed = {"text": "Rà soát camera", "leads_typed": "cong an thi xa", "supports": office.units[COURT].pk}
    assert client.post(address, typed).status_code == 302
    made = Conclusion.objects.get().directives.get()
    assert ([one.name for one in made.leads.all()], [one.name for one in made.supports.all()]) == ([POLICE], [COURT])
    wrong = client.post(address, typed | {"leads_typed": "Sở Thú"})
    assert wrong.status_code == 422
    page = wrong.content.decode()
    assert "Danh bạ không có đơn vị “Sở Thú”. Hãy chọn trong danh sách." in page
    assert 'value="Sở Thú"' in page
    ticked = re.findall(r'name="supports" value="(\d+)"[^>]*\bchecked', page)
    assert ticked == [str(office.units[COURT].pk)]
