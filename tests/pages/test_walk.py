"""Every page that a role can reach by links: no accessibility fault, nothing in the console, no request elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import Page

from pages.accessible import bring_axe, faults
from pages.conftest import ACCOUNTS, SignedIn, Visitors

#: So many pages of one kind are looked at, each with other things on it.
OF_A_KIND = 2
#: These send a file.
DOWNLOADS = {
    "answers-docx",
    "answers-xlsx",
    "area-record-export",
    "document-file",
    "draft-download",
    "evidence-download",
    "material-file",
    "minutes-download",
    "report-file",
    "task-export",
    "unit-record-export",
}
#: What each role must be able to reach by links alone.
REACHED = {
    "specialist": {"today", "document-list", "document-add", "document-review", "task-list", "task-page", "unit-page"}
    | {"conference-list", "conference-page", "conference-plan", "conference-readiness", "conference-calendar"},
    "leader": {"today", "document-list", "document-page", "task-list", "task-page", "unit-page"},
    "reporter": {"today", "task-list", "task-page", "unit-list", "conference-page", "report-page"},
    "inspector": {"today", "document-page", "task-page", "audit-list", "audit-check"},
    "superior": {"today", "task-list", "task-page", "unit-list"},
    "administrator": {"today", "unit-list", "member-list", "member-page", "access-review", "audit-list", "audit-check"},
}


def _kind(path: str) -> str:
    """Return the name of the address; "" for one that is none of ours."""
    try:
        return str(resolve(path).url_name)
    except Resolver404:
        return ""


def _links(page: Page) -> Iterator[str]:
    for address in page.locator("a[href]").evaluate_all("links => links.map(link => link.href)"):
        parts = urlsplit(address)
        if parts.netloc == urlsplit(page.url).netloc:
            yield parts.path + (f"?{parts.query}" if parts.query else "")


def _walk(page: Page) -> Iterator[str]:
    """Go from link to link, at most so many pages of one kind; yields the name of each page once it stands open."""
    waiting, seen, looked = ["/"], set(), Counter[str]()
    while waiting:
        path = waiting.pop(0)
        kind = _kind(urlsplit(path).path)
        if path in seen or not kind or kind in DOWNLOADS or looked[kind] >= OF_A_KIND:
            continue
        seen.add(path)
        looked[kind] += 1
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == 200, f"{path}: {answer.status}"
        waiting += _links(page)
        yield kind


@pytest.mark.parametrize("role", [role for role in ACCOUNTS if role in REACHED])
def test_every_page_of_a_role_is_sound(role: str, page_as: SignedIn) -> None:
    page = page_as(role)
    bring_axe(page.context)
    kinds, found = set(), []
    for kind in _walk(page):
        kinds.add(kind)
        found += faults(page)
    assert not found, "\n".join(found)
    assert REACHED[role] <= kinds


@pytest.mark.parametrize("path", ["/dang-nhap/", "/khong-co-trang-nay/"])
def test_the_pages_before_signing_in_are_sound(path: str, visitors: Visitors) -> None:
    page = visitors.anonymous()
    page.goto(path)
    assert not faults(page)


@pytest.mark.parametrize("path", ["/nhiem-vu/987654321/", "/quan-tri/"])
def test_the_pages_that_say_no_are_sound(path: str, page_as: SignedIn) -> None:
    page = page_as("specialist")
    answer = page.goto(path)
    assert answer is not None
    assert answer.status in {403, 404}
    assert not faults(page)


def test_a_planted_fault_is_found(visitors: Visitors) -> None:
    page = visitors.anonymous()
    page.goto("/dang-nhap/")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<button></button>')")
    assert [fault for fault in faults(page) if "button-name" in fault]
