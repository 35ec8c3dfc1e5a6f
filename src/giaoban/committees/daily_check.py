"""The daily check of a committee's audit chain (kiểm tra sổ hằng ngày), as a job; what it found is the job's end."""

from __future__ import annotations

import logging

from giaoban.audit.chain import verify
from giaoban.jobs.runner import Run, Work
from giaoban.refusal import Refusal, phrase

logger = logging.getLogger(__name__)


def check(run: Run) -> None:
    """Check the chain; raises the refusal that names the first bad link."""
    bad = verify(run.committee_id)
    if bad is not None:
        raise Refusal(
            "audit.bad_link",
            phrase("Sổ nhật ký có dòng sai, đầu tiên là dòng %(sequence)s. Hãy mở Nhật ký → Kiểm tra sổ."),
            sequence=bad.sequence,
        )


def note_bad(run: Run, reason: Refusal) -> None:
    """Write to the server's log that a chain is not sound; the job's row says it to the administrator."""
    logger.error("committee %s: %s", run.committee_id, reason.code)


CHECK_AUDIT = Work(do=check, give_up=note_bad)
