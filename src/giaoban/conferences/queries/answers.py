"""The answer to the last conclusion (trả lời kết luận): what became of each directive, and who still owes one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from giaoban.committees.actors import Actor
from giaoban.conferences.models import Conference
from giaoban.conferences.queries.slides import Answer, Slide, deck_of
from giaoban.tasks.models import Assignment, Task
from giaoban.tasks.queries import tasks_for
from giaoban.tasks.rules import is_overdue
from giaoban.tasks.states import CLOSED


@dataclass(frozen=True, slots=True)
class AnsweredTask:
    """One directive of an earlier conclusion with its answer: the table's row."""

    slide: Slide
    task: Task

    @property
    def leads(self) -> Sequence[Assignment]:
        """The units that answer for it."""
        return self.slide.leads

    @property
    def answers(self) -> Sequence[Answer]:
        """What the units said last, leads first."""
        return self.slide.answers

    @property
    def owing(self) -> Sequence[Assignment]:
        """The leads whose answer is missing; nobody once the task is closed or the chair has decided."""
        if self.task.state in CLOSED or self.slide.decision is not None:
            return ()
        return self.slide.silent

    @property
    def is_answered(self) -> bool:
        """Whether the conference can be closed as far as this directive goes."""
        return not self.owing


def answers_for(actor: Actor, conference: Conference) -> list[AnsweredTask]:
    """Return the answers with which a conference opens, in the order of the conclusion, as far as the actor sees them.

    These are the directives of the conference before it, and what was carried on from earlier ones; a fixed number of
    queries, however many there are.
    """
    rows = [AnsweredTask(one, one.task) for one in deck_of(conference).slides if one.task is not None]
    seen = set(tasks_for(actor).filter(pk__in=[row.task.pk for row in rows]).values_list("pk", flat=True))
    return [row for row in rows if row.task.pk in seen]


def unanswered(conference: Conference) -> list[AnsweredTask]:
    """Return the directives that still keep a conference from being closed, whoever asks."""
    rows = (AnsweredTask(one, one.task) for one in deck_of(conference).slides if one.task is not None)
    return [row for row in rows if not row.is_answered]


def outstanding(conference: Conference, unit_id: int) -> list[Assignment]:
    """Return what a unit owes a conference: its leading parts that are late, or have no answer yet."""
    parts = []
    for row in (AnsweredTask(one, one.task) for one in deck_of(conference).slides if one.task is not None):
        owing = {part.pk for part in row.owing}
        parts += [
            part
            for part in row.leads
            if part.unit_id == unit_id and (part.pk in owing or is_overdue(part.state, part.due_on, row.slide.today))
        ]
    return parts
