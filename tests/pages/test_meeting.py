"""A meeting in a real browser: ticked by keys, shown and steered, decided with the line broken, taken down by two."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from pages.accessible import WCAG, faults
from pages.conftest import Visitors
from pages.meeting_steps import open_conference, open_projector
from pages.site import Site

PHONE = {"width": 390, "height": 844}
HALL = {"width": 1024, "height": 768}
#: Milliseconds in which a projector has followed.
FOLLOWS = 1000
#: Of each text on the page its size in pixels and its contrast with the ground it stands on.
TEXTS = """() => {
  const linear = (one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4;
  const light = (rgb) => rgb.map((one) => linear(one / 255))
    .reduce((sum, one, place) => sum + one * [0.2126, 0.7152, 0.0722][place], 0);
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const found = parts(getComputedStyle(one).backgroundColor);
      if (found.length === 3 || found[3] > 0) return found.slice(0, 3);
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const told = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.getClientRects().length || element.closest("script")) continue;
    const [over, under] = [light(parts(getComputedStyle(element).color).slice(0, 3)), light(ground(element))];
    const contrast = (Math.max(over, under) + 0.05) / (Math.min(over, under) + 0.05);
    told.push([walker.currentNode.data.trim().slice(0, 30), parseFloat(getComputedStyle(element).fontSize), contrast]);
  }
  return told;
}"""

#: Wait until a copy of this page is kept that holds these words.
KEPT = """async (words) => {
  for (let tries = 0; tries < 100; tries += 1) {
    const kept = await caches.match(location.pathname, { ignoreVary: true });
    if ((await kept?.text())?.includes(words)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`no copy holds ${words}`);
}"""

SignedIn = Callable[..., Page]


@pytest.fixture
def there(page_as: SignedIn) -> str:
    """Open the example's next conference on the example's day; return its address."""
    return open_conference(page_as("specialist"))


@pytest.fixture
def broken_line(browser: Browser, site: Site, page_as: SignedIn) -> Iterator[Callable[[], BrowserContext]]:
    """Return what makes a specialist's context whose line may be cut; a broken line is no fault of the page."""
    opened: list[BrowserContext] = []

    def make() -> BrowserContext:
        state: Any = page_as("specialist").context.storage_state()
        opened.append(browser.new_context(base_url=site.address, storage_state=state, viewport=HALL))
        return opened[-1]

    yield make
    for one in opened:
        one.close()


def go(page: Page, number: int) -> None:
    """Go to a slide by its number and Enter."""
    page.evaluate("document.activeElement.blur()")
    for digit in str(number):
        page.keyboard.press(digit)
    page.keyboard.press("Enter")


def shown(page: Page) -> Any:
    """Return the slide that the presenter's page shows."""
    return page.locator(".slide:not([hidden])")


def test_the_projector_follows_by_every_key_and_goes_dark(there: str, page_as: SignedIn, visitors: Visitors) -> None:
    page, beamer = page_as("specialist"), visitors.anonymous(viewport=HALL)
    page.goto(f"{there}dieu-khien/")
    open_projector(page, beamer)
    count = beamer.locator(".count")
    expect(beamer.locator("h1")).to_contain_text("Hội nghị giao ban")
    go(page, 6)
    expect(count).to_contain_text("6 /", timeout=FOLLOWS)
    expect(beamer.locator(".say")).to_contain_text("xét xử lưu động")
    for key, number in (("ArrowRight", 7), ("PageDown", 8), ("ArrowLeft", 7), ("PageUp", 6)):
        page.keyboard.press(key)
        expect(count).to_contain_text(f"{number} /", timeout=FOLLOWS)
    page.keyboard.press("b")
    expect(beamer.locator(".blank")).to_be_visible(timeout=FOLLOWS)
    page.keyboard.press("b")
    expect(count).to_contain_text("6 /", timeout=FOLLOWS)
    beamer.reload()
    expect(count).to_contain_text("6 /")
    page.reload()
    expect(page.locator("#where-now")).to_contain_text("6/")


def test_every_text_of_the_projector_is_large_and_stands_at_seven_to_one(
    there: str, page_as: SignedIn, visitors: Visitors
) -> None:
    page, beamer = page_as("specialist"), visitors.anonymous(viewport=HALL)
    page.goto(f"{there}dieu-khien/")
    open_projector(page, beamer)
    go(page, 7)
    shown(page).get_by_text("Tiếp tục, hạn mới").click()
    shown(page).locator("textarea[name=words]").fill("Báo cáo bổ sung")
    page.keyboard.press("Enter")
    expect(shown(page).locator("[data-decided]")).to_be_visible()
    for number in range(13):
        go(page, number)
        expect(beamer.locator(".count" if number else "h1")).to_contain_text(f"{number} /" if number else "Hội nghị")
        told = beamer.evaluate(TEXTS)
        assert len(told) >= 4
        assert [one for one in told if one[1] < 16 or one[2] < 7] == []
        overflows = "one => one.scrollHeight > one.clientHeight + 1"
        assert not beamer.locator(".body").evaluate(overflows), number


def test_a_phone_steers_and_another_presenter_is_followed(there: str, page_as: SignedIn) -> None:
    desk, phone = page_as("specialist"), page_as("leader", viewport=PHONE)
    desk.goto(f"{there}dieu-khien/")
    phone.goto(f"{there}dieu-khien/")
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    phone.get_by_role("button", name="Sau").click()
    expect(desk.locator("#where-now")).to_contain_text("1/")
    expect(phone.locator("#next")).to_contain_text("2.")
    go(desk, 6)
    expect(phone.locator("#where-now")).to_contain_text("6/")
    shown(phone).get_by_text("Hoàn thành", exact=True).click()
    shown(phone).locator("textarea[name=words]").fill("Biểu dương")
    shown(phone).get_by_role("button", name="Ghi ý kiến").click()
    expect(shown(desk).locator("[data-decided]")).to_be_visible(timeout=6000)
    shown(desk).locator("h3").first.click()
    desk.keyboard.press("u")
    expect(shown(phone).locator(".kinds")).to_be_visible(timeout=6000)


def test_what_is_decided_without_a_line_is_kept_over_a_closed_page_and_done_once(
    there: str, broken_line: Callable[[], BrowserContext], visitors: Visitors
) -> None:
    context = broken_line()
    page = context.new_page()
    page.goto(f"{there}dieu-khien/")
    beamer = context.new_page()
    open_projector(page, beamer)
    go(page, 6)
    expect(beamer.locator(".count")).to_contain_text("6 /")
    context.set_offline(True)
    page.keyboard.press("h")
    page.keyboard.type("Làm tốt")
    page.keyboard.press("Enter")
    go(page, 12)
    shown(page).locator("textarea[name=text]").fill("Giao Công an thị xã mở đợt cao điểm")
    page.keyboard.press("Enter")
    expect(page.locator("#line-now")).to_contain_text("2 việc chờ gửi", timeout=12_000)
    expect(beamer.locator("#broken")).to_be_visible(timeout=12_000)
    expect(beamer.locator(".count")).to_contain_text("6 /")
    page.close()
    context.set_offline(False)
    expect(beamer.locator("#broken")).to_be_hidden(timeout=12_000)
    page = context.new_page()
    page.goto(f"{there}dieu-khien/")
    expect(page.locator("#decided-now")).to_contain_text("1/")
    expect(page.locator("#line-now")).to_have_text("Đã kết nối")
    go(page, 12)
    expect(shown(page).locator(".noted li")).to_have_count(1)
    page.reload()
    go(page, 12)
    expect(shown(page).locator(".noted li")).to_have_count(1)


def test_both_views_are_shown_again_when_they_are_loaded_without_a_line(
    there: str, broken_line: Callable[[], BrowserContext]
) -> None:
    context = broken_line()
    page, beamer = context.new_page(), context.new_page()
    page.goto(f"{there}dieu-khien/")
    open_projector(page, beamer)
    go(page, 6)
    expect(beamer.locator(".count")).to_contain_text("6 /")
    page.evaluate(KEPT, "xét xử lưu động")
    beamer.evaluate(KEPT, "xét xử lưu động")
    context.set_offline(True)
    go(page, 7)
    page.keyboard.press("h")
    page.keyboard.type("Làm tốt")
    page.keyboard.press("Enter")
    for one in (page, beamer):
        one.reload()
    expect(page.locator("#where-now")).to_contain_text("7/")
    expect(page.locator("#line-now")).to_contain_text("1 việc chờ gửi")
    expect(beamer.locator(".say")).to_contain_text("xét xử lưu động")
    expect(beamer.locator("#broken")).to_be_visible()
    context.set_offline(False)
    expect(shown(page).locator("[data-decided]")).to_be_visible()
    expect(beamer.locator(".count")).to_contain_text("7 /")
    page.locator("[data-sign-out]").evaluate("one => one.requestSubmit()")
    page.wait_for_url("**/dang-nhap/")
    assert page.evaluate("caches.keys()") == []


def test_what_is_refused_stays_with_its_words_until_it_is_sent_again(there: str, page_as: SignedIn) -> None:
    page = page_as("specialist")
    page.goto(f"{there}dieu-khien/")
    go(page, 6)
    page.keyboard.press("t")
    page.keyboard.type("Làm tiếp")
    shown(page).locator("input[name=due_on]").fill("1/1/2024")
    page.keyboard.press("Enter")
    expect(page.locator("#refused")).to_contain_text("“Làm tiếp”")
    page.reload()
    expect(page.locator("#refused")).to_contain_text("“Làm tiếp”")
    page.locator("#refused").get_by_role("button", name="Bỏ").click()
    expect(page.locator("#refused")).to_be_hidden()


def test_attendance_is_ticked_by_keys(there: str, page_as: SignedIn) -> None:
    page = page_as("specialist")
    page.goto(f"{there}diem-danh/")
    rows = page.locator(".delegate")
    for place, (key, presence) in enumerate((("c", "present"), ("e", "excused"), ("k", "absent"))):
        page.keyboard.press(key)
        expect(rows.nth(place)).to_contain_class(presence)
        expect(rows.nth(place + 1)).to_contain_class("on")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("c")
    expect(rows.nth(2)).to_contain_class("present")
    page.keyboard.press("a")
    expect(page.locator(".counts")).to_contain_text("0 chưa điểm danh")
    page.keyboard.press("u")
    expect(page.locator(".toast .words")).to_have_text("Đã hoàn tác.")
    expect(page.locator(".counts")).to_contain_text("2/")


def test_minutes_save_themselves_and_of_two_writers_nothing_is_lost(
    there: str, page_as: SignedIn, broken_line: Callable[[], BrowserContext]
) -> None:
    page, other = page_as("specialist"), page_as("specialist")
    page.goto(f"{there}bien-ban/")
    page.keyboard.press("s")
    page.keyboard.type("cong an thi xa")
    page.keyboard.press("Enter")
    words = page.locator("#remarks textarea").first
    expect(words).to_be_focused()
    expect(page.locator(".remark header b")).to_contain_text("Công an thị xã")
    page.keyboard.type("Đã mở 3 đợt cao điểm")
    expect(page.locator(".remark .save-state")).to_contain_text("Đã lưu lúc", timeout=5000)
    other.goto(f"{there}bien-ban/")
    theirs = other.locator("#remarks textarea").first
    expect(theirs).to_have_value("Đã mở 3 đợt cao điểm")
    words.fill("Bản thứ nhất")
    theirs.fill("Bản thứ hai")
    late = page if _clashes(page, other) else other
    late.get_by_role("button", name="Ghép cả hai").click()
    expect(late.locator(".remark .save-state")).to_contain_text("Đã lưu lúc")
    late.reload()
    kept = late.locator("#remarks textarea").first.input_value()
    assert {"Bản thứ nhất", "Bản thứ hai"} == set(kept.split("\n"))


def _clashes(page: Page, other: Page) -> bool:
    """Return whether the first page is the one that was shown both texts; waits until one of them is."""
    for _ in range(60):
        if page.locator(".clash").count():
            return True
        if other.locator(".clash").count():
            return False
        page.wait_for_timeout(100)
    raise AssertionError("nobody was shown both texts")


def test_minutes_written_without_a_line_come_back_after_a_closed_page(
    there: str, broken_line: Callable[[], BrowserContext]
) -> None:
    context = broken_line()
    page = context.new_page()
    page.goto(f"{there}bien-ban/")
    page.locator("#speaker").fill("Ông Khách mời")
    page.keyboard.press("Enter")
    expect(page.locator("#remarks textarea")).to_be_focused()
    context.set_offline(True)
    page.keyboard.type("Viết khi mất mạng")
    expect(page.locator(".remark .save-state")).to_contain_text("Mất kết nối", timeout=5000)
    page.close()
    context.set_offline(False)
    page = context.new_page()
    page.goto(f"{there}bien-ban/")
    expect(page.locator("#remarks textarea")).to_have_value("Viết khi mất mạng")
    expect(page.locator(".remark .save-state")).to_contain_text("Đã lưu lúc", timeout=5000)


@pytest.mark.parametrize("name", ["diem-danh", "dieu-khien", "bien-ban"])
def test_the_pages_of_a_meeting_are_accessible(there: str, page_as: SignedIn, name: str) -> None:
    for window in (HALL, PHONE):
        page = page_as("specialist", viewport=window)
        page.goto(f"{there}{name}/")
        assert faults(page, runOnly=WCAG) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= window["width"]
