"""What a unit says of its own assignment: taken on, so far, done (nhận, báo cáo tiến độ, báo cáo hoàn thành)."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from giaoban.audit import clock
from giaoban.audit.actions import action
from giaoban.committees.actors import Actor
from giaoban.tasks import rules
from giaoban.tasks.actions.extending import drop_open_request
from giaoban.tasks.actions.in_hand import File, required, take_assignment
from giaoban.tasks.models import Entry
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
    actor: Actor, assignment_id: int, *, version: int, text: str, percent: int, files: Sequence[File] = ()
) -> Entry:
    """Tell how far the own unit's assignment is, in words and percent, with files where there are some.

    Raises a refusal without words, for a percent outside of 0 to 100, before it was taken on and after it was
    reported as done.
    """
    hand, assignment = take_assignment(actor, assignment_id, version, Verb.PROGRESS)
    if not 0 <= percent <= 100:
        raise PercentOutOfRange
    kept = required(text, PROGRESS_WANTED)
    hand.do(Verb.PROGRESS, assignment, percent=percent)
    return hand.tell("progress", assignment, text=kept, percent=percent, files=files)


@action
def report_done(actor: Actor, assignment_id: int, *, version: int, text: str, files: Sequence[File] = ()) -> Entry:
    """Report the own unit's assignment as done, in words, with evidence where there is some (báo cáo hoàn thành).

    Whether it came after its due is kept from now on. An open request for a later due falls away.
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
    return hand.tell("reported", assignment, text=kept, files=files)
