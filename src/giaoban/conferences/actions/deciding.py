"""What the chair decides on a task while the meeting goes through the last conclusion (ý kiến của chủ trì)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from giaoban.audit import clock
from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actors import Actor, Right
from giaoban.conferences.actions.in_hand import words as as_kept
from giaoban.conferences.actions.in_meeting import digest_of, keep_receipt, take_meeting, taken_in
from giaoban.conferences.actions.presenting import touch_projection
from giaoban.conferences.meeting import DECIDED_IN
from giaoban.conferences.models import Conference, Decision
from giaoban.conferences.queries.slides import places_of
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.conferences.scope import conferences_for
from giaoban.conferences.slides import place_named
from giaoban.refusal import NotFound, Stale, phrase
from giaoban.tasks.actions import decide_task, undo_decision
from giaoban.tasks.models import Entry
from giaoban.tasks.queries import tasks_for
from giaoban.tasks.states import AssignmentState

Kind = Decision.Kind


class AlreadyDecided(ConferenceRefusal):
    """The conference has decided on this task; the decision is undone before another is recorded."""

    def __init__(self, decision: Decision) -> None:
        sentence = phrase("Nhiệm vụ này đã có ý kiến của chủ trì. Muốn ghi khác, hãy hoàn tác ý kiến cũ trước.")
        super().__init__("already_decided", sentence)
        self.decision = decision


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the chair says of a task (ý kiến): ``kind`` of :class:`Decision.Kind`, words, and a new due.

    Without a day the new due of a task that goes on is the end of the conference's period ahead.
    """

    kind: str
    words: str = ""
    due_on: date | None = None

    @property
    def goes_on(self) -> bool:
        """Whether the task goes on, as it is or given again, and so has a new due."""
        return self.kind in (Kind.CARRIED_ON, Kind.GIVEN_AGAIN)


def decide_at_conference(
    actor: Actor, conference_id: int, task_id: int, *, version: int, opinion: Opinion, key: UUID | None = None
) -> Decision:
    """Record the chair's decision on a task: done, carried on with a new due, given again, dropped.

    The task is changed by its own action in the same transaction. ``version`` is the task's as it was on the screen;
    ``key`` is the sending device's: sent again, the same decision is answered and nothing is done twice.

    Raises :class:`AlreadyDecided`, :class:`~giaoban.refusal.Stale` for an older version,
    :class:`~giaoban.refusal.NotFound` for a task that this meeting does not go through, and what
    :func:`~giaoban.tasks.actions.decide_task` refuses.
    """
    digest = digest_of("decision", task_id, opinion.kind, as_kept(opinion.words), opinion.due_on)

    def work() -> Decision:
        return _decide(actor, conference_id, task_id, version, opinion, (key, digest) if key else None)

    return taken_in(actor, conference_id, key, digest, Decision.objects.all(), work)


@action
def _decide(
    actor: Actor,
    conference_id: int,
    task_id: int,
    version: int,
    opinion: Opinion,
    receipt: tuple[UUID, str] | None,
) -> Decision:
    conference = take_meeting(actor, conference_id, DECIDED_IN, Right.CONFERENCES_DECIDE)
    if place_named(places_of(conference), f"task:{task_id}") is None:
        raise NotFound
    if opinion.kind not in Kind.values:
        raise ConferenceRefusal("unknown_decision", phrase("Hãy chọn một ý kiến trong danh sách."), field="kind")
    _require_undecided(conference, task_id)
    decision = _change_task(actor, conference, task_id, version, opinion)
    if receipt is not None:
        keep_receipt(conference, *receipt, decision)
    touch_projection(conference)
    record(actor, "conferences.decision.recorded", decision, after={"kind": opinion.kind, "words": decision.words})
    return decision


def _change_task(actor: Actor, conference: Conference, task_id: int, version: int, opinion: Opinion) -> Decision:
    made = Decision(
        conference=conference, task_id=task_id, kind=opinion.kind, words=as_kept(opinion.words), by=actor.name
    )
    if not _is_done_before(actor, task_id, version, opinion):
        after = decide_task(
            actor,
            task_id,
            version=version,
            decision=opinion.kind,
            words=opinion.words,
            due_on=opinion.due_on,
            ahead=conference.ahead if opinion.goes_on and opinion.due_on is None else "",
            said_at=conference.title,
        )
        made.due_on = after.due_on if opinion.goes_on else None
        made.new_task = after if opinion.kind == Kind.GIVEN_AGAIN else None
        made.entry = Entry.objects.filter(task=task_id).order_by("-pk").first()
    made.save()
    return made


def _is_done_before(actor: Actor, task_id: int, version: int, opinion: Opinion) -> bool:
    """Return whether the chair says done of a task that was confirmed before: it is noted, the task stays as it is."""
    if opinion.kind != Kind.DONE:
        return False
    task = tasks_for(actor).filter(pk=task_id, state=AssignmentState.CONFIRMED).first()
    if task is not None and task.version != version:
        raise Stale(task)
    return task is not None


def _require_undecided(conference: Conference, task_id: int) -> None:
    """Close the row of a decision that was undone on the task's own page; refuse where one still stands."""
    for one in conference.decisions.filter(task_id=task_id, undone_at=None).select_related("entry"):
        if one.stands:
            raise AlreadyDecided(one)
        if one.entry is not None:
            one.undone_at, one.undone_by = one.entry.undone_at, one.entry.undone_by
            one.save(update_fields=["undone_at", "undone_by"])


@action
def undo_at_conference(actor: Actor, decision_id: int) -> Decision:
    """Take a recorded decision back (hoàn tác): the task stands as before, unless something has happened to it since.

    Raises a refusal for one that was undone before, and what :func:`~giaoban.tasks.actions.undo_decision` refuses.
    """
    actor.require(Right.CONFERENCES_DECIDE)
    seen = Decision.objects.filter(conference__in=conferences_for(actor), pk=decision_id).first()
    if seen is None:
        raise NotFound
    conference = take_meeting(actor, seen.conference_id, DECIDED_IN, Right.CONFERENCES_DECIDE)
    decision = Decision.objects.select_related("entry", "task").get(pk=decision_id)
    if not decision.stands:
        raise ConferenceRefusal("decision_undone", phrase("Ý kiến này đã được hoàn tác."))
    if decision.entry is not None:
        undo_decision(actor, decision.entry.pk)
    advance(decision, decision.version)
    decision.undone_at, decision.undone_by = clock.now(), actor.name
    decision.save(update_fields=["undone_at", "undone_by"])
    touch_projection(conference)
    record(actor, "conferences.decision.undone", decision, before={"kind": decision.kind, "words": decision.words})
    return decision
