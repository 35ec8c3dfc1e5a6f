"""The review in a real browser: all by keyboard, by touch on a phone, nothing by accident."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document as Docx
from playwright.sync_api import Page, expect

SignedIn = Callable[..., Page]
EXAMPLE = Path(__file__).parents[2] / "src/giaoban/demo/data/cua-lo-2024-q1.txt"


def docx_of(text: str) -> bytes:
    made = Docx()
    for line in text.split("\n"):
        made.add_paragraph(line)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def upload(page: Page, text: str, name: str = "ket-luan.docx") -> None:
    """Take in a .docx of the text through the page, and wait for its review."""
    page.goto("/van-ban/them/")
    page.set_input_files(
        "input[name=file]", {"name": name, "mimeType": "application/octet-stream", "buffer": docx_of(text)}
    )
    page.check("input[name=declares_no_secret]")
    page.click("main form button.main")
    page.get_by_role("link", name="Rà soát").click(timeout=30_000)
    page.wait_for_load_state("load")


@pytest.fixture
def example() -> str:
    """The example page with a line of its own, so that it is not the document that the demo has."""
    return EXAMPLE.read_text("utf-8") + "\nBản gửi lại 😀 để rà soát."


def number(page: Page) -> str:
    return page.locator("[data-card].on .n").inner_text()


def states(page: Page) -> list[str]:
    return page.locator("[data-card]").evaluate_all("cards => cards.map((card) => card.dataset.state)")


def test_a_conclusion_is_reviewed_by_keyboard_alone(page_as: SignedIn, example: str) -> None:
    page = page_as("specialist")
    upload(page, example)
    cards, selected = page.locator("[data-card]"), page.locator("[data-card].on")
    expect(cards).to_have_count(11)
    assert number(page) == "1"

    page.keyboard.press("a")
    expect(selected.locator(".n")).to_have_text("2")
    page.keyboard.press("x")
    expect(selected.locator(".n")).to_have_text("3")
    expect(page.locator("[data-status]")).to_contain_text("1 đã nhận · 9 chờ · 1 bỏ")
    page.keyboard.press("k")
    page.keyboard.press("r")
    expect(page.locator("[data-status]")).to_contain_text("1 đã nhận · 10 chờ · 0 bỏ")

    words = selected.locator(".t").inner_text()
    page.keyboard.press("]")
    expect(selected.locator(".t")).not_to_have_text(words)
    page.keyboard.press("u")
    expect(selected.locator(".t")).to_have_text(words)

    page.keyboard.press("g")
    expect(cards).to_have_count(10)
    page.keyboard.press("u")
    expect(cards).to_have_count(11)
    page.keyboard.press("t")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(cards).to_have_count(12)
    page.keyboard.press("u")
    expect(cards).to_have_count(11)

    page.keyboard.press("e")
    page.keyboard.press("Control+A")
    page.keyboard.type("Khắc phục tồn tại quý I")
    page.keyboard.press("Enter")
    expect(selected.locator(".t")).to_have_text("Khắc phục tồn tại quý I")
    page.keyboard.press("Escape")

    page.keyboard.press("a")
    for left in range(8, -1, -1):
        expect(page.locator("[data-status]")).to_contain_text(f"{left + 1} chờ")
        page.keyboard.press("a")
    expect(page.locator("[data-status]")).to_contain_text("11 đã nhận · 0 chờ")

    page.keyboard.press("c")
    expect(page.locator("#rest-body")).to_contain_text("Qua đó phấn đấu")
    page.keyboard.press("s")
    expect(page.locator("#rest-state")).to_contain_text("Đã xác nhận")
    page.locator("#give-button").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/nhiem-vu/**")
    expect(page.locator("body")).to_contain_text("Đã giao 11 nhiệm vụ")


def test_keys_pressed_faster_than_answers_are_all_done(page_as: SignedIn, example: str) -> None:
    page = page_as("specialist")
    upload(page, example)
    for key in "aaaxa":
        page.keyboard.press(key)
    expect(page.locator("[data-status]")).to_contain_text("4 đã nhận · 6 chờ · 1 bỏ")
    assert states(page)[:5] == ["accepted", "accepted", "accepted", "rejected", "accepted"]


def test_no_key_acts_in_a_field_or_while_composing(page_as: SignedIn, example: str) -> None:
    page = page_as("specialist")
    upload(page, example)
    page.keyboard.press("e")
    page.keyboard.type("axtgur nhận")
    page.keyboard.press("Escape")
    page.evaluate(
        """() => {
          const composing = [{ isComposing: true }, { keyCode: 229 }];
          for (const key of ["a", "x", "t", "u"]) for (const how of composing) {
            const pressed = { key, bubbles: true, cancelable: true, ...how };
            document.body.dispatchEvent(new KeyboardEvent("keydown", pressed));
          }
        }"""
    )
    page.reload()
    assert set(states(page)) == {"open"}


def test_card_and_words_select_each_other_and_decide_nothing(page_as: SignedIn, example: str) -> None:
    page = page_as("specialist")
    upload(page, example)
    page.locator("mark.d:has(> sup)").nth(5).click()
    assert number(page) == "6"
    page.wait_for_load_state("load")
    page.locator("[data-card]").nth(3).click()
    assert page.locator("mark.d.on sup").first.inner_text() == "4"
    assert "chon=" in page.url
    page.reload()
    assert number(page) == "4"
    assert set(states(page)) == {"open"}


def select_words(page: Page, words: str) -> None:
    """Select words of the text as a mouse would, the focus on nothing else."""
    page.evaluate(
        """(words) => {
          document.activeElement?.blur();
          const run = [...document.querySelectorAll("[data-start]")].find((one) => one.textContent.includes(words));
          const start = run.textContent.indexOf(words);
          getSelection().setBaseAndExtent(run.firstChild, start, run.firstChild, start + words.length);
        }""",
        words,
    )


def test_selected_words_become_a_card_wherever_they_stand(page_as: SignedIn, example: str) -> None:
    page = page_as("specialist")
    upload(page, example)
    select_words(page, "để rà soát")
    page.get_by_role("button", name="Thêm chỉ đạo").wait_for()
    page.keyboard.press("n")
    expect(page.locator("[data-card]")).to_have_count(12)
    expect(page.locator("[data-card].on .t")).to_have_text("để rà soát")
    expect(page.locator("[data-card].on .n")).to_have_text("12")


def test_an_answer_never_rewrites_the_field_that_is_typed_in(page_as: SignedIn, example: str) -> None:
    page = page_as("specialist")
    upload(page, example)
    field = page.locator('[data-card].on form:has(input[name=role][value=lead]) input[name="written"]')
    page.route("**/don-vi/", lambda route: (page.wait_for_timeout(400), route.continue_()))
    field.fill("Công an thị xã")
    field.press("Enter")
    due = page.locator('[data-card].on input[name="due"]:not([type=hidden])')
    due.press_sequentially("30/6/20")
    expect(page.locator("[data-card].on [id^=lead-chips]")).to_contain_text("Công an thị xã")
    assert due.input_value() == "30/6/20"
    assert due.evaluate("field => field === document.activeElement")
    due.press_sequentially("24")
    due.press("Enter")
    expect(page.locator("[data-card].on [id^=due-chips]")).to_contain_text("30/06/2024")


def test_a_name_that_is_not_known_stays_in_its_field(page_as: SignedIn, example: str) -> None:
    page = page_as("specialist")
    upload(page, example)
    page.keyboard.press("l")
    page.keyboard.type("Sở Không Có")
    page.keyboard.press("Enter")
    expect(page.locator(".toast.error")).to_contain_text("Sở Không Có")
    assert page.evaluate("document.activeElement.value") == "Sở Không Có"


def test_somebody_elses_change_is_shown_and_nothing_lost(page_as: SignedIn, example: str) -> None:
    page = page_as("specialist")
    upload(page, example)
    other = page.context.new_page()
    other.goto(page.url)
    other.keyboard.press("a")
    expect(other.locator("[data-status]")).to_contain_text("1 đã nhận")
    page.keyboard.press("x")
    expect(page.locator(".toast.error")).to_contain_text("người khác sửa")
    expect(page.locator("[data-card].on")).to_have_attribute("data-state", "accepted")


def test_the_keys_are_listed(page_as: SignedIn, example: str) -> None:
    page = page_as("specialist")
    upload(page, example)
    page.keyboard.press("a")
    expect(page.locator("#undo-button")).to_be_enabled()
    page.keyboard.press("?")
    listed = page.locator("#keys").inner_text()
    for words in ("Nhận", "Tách", "Gộp với chỉ đạo sau", "Không phải nhiệm vụ", "Hoàn tác", "Lùi cuối đoạn một chữ"):
        assert words in listed


PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def test_on_a_phone_cards_come_first_and_the_text_is_one_tap_away(page_as: SignedIn, example: str) -> None:
    page = page_as("specialist", **PHONE)
    upload(page, example)
    expect(page.locator(".doc")).to_be_hidden()
    accept = page.locator("[data-card].on").get_by_role("button", name="Nhận", exact=True)
    box: Any = accept.bounding_box()
    assert box["height"] >= 44
    assert box["y"] + box["height"] < 844
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Văn bản", exact=True).tap()
    expect(page.locator("mark.d.on")).to_be_in_viewport()
    page.locator("mark.d").nth(1).tap()
    expect(page.locator("[data-card].on .n")).to_have_text("2")
    page.locator("[data-card].on").get_by_role("button", name="Nhận", exact=True).tap()
    expect(page.locator("[data-status]")).to_contain_text("1 đã nhận")


def test_five_hundred_directives_open_at_once_and_keys_answer(page_as: SignedIn) -> None:
    page = page_as("specialist")
    lines = "\n".join(f"- Công an thị xã kiểm tra cơ sở số {number};" for number in range(500))
    upload(page, f"Kết luận hội nghị, đồng chí Bí thư Thị ủy yêu cầu:\n{lines}")
    expect(page.locator("[data-card]")).to_have_count(500)
    spent = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
    assert spent < 2000, spent
    moved = page.evaluate(
        """() => new Promise((done) => {
          const before = performance.now();
          document.querySelector("[data-move='1']").click();
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - before)));
        })"""
    )
    assert moved < 100, moved
    assert number(page) == "2"
