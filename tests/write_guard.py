"""While a page is answered, a write to our own tables outside an action is refused: every write must leave an event."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client

from giaoban.audit.actions import is_writing

WRITE = re.compile(r'^\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?', re.IGNORECASE)
#: Django notes the sign-in with the account itself; everything else of an account is an action's to write.
LAST_SIGN_IN = re.compile(r'^UPDATE "committees_user" SET "last_login" = (?:%s|\S+) WHERE [^,]*$')

#: What is no part of the office's data: that a form was sent is noted beside the action, as a session is; and who was
#: told of what, which only retells what actions recorded.
BESIDE_ACTIONS = {"audit_submission", "notices_notice", "notices_cursor", "notices_letter"}


class StrayWrite(AssertionError):
    """A page wrote to one of our tables outside an action."""


def _our_tables() -> set[str]:
    models = apps.get_models(include_auto_created=True)
    tables = {model._meta.db_table for model in models if model.__module__.startswith("giaoban.")}
    return tables - BESIDE_ACTIONS


def refuse_stray_writes(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    """Raise :class:`StrayWrite` for a write to our tables while no action is under way; for ``execute_wrapper``."""
    written = WRITE.match(sql)
    if written and written[1] in _our_tables() and not is_writing() and not LAST_SIGN_IN.match(sql):
        raise StrayWrite(sql)
    return execute(sql, params, many, context)


@pytest.fixture(autouse=True)
def _pages_write_by_actions_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guard every request of Django's test client."""
    answer = Client.request

    def guarded(self: Client, **request: Any) -> Any:
        with connection.execute_wrapper(refuse_stray_writes):
            return answer(self, **request)

    monkeypatch.setattr(Client, "request", guarded)
