"""What is told and sent again and again, as a job: what the moment itself missed, letters that wait, digests."""

from __future__ import annotations

import logging

from django.db import transaction

from giaoban.audit.models import AuditHead
from giaoban.jobs.actions import enqueue
from giaoban.jobs.runner import Run, Work
from giaoban.notices.letters import has_letters_to_write, letters_due, send_letters, write_letters
from giaoban.notices.mail_server import mail_server
from giaoban.notices.telling import has_news, tell
from giaoban.refusal import Refusal

logger = logging.getLogger(__name__)


def tell_soon(committee_id: int) -> None:
    """Tell at once what an action has just done, and ask for its letters; what this misses, the job finds."""
    if not has_news(committee_id):
        return
    tell(committee_id)
    if has_mail(committee_id):
        with transaction.atomic():
            enqueue(committee_id, "giaoban.notices.keeping.TELL_PEOPLE", committee_id)


def tell_and_send(run: Run) -> None:
    """Tell people of one committee what is to be told, and send what goes by mail; run twice, it acts once."""
    tell(run.committee_id)
    if mail_server() is not None:
        write_letters(run.committee_id)
        send_letters(run.committee_id)


def note_left(run: Run, reason: Refusal) -> None:
    """Write to the server's log what was left to the next job; the job's row says it to the administrator."""
    logger.error("%s: %s", run.job_id, reason.code)


def has_mail(committee_id: int) -> bool:
    """Return whether something can be written or sent now."""
    if mail_server() is None:
        return False
    return has_letters_to_write(committee_id) or letters_due(committee_id).exists()


def committees_with_work() -> list[int]:
    """Return the committees in which somebody is to be told something, or a letter is to be sent."""
    committees = AuditHead.objects.order_by("pk").values_list("pk", flat=True)
    return [one for one in committees if has_news(one) or has_mail(one)]


TELL_PEOPLE = Work(do=tell_and_send, give_up=note_left)
