"""The pages of a document beside its text, in a real browser: what is chosen on one side is found on the other."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from documents.paged import PAGES, paged_pdf

SignedIn = Callable[..., Page]
LINES = tuple(f"Công an thị xã tổ chức đợt tuần tra số {number} trong quý II/2024." for number in range(2, 20))


def upload(page: Page) -> None:
    page.goto("/van-ban/them/")
    file = {"name": "ket-luan.pdf", "mimeType": "application/pdf", "buffer": paged_pdf((PAGES[0], LINES, PAGES[1]))}
    page.set_input_files("input[name=file]", file)
    page.check("input[name=declares_no_secret]")
    page.click("main form button.main")
    page.get_by_role("link", name="Rà soát", exact=True).click(timeout=30_000)
    page.wait_for_load_state("load")


def test_text_pages_and_cards_go_together(page_as: SignedIn) -> None:
    page = page_as("specialist")
    upload(page)
    cards, frames = page.locator("[data-card]"), page.locator(".page-marks a.on")
    expect(page.locator(".sheet img").first).to_have_js_property("complete", True)
    assert page.locator(".sheet img").first.evaluate("image => image.naturalWidth") > 800

    cards.last.locator(".t a").click()
    expect(page.locator("#marks-3 a.on")).to_be_in_viewport()
    expect(frames).to_have_count(1)

    page.keyboard.press("2")
    expect(page.locator("[data-doc]")).to_be_hidden()
    page.locator("#marks-2 a").nth(3).locator("rect").first.click()
    expect(page.locator("[data-card].on .n")).to_have_text(page.locator("#marks-2 a.on text").text_content() or "")
    page.reload()
    expect(page.locator("[data-doc]")).to_be_hidden()
    expect(frames).to_be_in_viewport()

    page.keyboard.press("1")
    expect(page.locator("[data-pages]")).to_be_hidden()
    page.keyboard.press("3")
    page.locator("#marks-3 a").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-card].on .n")).to_have_text(str(cards.count()))
    page.keyboard.press("a")
    expect(page.locator("#marks-3 a.ok")).to_have_count(1)


def test_on_a_phone_one_is_above_the_other(page_as: SignedIn) -> None:
    page = page_as("specialist", viewport={"width": 390, "height": 844}, has_touch=True)
    upload(page)
    page.locator("#pane-button").click()
    text, pages = page.locator("[data-doc]").bounding_box(), page.locator("[data-pages]").bounding_box()
    assert text is not None
    assert pages is not None
    assert text["y"] + text["height"] <= pages["y"] + 3
    assert pages["width"] > 380
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator("#marks-1 a rect").first.tap()
    expect(page.locator("[data-card].on .n")).to_have_text("1")
    expect(page.locator("[data-card].on")).to_be_visible()
