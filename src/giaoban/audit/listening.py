"""Parts above that want to hear, once it is kept, that something was recorded: they ask here, the audit knows none.

What is heard may come twice or, where the server ends at that very moment, not at all: who listens looks at the chain
itself, and again from time to time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial

from django.db import transaction

#: Called with the committee whose chain has grown.
Listener = Callable[[int], None]

_listeners: list[Listener] = []
_held_back: ContextVar[set[int] | None] = ContextVar("giaoban_held_back", default=None)


def listen(listener: Listener) -> None:
    """Let it be called after each action whose writes were kept; asking twice changes nothing."""
    if listener not in _listeners:
        _listeners.append(listener)


def tell_once_kept(committee_ids: Iterable[int]) -> None:
    """Tell the listeners once the transaction under way is kept; a fault of theirs is logged and spoils nothing."""
    held_back = _held_back.get()
    if held_back is not None:
        held_back.update(committee_ids)
        return
    for committee_id in committee_ids:
        for listener in _listeners:
            transaction.on_commit(partial(listener, committee_id), robust=True)


@contextmanager
def telling_at_the_end() -> Iterator[None]:
    """Tell the listeners once of all the actions within, instead of after each; for many in one transaction."""
    token = _held_back.set(set())
    try:
        yield
        committee_ids = _held_back.get() or set()
    finally:
        _held_back.reset(token)
    tell_once_kept(committee_ids)
