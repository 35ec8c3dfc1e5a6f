"""A conclusion typed while the meeting goes on: at once a directive of the draft (ghi kết luận tại hội nghị)."""

from __future__ import annotations

import re
from uuid import UUID

from giaoban.audit import clock
from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actors import Actor, Right
from giaoban.conferences.actions.draft_directives import last_position, write_directive
from giaoban.conferences.actions.drafting import OPEN_STATES
from giaoban.conferences.actions.in_hand import words as as_kept
from giaoban.conferences.actions.in_meeting import digest_of, keep_receipt, take_meeting, taken_in
from giaoban.conferences.actions.proposing import DirectiveDraft, Listener, completed
from giaoban.conferences.meeting import CONCLUDED_IN
from giaoban.conferences.models import Conclusion, Conference, DraftDirective
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.conferences.scope import conferences_for
from giaoban.refusal import NotFound, phrase

#: Where it was written first: a slide of the meeting, or a speaker's part of the minutes.
_ORIGIN = re.compile(r"title|(?:task|item|remark):\d{1,18}")


def note_conclusion(
    actor: Actor, conference_id: int, *, text: str, origin: str = "title", key: UUID | None = None
) -> DraftDirective:
    """Write what the chair concludes into the draft of the conclusion, as its last directive.

    Who leads and supports, by when and in which areas is proposed from the words; where they say nothing, nothing is.
    ``origin`` says where it was typed (``task:17``, ``item:3``, ``remark:9``, ``title``); ``key`` is the sending
    device's: sent again, the same directive is answered. Raises a refusal for no words, a draft that was submitted.
    """
    digest = digest_of("conclusion", as_kept(text), origin)

    def work() -> DraftDirective:
        return _note(actor, conference_id, text, origin, (key, digest) if key else None)

    return taken_in(actor, conference_id, key, digest, DraftDirective.objects.all(), work)


@action
def _note(actor: Actor, conference_id: int, text: str, origin: str, receipt: tuple[UUID, str] | None) -> DraftDirective:
    conference = take_meeting(actor, conference_id, CONCLUDED_IN, Right.CONFERENCES_DECIDE)
    kept = as_kept(text)
    if not kept:
        raise ConferenceRefusal("conclusion_empty", phrase("Cần ghi nội dung kết luận."), field="text")
    if not _ORIGIN.fullmatch(origin):
        raise ConferenceRefusal("unknown_slide", phrase("Không có trang này."), field="origin")
    draft = _draft_of(conference)
    said, proposed = completed(DirectiveDraft(kept, origin=origin), Listener(conference).propose(kept))
    made = write_directive(actor, draft, last_position(draft) + 1, said, proposed)
    if receipt is not None:
        keep_receipt(conference, *receipt, made)
    record(actor, "conferences.draft.noted", made, after={"text": kept, "origin": origin, "proposed": proposed})
    return made


@action
def take_back_conclusion(actor: Actor, directive_id: int) -> DraftDirective:
    """Take a conclusion that was just typed out of the draft (hoàn tác), unless it was worked on since."""
    actor.require(Right.CONFERENCES_DECIDE)
    ours = DraftDirective.objects.filter(conclusion__conference__in=conferences_for(actor))
    found = ours.select_related("conclusion").filter(pk=directive_id).first()
    if found is None:
        raise NotFound
    take_meeting(actor, found.conclusion.conference_id, CONCLUDED_IN, Right.CONFERENCES_DECIDE)
    if found.is_closed or found.version != 1:
        sentence = phrase("Kết luận này đã được sửa hoặc bỏ. Hãy sửa ở bản dự thảo.")
        raise ConferenceRefusal("conclusion_changed", sentence)
    advance(found, found.version)
    found.is_closed = True
    found.save(update_fields=["is_closed"])
    record(actor, "conferences.draft.taken_back", found, before={"text": found.text}, after={"at": clock.now()})
    return found


def _draft_of(conference: Conference) -> Conclusion:
    """Return the conference's draft, begun now if there is none; raises a refusal where it was submitted."""
    draft, _ = Conclusion.objects.select_for_update().get_or_create(conference=conference)
    if draft.state not in OPEN_STATES:
        sentence = phrase("Dự thảo kết luận đã trình hoặc đã ban hành, không thêm ở đây được nữa.")
        raise ConferenceRefusal("draft_submitted", sentence)
    return draft
