"""Loading the demo: the town, its conference of 27/3/2024, the next one as it is prepared, a notice to review."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from importlib.resources import files
from pathlib import Path

from django.conf import settings
from django.db import transaction

from giaoban.audit import clock
from giaoban.committees.actors import Actor
from giaoban.committees.models import Committee, User
from giaoban.committees.queries import actor_of
from giaoban.committees.roles import role
from giaoban.demo.cycle import hold_first, plan_next
from giaoban.demo.fates import play_fates
from giaoban.demo.town import Account, make_town
from giaoban.documents.actions import accept_shown, add_document, sign_rest
from giaoban.documents.models import Directive, Document
from giaoban.jobs.runner import run_waiting
from giaoban.tasks.actions import assign_tasks

#: The example page, the day after its conference, on which its tasks are given.
CONFERENCE_PAGE, GIVEN_ON = "cua-lo-2024-q1.txt", date(2024, 3, 28)
#: A notice written for trying the review; its first line says so.
NOTICE, NOTICE_TITLE = "example-notice-2024-04.txt", "Văn bản ví dụ: kết luận hội nghị giao ban nội chính tháng 4/2024"
NOTICE_ON = date(2024, 4, 29)
#: The day that it is in the example once it has been loaded: in the middle of the period ahead.
EXAMPLE_DAY = date(2024, 5, 21)
ACCOUNTS_FILE = "accounts.txt"


class DemoNotRead(RuntimeError):
    """The reader refused a document of the demo: a fault of ours."""


def is_empty() -> bool:
    """Return whether no committee has been opened yet, so that the demo may be loaded."""
    return not Committee.objects.exists()


def load_demo() -> tuple[Account, ...]:
    """Make the town, hold its conference and give the tasks of its page, plan the next one, leave a notice to review.

    All or nothing. The accounts and their passwords are kept beside the database in a file that only its owner reads.
    """
    with transaction.atomic():
        accounts = make_town().accounts
        specialist = _actor(next(one for one in accounts if one.role == "specialist"))
        with clock.set_to(GIVEN_ON):
            page = _read(specialist, CONFERENCE_PAGE)
            _give_tasks(specialist, page)
        held = hold_first(specialist, page.pk)
        with clock.set_to(NOTICE_ON):
            _read(specialist, NOTICE, title=NOTICE_TITLE)
        play_fates(specialist)
        plan_next(specialist, held)
        _keep_accounts(accounts)
    clock.begin_example(EXAMPLE_DAY)
    return accounts


def accounts_path() -> Path:
    """Return the file that the demo's accounts are kept in."""
    return Path(settings.DATA_DIR) / ACCOUNTS_FILE


def _actor(account: Account) -> Actor:
    actor = actor_of(User.objects.get(username=account.username).pk, None)
    if actor is None:
        raise LookupError(account.username)
    return actor


def _read(specialist: Actor, name: str, title: str = "") -> Document:
    """Add a document of the demo as the specialist would, and read it now."""
    data = files("giaoban.demo").joinpath("data", name).read_bytes()
    added = add_document(specialist, name, data, declares_no_secret=True, title=title)
    run_waiting()
    document = Document.objects.get(pk=added.document.pk)
    if document.state != Document.State.READ:
        raise DemoNotRead(f"{name}: {document.refusal}")
    return document


def _give_tasks(specialist: Actor, document: Document) -> None:
    """Accept all that was proposed, sign that nothing was missed, and give the tasks."""
    open_ones = document.directives.filter(decision=Directive.Decision.OPEN)
    accept_shown(specialist, document.pk, dict(open_ones.values_list("pk", "version")))
    document.refresh_from_db()
    sign_rest(specialist, document.pk, version=document.version)
    document.refresh_from_db()
    assign_tasks(specialist, document.pk, version=document.version)


def _keep_accounts(accounts: Iterable[Account]) -> None:
    path = accounts_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        for one in accounts:
            file.write(f"{one.username:<12}{one.password:<26}{role(one.role).words} · {one.name}\n")
