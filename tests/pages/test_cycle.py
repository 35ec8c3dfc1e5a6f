"""One whole cycle in a real browser: invited, reported, met, decided, concluded, done, answered at the next one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from pages.conftest import Visitors
from pages.site import serve
from pages.test_meeting import go, shown

HELD_ON, CARRYING_OUT, NEXT = date(2024, 6, 27), date(2024, 7, 10), date(2024, 9, 27)
#: What the conclusion asks of the police, and until when: more time is granted for one, one comes late, one recurs.
EXTENDED = ("Mở đợt cao điểm tấn công, trấn áp tội phạm", "20/7/2024")
LATE = ("Lập danh sách các điểm phức tạp về trật tự", "15/8/2024")
MONTHLY = ("Tuần tra ban đêm các tuyến ven biển", "hằng tháng")


def test_a_whole_cycle(browser: Browser, demo_data: Path, tmp_path: Path) -> None:
    """From the invitation to the next conference, which opens with what became of it, on three days."""
    with _on_day(browser, demo_data, tmp_path / "first", HELD_ON) as visitors:
        address = _invite(visitors.signed_in("specialist"))
        _report(visitors)
        _meet(visitors.signed_in("specialist"), address)
        _conclude(visitors, address)
    with _on_day(browser, tmp_path / "first", tmp_path / "second", CARRYING_OUT) as visitors:
        _carry_out(visitors)
    with _on_day(browser, tmp_path / "second", tmp_path / "third", NEXT) as visitors:
        _come_late(visitors)
        _open_the_next(visitors.signed_in("specialist"))


@contextmanager
def _on_day(browser: Browser, template: Path, folder: Path, day: date) -> Iterator[Visitors]:
    """Serve a copy of a data folder in which it is another day of the example."""
    clock = template / "example-clock"
    before = clock.read_text("ascii")
    clock.write_text(str((day - timezone.localdate()).days), "ascii")
    try:
        with serve(template, folder) as site:
            visitors = Visitors(browser, site)
            yield visitors
            visitors.close()
    finally:
        clock.write_text(before, "ascii")


def _toast(page: Page, words: str) -> None:
    expect(page.locator(".toast .words").last).to_have_text(words)


def _invite(page: Page) -> str:
    """Note that the invitations of the planned conference are out; return its address."""
    page.goto("/hoi-nghi/")
    page.get_by_role("link", name="quý II/2024, nhiệm vụ quý III/2024").click()
    page.get_by_role("button", name="Ghi nhận đã gửi giấy mời").click()
    expect(page.locator(".headline")).to_contain_text("Đã mời")
    return page.url.partition("#")[0]


def _report(visitors: Visitors) -> None:
    """Send the police's report with an answer, and take it."""
    unit, office = visitors.signed_in("reporter"), visitors.signed_in("specialist")
    unit.get_by_role("link", name="Soạn báo cáo").click()
    unit.get_by_label("Đã làm được gì").first.fill("Đã bố trí lực lượng ở bãi tắm")
    unit.get_by_label("Tiến độ (%)").first.fill("90")
    unit.get_by_label("Kết quả nổi bật trong kỳ").fill("An ninh trật tự ổn định.")
    unit.get_by_role("button", name="Gửi báo cáo").click()
    expect(unit.get_by_text("Đã gửi báo cáo.")).to_be_visible()
    office.goto(unit.url)
    office.keyboard.press("x")
    expect(office.get_by_text("Đã nhận báo cáo.")).to_be_visible()


def _meet(page: Page, address: str) -> None:
    """Open the meeting, tick everybody, decide on every directive of the last conclusion, and end it."""
    page.goto(address)
    page.get_by_role("button", name="Khai mạc", exact=True).click()
    expect(page.locator(".headline")).to_contain_text("Đang họp")
    page.goto(f"{address}diem-danh/")
    page.keyboard.press("a")
    expect(page.locator(".counts")).to_contain_text("0 chưa điểm danh")
    page.goto(f"{address}dieu-khien/")
    for number in range(1, 12):
        go(page, number)
        page.keyboard.press("h")
        page.keyboard.type("Ghi nhận")
        page.keyboard.press("Enter")
        expect(shown(page).locator("[data-decided]")).to_be_visible()
    go(page, 12)
    shown(page).locator("textarea[name=text]").fill(EXTENDED[0])
    page.keyboard.press("Enter")
    expect(shown(page).locator(".noted li")).to_have_count(1)
    page.goto(address)
    page.get_by_role("button", name="Ghi nhận họp xong").click()
    expect(page.locator(".headline")).to_contain_text("Đã họp")


def _conclude(visitors: Visitors, address: str) -> None:
    """Draft the conclusion, have it approved, issue it; with that the last one is answered and this one closed."""
    page, leader = visitors.signed_in("specialist"), visitors.signed_in("leader")
    page.goto(f"{address}du-thao/")
    page.locator(".prop").get_by_role("link", name="Sửa").click()
    _write(page, *EXTENDED)
    for directive in (LATE, MONTHLY):
        page.get_by_role("link", name="Thêm chỉ đạo").click()
        _write(page, *directive)
    page.get_by_role("button", name="Trình chủ trì").click()
    leader.goto(f"{address}du-thao/")
    leader.get_by_role("button", name="Duyệt").click()
    page.reload()
    page.get_by_role("link", name="Ban hành…").click()
    page.locator("input[name=number]").fill("41")
    page.locator("input[name=symbol]").fill("41-TB/VPTU")
    page.locator("input[name=issued_on]").fill("27/6/2024")
    page.locator("main form button.main").click()
    page.goto(address)
    expect(page.locator(".headline")).to_contain_text("Đã có kết luận")
    page.get_by_role("button", name="Kết thúc hội nghị").click()
    expect(page.locator(".headline")).to_contain_text("Đã kết thúc")


def _write(page: Page, text: str, due: str) -> None:
    """Fill in one directive of the draft, led by the police."""
    page.get_by_label("Nội dung chỉ đạo").fill(text)
    page.get_by_label("Thêm đơn vị chủ trì").fill("Công an thị xã")
    page.keyboard.press("Enter")
    expect(page.locator("[name=leads]:checked")).to_have_count(1)
    page.locator("input[name=due]").fill(due)
    page.locator("main form button.main").click()
    expect(page.locator(".prop", has_text=text)).to_contain_text("Công an thị xã")


def _take_on(page: Page, title: str) -> None:
    """Open a task of the own unit by its words and take it on."""
    page.goto("/nhiem-vu/")
    page.locator(".list .what a", has_text=title).first.click()
    page.wait_for_load_state("load")
    page.keyboard.press("a")
    _toast(page, "Đã nhận việc.")


def _carry_out(visitors: Visitors) -> None:
    """Ask for more time for one task and have it granted; give the month's check-in of another."""
    unit, leader = visitors.signed_in("reporter"), visitors.signed_in("leader")
    _take_on(unit, EXTENDED[0])
    unit.keyboard.press("i")
    unit.locator("#act [name=wanted_on]").fill("30/8/2024")
    unit.locator("#act textarea").fill("Chờ lực lượng tăng cường")
    unit.locator("#act button.main").click()
    _toast(unit, "Đã gửi đề nghị gia hạn.")
    leader.goto(unit.url)
    leader.keyboard.press("q")
    leader.locator("#act button.main").click()
    _toast(leader, "Đã quyết định đề nghị gia hạn.")
    expect(leader.locator(".facts .due-changes li")).to_contain_text("30/08/2024 gia hạn")
    _take_on(unit, MONTHLY[0])
    unit.get_by_role("link", name="Gửi báo cáo kỳ").first.click()
    unit.locator("#act textarea").first.fill("Đã tuần tra 12 đêm")
    unit.locator("#act button.main").click()
    _toast(unit, "Đã gửi báo cáo kỳ.")


def _come_late(visitors: Visitors) -> None:
    """Report a task as done after its due; that it was late stays once it is confirmed."""
    unit, office = visitors.signed_in("reporter"), visitors.signed_in("specialist")
    _take_on(unit, LATE[0])
    unit.keyboard.press("r")
    unit.locator("#act textarea").fill("Đã lập danh sách mười điểm")
    unit.locator("#act button.main").click()
    _toast(unit, "Đã gửi báo cáo, chờ văn phòng xác nhận.")
    office.goto("/")
    office.locator(".todo li", has_text=LATE[0]).get_by_role("link", name="Xác nhận…").click()
    office.locator("#act button.main").click()
    _toast(office, "Đã xác nhận hoàn thành.")
    office.goto(unit.url)
    expect(office.locator("main")).to_contain_text("Hoàn thành chậm")


def _open_the_next(page: Page) -> None:
    """Plan the next conference as it is proposed: it opens with the answers to this one's conclusion."""
    page.goto("/hoi-nghi/lap/?loai=quarterly")
    page.get_by_role("button", name="Lập kế hoạch").click()
    expect(page.locator("h1")).to_contain_text("quý III/2024, nhiệm vụ quý IV/2024")
    answers = page.locator("#tra-loi")
    for words in (EXTENDED[0], "Đã lập danh sách mười điểm", "Đã tuần tra 12 đêm"):
        expect(answers).to_contain_text(words)
    expect(answers).to_contain_text("Đã có trả lời 2 trên 3 chỉ đạo")
    page.get_by_role("button", name="Khai mạc", exact=True).click()
    expect(page.locator(".headline")).to_contain_text("Đang họp")
    page.goto(f"{page.url.partition('#')[0]}dieu-khien/")
    go(page, 2)
    expect(shown(page)).to_contain_text("Đã lập danh sách mười điểm")
