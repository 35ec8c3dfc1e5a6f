"""What became of the tasks of the example page: the rows of ``data/fates.toml``, done on their days by actions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from giaoban.committees.actors import Actor
from giaoban.demo.acts import Act, play
from giaoban.facts import load
from giaoban.tasks.models import Task


@dataclass(frozen=True, slots=True)
class Fate:
    """One thing done to a task on a day; ``unit`` is empty where the office does it to the whole task.

    ``task`` is the task's place in its document, from 1.
    """

    id: str
    on: date
    task: int
    verb: str
    source: str
    unit: str = ""
    text: str = ""
    percent: int = 0
    until: date | None = None


def play_fates(specialist: Actor, document_id: int) -> None:
    """Do everything that the file tells of a document's tasks; raises whatever an action refuses."""
    tasks = list(Task.objects.filter(document=document_id).order_by("number"))
    play(specialist, [_act(fate, tasks[fate.task - 1]) for fate in load("giaoban.demo", "fates", Fate)])


def _act(fate: Fate, task: Task) -> Act:
    parts = task.assignments.order_by("pk")
    part = parts.get(unit__name=fate.unit) if fate.unit else parts[0]
    return Act(fate.on, fate.verb, part.pk, fate.text, fate.percent, fate.until)
