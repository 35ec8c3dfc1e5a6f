"""Loading the demo: the town, its conferences up to the one that is being prepared, a notice to review."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

from django.conf import settings
from django.db import transaction

from giaoban.audit import clock
from giaoban.audit.listening import telling_at_the_end
from giaoban.committees.actors import Actor
from giaoban.committees.models import Committee, User
from giaoban.committees.queries import actor_of
from giaoban.committees.roles import role
from giaoban.conferences.models import Conference
from giaoban.demo.cycle import conclude_first, hold_first, plan_next, prepare_first
from giaoban.demo.drafts import Drafting
from giaoban.demo.fates import play_fates
from giaoban.demo.papers import add_and_read, give_tasks
from giaoban.demo.quarters import Player, play_story
from giaoban.demo.story import Quarter, tell_story
from giaoban.demo.sudden import hold_sudden
from giaoban.demo.town import Account, make_town
from giaoban.documents.models import Document

#: The example page, the day after its conference, on which its tasks are given.
CONFERENCE_PAGE, GIVEN_ON = "cua-lo-2024-q1.txt", date(2024, 3, 28)
#: A notice written for trying the review; its first line says so.
NOTICE, NOTICE_TITLE = "example-notice-2024-04.txt", "Văn bản ví dụ: kết luận hội nghị giao ban nội chính tháng 4/2024"
NOTICE_ON = date(2024, 4, 29)
#: The day that it is in the example once it has been loaded: in the middle of the period ahead.
EXAMPLE_DAY = date(2024, 5, 21)
#: The example is at most so many quarters, 2022-Q3 to 2024-Q2, and at least the last two.
FEWEST_QUARTERS, MOST_QUARTERS = 2, 8
SEED = 1
ACCOUNTS_FILE = "accounts.txt"


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of the example is made: the last so many quarters up to 2024-Q2, and the seed of those before the page.

    The last two are the conference of the real page and the one that is being prepared; they are always there.
    """

    quarters: int = MOST_QUARTERS
    seed: int = SEED

    @property
    def earlier(self) -> int:
        """How many quarters stand before that of the page."""
        return self.quarters - FEWEST_QUARTERS


#: The page, and what is being prepared: as much as a test needs.
SMALL = Extent(FEWEST_QUARTERS)


def is_empty() -> bool:
    """Return whether no committee has been opened yet, so that the demo may be loaded."""
    return not Committee.objects.exists()


def load_demo(extent: Extent = SMALL) -> tuple[Account, ...]:
    """Make the town, its conferences with their tasks and what became of them; leave a notice to review.

    The page of 27/3/2024 is real, and so are its tasks; what is told around it is made up (``data``). All or nothing.
    The accounts and their passwords are kept beside the database in a file that only its owner reads.
    """
    with transaction.atomic(), telling_at_the_end():
        accounts = make_town().accounts
        player = Player(_actor(accounts, "specialist"), _actor(accounts, "leader"), extent.seed)
        last = play_story(player, tell_story(extent.seed, extent.earlier))
        page, held = _hold_first(player, last)
        with clock.set_to(NOTICE_ON):
            add_and_read(player.specialist, NOTICE, _bytes(NOTICE), title=NOTICE_TITLE)
        player.work(GIVEN_ON, EXAMPLE_DAY - timedelta(days=1))
        play_fates(player.specialist, page.pk)
        if extent.earlier:
            hold_sudden(Drafting(player.specialist, player.leader, player.chance("sudden")))
        plan_next(player.specialist, held)
        _keep_accounts(accounts)
        # Within: people are told of what happened as soon as it is kept, by the example's day.
        clock.begin_example(EXAMPLE_DAY)
    return accounts


def _hold_first(player: Player, last: Quarter | None) -> tuple[Document, Conference]:
    """Hold the conference of the page and give its tasks, after the last quarter of the story where there is one."""
    specialist = player.specialist
    conference = prepare_first(specialist)
    if last is None:
        conference = hold_first(specialist, conference)
    else:
        player.work(last.issued_on, conference.reports_due_on or conference.held_on)
        conference = hold_first(specialist, conference, player.answer_last)
    with clock.set_to(GIVEN_ON):
        page = add_and_read(specialist, CONFERENCE_PAGE, _bytes(CONFERENCE_PAGE))
        give_tasks(specialist, page.pk)
    return page, conclude_first(specialist, conference, page.pk)


def accounts_path() -> Path:
    """Return the file that the demo's accounts are kept in."""
    return Path(settings.DATA_DIR) / ACCOUNTS_FILE


def _actor(accounts: Iterable[Account], role_code: str) -> Actor:
    """Return who first has a role in the town."""
    account = next(one for one in accounts if one.role == role_code)
    actor = actor_of(User.objects.get(username=account.username).pk, None)
    if actor is None:
        raise LookupError(account.username)
    return actor


def _bytes(name: str) -> bytes:
    return files("giaoban.demo").joinpath("data", name).read_bytes()


def _keep_accounts(accounts: Iterable[Account]) -> None:
    path = accounts_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        for one in accounts:
            file.write(f"{one.username:<12}{one.password:<26}{role(one.role).words} · {one.name}\n")
