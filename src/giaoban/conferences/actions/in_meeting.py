"""A conference taken for something done while it meets: the right asked, the row locked; and what was sent, once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection
from typing import TypeVar
from uuid import UUID

from django.db import IntegrityError, models

from giaoban.committees.actors import Actor, Right
from giaoban.conferences.models import Conference, Receipt
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.conferences.scope import conferences_for
from giaoban.refusal import NotFound, Refusal, phrase

M = TypeVar("M", bound=models.Model)


class NotInThisState(ConferenceRefusal):
    """The conference is not where this can be done."""

    def __init__(self) -> None:
        super().__init__("not_in_this_state", phrase("Hội nghị không ở bước làm được việc này."))


class SentOtherwise(ConferenceRefusal):
    """The key of something that was taken in before came with other contents; nothing was written."""

    def __init__(self) -> None:
        super().__init__("sent_otherwise", phrase("Lần gửi này đã được ghi với nội dung khác. Hãy tải lại trang."))


def take_meeting(
    actor: Actor, conference_id: int, states: Collection[str], right: Right = Right.CONFERENCES_MANAGE
) -> Conference:
    """Lock a conference that the actor may see, for something that is done in some of its states.

    Raises :class:`~giaoban.refusal.NotAllowed` without the right, then :class:`~giaoban.refusal.NotFound`,
    :class:`NotInThisState`.
    """
    actor.require(right)
    found = conferences_for(actor).select_for_update(of=("self",)).filter(pk=conference_id).first()
    if found is None:
        raise NotFound
    if found.state not in states:
        raise NotInThisState
    return found


def digest_of(*parts: object) -> str:
    """Return what a receipt keeps of the contents of something that was sent."""
    return hashlib.sha256("\x1f".join(str(one) for one in parts).encode()).hexdigest()


def keep_receipt(conference: Conference, key: UUID, digest: str, subject: models.Model) -> None:
    """Note that something sent under a key was taken in; call inside the action that took it in."""
    Receipt.objects.create(conference=conference, key=key, digest=digest, subject_id=subject.pk)


def taken_in(
    actor: Actor, conference_id: int, key: UUID | None, digest: str, rows: models.QuerySet[M], work: Callable[[], M]
) -> M:
    """Do the work once for a key: sent again, also at the same moment, it answers with the row that was made then.

    Without a key the work is simply done. Raises :class:`SentOtherwise` for other contents under the same key.
    """
    if key is None:
        return work()
    made = _made_before(actor, conference_id, key, digest, rows)
    if made is not None:
        return made
    try:
        return work()
    except (IntegrityError, Refusal):
        made = _made_before(actor, conference_id, key, digest, rows)
        if made is None:
            raise
        return made


def _made_before(actor: Actor, conference_id: int, key: UUID, digest: str, rows: models.QuerySet[M]) -> M | None:
    conference = conferences_for(actor).filter(pk=conference_id)
    receipt = Receipt.objects.filter(conference__in=conference, key=key).first()
    if receipt is None:
        return None
    if receipt.digest != digest:
        raise SentOtherwise
    return rows.filter(pk=receipt.subject_id).first()
