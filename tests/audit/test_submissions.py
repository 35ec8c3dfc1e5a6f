"""Forms that were sent: the first claims the key, the others get its answer or are told why not."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from giaoban.audit import submissions
from giaoban.audit.models import Submission
from giaoban.audit.submissions import OtherBody, StillRunning, answered, claim, give_back

pytestmark = pytest.mark.django_db
KEY = uuid4()
ANSWER = {"status": 302, "headers": {"Location": "/"}, "body": ""}


def test_the_first_works_and_the_next_gets_its_answer() -> None:
    assert claim(7, KEY, "a" * 64) is None
    answered(7, KEY, ANSWER)
    assert claim(7, KEY, "a" * 64) == ANSWER


def test_something_else_under_the_same_key_is_refused() -> None:
    claim(7, KEY, "a" * 64)
    with pytest.raises(OtherBody):
        claim(7, KEY, "b" * 64)


def test_one_that_still_runs_is_waited_for_and_then_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(submissions, "PATIENCE", 0.2)
    claim(7, KEY, "a" * 64)
    with pytest.raises(StillRunning):
        claim(7, KEY, "a" * 64)


def test_a_key_that_was_given_back_is_free() -> None:
    claim(7, KEY, "a" * 64)
    give_back(7, KEY)
    assert claim(7, KEY, "b" * 64) is None


def test_everybody_has_keys_of_their_own() -> None:
    assert claim(7, KEY, "a" * 64) is None
    assert claim(8, KEY, "b" * 64) is None


def test_an_abandoned_claim_is_free_and_old_answers_are_forgotten() -> None:
    claim(7, KEY, "a" * 64)
    Submission.objects.update(at=timezone.now() - submissions.ABANDONED - timedelta(seconds=1))
    assert claim(7, KEY, "b" * 64) is None
    answered(7, KEY, ANSWER)
    Submission.objects.update(at=timezone.now() - submissions.KEPT - timedelta(seconds=1))
    claim(7, uuid4(), "c" * 64)
    assert not Submission.objects.filter(key=KEY).exists()
