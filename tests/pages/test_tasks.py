"""Tasks and Today in a real browser: a leader's phone, two taps and an undo, drafts, choosing rows, keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from pages.accessible import WCAG, faults

SignedIn = Callable[..., Page]
PHONE = {"width": 390, "height": 844}


def count_of(page: Page) -> int:
    """Return how many tasks the list that is open says it holds."""
    words = page.locator(".headline small").inner_text()
    return int(words.split(" ")[0].replace(".", ""))


def report_one(page: Page, result: str) -> str:
    """As a unit, take a task on and report it as done by keyboard; return the address of its page."""
    page.goto("/nhiem-vu/?state=unanswered")
    page.locator(".list .what a").first.click()
    page.wait_for_load_state("load")
    page.keyboard.press("a")
    expect(page.locator(".toast .words").last).to_have_text("Đã nhận việc.")
    page.keyboard.press("r")
    page.locator("#act textarea").fill(result)
    page.locator("#act button.main").click()
    expect(page.locator(".toast .words").last).to_have_text("Đã gửi báo cáo, chờ văn phòng xác nhận.")
    return page.url


def test_a_leaders_phone_shows_four_numbers_without_scrolling(page_as: SignedIn) -> None:
    page = page_as("leader", viewport=PHONE)
    tiles = page.locator("a.tile")
    expect(tiles).to_have_count(4)
    for place in range(4):
        box = tiles.nth(place).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= PHONE["height"] - 60
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    for place in range(4):
        number = int(tiles.nth(place).locator("b").inner_text().replace(".", ""))
        tiles.nth(place).click()
        page.wait_for_url("**/nhiem-vu/**")
        assert count_of(page) == number
        page.goto("/")


def test_more_time_is_asked_for_by_the_unit_and_granted_by_a_leader(page_as: SignedIn) -> None:
    unit = page_as("reporter")
    unit.goto("/nhiem-vu/?state=unanswered")
    unit.locator(".list .what a").first.click()
    unit.wait_for_load_state("load")
    unit.keyboard.press("a")
    expect(unit.locator(".toast .words").last).to_have_text("Đã nhận việc.")
    unit.keyboard.press("i")
    unit.locator("#act [name=wanted_on]").fill("31/12/2024")
    unit.locator("#act textarea").fill("Chờ kinh phí theo kế hoạch")
    unit.locator("#act button.main").click()
    expect(unit.locator(".toast .words").last).to_have_text("Đã gửi đề nghị gia hạn.")
    leader = page_as("leader")
    leader.goto(unit.url)
    leader.keyboard.press("q")
    leader.locator("#act button.main").click()
    expect(leader.locator(".toast .words").last).to_have_text("Đã quyết định đề nghị gia hạn.")
    expect(leader.locator(".facts .due-changes li")).to_contain_text("31/12/2024 gia hạn")


def test_a_report_is_confirmed_in_two_taps_with_a_note_and_undone(page_as: SignedIn) -> None:
    address = report_one(page_as("reporter"), "Đã làm xong, có biên bản")
    page = page_as("leader", viewport=PHONE)
    row = page.locator(".todo li", has_text="Đã làm xong, có biên bản")
    row.get_by_role("link", name="Xác nhận…").click()
    page.locator("#act textarea").fill("Tốt")
    page.locator("#act button.main").click()
    expect(page.locator(".toast .words")).to_have_text("Đã xác nhận hoàn thành.")
    expect(row).to_have_count(0)
    page.locator(".toast").get_by_role("button", name="Hoàn tác").click()
    expect(page.locator(".toast .words")).to_have_text("Đã hoàn tác.")
    expect(row).to_have_count(1)
    page.goto(address)
    expect(page.locator(".line li").first).to_contain_text("Hoàn tác")


def test_a_report_is_returned_and_comes_first_for_its_unit(page_as: SignedIn) -> None:
    reporter = page_as("reporter")
    address = report_one(reporter, "Xong")
    page = page_as("leader")
    page.goto(address)
    page.keyboard.press("t")
    page.locator("#act textarea").fill("Thiếu danh sách")
    page.locator("#act button.main").click()
    expect(page.locator(".toast .words")).to_have_text("Đã trả lại báo cáo.")
    reporter.goto("/")
    expect(reporter.locator(".todo li").first).to_contain_text("Trả lại")


def test_words_typed_are_there_again_after_leaving(page_as: SignedIn) -> None:
    page = page_as("specialist")
    page.goto("/nhiem-vu/")
    page.locator(".list .what a").first.click()
    page.wait_for_load_state("load")
    address = page.url
    page.keyboard.press("d")
    page.wait_for_selector("#act form[data-draft-watched]")
    page.locator("#act textarea").fill("Gửi báo cáo trước thứ Sáu")
    expect(page.locator("#act [data-draft-status]")).to_contain_text("Đã giữ bản nháp")
    page.goto("/")
    page.goto(address)
    page.keyboard.press("d")
    expect(page.locator("#act textarea")).to_have_value("Gửi báo cáo trước thứ Sáu")


def test_a_late_save_shows_both_and_goes_on(page_as: SignedIn) -> None:
    page, other = page_as("specialist"), page_as("specialist")
    page.goto("/nhiem-vu/")
    page.locator(".list .what a").first.click()
    page.wait_for_load_state("load")
    page.keyboard.press("l")
    page.locator("#act [name=due_on]").fill("15/12/2030")
    page.locator("#act [name=reason]").fill("Trùng kỳ họp")
    other.goto(page.url + "han/")
    other.locator("[name=due_on]").fill("10/12/2030")
    other.locator("[name=reason]").fill("Theo đề nghị của đơn vị")
    other.locator("main form button.main").click()
    other.wait_for_url(page.url)
    page.locator("#act button.main").click()
    expect(page.locator("#act")).to_contain_text("Theo đề nghị của đơn vị")
    expect(page.locator("#act [name=reason]")).to_have_value("Trùng kỳ họp")
    page.locator("#act button.main").click()
    expect(page.locator(".toast .words")).to_have_text("Đã đổi hạn.")
    expect(page.locator("aside.facts")).to_contain_text("15/12/2030")


def test_rows_are_chosen_previewed_changed_and_undone_at_once(page_as: SignedIn) -> None:
    page = page_as("specialist")
    page.goto("/nhiem-vu/")
    number = count_of(page)
    bar = page.locator("[data-bulk]")
    expect(bar).to_be_hidden()
    page.locator("[data-select-page]").check()
    expect(bar).to_contain_text(f"Đã chọn {number}")
    bar.get_by_role("button", name="Gia hạn…").click()
    expect(page.locator("main")).to_contain_text(f"Sẽ thay đổi: {number} nhiệm vụ")
    page.locator("[name=due_on]").fill("31/12/2030")
    page.locator("[name=reason]").fill("Hội nghị lùi")
    page.locator("button[name=go]").click()
    expect(page.locator(".toast .words")).to_have_text(f"Gia hạn: {number} nhiệm vụ.")
    expect(page.locator(".due time").first).to_have_text("31/12/2030")
    page.keyboard.press("u")
    expect(page.locator(".toast .words")).to_have_text("Đã hoàn tác.")
    expect(page.locator(".list")).not_to_contain_text("31/12/2030")


@pytest.mark.parametrize("width", [1440, 390, 320])
@pytest.mark.parametrize("address", ["/", "/nhiem-vu/", "/nhiem-vu/?group=unit&state=all", "/nhiem-vu/?q=khongco"])
def test_anybody_can_use_the_pages(page_as: SignedIn, address: str, width: int) -> None:
    page = page_as("specialist", viewport={"width": width, "height": 844})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert faults(page, runOnly=WCAG) == []


@pytest.mark.parametrize("role", ["specialist", "leader", "reporter"])
def test_anybody_can_use_a_tasks_page_and_its_dialogs(page_as: SignedIn, role: str) -> None:
    page = page_as(role)
    page.goto("/nhiem-vu/?state=all")
    page.locator(".list .what a").first.click()
    page.wait_for_load_state("load")
    assert faults(page, runOnly=WCAG) == []
    for button in page.locator("[hx-get]").all()[:3]:
        button.click()
        expect(page.locator("#act")).to_be_visible()
        page.wait_for_timeout(250)
        assert faults(page, runOnly=WCAG) == []
        page.keyboard.press("Escape")
