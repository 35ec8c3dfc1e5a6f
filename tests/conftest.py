"""The cast of the tests: one committee with its units and people, and a stranger of another committee."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from playwright.sync_api import Browser

from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor
from giaoban.committees.models import Committee, Group, GroupUnit, Member, Unit, UnitAlias, User
from pages import chromium
from pages.site import make_demo

if TYPE_CHECKING:
    from once_a_run import OnceARun

pytest_plugins = ["databases", "event_words", "longest_first", "once_a_run", "write_guard"]

UNITS = (
    ("Công an thị xã", "police", ["security", "traffic"], ["Công an"]),
    ("Ban Chỉ huy Quân sự thị xã", "military", ["defence"], ["Ban CHQS"]),
    ("Tòa án nhân dân thị xã", "court", ["justice"], ["TAND thị xã"]),
    ("Phường Nghi Thủy", "ward", [], []),
    ("Phường Thu Thủy", "ward", [], []),
)


@dataclass(frozen=True)
class Office:
    """A committee and somebody in each role."""

    committee: Committee
    units: dict[str, Unit]
    specialist: Actor
    leader: Actor
    reporter: Actor
    other_reporter: Actor
    inspector: Actor
    superior: Actor
    administrator: Actor


@action
def make_office(name: str, prefix: str) -> Office:
    """Make a committee with its units and somebody in each role."""
    committee = Committee.objects.create(
        name=name, level="district", level_word="thị xã", place="Cửa Lò", office_name="Văn phòng Thị ủy"
    )
    units: dict[str, Unit] = {}
    for position, (title, kind, areas, aliases) in enumerate(UNITS):
        unit = Unit.objects.create(committee=committee, name=title, kind=kind, areas=areas, position=position)
        for alias in aliases:
            UnitAlias.objects.create(unit=unit, text=alias)
        units[title] = unit
    wards = Group.objects.create(committee=committee, name="các phường")
    for unit in units.values():
        if unit.kind == "ward":
            GroupUnit.objects.create(group=wards, unit=unit)

    def member(role: str, unit: Unit | None = None, suffix: str = "") -> Actor:
        user = User(username=f"{prefix}{role}{suffix}", name=f"Người {role}{suffix}", must_change_password=False)
        user.set_password("mat khau de thu nghiem")
        user.save()
        Member.objects.create(user=user, committee=committee, role=role, unit=unit)
        return Actor(user.pk, user.name, committee.pk, role, unit.pk if unit else None, "127.0.0.1")

    office = Office(
        committee=committee,
        units=units,
        specialist=member("specialist"),
        leader=member("leader"),
        reporter=member("reporter", units["Công an thị xã"]),
        other_reporter=member("reporter", units["Tòa án nhân dân thị xã"], "2"),
        inspector=member("inspector"),
        superior=member("superior"),
        administrator=member("administrator"),
    )
    record(office.specialist, "tests.office.made", committee)
    return office


@pytest.fixture
def office(db: Any) -> Office:
    """Our committee, with somebody in each role."""
    return make_office("Thị ủy Thử", "")


@pytest.fixture
def stranger(db: Any) -> Office:
    """Another committee, which must see nothing of ours."""
    return make_office("Huyện ủy Khác", "khac-")


def client_of(actor: Actor) -> Client:
    """Return a client of the pages in which an actor has signed in."""
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id), backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def browse(db: Any) -> Callable[[Actor], Client]:
    """Return what makes a client of the pages in which an actor has signed in."""
    return client_of


@pytest.fixture(scope="session")
def demo_data(once_a_run: OnceARun) -> Path:
    """A data folder with the demo loaded, to be copied."""
    return once_a_run("demo", make_demo)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Drive the machine's own Chromium; nothing is downloaded."""
    path = chromium.find()
    if path is None:
        pytest.fail("Chromium is missing: run `make test`, or install the package chromium")
    return {"executable_path": path, "args": chromium.ARGUMENTS}


@pytest.fixture(scope="session")
def _browsers(launch_browser: Callable[[], Browser]) -> Iterator[list[Browser]]:
    opened = [launch_browser()]
    yield opened
    opened[-1].close()


@pytest.fixture
def browser(_browsers: list[Browser], launch_browser: Callable[[], Browser]) -> Browser:
    """The worker's Chromium; should it break down, the tests that follow have another."""
    if not _browsers[-1].is_connected():
        _browsers.append(launch_browser())
    return _browsers[-1]
