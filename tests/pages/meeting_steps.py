"""The first steps of a meeting, done through the pages: the conference is opened, a projector beside it."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def open_conference(page: Page) -> str:
    """Open the example's next conference on the example's day; return its address."""
    page.goto("/hoi-nghi/")
    page.locator("main a", has_text="quý II/2024, nhiệm vụ quý III/2024").first.click()
    page.wait_for_url("**/hoi-nghi/*/")
    address = page.url
    page.goto(f"{address}sua/")
    page.locator("input[name=held_on]").fill("21/5/2024")
    for name in ("cut_off_on", "reports_due_on"):
        page.locator(f"input[name={name}]").fill("")
    page.locator("main form button.main").click()
    page.wait_for_url(lambda url: url.split("#")[0] == address)
    page.get_by_role("button", name="Khai mạc", exact=True).click()
    expect(page.locator(".headline")).to_contain_text("Đang họp")
    return address


def open_projector(page: Page, beamer: Page) -> None:
    """Open the projector from the presenter's page, on another machine without an account."""
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Mở màn chiếu").click()
    opened.value.wait_for_load_state()
    address = opened.value.url
    opened.value.close()
    beamer.goto(address)
