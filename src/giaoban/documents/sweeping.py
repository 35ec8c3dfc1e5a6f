"""The daily sweep of the file store, as a job."""

from __future__ import annotations

import logging

from giaoban.documents.files import sweep_orphans
from giaoban.jobs.runner import Run, Work
from giaoban.refusal import Refusal

logger = logging.getLogger(__name__)


def sweep(run: Run) -> None:
    """Remove what belongs to nothing, and show how many files that were."""
    count = len(sweep_orphans())
    run.progress(count, count)


def note_unswept(run: Run, reason: Refusal) -> None:
    """Write to the server's log why nothing was swept; the job's row says it to the administrator."""
    logger.error("%s: %s", run.job_id, reason.code)


SWEEP_FILES = Work(do=sweep, give_up=note_unswept)
