"""A unit is reminded of a task: its reporter's bell rings at once, and leads there."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

SignedIn = Callable[..., Page]


def test_a_reminder_rings_at_the_reporters_and_leads_to_the_task(page_as: SignedIn) -> None:
    reporter, office = page_as("reporter"), page_as("specialist")
    reporter.goto("/nhiem-vu/?group=running")
    reporter.locator("tbody td.what a").first.click()
    reporter.wait_for_load_state()
    task, title = reporter.url, reporter.locator("h1").inner_text()
    office.goto(task)
    form = office.locator("a[href*='/don-doc/']").first.get_attribute("href")
    assert form is not None
    office.goto(form)
    office.locator("#act-form button.main").click()
    expect(office).to_have_url(task)
    reporter.goto("/")
    bell = reporter.locator("a.bell")
    expect(bell).to_have_attribute("aria-label", re.compile("Thông báo: [0-9]+ chưa xem"))
    bell.click()
    told = reporter.locator("li", has_text="Đôn đốc thực hiện nhiệm vụ").first
    told.get_by_role("button", name=title, exact=True).click()
    expect(reporter).to_have_url(task)
