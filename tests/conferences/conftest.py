"""A conference that meets, on its day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conferences.meeting_room import MEETING_DAY, Room, make_room
from conftest import Office
from giaoban.audit import clock


@pytest.fixture
def room(office: Office, settings: Any, tmp_path: Path) -> Iterator[Room]:
    """Our committee's conference, open."""
    settings.FILES_ROOT = tmp_path / "files"
    with clock.set_to(MEETING_DAY):
        yield make_room(office)
