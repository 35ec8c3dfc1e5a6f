"""One thing done to a task of the example on a day, by the tasks' own actions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from giaoban.audit import clock
from giaoban.committees.actors import Actor
from giaoban.committees.models import Unit
from giaoban.tasks import actions
from giaoban.tasks.models import Assignment, CheckIn, Extension


@dataclass(frozen=True, slots=True)
class Act:
    """What is done with a unit's part: ``verb`` is a key of the table below, ``until`` a day that is asked for or set.

    ``due`` and ``withdraw`` are done to the whole task.
    """

    on: date
    verb: str
    part_id: int
    text: str = ""
    percent: int = 0
    until: date | None = None


def play(specialist: Actor, acts: Iterable[Act]) -> None:
    """Do everything in the order of its days; raises whatever an action refuses."""
    for act in sorted(acts, key=lambda one: one.on):
        with clock.set_to(act.on):
            _VERBS[act.verb](act, specialist, Assignment.objects.select_related("unit", "task").get(pk=act.part_id))


def reporter(specialist: Actor, unit: Unit) -> Actor:
    """Return somebody who speaks for a unit; most units of the example have no account."""
    name = f"Người báo cáo {unit.short_name or unit.name}"
    return replace(specialist, user_id=None, name=name, role_code="reporter", unit_id=unit.pk)


def _until(act: Act) -> date:
    if act.until is None:
        raise ValueError(f"{act.verb} on {act.on}: until when?")
    return act.until


def _accept(act: Act, specialist: Actor, part: Assignment) -> None:
    actions.accept_assignment(reporter(specialist, part.unit), part.pk, version=part.version)


def _progress(act: Act, specialist: Actor, part: Assignment) -> None:
    speaker = reporter(specialist, part.unit)
    actions.report_progress(speaker, part.pk, version=part.version, text=act.text, percent=act.percent)


def _report(act: Act, specialist: Actor, part: Assignment) -> None:
    actions.report_done(reporter(specialist, part.unit), part.pk, version=part.version, text=act.text)


def _check_in(act: Act, specialist: Actor, part: Assignment) -> None:
    """Give the earliest check-in that the unit owes; without words nothing is new. None is owed: nothing is done."""
    owed = part.check_ins.exclude(state=CheckIn.State.GIVEN).order_by("due_on").first()
    if owed is not None:
        speaker = reporter(specialist, part.unit)
        percent, is_nothing_new = (act.percent, False) if act.text else (None, True)
        actions.give_check_in(
            speaker, owed.pk, version=owed.version, text=act.text, percent=percent, is_nothing_new=is_nothing_new
        )


def _ask(act: Act, specialist: Actor, part: Assignment) -> None:
    speaker = reporter(specialist, part.unit)
    actions.ask_extension(speaker, part.pk, version=part.version, wanted_on=_until(act), reason=act.text)


def _decide(act: Act, specialist: Actor, part: Assignment) -> None:
    """Grant the open request with the day, or refuse it where there is none."""
    asked = part.extensions.get(decision=Extension.Decision.ASKED)
    actions.decide_extension(specialist, asked.pk, version=asked.version, granted_on=act.until, answer=act.text)


def _return(act: Act, specialist: Actor, part: Assignment) -> None:
    actions.return_report(specialist, part.pk, version=part.version, reason=act.text)


def _confirm(act: Act, specialist: Actor, part: Assignment) -> None:
    actions.confirm_assignment(specialist, part.pk, version=part.version, note=act.text)


def _change_due(act: Act, specialist: Actor, part: Assignment) -> None:
    task = part.task
    actions.change_due(specialist, task.pk, version=task.version, due_on=_until(act), reason=act.text)


def _withdraw(act: Act, specialist: Actor, part: Assignment) -> None:
    actions.withdraw_task(specialist, part.task_id, version=part.task.version, reason=act.text)


_VERBS: dict[str, Callable[[Act, Actor, Assignment], None]] = {
    "accept": _accept,
    "progress": _progress,
    "report": _report,
    "check_in": _check_in,
    "ask": _ask,
    "decide": _decide,
    "return": _return,
    "confirm": _confirm,
    "due": _change_due,
    "withdraw": _withdraw,
}
