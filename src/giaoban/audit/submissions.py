"""Forms that were sent, each worked on once (:class:`~giaoban.audit.models.Submission`).

The first of several with one key claims it by the insert that only one can make; the others wait for its answer. A
claim whose work was cut short by the server's end is free again after some minutes: what such a work had done already
is then kept from being doubled by the version that the form bears, or by the content of the file.
"""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from giaoban.audit.models import Submission
from giaoban.refusal import Refusal, phrase

#: How long (seconds) a repeated one waits for the first's answer, and how often it looks.
PATIENCE, PAUSE = 20.0, 0.1
#: After what time a claim without an answer is taken to be abandoned, and a kept answer is forgotten.
ABANDONED, KEPT = timedelta(minutes=10), timedelta(days=1)


class OtherBody(Refusal):
    """The key was used for something else."""

    def __init__(self) -> None:
        sentence = phrase(
            "Biểu mẫu này đã được gửi với nội dung khác. Nội dung lần này chưa được ghi; hãy mở lại trang rồi gửi."
        )
        super().__init__("forms.other_body", sentence)


class StillRunning(Refusal):
    """The first with this key is still being worked on."""

    def __init__(self) -> None:
        sentence = phrase("Biểu mẫu này vừa được gửi và đang được xử lý. Hãy chờ một lát rồi mở lại trang để xem.")
        super().__init__("forms.still_running", sentence)


def claim(user_id: int, key: UUID, digest: str) -> dict[str, Any] | None:
    """Claim a key; returns None where the caller is to do the work, else the answer that the first was given.

    Raises :class:`OtherBody` where the key was used for something else, :class:`StillRunning` where the first takes
    longer than a person waits.
    """
    mine = Submission.objects.filter(user_id=user_id)
    mine.filter(at__lt=timezone.now() - KEPT).delete()
    ends = time.monotonic() + PATIENCE
    while True:
        mine.filter(key=key, answer__isnull=True, at__lt=timezone.now() - ABANDONED).delete()
        if _insert(user_id, key, digest):
            return None
        first = mine.filter(key=key).first()
        if first is not None and first.digest != digest:
            raise OtherBody
        if first is not None and first.answer is not None:
            return dict(first.answer)
        if time.monotonic() > ends:
            raise StillRunning
        time.sleep(PAUSE)


def answered(user_id: int, key: UUID, answer: dict[str, Any]) -> None:
    """Keep the answer that the work of a key was given."""
    Submission.objects.filter(user_id=user_id, key=key).update(answer=answer)


def give_back(user_id: int, key: UUID) -> None:
    """Free a key whose work was refused: nothing was done, and the form may be mended and sent again."""
    Submission.objects.filter(user_id=user_id, key=key).delete()


def _insert(user_id: int, key: UUID, digest: str) -> bool:
    try:
        with transaction.atomic():
            Submission.objects.create(user_id=user_id, key=key, digest=digest, at=timezone.now())
    except IntegrityError:
        return False
    return True
