"""Closing a conference once the last conclusion is answered (kết thúc hội nghị), and opening it again."""

from __future__ import annotations

from django.db.models import Max

from giaoban.audit import clock
from giaoban.audit.actions import action
from giaoban.committees.actors import Actor
from giaoban.conferences.actions.in_hand import move, take_conference
from giaoban.conferences.models import Conference
from giaoban.conferences.queries.answers import unanswered
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.conferences.rules import Verb
from giaoban.refusal import phrase
from giaoban.tasks.models import Entry


@action
def close_conference(actor: Actor, conference_id: int, *, version: int) -> Conference:
    """Close a concluded conference (kết thúc hội nghị).

    Raises a refusal that names who still owes an answer while a directive of the last conclusion has none; Decision
    45/2018/QĐ-TTg, article 17, asks offices to review conclusions before the next meeting.
    """
    conference = take_conference(actor, conference_id, Verb.CLOSE, version)
    if left := unanswered(conference):
        owing = sorted({part.unit.name for row in left for part in row.owing})
        sentence = phrase(
            "Còn %(count)s chỉ đạo của kết luận trước chưa có trả lời (%(units)s), chưa thể kết thúc hội nghị."
        )
        raise ConferenceRefusal("unanswered", sentence, count=len(left), units=", ".join(owing))
    conference.closed_after = Entry.objects.aggregate(last=Max("pk"))["last"] or 0
    closed = {"closed_at": clock.now(), "closed_by": actor.name}
    return move(actor, conference, Verb.CLOSE, "closed", **closed)


@action
def reopen_conference(actor: Actor, conference_id: int, *, version: int | None = None) -> Conference:
    """Open a closed conference again (mở lại): what was closed too early can be answered."""
    conference = take_conference(actor, conference_id, Verb.REOPEN, version)
    conference.closed_after = None
    return move(actor, conference, Verb.REOPEN, "reopened", closed_at=None, closed_by="")
