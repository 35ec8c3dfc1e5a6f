"""What a unit says of its own assignment: taken on, so far, done (nhận, báo cáo tiến độ, báo cáo hoàn thành)."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from giaoban.audit import clock
from giaoban.audit.actions import action
from giaoban.committees.actors import Actor
from giaoban.periods import Period
from giaoban.tasks import rules
from giaoban.tasks.actions.extending import drop_open_request
from giaoban.tasks.actions.in_hand import File, TaskInHand, required, take_assignment
from giaoban.tasks.models import Assignment, CheckIn, Entry
from giaoban.tasks.refusals import PROGRESS_WANTED, RESULT_WANTED, PercentOutOfRange
from giaoban.tasks.rules import Verb


@action
def accept_assignment(actor: Actor, assignment_id: int, *, version: int) -> Entry:
    """Take on the own unit's assignment (nhận việc)."""
    hand, assignment = take_assignment(actor, assignment_id, version, Verb.ACCEPT)
    hand.do(Verb.ACCEPT, assignment, accepted_at=clock.now())
    return hand.tell("accepted", assignment)


@action
def report_progress(
    actor: Actor,
    assignment_id: int,
    *,
    version: int,
    text: str,
    percent: int,
    files: Sequence[File] = (),
    reviewed: Period | None = None,
) -> Entry:
    """Tell how far the own unit's assignment is, in words and percent, with files where there are some.

    ``reviewed`` is the period of which a unit's report for a conference tells it: the check-ins owed of that period are
    given by it.

    Raises a refusal without words, for a percent outside of 0 to 100, before it was taken on and after it was
    reported as done.
    """
    hand, assignment = take_assignment(actor, assignment_id, version, Verb.PROGRESS)
    if not 0 <= percent <= 100:
        raise PercentOutOfRange
    kept = required(text, PROGRESS_WANTED)
    hand.do(Verb.PROGRESS, assignment, percent=percent)
    given = _give_check_ins(hand, assignment, reviewed, percent)
    return _linked(hand.tell("progress", assignment, text=kept, percent=percent, files=files), given)


@action
def report_done(
    actor: Actor,
    assignment_id: int,
    *,
    version: int,
    text: str,
    files: Sequence[File] = (),
    reviewed: Period | None = None,
) -> Entry:
    """Report the own unit's assignment as done, in words, with evidence where there is some (báo cáo hoàn thành).

    Whether it came after its due is kept from now on. An open request for a later due falls away. ``reviewed`` is as
    in :func:`report_progress`.
    """
    hand, assignment = take_assignment(actor, assignment_id, version, Verb.REPORT)
    kept = required(text, RESULT_WANTED)
    reported_at = clock.now()
    hand.do(
        Verb.REPORT,
        assignment,
        reported_at=reported_at,
        is_done_late=rules.is_done_late(timezone.localdate(reported_at), assignment.due_on),
    )
    drop_open_request(hand, assignment)
    given = _give_check_ins(hand, assignment, reviewed, 100)
    return _linked(hand.tell("reported", assignment, text=kept, files=files), given)


def _give_check_ins(hand: TaskInHand, assignment: Assignment, reviewed: Period | None, percent: int) -> list[CheckIn]:
    """Let what is told count as every check-in that is owed of a round ending in the period."""
    if reviewed is None:
        return []
    of_period = assignment.check_ins.filter(due_on__range=(reviewed.first_day, reviewed.last_day))
    owed = list(of_period.exclude(state=CheckIn.State.GIVEN))
    for one in owed:
        hand.change(one, state=CheckIn.State.GIVEN, percent=percent, is_nothing_new=False, given_on=clock.today())
    return owed


def _linked(entry: Entry, given: Sequence[CheckIn]) -> Entry:
    """Let check-ins point to the entry that has their words; returns it."""
    CheckIn.objects.filter(pk__in=[one.pk for one in given]).update(entry=entry)
    return entry
