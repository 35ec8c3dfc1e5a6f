"""What is looked after day by day, as a job: check-ins of recurring tasks, who must be told of dues."""

from __future__ import annotations

import logging

from giaoban.committees.actors import the_system
from giaoban.jobs.runner import Run, Work
from giaoban.refusal import Refusal
from giaoban.tasks.actions.check_ins import open_check_ins, parts_to_ask
from giaoban.tasks.actions.escalating import escalations_to_make, make_escalations

logger = logging.getLogger(__name__)


def keep_tasks(run: Run) -> None:
    """Do what one committee's day asks for; run twice, or days late, it does the same."""
    if parts_to_ask(run.committee_id).exists():
        open_check_ins(the_system(run.committee_id))
    if escalations_to_make(run.committee_id):
        make_escalations(the_system(run.committee_id))


def note_left(run: Run, reason: Refusal) -> None:
    """Write to the server's log what was left to the next day's job; the job's row says it to the administrator."""
    logger.error("%s: %s", run.job_id, reason.code)


KEEP_TASKS = Work(do=keep_tasks, give_up=note_left)
