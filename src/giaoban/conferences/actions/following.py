"""Letting what is prepared follow the meeting's day after that was changed (chuyển ngày chuẩn bị)."""

from __future__ import annotations

from collections.abc import Collection

from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actors import Actor
from giaoban.conferences.actions.in_hand import changed_values, take_conference
from giaoban.conferences.actions.wanting import due_of_reports, move_due
from giaoban.conferences.laying import REPORTS, Moved, preparations_moved
from giaoban.conferences.models import Conference
from giaoban.conferences.rules import Verb


@action
def follow_day(actor: Actor, conference_id: int, preparation_ids: Collection[int], *, version: int) -> Conference:
    """Move the chosen things to be prepared along with the meeting's day, and leave the others where they are.

    The units' reports move with the day on which they are due. Raises as
    :func:`~giaoban.conferences.actions.in_hand.take_conference` does.
    """
    conference = take_conference(actor, conference_id, Verb.EDIT, version)
    for moved in preparations_moved(conference):
        if moved.row.pk in preparation_ids:
            _move(actor, conference, moved)
    before, after = changed_values(conference, {"prepared_for": conference.held_on})
    conference.save()
    record(actor, "conferences.conference.days_followed", conference, before=before, after=after)
    return conference


def _move(actor: Actor, conference: Conference, moved: Moved) -> None:
    row = advance(moved.row, moved.row.version)
    before, after = changed_values(row, {"due_on": moved.to, "usual_on": moved.usual_on})
    row.save()
    record(actor, "conferences.preparation.moved", row, before=before, after=after)
    if row.step == REPORTS and conference.reports_due_on:
        reports_due_on = due_of_reports(conference)
        conference.reports_due_on = moved.to
        move_due(conference, reports_due_on)
