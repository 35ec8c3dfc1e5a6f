"""The presenter's page, and what its script is answered."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from conferences.meeting_room import Room, fresh
from giaoban.conferences.actions import note_conclusion
from giaoban.conferences.models import Decision, DraftDirective
from giaoban.conferences.queries import standing
from giaoban.tasks.actions import edit_task

JSON = {"Accept": "application/json"}


def send(client: Client, name: str, room: Room, values: dict[str, Any]) -> Any:
    return client.post(reverse(name, args=[room.conference.pk]), values, headers=JSON)


def opinion(room: Room, place: int = 0, **changes: Any) -> dict[str, Any]:
    task = fresh(room.tasks[place])
    return {"task": task.pk, "version": task.version, "kind": "done", "words": "Tốt", "key": str(uuid4()), **changes}


def test_every_slide_is_there_with_what_can_be_done_at_it(room: Room, specialist: Client) -> None:
    page = specialist.get(reverse("presenter", args=[room.conference.pk])).content.decode()
    assert page.count('class="slide card"') == 6
    assert page.count('name="kind" value="done"') == 3
    assert "Đã mở 3 đợt cao điểm" in page
    assert "bien-ban.txt" in page


def test_a_step_is_told_where_it_led(room: Room, specialist: Client) -> None:
    told = send(specialist, "slide-show", room, {"slide": f"item:{room.items[2].pk}", "is_blank": "1"}).json()
    assert (told["slide"], told["is_blank"]) == (f"item:{room.items[2].pk}", True)
    assert standing(room.conference)[:2] == (f"item:{room.items[2].pk}", True)
    refused = send(specialist, "slide-show", room, {"slide": "task:1'"})
    assert (refused.status_code, refused.json()["code"]) == (422, "conferences.unknown_slide")


def test_a_decision_is_answered_by_the_slide_anew(room: Room, specialist: Client) -> None:
    sent = opinion(room, kind="carried_on", due_on="15/7/2024")
    told = send(specialist, "decision-record", room, sent).json()
    assert told["slide"] == f"task:{room.tasks[0].pk}"
    assert "15/07/2024" in told["html"]
    assert "data-decided" in told["html"]
    again = send(specialist, "decision-record", room, sent)
    assert (again.status_code, Decision.objects.count()) == (200, 1)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"kind": "carried_on", "due_on": "32/7/2024"}, "conferences.no_such_day"),
        ({"kind": "carried_on", "due_on": "1/1/2024"}, "tasks.new_due_passed"),
        ({"kind": "dropped", "words": " "}, "tasks.words_missing"),
        ({"kind": ""}, "conferences.unknown_decision"),
    ],
)
def test_a_decision_that_cannot_be_is_refused_in_words(
    room: Room, specialist: Client, changes: dict[str, str], code: str
) -> None:
    answer = send(specialist, "decision-record", room, opinion(room, 1, **changes))
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert answer.json()["error"]
    assert not Decision.objects.exists()


def test_on_an_older_version_the_slide_comes_as_it_stands(room: Room, specialist: Client) -> None:
    sent = opinion(room)
    edit_task(room.office.specialist, room.tasks[0].pk, version=sent["version"], title="Tên khác")
    answer = send(specialist, "decision-record", room, sent)
    assert (answer.status_code, answer.json()["code"]) == (409, "edit.stale")
    assert f'name="version" value="{sent["version"] + 1}"' in answer.json()["html"]


def test_a_decision_is_undone(room: Room, specialist: Client) -> None:
    send(specialist, "decision-record", room, opinion(room))
    decision = Decision.objects.get()
    path = reverse("decision-undo", args=[room.conference.pk, decision.pk])
    assert 'name="kind"' in specialist.post(path, headers=JSON).json()["html"]
    assert specialist.post(path, headers=JSON).json()["code"] == "conferences.decision_undone"


def test_a_conclusion_is_in_the_draft_at_once_and_taken_back(room: Room, specialist: Client) -> None:
    sent = {"text": "Giao Công an thị xã", "slide": f"item:{room.items[2].pk}", "key": str(uuid4())}
    told = [send(specialist, "meeting-note", room, sent).json() for _ in range(2)]
    assert told[0]["html"].count("Giao Công an thị xã") == told[1]["html"].count("Giao Công an thị xã") == 1
    made = DraftDirective.objects.get()
    path = reverse("meeting-take-back", args=[room.conference.pk, made.pk])
    assert "Giao Công an thị xã" not in specialist.post(path, headers=JSON).json()["html"]


def test_the_script_is_told_where_the_meeting_stands(room: Room, specialist: Client) -> None:
    path = reverse("present-now", args=[room.conference.pk])
    before = specialist.get(path).json()
    assert (before["slide"], before["is_blank"], before["state"]) == ("title", False, "meeting")
    assert len(before["marks"]) == 6
    send(specialist, "decision-record", room, opinion(room))
    note_conclusion(room.office.leader, room.conference.pk, text="Giao", origin="title")
    after = specialist.get(path).json()["marks"]
    changed = {name for name, mark in after.items() if before["marks"][name] != mark}
    assert changed == {"title", f"task:{room.tasks[0].pk}"}


def test_one_slide_alone_bears_the_mark_of_the_whole(room: Room, specialist: Client) -> None:
    name = f"task:{room.tasks[1].pk}"
    marks = specialist.get(reverse("present-now", args=[room.conference.pk])).json()["marks"]
    page = specialist.get(reverse("present-slide", args=[room.conference.pk, name])).content.decode()
    assert f'data-mark="{marks[name]}"' in page
    assert specialist.get(reverse("present-slide", args=[room.conference.pk, "task:9999"])).status_code == 404


def test_a_key_that_is_none_is_refused(room: Room, specialist: Client) -> None:
    assert send(specialist, "decision-record", room, opinion(room, key="not-a-key")).status_code == 404


def test_an_address_for_another_machine_is_written_out_once(room: Room, specialist: Client) -> None:
    path = reverse("projector-open", args=[room.conference.pk])
    page = specialist.post(path, {"where": "elsewhere"}).content.decode()
    assert "http://testserver/trinh-chieu/" in page
    there = specialist.post(path).headers["Location"]
    assert Client().get(there).status_code == 200
    specialist.post(reverse("projector-close", args=[room.conference.pk]))
    assert Client().get(there).status_code == 404
