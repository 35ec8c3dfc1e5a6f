"""The example's meetings: who came, what was said, what the chair decided on the last conclusion, and the minutes."""

from __future__ import annotations

from datetime import time, timedelta
from random import Random

from giaoban.audit import clock
from giaoban.committees.actors import Actor
from giaoban.conferences.actions import (
    Opinion,
    Speaker,
    Tick,
    add_remark,
    answer_objection,
    begin_minutes,
    check_minutes,
    decide_at_conference,
    finalise_minutes,
    save_concluding_words,
    send_for_checking,
    tick_all_present,
    tick_delegate,
)
from giaoban.conferences.models import AgendaItem, Conference, Delegate, Minutes
from giaoban.conferences.queries import deck_of
from giaoban.demo.sentences import several, some
from giaoban.tasks.models import Task
from giaoban.tasks.rules import Decision
from giaoban.tasks.states import AssignmentState

#: How many speak in the discussion.
SPEAKERS = 5
#: After so many conferences that carried a task on it is done, given again or dropped.
MOST_CARRIED = 2
#: What is decided on a task that is still open, and how likely.
ODDS = {Decision.CARRIED_ON: 5, Decision.GIVEN_AGAIN: 3, Decision.DONE: 1, Decision.DROPPED: 2}


def meet(specialist: Actor, conference: Conference, rng: Random) -> None:
    """Tick who came, and take down what was said."""
    tick_attendance(specialist, conference, rng)
    begin_minutes(specialist, conference.pk)
    discussion = AgendaItem.objects.filter(conference=conference, kind="discussion", is_closed=False).first()
    present = list(conference.delegates.filter(is_closed=False, presence=Delegate.Presence.PRESENT))
    for delegate, text in zip(rng.sample(present, SPEAKERS), several(rng, "said", SPEAKERS), strict=True):
        speaker = Speaker(delegate_id=delegate.pk)
        item_id = discussion.pk if discussion else None
        add_remark(specialist, conference.pk, speaker=speaker, item_id=item_id, text=text)
    minutes = Minutes.objects.get(conference=conference)
    words = some(rng, "concluding")
    save_concluding_words(specialist, conference.pk, version=minutes.version, text=words)


def tick_attendance(specialist: Actor, conference: Conference, rng: Random) -> None:
    """Tick one as excused and one as absent, and all others as present."""
    away = rng.sample(list(conference.delegates.filter(is_closed=False)), 2)
    excused = Tick(Delegate.Presence.EXCUSED, reason=some(rng, "excused"))
    for delegate, tick in zip(away, (excused, Tick(Delegate.Presence.ABSENT)), strict=True):
        tick_delegate(specialist, delegate.pk, version=delegate.version, tick=tick)
    tick_all_present(specialist, conference.pk)


def decide_all(specialist: Actor, conference: Conference, rng: Random, *, gives_again: bool) -> None:
    """Decide on every task with which the meeting opens; without ``gives_again`` none ends otherwise than done."""
    for slide in deck_of(conference).tasks:
        task = slide.task
        if task is None or task.state == AssignmentState.WITHDRAWN:
            continue
        kind = _decision(rng, task, gives_again=gives_again)
        opinion = Opinion(kind, some(rng, f"decided_{kind}"))
        decide_at_conference(specialist, conference.pk, task.pk, version=task.version, opinion=opinion)


def _decision(rng: Random, task: Task, *, gives_again: bool) -> Decision:
    if task.state in (AssignmentState.CONFIRMED, AssignmentState.REPORTED):
        return Decision.DONE
    odds = dict(ODDS)
    if task.entries.filter(kind="carried_on").count() >= MOST_CARRIED:
        del odds[Decision.CARRIED_ON]
    if not gives_again or task.recurring:
        odds = {Decision.CARRIED_ON: 2, Decision.DONE: 1}
    return rng.choices(list(odds), weights=list(odds.values()))[0]


def finish_minutes(specialist: Actor, conference: Conference, rng: Random) -> None:
    """Have the minutes checked by who attended, answer the one who objects, and close them."""
    ended = conference.held_on
    present = list(conference.delegates.filter(is_closed=False, presence=Delegate.Presence.PRESENT))
    objecting, *agreeing = rng.sample(present, 6)
    with clock.set_to(ended + timedelta(days=1), time(9, 0)):
        minutes = Minutes.objects.get(conference=conference)
        check_by = ended + timedelta(days=4)
        send_for_checking(specialist, conference.pk, version=minutes.version, check_by=check_by)
    with clock.set_to(ended + timedelta(days=2), time(9, 0)):
        for delegate in agreeing:
            check_minutes(specialist, delegate.pk, is_agreed=True)
        objection = check_minutes(specialist, objecting.pk, is_agreed=False, text=some(rng, "objection"))
    with clock.set_to(ended + timedelta(days=5), time(9, 0)):
        answer_objection(specialist, objection.pk, answer=some(rng, "objection_answered"))
        minutes = Minutes.objects.get(conference=conference)
        finalise_minutes(specialist, conference.pk, version=minutes.version)
