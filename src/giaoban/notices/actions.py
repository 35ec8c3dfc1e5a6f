"""What a person does with notices: has seen one, or all."""

from __future__ import annotations

from giaoban.audit import clock
from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor
from giaoban.notices.models import Notice
from giaoban.notices.queries import notice_of
from giaoban.notices.scope import notices_for


@action
def see_notice(actor: Actor, notice_id: int) -> Notice:
    """Note that the actor has seen a notice (đã xem); one that was seen keeps its time. Raises NotFound."""
    notice = notice_of(actor, notice_id)
    if notice.seen_at is None:
        notice.seen_at = clock.now()
        notice.save(update_fields=["seen_at"])
    record(actor, "notices.notice.seen", after={"notices": [notice.pk]})
    return notice


@action
def see_all_notices(actor: Actor, *, up_to: int) -> int:
    """Note that the actor has seen all notices that a page showed: those up to the id; returns how many."""
    rows = notices_for(actor).filter(seen_at=None, pk__lte=up_to)
    ids = list(rows.values_list("pk", flat=True))
    Notice.objects.filter(pk__in=ids).update(seen_at=clock.now())
    record(actor, "notices.notice.seen", after={"notices": ids})
    return len(ids)
