"""Preparing a conference in a real browser: the programme by keyboard, a delegate's phone, a unit's report."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from pages.conftest import Visitors

SignedIn = Callable[..., Page]
PHONE = {"width": 390, "height": 844}


def _open_next(page: Page) -> None:
    """Open the page of the conference that is being prepared."""
    page.goto("/hoi-nghi/")
    page.get_by_role("link", name="quý II/2024, nhiệm vụ quý III/2024").click()


def test_the_programme_is_ordered_by_keyboard_and_read_on_a_delegates_phone(visitors: Visitors) -> None:
    page = visitors.signed_in("specialist")
    _open_next(page)
    items = page.locator("#programme tbody td.first")
    expect(items.nth(3)).to_contain_text("Các đơn vị thảo luận")
    up = page.get_by_role("button", name="Chuyển lên: Các đơn vị thảo luận")
    for place in (2, 1):
        up.focus()
        page.keyboard.press("Enter")
        expect(items.nth(place)).to_contain_text("Các đơn vị thảo luận")
        expect(up).to_be_focused()

    page.locator("#chuong-trinh").get_by_role("link", name="Thêm tài liệu", exact=True).click()
    page.get_by_label("Tên tài liệu").fill("Báo cáo chung quý II")
    file = {"name": "bao-cao.txt", "mimeType": "text/plain", "buffer": "Tình hình chung ổn định.".encode()}
    page.set_input_files("input[name=file]", file)
    page.get_by_label("Tài liệu không chứa bí mật nhà nước").check()
    page.click("main form button.main")
    expect(page.locator("#programme")).to_contain_text("Báo cáo chung quý II")

    page.get_by_role("button", name="Tạo đường dẫn riêng cho đại biểu").click()
    row = page.get_by_role("row", name="Tòa án nhân dân thị xã")
    link = row.locator("code").inner_text()

    phone = visitors.anonymous(viewport=PHONE, has_touch=True)
    phone.goto(link)
    expect(phone.get_by_text("Mời", exact=False).first).to_be_visible()
    phone.get_by_text("Báo cáo chung quý II").tap()
    expect(phone.get_by_text("Tình hình chung ổn định.")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    phone.get_by_label("Tôi vắng, xin phép").check()
    phone.get_by_role("button", name="Gửi trả lời").tap()
    expect(phone.get_by_text("Cần ghi lý do.").first).to_be_visible()
    phone.get_by_label("Lý do vắng").fill("Xét xử lưu động cùng ngày")
    phone.get_by_role("button", name="Gửi trả lời").tap()
    expect(phone.get_by_text("Đã ghi nhận")).to_be_visible()

    _open_next(page)
    page.locator("#dai-bieu summary").first.click()
    expect(page.locator("#dai-bieu")).to_contain_text("Xét xử lưu động cùng ngày")


def test_a_units_report_survives_leaving_and_its_answer_is_the_tasks_progress(page_as: SignedIn) -> None:
    page = page_as("reporter")
    page.get_by_role("link", name="Soạn báo cáo").click()
    address = page.url
    answer = page.get_by_label("Đã làm được gì").first
    answer.fill("Đã mở 2 đợt cao điểm, xử lý 120 trường hợp")
    page.get_by_label("Tiến độ (%)").first.fill("70")
    expect(page.locator("[data-draft-status]")).to_contain_text("Đã giữ bản nháp")
    page.goto("/")
    page.goto(address)
    expect(answer).to_have_value("Đã mở 2 đợt cao điểm, xử lý 120 trường hợp")
    page.get_by_label("Kết quả nổi bật trong kỳ").fill("An ninh trật tự ổn định.")
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.get_by_text("Đã gửi báo cáo.")).to_be_visible()

    desk = page_as("specialist")
    desk.goto(address)
    expect(desk.get_by_text("An ninh trật tự ổn định.").first).to_be_visible()
    desk.keyboard.press("x")
    expect(desk.get_by_text("Đã nhận báo cáo.")).to_be_visible()
    desk.locator("td.first a").first.click()
    expect(desk.get_by_text("Đã mở 2 đợt cao điểm, xử lý 120 trường hợp")).to_be_visible()
    expect(desk.get_by_text("Tiến độ 70%")).to_be_visible()


def test_on_a_phone_what_is_not_at_hand_is_folded_and_says_how_much_is_set(page_as: SignedIn) -> None:
    page = page_as("specialist", viewport=PHONE)
    page.goto("/hoi-nghi/1/")
    closed, open_ = page.locator("#chuong-trinh"), page.locator("#ket-luan")
    expect(closed.get_by_role("button", name="Chương trình, tài liệu")).to_have_attribute("aria-expanded", "false")
    expect(open_.locator("a").first).to_be_visible()
    expect(closed.locator("li, table").first).to_be_hidden()
    closed.locator(".fold").click()
    expect(closed.locator("li, table").first).to_be_visible()
    page.goto("/hoi-nghi/1/#chuong-trinh")
    page.reload()
    expect(closed.locator("li, table").first).to_be_visible()
    page.goto("/van-ban/?q=giao")
    expect(page.locator("input[name=since]")).to_be_hidden()
    expect(page.locator(".unfold")).to_have_text("Lọc 1")
    page.locator(".unfold").click()
    expect(page.locator("input[name=since]")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
