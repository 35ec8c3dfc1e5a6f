"""A later due: asked by the unit, decided by the office or a leader (gia hạn)."""

from __future__ import annotations

from datetime import date

from giaoban.audit import clock
from giaoban.audit.actions import action
from giaoban.committees.actors import Actor, Right
from giaoban.refusal import NotFound
from giaoban.tasks import rules
from giaoban.tasks.actions.in_hand import TaskInHand, required, take_assignment, take_task, words
from giaoban.tasks.models import Assignment, Entry, Extension
from giaoban.tasks.refusals import (
    REASON_WANTED,
    DueMissing,
    DueNotLater,
    ExtensionAlreadyAsked,
    ExtensionDecided,
    ExtensionsUsedUp,
    ExtensionTooLong,
    LeaderDecides,
    WrongState,
)
from giaoban.tasks.rules import Verb
from giaoban.tasks.rules_in_force import rules_of
from giaoban.tasks.scope import extensions_for
from giaoban.tasks.time_rules import Rules, is_used_up, latest_extension, may_decide_extension

Decision = Extension.Decision


@action
def ask_extension(actor: Actor, assignment_id: int, *, version: int, wanted_on: date, reason: str) -> Extension:
    """Ask for a later due of the own unit's assignment, with a reason (xin gia hạn).

    Raises a refusal without a reason, without a due, for a day that is not later or has passed, while another
    request is open, before the assignment was taken on and after it was reported as done; and where the committee's
    rules on dues allow no further extension, or none as long.
    """
    hand, assignment = take_assignment(actor, assignment_id, version, Verb.ASK)
    if rules.state_after(assignment.state, Verb.ASK) is None:
        raise WrongState(Verb.ASK)
    if assignment.due_on is None:
        raise DueMissing
    _require_later(assignment, wanted_on)
    if _open_request(assignment):
        raise ExtensionAlreadyAsked
    limits = rules_of(actor.committee_id)
    if is_used_up(limits, assignment.extensions.filter(decision=Decision.GRANTED).count()):
        raise ExtensionsUsedUp(limits.most_extensions)
    _require_short(limits, assignment, wanted_on)
    kept = required(reason, REASON_WANTED)
    request = Extension.objects.create(
        assignment=assignment,
        from_on=assignment.due_on,
        wanted_on=wanted_on,
        reason=kept,
        asked_by=actor.name,
    )
    hand.tell(
        "extension_asked",
        assignment,
        text=kept,
        old=_iso(assignment.due_on),
        new=_iso(wanted_on),
        can_undo=False,
    )
    return request


@action
def decide_extension(
    actor: Actor, extension_id: int, *, version: int, granted_on: date | None, answer: str = ""
) -> Entry:
    """Grant a request with a day, the one that was asked for or another, or refuse it with words.

    ``granted_on`` None refuses. Raises a refusal for a longer time than the committee's rules on dues allow, and where
    they leave the decision to a leader alone. A lead's later due takes the supports' along, who have at least as long.
    """
    actor.require(Right.TASKS_DECIDE)
    hand, request = _take_request(actor, extension_id, version)
    limits = rules_of(actor.committee_id)
    if not may_decide_extension(actor, limits):
        raise LeaderDecides
    hand.require_open()
    assignment = hand.assignment(request.assignment_id)
    if granted_on is None:
        kept = required(answer, REASON_WANTED)
        _close(hand, request, Decision.REFUSED, answer=kept)
        return hand.tell("extension_refused", assignment, text=kept, old=_iso(request.wanted_on))
    _require_later(assignment, granted_on)
    _require_short(limits, assignment, granted_on)
    old = assignment.due_on
    _close(hand, request, Decision.GRANTED, answer=words(answer), granted_on=granted_on)
    hand.change(assignment, due_on=granted_on)
    _take_supports_along(hand, assignment)
    return hand.tell("extension_granted", assignment, text=words(answer), old=_iso(old), new=_iso(granted_on))


@action
def drop_extension(actor: Actor, extension_id: int, *, version: int) -> Entry:
    """Take back the own unit's request that is not decided yet (rút đề nghị)."""
    actor.require(Right.TASKS_ANSWER)
    hand, request = _take_request(actor, extension_id, version)
    assignment = hand.assignment(request.assignment_id)
    _close(hand, request, Decision.DROPPED)
    return hand.tell("extension_dropped", assignment, old=_iso(request.wanted_on), can_undo=False)


def drop_open_request(hand: TaskInHand, assignment: Assignment) -> None:
    """Let the assignment's open request fall away, because nothing is owed any more."""
    request = _open_request(assignment)
    if request is not None:
        _close(hand, request, Decision.DROPPED)


def answer_open_request(hand: TaskInHand, assignment: Assignment, due_on: date | None, answer: str) -> None:
    """Let a conference's decision answer the assignment's open request: granted with a later due, else refused."""
    request = _open_request(assignment)
    if request is None:
        return
    if due_on is not None and request.from_on is not None and due_on > request.from_on:
        _close(hand, request, Decision.GRANTED, answer=answer, granted_on=due_on)
    else:
        _close(hand, request, Decision.REFUSED, answer=answer)


def _take_request(actor: Actor, extension_id: int, version: int) -> tuple[TaskInHand, Extension]:
    request = extensions_for(actor).select_related("assignment").filter(pk=extension_id).first()
    if request is None:
        raise NotFound
    hand = take_task(actor, request.assignment.task_id)
    request.refresh_from_db()
    if request.decision != Decision.ASKED:
        raise ExtensionDecided
    hand.claim(request, version)
    return hand, request


def _close(
    hand: TaskInHand,
    request: Extension,
    decision: Extension.Decision,
    *,
    answer: str = "",
    granted_on: date | None = None,
) -> None:
    hand.change(
        request,
        decision=decision,
        answer=answer,
        granted_on=granted_on,
        decided_by=hand.actor.name,
        decided_at=clock.now(),
    )


def _take_supports_along(hand: TaskInHand, lead: Assignment) -> None:
    if lead.role != Assignment.Role.LEAD:
        return
    for one in hand.open_parts:
        if one.role == Assignment.Role.SUPPORT:
            hand.change(one, due_on=rules.support_due(one.due_on, lead.due_on))


def _open_request(assignment: Assignment) -> Extension | None:
    return assignment.extensions.filter(decision=Decision.ASKED).first()


def _require_later(assignment: Assignment, day: date) -> None:
    if day < clock.today() or (assignment.due_on is not None and day <= assignment.due_on):
        raise DueNotLater


def _require_short(limits: Rules, assignment: Assignment, day: date) -> None:
    latest = latest_extension(limits, assignment.due_on) if assignment.due_on else None
    if latest is not None and day > latest:
        raise ExtensionTooLong(latest)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
