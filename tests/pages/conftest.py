"""Chromium, a real server with the demo, and somebody signed in: what every page test stands on.

A test that only looks takes ``site`` and ``page_as``; one that writes takes ``own_site`` and ``own_page_as``, a server
of its own. Whatever a page does in the console, or asks of another host, fails the test that saw it.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from pages.site import Site, make_demo, serve
from pages.watching import Watch

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
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
WINDOW = {"width": 1440, "height": 900}

SignedIn = Callable[..., Page]


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Drive the machine's own Chromium; nothing is downloaded."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.fail("Chromium is missing: run `make test`, or install the package chromium")
    return {"executable_path": path, "args": ARGUMENTS}


@pytest.fixture(scope="session")
def demo_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the demo loaded, to be copied."""
    return make_demo(tmp_path_factory.mktemp("demo") / "var")


@pytest.fixture(scope="session")
def site(demo_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The server for all tests that only look."""
    with serve(demo_data, tmp_path_factory.mktemp("site") / "var") as running:
        yield running


@pytest.fixture
def own_site(demo_data: Path, tmp_path: Path) -> Iterator[Site]:
    """A server for one test that writes."""
    with serve(demo_data, tmp_path / "var") as running:
        yield running


class Visitors:
    """Opens browser contexts on a site and watches each of them."""

    def __init__(self, browser: Browser, site: Site, states: dict[str, Any]) -> None:
        self._browser, self._site, self._states = browser, site, states
        self._open: list[tuple[BrowserContext, Watch]] = []

    def anonymous(self, **options: Any) -> Page:
        """Return a page of somebody who has not signed in."""
        context = self._browser.new_context(base_url=self._site.address, **{"viewport": WINDOW, **options})
        self._open.append((context, Watch(context, self._site.address)))
        return context.new_page()

    def signed_in(self, role: str, **options: Any) -> Page:
        """Return a page of somebody in that role, who signs in through the page the first time."""
        if role not in self._states:
            page = self.anonymous()
            sign_in(page, ACCOUNTS[role], self._site.passwords[ACCOUNTS[role]])
            self._states[role] = page.context.storage_state()
        page = self.anonymous(storage_state=self._states[role], **options)
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


@pytest.fixture(scope="session")
def _states() -> dict[str, Any]:
    return {}


@pytest.fixture
def visitors(browser: Browser, site: Site, _states: dict[str, Any]) -> Iterator[Visitors]:
    """Visitors of the server that is only looked at."""
    opened = Visitors(browser, site, _states)
    yield opened
    opened.close()


@pytest.fixture
def page_as(visitors: Visitors) -> SignedIn:
    """Return a page of somebody in a role: ``page_as("specialist")``; for looking only."""
    return visitors.signed_in


@pytest.fixture
def own_visitors(browser: Browser, own_site: Site) -> Iterator[Visitors]:
    """Visitors of a server that this test may change."""
    opened = Visitors(browser, own_site, {})
    yield opened
    opened.close()


@pytest.fixture
def own_page_as(own_visitors: Visitors) -> SignedIn:
    """Return a page of somebody in a role on this test's own server: what it writes, nobody else sees."""
    return own_visitors.signed_in
