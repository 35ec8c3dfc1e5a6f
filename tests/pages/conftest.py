"""Chromium, a real server with the demo, and somebody signed in: what every page test stands on.

Each worker has one server, whose data are put back before each test. Whatever a page does in the console, or asks of
another host, fails the test that saw it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from pages.site import Site, serve
from pages.watching import Watch

#: The account of the demo for each role; a reporter of another unit beside them.
ACCOUNTS = {
    "specialist": "chuyenvien",
    "leader": "lanhdao",
    "reporter": "congan",
    "other_reporter": "toaan",
    "inspector": "kiemtra",
    "superior": "captren",
    "administrator": "quantri",
}
#: The cookie of a session, but for its value.
SESSION = {"name": "sessionid", "domain": "127.0.0.1", "path": "/", "expires": -1} | {
    "httpOnly": True,
    "secure": False,
    "sameSite": "Lax",
}
WINDOW = {"width": 1440, "height": 900}

SignedIn = Callable[..., Page]


@pytest.fixture(scope="session")
def _running(demo_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serve(demo_data, tmp_path_factory.mktemp("site") / "var") as running:
        yield running


@pytest.fixture
def site(_running: Site, demo_data: Path) -> Site:
    """The server, with nothing written in the demo but what this test writes."""
    _running.put_back(demo_data)
    return _running


class Visitors:
    """Opens browser contexts on a site and watches each of them."""

    def __init__(self, browser: Browser, site: Site) -> None:
        self._browser, self._site = browser, site
        self._open: list[tuple[BrowserContext, Watch]] = []

    def anonymous(self, **options: Any) -> Page:
        """Return a page of somebody who has not signed in."""
        context = self._browser.new_context(base_url=self._site.address, **{"viewport": WINDOW, **options})
        self._open.append((context, Watch(context, self._site.address)))
        return context.new_page()

    def signed_in(self, role: str, **options: Any) -> Page:
        """Return a page of somebody in that role, who has signed in."""
        session = SESSION | {"value": self._site.sessions[ACCOUNTS[role]]}
        page = self.anonymous(storage_state={"cookies": [session]}, **options)
        page.goto("/")
        return page

    def close(self) -> None:
        """Close all, and fail if anything went wrong in one."""
        faults = [fault for _, watch in self._open for fault in watch.faults]
        for context, _ in self._open:
            context.close()
        assert not faults, "\n".join(faults)


def sign_in(page: Page, username: str, password: str) -> None:
    """Sign in through the page; what comes after is the caller's to look at."""
    page.goto("/dang-nhap/")
    page.locator("input[name=username]").fill(username)
    page.locator("input[name=password]").fill(password)
    page.locator("main form button.main").click()
    page.wait_for_load_state()


@pytest.fixture
def visitors(browser: Browser, site: Site) -> Iterator[Visitors]:
    """Visitors of the server."""
    opened = Visitors(browser, site)
    yield opened
    opened.close()


@pytest.fixture
def page_as(visitors: Visitors) -> SignedIn:
    """Return a page of somebody in a role: ``page_as("specialist")``."""
    return visitors.signed_in
