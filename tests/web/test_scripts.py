"""What the page scripts promise: keys, dialogs, drafts, selection, undo, focus on errors."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

KEEP_MS = 1900


def test_slash_goes_to_the_search_field(page: Page, gallery: str) -> None:
    page.goto(f"{gallery}/today/")
    page.keyboard.press("/")
    expect(page.locator(".find input")).to_be_focused()
    expect(page.locator(".find input")).to_have_value("")


def test_a_sequence_leads_to_a_place(page: Page, gallery: str) -> None:
    page.goto(f"{gallery}/today/")
    page.keyboard.press("g")
    page.keyboard.press("n")
    page.wait_for_url("**/task-list/")


def test_keys_are_dead_in_a_field(page: Page, gallery: str) -> None:
    page.goto(f"{gallery}/task/")
    page.locator(".find input").focus()
    page.keyboard.type("tgn?/")
    expect(page.locator(".find input")).to_have_value("tgn?/")
    assert page.locator("dialog[open]").count() == 0


@pytest.mark.parametrize(
    "detail", ["isComposing: true", "keyCode: 229", "ctrlKey: true", "altKey: true", "metaKey: true"]
)
def test_keys_are_dead_while_composing_and_in_chords(page: Page, gallery: str, detail: str) -> None:
    page.goto(f"{gallery}/task/")
    press = "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 't', bubbles: true, %s}))"
    page.evaluate(press % detail)
    assert page.locator("dialog[open]").count() == 0
    page.evaluate(press % "")
    expect(page.locator("#return")).to_be_visible()


def test_question_mark_lists_exactly_the_keys_that_work(page: Page, gallery: str) -> None:
    page.goto(f"{gallery}/task/")
    page.keyboard.press("?")
    listed = page.locator("#keys dd").all_inner_texts()
    assert {"Xác nhận", "Trả lại…", "Xem trong văn bản", "Tìm nhiệm vụ", "Đi tới: Nhiệm vụ"} <= set(listed)


def test_single_keys_can_be_switched_off(page: Page, gallery: str) -> None:
    page.goto(f"{gallery}/task/")
    page.keyboard.press("?")
    page.locator("[data-keys-switch]").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("t")
    assert page.locator("dialog[open]").count() == 0


def test_only_the_selected_card_answers_its_keys(page: Page, gallery: str) -> None:
    page.goto(f"{gallery}/review/")
    page.evaluate(
        """() => document.querySelectorAll("[data-key=a]").forEach((one) => one.addEventListener("click", () => {
            document.body.dataset.pressed = one.closest(".prop").querySelector(".n").textContent;
        }))"""
    )
    page.keyboard.press("a")
    assert page.evaluate("document.body.dataset.pressed") == "6"
    page.evaluate("document.querySelector('.prop.on').classList.remove('on')")
    page.evaluate("delete document.body.dataset.pressed")
    page.keyboard.press("a")
    assert page.evaluate("document.body.dataset.pressed") is None


def test_a_dialog_opens_closes_and_gives_the_focus_back(page: Page, gallery: str) -> None:
    page.goto(f"{gallery}/task/")
    opener = page.locator("[data-opens=return]")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#return")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#return")).to_be_hidden()
    expect(opener).to_be_focused()


def test_the_backdrop_does_not_close_over_typed_words(page: Page, gallery: str) -> None:
    page.goto(f"{gallery}/task/")
    page.locator("[data-opens=return]").click()
    page.locator("#why").fill("Thiếu số người dự")
    page.mouse.click(5, 5)
    expect(page.locator("#return")).to_be_visible()
    page.locator("#why").fill("")
    page.mouse.click(5, 5)
    expect(page.locator("#return")).to_be_hidden()


def test_a_menu_closes_on_escape_and_on_leaving(page: Page, gallery: str) -> None:
    page.goto(f"{gallery}/tasks/")
    menu = page.locator(".who details")
    menu.locator("summary").click()
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(menu.locator("summary")).to_be_focused()
    menu.locator("summary").click()
    page.locator("h1").click()
    expect(menu).not_to_have_attribute("open", "")


def test_a_draft_survives_a_closed_tab(page: Page, gallery: str) -> None:
    page.goto(f"{gallery}/forms/")
    page.locator("#id_reason").fill("Trùng dịp lễ 30/4")
    page.wait_for_timeout(KEEP_MS)
    expect(page.locator("[data-draft-status]")).to_contain_text("Đã giữ bản nháp")
    other = page.context.new_page()
    page.close()
    other.goto(f"{gallery}/forms/")
    expect(other.locator("#id_reason")).to_have_value("Trùng dịp lễ 30/4")
    expect(other.locator("[data-draft-status]")).to_contain_text("Đã lấy lại")


def send(page: Page, gallery: str, answer: str) -> None:
    """Type, send, and let the server answer with another page."""
    page.goto(f"{gallery}/forms/")
    page.locator("#id_reason").fill("Trùng dịp lễ 30/4")
    page.evaluate(
        "(address) => Object.assign(document.querySelector('[data-draft]'), {method: 'get', action: address})",
        answer,
    )
    page.locator("[data-draft] .btn.main").click()
    page.wait_for_url(f"**{answer}*")


def test_a_draft_is_gone_once_the_work_is_saved(page: Page, gallery: str) -> None:
    send(page, gallery, "/today/")
    page.goto(f"{gallery}/forms/")
    expect(page.locator("#id_reason")).to_have_value("")


def test_a_draft_survives_an_expired_session(page: Page, gallery: str) -> None:
    send(page, gallery, "/plain/login/")
    page.goto(f"{gallery}/today/")
    page.goto(f"{gallery}/forms/")
    expect(page.locator("#id_reason")).to_have_value("Trùng dịp lễ 30/4")


@pytest.mark.parametrize(("status", "is_kept"), [(409, True), (422, True), (503, True), (0, True), (200, False)])
def test_a_draft_goes_only_when_the_work_was_saved(page: Page, gallery: str, status: int, is_kept: bool) -> None:
    page.route(
        "**/save/", lambda route: route.fulfill(status=status, body="<p>Answer</p>") if status else route.abort()
    )
    page.goto(f"{gallery}/forms/")
    page.evaluate(
        """() => {
          const form = document.querySelector("[data-draft]");
          form.setAttribute("hx-post", "/save/");
          form.setAttribute("hx-target", "main");
          htmx.process(form);
        }"""
    )
    page.locator("#id_reason").fill("Trùng dịp lễ 30/4")
    page.evaluate("document.addEventListener('htmx:afterRequest', () => { document.title = 'answered'; })")
    page.locator("[data-draft] .btn.main").click()
    page.wait_for_function("document.title === 'answered'")
    page.goto(f"{gallery}/today/")
    page.goto(f"{gallery}/forms/")
    expect(page.locator("#id_reason")).to_have_value("Trùng dịp lễ 30/4" if is_kept else "")


def test_what_the_server_gives_back_is_not_overwritten(page: Page, gallery: str) -> None:
    page.goto(f"{gallery}/forms/")
    page.locator("#id_title").fill("Bản nháp cũ")
    page.wait_for_timeout(KEEP_MS)
    page.goto(f"{gallery}/forms/?errors")
    expect(page.locator("#id_title")).to_have_value("x" * 80)


def test_selection_counts_and_offers_everything(page: Page, gallery: str) -> None:
    page.goto(f"{gallery}/tasks/")
    bar = page.locator("[data-bulk]")
    expect(bar).to_be_hidden()
    page.locator("[data-select]").nth(0).check()
    expect(bar).to_contain_text("Đã chọn 1")
    page.locator("[data-select]").nth(3).click(modifiers=["Shift"])
    expect(bar).to_contain_text("Đã chọn 4")
    expect(page.locator("[data-select-everything]")).to_be_hidden()
    page.locator("[data-select-page]").check()
    page.locator("[data-select-everything]").click()
    expect(bar).to_contain_text("Đã chọn 33")
    expect(page.locator("[data-select-all]")).to_have_value("1")
    page.locator("[data-select]").nth(0).uncheck()
    expect(page.locator("[data-select-all]")).to_have_value("")
    page.locator("[data-select-none]").click()
    expect(bar).to_be_hidden()


def test_a_toast_offers_undo_and_can_be_closed(page: Page, gallery: str) -> None:
    page.goto(f"{gallery}/tasks/?toast")
    toast = page.locator("#toasts [data-toast]")
    expect(toast).to_contain_text("Đã giao 11 nhiệm vụ")
    page.keyboard.press("u")
    page.wait_for_url("**/undo/")
    expect(page.locator("body")).to_contain_text("POST /undo/")


def test_a_part_of_a_page_says_its_own_toast_and_only_the_newest_can_be_undone(page: Page, gallery: str) -> None:
    page.goto(f"{gallery}/tasks/")
    for number in (1, 2):
        page.evaluate(
            """(number) => document.body.dispatchEvent(new CustomEvent("giaoban:toast", {bubbles: true,
                detail: {words: `<b>Việc ${number}</b>`, undo: `/undo/?n=${number}`}}))""",
            number,
        )
    toasts = page.locator("#toasts [data-toast]")
    expect(toasts).to_have_count(2)
    expect(toasts.nth(0)).to_contain_text("<b>Việc 1</b>")
    assert [form.get_attribute("action") for form in page.locator("#toasts [data-undo]").all()] == ["/undo/?n=2"]
    toasts.nth(1).locator("[data-dismiss]").click()
    expect(toasts).to_have_count(1)


def test_the_error_summary_takes_the_focus_and_leads_into_the_field(page: Page, gallery: str) -> None:
    page.goto(f"{gallery}/forms/?errors")
    expect(page.locator("[data-error-summary]")).to_be_focused()
    page.locator("[data-error-summary] a", has_text="Hạn").click()
    expect(page.locator("#id_due_on")).to_be_focused()
    page.locator("[data-error-summary] a", has_text="Vai trò").click()
    expect(page.locator("#id_role input").first).to_be_focused()


def test_the_head_sorts_without_script(page: Page, gallery: str) -> None:
    page.goto(f"{gallery}/tasks/?unit=3")
    page.locator("th a.sort", has_text="Hạn").click()
    assert page.url.endswith("?unit=3&sort=-due")
    expect(page.locator("th[aria-sort=descending]")).to_contain_text("Hạn")


def _chosen(page: Page, name: str) -> list[str]:
    found: list[str] = page.locator(f"[name={name}]:checked").evaluate_all("all => all.map((one) => one.dataset.name)")
    return found


def test_units_are_found_by_typing_one_leads_and_several_support(page: Page, gallery: str) -> None:
    page.goto(f"{gallery}/forms/")
    lead, support = page.get_by_label("Thêm đơn vị chủ trì"), page.get_by_label("Thêm đơn vị phối hợp")
    for typed, found in (("cong an", "Công an thị xã"), ("tand thi xa", "Tòa án nhân dân thị xã")):
        lead.fill(typed)
        lead.press("Enter")
        assert _chosen(page, "leads") == [found]
    for typed in ("nghi thu", "công an"):
        support.fill(typed)
        support.press("Enter")
    assert _chosen(page, "supports") == ["Công an thị xã", "Phường Nghi Thu"]
    support.fill("nghi")
    support.press("Enter")
    expect(support).to_have_value("nghi")
    expect(page.get_by_text("Có nhiều đơn vị như vậy: hãy gõ thêm")).to_be_visible()
    support.fill("")
    support.press("Backspace")
    assert _chosen(page, "supports") == ["Công an thị xã"]
    expect(support).to_be_focused()
