"""Deciding at review: is this what was said, and shall it become a task?"""

from __future__ import annotations

from collections.abc import Iterable

from giaoban.audit import clock
from giaoban.audit.actions import action
from giaoban.committees.actors import Actor
from giaoban.documents.actions.opening import open_directive, open_review
from giaoban.documents.models import Directive, Document, ReviewStep
from giaoban.documents.steps import Step
from giaoban.refusal import NotFound, Refusal, Stale, phrase

Decision = Directive.Decision


@action
def accept_directive(actor: Actor, directive_id: int, *, version: int) -> ReviewStep:
    """Accept a directive (nhận): it shall become a task."""
    return _decide(actor, directive_id, version, Decision.ACCEPTED, "accept")


@action
def reject_directive(actor: Actor, directive_id: int, *, version: int) -> ReviewStep:
    """Reject a directive: the clause is no task (không phải nhiệm vụ). It stays on the list, crossed out."""
    return _decide(actor, directive_id, version, Decision.REJECTED, "reject")


@action
def reopen_directive(actor: Actor, directive_id: int, *, version: int) -> ReviewStep:
    """Take back a decision (mở lại): the directive waits for review again."""
    return _decide(actor, directive_id, version, Decision.OPEN, "reopen")


@action
def accept_shown(actor: Actor, document_id: int, shown: dict[int, int]) -> ReviewStep:
    """Accept exactly the open directives that are shown: ids with the versions that were seen.

    All or none: raises :class:`~giaoban.refusal.Stale` where one of them was changed meanwhile.
    """
    return _decide_shown(actor, document_id, shown, Decision.ACCEPTED, "accept")


@action
def reject_shown(actor: Actor, document_id: int, shown: dict[int, int]) -> ReviewStep:
    """Reject exactly the open directives that are shown (bỏ phần còn lại); all or none, as :func:`accept_shown`."""
    return _decide_shown(actor, document_id, shown, Decision.REJECTED, "reject")


@action
def sign_rest(actor: Actor, document_id: int, *, version: int) -> Document:
    """Sign that every clause which became no directive has been looked at, and none was missed.

    ``version`` is the document's, as it was looked at: a clause that somebody uncovered meanwhile has not been seen.
    Words that are uncovered later void the signature.
    """
    document = open_review(actor, document_id)
    if document.version != version:
        raise Stale(document)
    step = Step(document)
    document.rest_signed_at, document.rest_signed_by = clock.now(), actor.name
    step.keep(actor, "sign")
    return document


def _decide(actor: Actor, directive_id: int, version: int, decision: Decision, kind: str) -> ReviewStep:
    document, directive = open_directive(actor, directive_id, version)
    if directive.decision == decision:
        raise Refusal("documents.decided_already", phrase("Chỉ đạo này đã ở trạng thái đó."))
    step = Step(document, [directive])
    _write_all(actor, [directive], decision)
    return step.keep(actor, kind)


def _decide_shown(actor: Actor, document_id: int, shown: dict[int, int], decision: Decision, kind: str) -> ReviewStep:
    document = open_review(actor, document_id)
    directives = list(document.directives.filter(pk__in=shown))
    if len(directives) != len(shown):
        raise NotFound
    if changed := next((one for one in directives if one.version != shown[one.pk]), None):
        raise Stale(changed)
    waiting = [one for one in directives if one.decision == Decision.OPEN]
    if not waiting:
        raise Refusal("documents.none_open", phrase("Không có chỉ đạo nào đang chờ trong danh sách hiện ra."))
    step = Step(document, waiting)
    for directive in waiting:
        directive.version += 1
    _write_all(actor, waiting, decision)
    return step.keep(actor, kind)


def _write_all(actor: Actor, directives: Iterable[Directive], decision: Decision) -> None:
    is_open = decision == Decision.OPEN
    for directive in directives:
        directive.decision = decision
        directive.decided_by = "" if is_open else actor.name
        directive.decided_at = None if is_open else clock.now()
    Directive.objects.bulk_update(directives, ["decision", "decided_by", "decided_at", "version"])
