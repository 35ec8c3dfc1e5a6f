"""Actions: the only way to write. Each is one transaction and leaves at least one audit event."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, Protocol, TypeVar

from django.db import models, transaction

from giaoban.audit.chain import append
from giaoban.audit.listening import tell_once_kept

P = ParamSpec("P")
R = TypeVar("R")


class Doer(Protocol):
    """Who does something: what the audit keeps of a person."""

    @property
    def user_id(self) -> int | None: ...
    @property
    def name(self) -> str: ...
    @property
    def role_code(self) -> str: ...
    @property
    def committee_id(self) -> int: ...
    @property
    def address(self) -> str: ...


class UnrecordedAction(RuntimeError):
    """An action wrote without telling the audit: a fault of ours, never of the person."""


class _Running:
    """An action under way: how many events it and the actions inside it have recorded, and in whose chains."""

    def __init__(self) -> None:
        self.recorded = 0
        self.committees: set[int] = set()


_running: ContextVar[_Running | None] = ContextVar("giaoban_running_action", default=None)


def is_writing() -> bool:
    """Return whether an action is under way, so that a write to our tables is permitted."""
    return _running.get() is not None


@contextmanager
def _run() -> Iterator[_Running]:
    outer = _running.get()
    here = _Running()
    token = _running.set(here)
    try:
        yield here
    finally:
        _running.reset(token)
        if outer is not None:
            outer.recorded += here.recorded
            outer.committees |= here.committees


def action(function: Callable[P, R]) -> Callable[P, R]:
    """Make a function an action: one transaction, writes permitted, at least one event recorded.

    Raises :class:`UnrecordedAction` when it returns without having recorded one; all that it wrote is then
    rolled back. An action may call actions.
    """

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        with transaction.atomic(), _run() as here:
            result = function(*args, **kwargs)
            if not here.recorded:
                raise UnrecordedAction(function.__qualname__)
            tell_once_kept(here.committees)
            return result

    return run


def record(
    actor: Doer,
    code: str,
    subject: models.Model | None = None,
    *,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    """Add an event to the chain of the actor's committee; ``code`` is ``part.noun.verb_past``.

    Raises :class:`RuntimeError` outside an action.
    """
    here = _running.get()
    if here is None:
        raise RuntimeError(f"{code}: an event can be recorded only inside an action")
    append(
        committee_id=actor.committee_id,
        actor_id=actor.user_id,
        actor_name=actor.name,
        actor_role=actor.role_code,
        address=actor.address,
        action=code,
        subject_type=subject._meta.label_lower if subject is not None else "",
        subject_id=subject.pk if subject is not None else None,
        subject_name=str(subject)[:300] if subject is not None else "",
        before=before or {},
        after=after or {},
    )
    here.recorded += 1
    here.committees.add(actor.committee_id)
