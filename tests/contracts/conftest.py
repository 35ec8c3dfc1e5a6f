"""One real thing of each kind, made once for a file of contracts: each request about them takes back what it wrote."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import override_settings

from conftest import Office, make_office
from contracts.things import Things, make_things


@pytest.fixture(scope="module")
def office(db_of_the_file: None) -> Office:
    """Our committee, with somebody in each role."""
    return make_office("Thị ủy Thử", "")


@pytest.fixture(scope="module")
def stranger(db_of_the_file: None) -> Office:
    """Another committee, which must see nothing of ours."""
    return make_office("Huyện ủy Khác", "khac-")


@pytest.fixture(scope="module")
def things(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Things]:
    """What our committee has."""
    with override_settings(FILES_ROOT=tmp_path_factory.mktemp("files")):
        yield make_things(office)
