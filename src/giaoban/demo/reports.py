"""The units' reports of the example: most in time, one late, one returned and sent again, one never sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta
from random import Random

from giaoban.audit import clock
from giaoban.committees.actors import Actor
from giaoban.conferences.actions import AnswerWords, ReportWords, accept_report, return_unit_report, send_report
from giaoban.conferences.models import Conference, UnitReport
from giaoban.conferences.queries import asked_of
from giaoban.demo.acts import reporter
from giaoban.demo.sentences import counted, some
from giaoban.demo.story import DirectiveRow, row_of_words
from giaoban.tasks.models import Assignment
from giaoban.tasks.states import OPEN, OWING


def collect_reports(specialist: Actor, conference: Conference, rng: Random, fortunes: Mapping[int, str]) -> None:
    """Let every unit that is asked send its report around the day for reports, and the office take them."""
    due_on = conference.reports_due_on or conference.held_on
    reports = list(conference.reports.filter(is_closed=False).select_related("unit").order_by("unit__position"))
    late, returned, never = rng.sample(range(len(reports)), 3)
    for place, report in enumerate(reports):
        if place == never:
            continue
        on = due_on + timedelta(days=2) if place == late else due_on - timedelta(days=rng.randint(0, 3))
        _send(specialist, report, on, rng, fortunes)
        if place == returned:
            _return(specialist, report, on, rng)
        _take(specialist, report, on)


def _send(specialist: Actor, report: UnitReport, on: date, rng: Random, fortunes: Mapping[int, str]) -> None:
    with clock.set_to(on, time(rng.randint(8, 16), rng.randint(0, 59))):
        report.refresh_from_db()
        words = _words(report, rng, fortunes)
        send_report(reporter(specialist, report.unit), report.pk, version=report.version, report=words)


def _return(specialist: Actor, report: UnitReport, on: date, rng: Random) -> None:
    """Return it to the unit, which sends it again with what was missing."""
    with clock.set_to(on, time(16, 30)):
        report.refresh_from_db()
        return_unit_report(specialist, report.pk, version=report.version, reason=some(rng, "report_returned"))
    with clock.set_to(on + timedelta(days=1), time(9, 0)):
        report.refresh_from_db()
        words = ReportWords(report.results, counted(rng, "limitations"), report.proposals)
        send_report(reporter(specialist, report.unit), report.pk, version=report.version, report=words)


def _take(specialist: Actor, report: UnitReport, on: date) -> None:
    with clock.set_to(on + timedelta(days=1), time(10, 0)):
        report.refresh_from_db()
        accept_report(specialist, report.pk, version=report.version)


def _words(report: UnitReport, rng: Random, fortunes: Mapping[int, str]) -> ReportWords:
    owed = asked_of(report).filter(state__in=OWING, task__state__in=OPEN)
    answers = [_answer(part, rng, fortunes.get(part.pk, "")) for part in owed]
    return ReportWords(
        results=counted(rng, f"results_{report.unit.kind}", "results"),
        limitations=counted(rng, "limitations"),
        proposals=counted(rng, "proposals"),
        answers=tuple(one for one in answers if one is not None),
    )


def _answer(part: Assignment, rng: Random, fortune: str) -> AnswerWords | None:
    """Return what a unit says of a part that it still owes; of one it says nothing."""
    if fortune in ("silent", ""):
        return None
    row: DirectiveRow = row_of_words(part.task.quote)
    if fortune == "in_report":
        return AnswerWords(part.pk, rng.choice(row.did), is_done=True)
    return AnswerWords(part.pk, rng.choice(row.so_far), percent=max(part.percent, rng.choice((50, 60, 70, 80))))
