"""A person's named filters of the task list: saved, shared, closed (bộ lọc đã lưu)."""

from __future__ import annotations

from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actors import Actor, Right
from giaoban.refusal import NotAllowed, NotFound
from giaoban.tasks.filter import TaskFilter
from giaoban.tasks.models import SavedFilter
from giaoban.tasks.refusals import FilterNameMissing, FilterNameTaken
from giaoban.vietnamese import tidy

_READERS = (Right.COMMITTEE_READ, Right.PUBLISHED_READ, Right.UNIT_READ)
_SHARERS = (Right.TASKS_MANAGE, Right.TASKS_DECIDE)


@action
def save_filter(actor: Actor, *, name: str, query: str, is_shared: bool = False) -> SavedFilter:
    """Keep a filter of the task list under a name, for oneself or, by the office and leaders, for all."""
    actor.require(*_READERS)
    if actor.user_id is None:
        raise NotAllowed
    if is_shared:
        actor.require(*_SHARERS)
    kept = tidy(name)[:80]
    if not kept:
        raise FilterNameMissing
    if SavedFilter.objects.filter(
        committee_id=actor.committee_id, owner_id=actor.user_id, name=kept, is_closed=False
    ).exists():
        raise FilterNameTaken(kept)
    saved = SavedFilter.objects.create(
        committee_id=actor.committee_id,
        owner_id=actor.user_id,
        name=kept,
        query=TaskFilter.from_query(query).with_().to_query()[:1000],
        is_shared=is_shared,
    )
    record(actor, "tasks.filter.saved", saved, after={"query": saved.query, "is_shared": is_shared})
    return saved


@action
def share_filter(actor: Actor, filter_id: int, *, version: int, is_shared: bool) -> SavedFilter:
    """Show one's own filter to all of the committee, or no longer."""
    actor.require(*_SHARERS)
    saved = _own(actor, filter_id)
    advance(saved, version)
    before, saved.is_shared = saved.is_shared, is_shared
    saved.save()
    record(actor, "tasks.filter.shared", saved, before={"is_shared": before}, after={"is_shared": is_shared})
    return saved


@action
def close_filter(actor: Actor, filter_id: int, *, version: int) -> SavedFilter:
    """Put one's own filter away; its name can be used again."""
    actor.require(*_READERS)
    saved = _own(actor, filter_id)
    advance(saved, version)
    saved.is_closed = True
    saved.save()
    record(actor, "tasks.filter.closed", saved)
    return saved


def _own(actor: Actor, filter_id: int) -> SavedFilter:
    saved = SavedFilter.objects.filter(
        pk=filter_id, committee_id=actor.committee_id, owner_id=actor.user_id, is_closed=False
    ).first()
    if saved is None:
        raise NotFound
    return saved
