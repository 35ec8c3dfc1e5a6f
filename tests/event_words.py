"""Every code that an action records in any test has words in the journal; codes of the tests' own aside."""

from __future__ import annotations

from typing import Any

import pytest

from giaoban.audit import actions
from giaoban.web.audit.words import named


class UnnamedEvent(AssertionError):
    """An action recorded a code, or a kind of subject, that the journal has no words for."""


@pytest.fixture(autouse=True)
def _events_have_words(monkeypatch: pytest.MonkeyPatch) -> None:
    append = actions.append

    def checked(**content: Any) -> Any:
        code, subject = content["action"], content["subject_type"]
        if not code.startswith("tests.") and code not in named("events"):
            raise UnnamedEvent(f"{code}: add a row to web/audit/data/events.toml")
        if subject and subject not in named("subjects"):
            raise UnnamedEvent(f"{subject}: add a row to web/audit/data/subjects.toml")
        return append(**content)

    monkeypatch.setattr(actions, "append", checked)
