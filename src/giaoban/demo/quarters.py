"""The example's earlier quarters, played: each conference prepared, held and concluded, and what was done after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random

from giaoban.audit import clock
from giaoban.committees.actors import Actor, the_system
from giaoban.committees.models import Group, Unit
from giaoban.conferences.actions import (
    ConferenceDetails,
    attach_conclusion,
    close_conference,
    hold_conference,
    invite_group,
    invite_units,
    mark_invited,
    open_conference,
    plan_conference,
    tick_all_present,
    tick_preparation,
)
from giaoban.conferences.models import Conference
from giaoban.demo.acts import play
from giaoban.demo.drafts import DRAFTED, NOTED, Drafting, draft_and_issue, note_in_meeting
from giaoban.demo.fortunes import Case, Stretch, acts_of, fortune_of
from giaoban.demo.meetings import decide_all, finish_minutes, meet
from giaoban.demo.papers import add_and_read, give_tasks
from giaoban.demo.reports import collect_reports
from giaoban.demo.story import Quarter, row_of_words
from giaoban.documents.actions import Facts, edit_facts
from giaoban.documents.models import Document
from giaoban.tasks.actions import open_check_ins
from giaoban.tasks.models import Task
from giaoban.tasks.states import OPEN, OWING

STARTS_AT, ENDS_AT = time(7, 30), time(11, 30)
HOST, PLACE, CHAIR = "Ban Thường vụ Thị ủy Cửa Lò", "Hội trường Thị ủy", "Bí thư Thị ủy"
WARDS = "7 phường"
#: Who is called beside the bloc and the wards, by the kinds of units.
BESIDE = ("government", "project_board", "government_division")


@dataclass
class Player:
    """Plays the story as the specialist and the units; knows what its parts came to, and its conclusions."""

    specialist: Actor
    leader: Actor
    seed: int

    def __post_init__(self) -> None:
        self.fortunes: dict[int, str] = {}
        self.documents: list[int] = []

    def chance(self, *of: object) -> Random:
        """Return the chance that belongs to something of this story, whatever else is played."""
        return Random(":".join(map(str, (self.seed, *of))))

    def hold(self, quarter: Quarter) -> Conference:
        """Prepare, hold and conclude one conference; its tasks are given."""
        conference = self.prepare(quarter)
        collect_reports(self.specialist, conference, self.chance("reports", quarter.reviewed), self.fortunes)
        with clock.set_to(quarter.invited_on, time(10, 0)):
            self._tick(conference)
            conference = mark_invited(self.specialist, conference.pk, version=conference.version)
        conference = self._meeting(quarter, conference)
        conference = self._conclude(quarter, conference)
        finish_minutes(self.specialist, conference, self.chance("minutes", quarter.reviewed))
        with clock.set_to(quarter.issued_on + timedelta(days=7), time(16, 0)):
            return close_conference(self.specialist, conference.pk, version=conference.version)

    def prepare(self, quarter: Quarter) -> Conference:
        """Plan a conference and ask for the units' reports."""
        with clock.set_to(quarter.planned_on):
            conference = plan_conference(self.specialist, _details(quarter))
            groups = Group.objects.filter(committee_id=conference.committee_id)
            for group in groups.filter(is_everybody=True) | groups.filter(name=WARDS):
                invite_group(self.specialist, conference.pk, group.pk)
            beside = Unit.objects.filter(committee_id=conference.committee_id, kind__in=BESIDE)
            invite_units(self.specialist, conference.pk, list(beside.values_list("pk", flat=True)))
        return conference

    def work(self, first: date, last: date) -> None:
        """Let the units work on everything that is open, and the office answer them, from one day to another."""
        acts = []
        stretch = Stretch(first, last)
        open_tasks = Task.objects.filter(document__in=self.documents, state__in=OPEN).order_by("pk")
        for task in open_tasks.select_related("directive", "document"):
            of_task = [act for part in self._cases(task, stretch) for act in acts_of(part, self.fortunes[part.part.pk])]
            ended = min((act.on for act in of_task if act.verb == "withdraw"), default=last)
            acts += [act for act in of_task if act.on < ended or act.verb == "withdraw" or ended == last]
        for month, following in _months(first, last):
            with clock.set_to(month, time(1, 0)):
                open_check_ins(the_system(self.specialist.committee_id))
            play(self.specialist, [act for act in acts if month <= act.on < following])

    def answer_last(self, conference: Conference) -> None:
        """Let the meeting of the real page tick who came, and decide on what the story left; nothing is given again."""
        tick_all_present(self.specialist, conference.pk)
        self.decide(conference, gives_again=False)

    def decide(self, conference: Conference, *, gives_again: bool = True) -> None:
        """Let the chair decide on every task with which a meeting opens."""
        decide_all(self.specialist, conference, self.chance("decisions", conference.reviewed), gives_again=gives_again)

    def _meeting(self, quarter: Quarter, conference: Conference) -> Conference:
        with clock.set_to(quarter.held_on, STARTS_AT):
            conference = open_conference(self.specialist, conference.pk, version=conference.version)
            meet(self.specialist, conference, self.chance("meeting", quarter.reviewed))
        with clock.set_to(quarter.held_on, time(8, 30)):
            self.decide(conference)
        if quarter.reviewed in DRAFTED:
            with clock.set_to(quarter.held_on, time(11, 0)):
                note_in_meeting(self.specialist, conference, quarter.asks[:NOTED])
        with clock.set_to(quarter.held_on, ENDS_AT):
            return hold_conference(self.specialist, conference.pk, version=conference.version)

    def _tick(self, conference: Conference) -> None:
        """Tick off what is prepared: all before the meeting by the invitation, the notice once it is out."""
        rows = conference.preparations.filter(is_closed=False, done_at=None)
        if clock.today() < conference.held_on:
            rows = rows.filter(due_on__lte=conference.held_on)
        for row in rows:
            tick_preparation(self.specialist, row.pk, version=row.version, is_done=True)

    def _conclude(self, quarter: Quarter, conference: Conference) -> Conference:
        """Issue the conclusion: drafted here, or as a document that comes in."""
        if quarter.reviewed in DRAFTED:
            drafting = Drafting(self.specialist, self.leader, self.chance("draft", quarter.reviewed))
            self.documents.append(draft_and_issue(drafting, conference, quarter).pk)
            conference.refresh_from_db()
        else:
            with clock.set_to(quarter.issued_on):
                document = self._issue(quarter)
                conference = attach_conclusion(self.specialist, conference.pk, document.pk, version=conference.version)
        with clock.set_to(quarter.issued_on, time(17, 0)):
            self._tick(conference)
        return conference

    def _issue(self, quarter: Quarter) -> Document:
        name = f"ket-luan-{quarter.reviewed}.txt"
        title = f"Kết luận hội nghị giao ban công tác nội chính {quarter.reviewed.label}"
        document = add_and_read(self.specialist, name, quarter.text.encode(), title=title)
        edit_facts(self.specialist, document.pk, _facts(quarter, document), version=document.version)
        give_tasks(self.specialist, document.pk)
        self.documents.append(document.pk)
        return document

    def _cases(self, task: Task, stretch: Stretch) -> Sequence[Case]:
        """Return what is still owed of a task, each part with its chance and the fortune that it draws."""
        row = row_of_words(task.quote)
        is_carried = task.given_on < stretch.first
        parts = task.assignments.filter(state__in=OWING).select_related("task", "unit")
        cases = [
            Case(self.chance(stretch.first, task.code, one.unit.name), one, row, stretch, is_carried) for one in parts
        ]
        self.fortunes |= {one.part.pk: fortune_of(one) for one in cases}
        return cases


def play_story(player: Player, story: Sequence[Quarter]) -> Quarter | None:
    """Play every quarter, with the work between them; returns the last one."""
    last: Quarter | None = None
    for quarter in story:
        if last is not None:
            player.work(last.issued_on, quarter.reports_due_on - timedelta(days=4))
        player.hold(quarter)
        last = quarter
    return last


def _months(first: date, last: date) -> list[tuple[date, date]]:
    """Return the months, or what lies between the days of them, each with the day after it."""
    starts = [first]
    while (following := (starts[-1].replace(day=1) + timedelta(days=32)).replace(day=1)) <= last:
        starts.append(following)
    return list(zip(starts, [*starts[1:], last + timedelta(days=1)], strict=True))


def _details(quarter: Quarter) -> ConferenceDetails:
    reviewed, ahead = quarter.reviewed.label, quarter.ahead.label
    return ConferenceDetails(
        kind="quarterly",
        title=f"Hội nghị giao ban công tác nội chính {reviewed}, nhiệm vụ {ahead}",
        reviewed=str(quarter.reviewed),
        ahead=str(quarter.ahead),
        held_on=quarter.held_on,
        starts_at=STARTS_AT,
        ends_at=ENDS_AT,
        place=PLACE,
        host=HOST,
        chair_title=CHAIR,
        cut_off_on=quarter.reports_due_on - timedelta(days=3),
        reports_due_on=quarter.reports_due_on,
    )


def _facts(quarter: Quarter, document: Document) -> Facts:
    return Facts(
        title=document.title,
        symbol=quarter.symbol,
        issued_on=quarter.issued_on,
        conference_title=document.conference_title,
        conference_on=quarter.held_on,
        conference_host=HOST,
        chair_title=CHAIR,
        reviewed=str(quarter.reviewed),
        ahead=str(quarter.ahead),
    )
