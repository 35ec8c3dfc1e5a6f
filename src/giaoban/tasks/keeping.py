"""What is looked after day by day: the check-ins of recurring tasks."""

from __future__ import annotations

from giaoban.committees.actors import the_system
from giaoban.committees.models import Committee
from giaoban.jobs.actions import enqueue
from giaoban.jobs.runner import Run, Work
from giaoban.refusal import Refusal
from giaoban.tasks.actions.check_ins import open_check_ins, parts_to_ask

#: The job of one committee's day.
FUNCTION = "giaoban.tasks.keeping.DAY"


def keep_tasks() -> None:
    """Ask for the day's job in every committee where something is to be done today; the server calls it each hour."""
    for committee_id in Committee.objects.order_by("pk").values_list("pk", flat=True):
        if parts_to_ask(committee_id).exists():
            enqueue(committee_id, FUNCTION, committee_id)


def keep_committee(run: Run) -> None:
    """Do what one committee's day asks for; run twice, it acts once."""
    if parts_to_ask(run.committee_id).exists():
        open_check_ins(the_system(run.committee_id))


def leave(run: Run, reason: Refusal) -> None:
    """Leave the day to the next hour's job; the reason stands in this one's row."""


DAY = Work(do=keep_committee, give_up=leave)
