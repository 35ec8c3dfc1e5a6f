"""Which directives nobody has answered yet, and which units owe the word (chưa có trả lời), for who prepares."""

from __future__ import annotations

from dataclasses import dataclass

from giaoban.committees.actors import Actor
from giaoban.committees.models import Unit
from giaoban.conferences.models import Conference
from giaoban.conferences.queries.answers import answers_for
from giaoban.tasks.models import Task


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A task that a conference opens with and the units that lead it and have said nothing."""

    task: Task
    units: tuple[Unit, ...]


def unanswered_tasks(actor: Actor, conference: Conference) -> list[Unanswered]:
    """Return the tasks of the last conclusion, and those carried on, whose leads owe an answer, in their order.

    They are the same that keep the conference from being closed (:mod:`giaoban.conferences.queries.answers`).
    """
    rows = answers_for(actor, conference)
    return [Unanswered(row.task, tuple(one.unit for one in row.owing)) for row in rows if row.owing]
