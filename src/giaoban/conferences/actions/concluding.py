"""The document that a conference's conclusion became: put to it, taken off (gắn kết luận)."""

from __future__ import annotations

from giaoban.audit.actions import action
from giaoban.committees.actors import Actor
from giaoban.conferences.actions.in_hand import move, take_conference
from giaoban.conferences.models import Conference
from giaoban.conferences.queries.conclusions import issued_draft
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.conferences.rules import Verb
from giaoban.documents.models import Document
from giaoban.documents.queries import document_of
from giaoban.refusal import phrase


@action
def attach_conclusion(actor: Actor, conference_id: int, document_id: int, *, version: int) -> Conference:
    """Make a reviewed document the conference's conclusion (gắn văn bản kết luận): its tasks are the conference's.

    Raises a refusal for a document whose tasks were not given yet, and for one that concludes another conference.
    """
    conference = take_conference(actor, conference_id, Verb.CONCLUDE, version)
    document = document_of(actor, document_id)
    if document.state != Document.State.GIVEN:
        sentence = phrase("Văn bản này chưa rà soát xong. Hãy rà soát và giao nhiệm vụ trước.")
        raise ConferenceRefusal("document_not_given", sentence, field="document_id")
    if Conference.objects.filter(conclusion=document).exists():
        sentence = phrase("Văn bản này đã là kết luận của một hội nghị khác.")
        raise ConferenceRefusal("document_taken", sentence, field="document_id")
    return move(actor, conference, Verb.CONCLUDE, "concluded", conclusion=document)


@action
def detach_conclusion(actor: Actor, conference_id: int, *, version: int | None = None) -> Conference:
    """Take a wrong document off the conference again (gỡ văn bản kết luận); document and tasks stay as they are.

    Raises a refusal for a conclusion that the office itself issued here: a paper in force is withdrawn or replaced by
    another paper (thu hồi, thay thế: Nghị định 30/2020/NĐ-CP, điều 18), not taken off.
    """
    conference = take_conference(actor, conference_id, Verb.DETACH, version)
    if (draft := issued_draft(conference)) is not None:
        sentence = phrase(
            "Kết luận %(symbol)s đã được ban hành tại đây, không gỡ được. Nếu ban hành sai, hãy ban hành văn bản thu"
            " hồi hoặc thay thế, đưa văn bản đó vào hệ thống, rồi sửa hoặc thu hồi từng nhiệm vụ đã giao."
        )
        raise ConferenceRefusal("issued_here", sentence, symbol=draft.symbol)
    return move(actor, conference, Verb.DETACH, "conclusion_detached", conclusion=None)
