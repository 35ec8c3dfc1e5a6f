"""Parts above that want to hear, once it is kept, that something was recorded: they ask here, the audit knows none.

What is heard may come twice or, where the server ends at that very moment, not at all: who listens looks at the chain
itself, and again from time to time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from django.db import transaction

#: Called with the committee whose chain has grown.
Listener = Callable[[int], None]

_listeners: list[Listener] = []


def listen(listener: Listener) -> None:
    """Let it be called after each action whose writes were kept; asking twice changes nothing."""
    if listener not in _listeners:
        _listeners.append(listener)


def tell_once_kept(committee_ids: Iterable[int]) -> None:
    """Tell the listeners once the transaction under way is kept; a fault of theirs is logged and spoils nothing."""
    for committee_id in committee_ids:
        for listener in _listeners:
            transaction.on_commit(partial(listener, committee_id), robust=True)
