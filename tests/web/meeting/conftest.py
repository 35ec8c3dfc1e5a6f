"""A conference that meets, on its day, and people who have signed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from conferences.meeting_room import MEETING_DAY, Room, make_room
from conftest import Office
from giaoban.audit import clock
from giaoban.committees.actors import Actor


@pytest.fixture
def room(office: Office, settings: Any, tmp_path: Path) -> Iterator[Room]:
    """Our committee's conference, open."""
    settings.FILES_ROOT = tmp_path / "files"
    with clock.set_to(MEETING_DAY):
        yield make_room(office)


@pytest.fixture
def specialist(room: Room, browse: Callable[[Actor], Client]) -> Client:
    """The office's specialist, signed in."""
    return browse(room.office.specialist)
