"""Undo and redo at review: a step is taken back, or done again, exactly."""

from __future__ import annotations

from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor
from giaoban.documents.actions.opening import open_review
from giaoban.documents.models import Document, ReviewStep
from giaoban.documents.steps import differences, last_step, mark_undone, next_redo, restore
from giaoban.refusal import Refusal, Stale, phrase


@action
def undo_step(actor: Actor, document_id: int, step_id: int) -> ReviewStep:
    """Take back the last step of a review (hoàn tác), whoever made it.

    ``step_id`` is the step that the person saw as the last; raises :class:`~giaoban.refusal.Stale` where another was
    made since.
    """
    document = open_review(actor, document_id)
    step = _the_step(document, last_step(document), step_id, phrase("Không còn bước nào để hoàn tác."))
    restore(document, step.before)
    mark_undone(step, is_undone=True)
    became, was = differences(step.before, step.after)
    record(actor, "documents.review.undone", document, before=was, after=became)
    return step


@action
def redo_step(actor: Actor, document_id: int, step_id: int) -> ReviewStep:
    """Do again the step that was undone last (làm lại); not once another step has been made."""
    document = open_review(actor, document_id)
    step = _the_step(document, next_redo(document), step_id, phrase("Không còn bước nào để làm lại."))
    restore(document, step.after)
    mark_undone(step, is_undone=False)
    was, became = differences(step.before, step.after)
    record(actor, "documents.review.redone", document, before=was, after=became)
    return step


def _the_step(document: Document, step: ReviewStep | None, step_id: int, nothing_left: str) -> ReviewStep:
    if step is None:
        raise Refusal("documents.no_step", nothing_left)
    if step.pk != step_id:
        raise Stale(document)
    return step
