"""On which database the tests run: SQLite in memory, or ``--database=postgresql``, which they start by themselves."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connections, transaction
from environs import Env

from postgresql_server import PostgreSQLServer

VARIABLE = "GIAOBAN_DATABASE"
_server = pytest.StashKey[PostgreSQLServer]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database", choices=("sqlite", "postgresql"), default="sqlite", help="what the tests run on")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Start PostgreSQL once: xdist's workers, which start later, find its address in the environment."""
    # The browser's driver keeps an event loop in this thread, which Django would take for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    is_worker = hasattr(config, "workerinput")
    if config.getoption("database") != "postgresql" or is_worker or os.environ.get(VARIABLE):
        return
    server = PostgreSQLServer()
    server.start()
    config.stash[_server] = server
    os.environ[VARIABLE] = server.url
    _use(server.url)


def _use(url: str) -> None:
    """Point this process, which has read its settings already, at the server."""
    settings.DATABASES["default"] = {**Env().dj_db_url(VARIABLE), "CONN_MAX_AGE": 60}
    connections.settings = connections.configure_settings(settings.DATABASES)
    del connections["default"]


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop what was started."""
    server = config.stash.get(_server, None)
    if server is not None:
        connections.close_all()
        server.stop()


def pytest_collection_modifyitems(items: list[Any]) -> None:
    """Mark what touches the database (``db``) and what drives the browser (``page``), so that they can be chosen."""
    for item in items:
        if {"db", "transactional_db", "db_of_the_file"} & set(item.fixturenames) or item.get_closest_marker(
            "django_db"
        ):
            item.add_marker("db")
        if "/tests/pages/" in str(item.path):
            item.add_marker("page")


@pytest.fixture(scope="module")
def db_of_the_file(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The database for what a file's fixtures lay down once; what its tests write on top is theirs alone."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
