"""What became of the example's tasks: the rows of ``data/fates.toml``, done by calling actions on their days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from giaoban.audit import clock
from giaoban.committees.actors import Actor
from giaoban.facts import load
from giaoban.tasks import actions
from giaoban.tasks.models import Assignment, Task


@dataclass(frozen=True, slots=True)
class Fate:
    """One thing done to a task on a day; ``unit`` is empty where the office does it to the whole task."""

    id: str
    on: date
    task: int
    verb: str
    source: str
    unit: str = ""
    text: str = ""
    percent: int = 0
    until: date | None = None


def play_fates(specialist: Actor) -> None:
    """Do everything that the file tells, in the order of its days; raises whatever an action refuses."""
    for fate in sorted(load("giaoban.demo", "fates", Fate), key=lambda one: one.on):
        task = Task.objects.get(committee_id=specialist.committee_id, number=fate.task)
        with clock.set_to(fate.on):
            if fate.verb == "due":
                _change_due(fate, specialist, task)
            else:
                _VERBS[fate.verb](fate, specialist, task.assignments.get(unit__name=fate.unit))


def _until(fate: Fate) -> date:
    if fate.until is None:
        raise ValueError(f"{fate.id}: until when?")
    return fate.until


def _change_due(fate: Fate, specialist: Actor, task: Task) -> None:
    actions.change_due(specialist, task.pk, version=task.version, due_on=_until(fate), reason=fate.text)


def _reporter(specialist: Actor, part: Assignment) -> Actor:
    """Return somebody who speaks for the assignment's unit; most units of the example have no account."""
    name = f"Người báo cáo {part.unit.short_name or part.unit.name}"
    return replace(specialist, user_id=None, name=name, role_code="reporter", unit_id=part.unit_id)


def _accept(fate: Fate, specialist: Actor, part: Assignment) -> None:
    actions.accept_assignment(_reporter(specialist, part), part.pk, version=part.version)


def _progress(fate: Fate, specialist: Actor, part: Assignment) -> None:
    reporter = _reporter(specialist, part)
    actions.report_progress(reporter, part.pk, version=part.version, text=fate.text, percent=fate.percent)


def _report(fate: Fate, specialist: Actor, part: Assignment) -> None:
    actions.report_done(_reporter(specialist, part), part.pk, version=part.version, text=fate.text)


def _ask(fate: Fate, specialist: Actor, part: Assignment) -> None:
    reporter = _reporter(specialist, part)
    actions.ask_extension(reporter, part.pk, version=part.version, wanted_on=_until(fate), reason=fate.text)


def _confirm(fate: Fate, specialist: Actor, part: Assignment) -> None:
    actions.confirm_assignment(specialist, part.pk, version=part.version, note=fate.text)


_VERBS: dict[str, Callable[[Fate, Actor, Assignment], None]] = {
    "accept": _accept,
    "progress": _progress,
    "report": _report,
    "ask": _ask,
    "confirm": _confirm,
}
