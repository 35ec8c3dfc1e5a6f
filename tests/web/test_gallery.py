"""Every component and main screen in Chromium: accessible, within its window, no request or script of others."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SCREENS = [
    "/components/",
    "/today/",
    "/tasks/",
    "/tasks/?toast",
    "/task/",
    "/review/",
    "/forms/",
    "/forms/?errors",
    "/today/?lang=en",
    "/plain/login/",
    "/plain/login/?errors",
    "/plain/403/",
    "/plain/404/",
    "/plain/409/",
    "/plain/500/",
    "/plain/400/",
    "/plain/locked/",
]
TOUCHED = (
    ".btn:not(.small), .ways a, .top summary, .tick label, select, textarea, "
    "input:not([type=checkbox], [type=radio], [type=hidden])"
)
PLACES = ["Hôm nay", "Văn bản", "Nhiệm vụ", "Danh bạ", "Quản trị", "Nhật ký"]
WIDE, NARROW, NARROWEST = (
    {"width": 1440, "height": 900},
    {"width": 390, "height": 844},
    {"width": 320, "height": 700},
)


def faults(page: Page) -> list[tuple[str, list[str]]]:
    """Return what axe finds wrong, and where."""
    found = Axe().run(page).response["violations"]
    return [(fault["id"], [str(node["target"]) for node in fault["nodes"]]) for fault in found]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "phone"])
@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing(page: Page, gallery: str, screen: str, size: dict[str, int]) -> None:
    page.set_viewport_size(size)
    page.goto(gallery + screen)
    assert faults(page) == []


def open_menu(page: Page) -> None:
    page.locator(".who summary").click()


def open_filter(page: Page) -> None:
    page.locator(".filters summary").first.click()


def open_dialog(page: Page) -> None:
    page.locator("[data-select]").first.check()
    page.locator("[data-opens=extend]").click()


def open_keys(page: Page) -> None:
    page.keyboard.press("?")
    page.locator("#keys[open]").wait_for()


@pytest.mark.parametrize("state", [open_menu, open_filter, open_dialog, open_keys])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "phone"])
def test_axe_finds_nothing_in_what_opens(
    page: Page, gallery: str, state: Callable[[Page], None], size: dict[str, int]
) -> None:
    page.set_viewport_size(size)
    page.goto(f"{gallery}/tasks/")
    state(page)
    page.wait_for_timeout(250)
    assert faults(page) == []


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_scrolls_sideways_at_320_pixels(page: Page, gallery: str, screen: str) -> None:
    page.set_viewport_size(NARROWEST)
    page.goto(gallery + screen)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST["width"]


@pytest.mark.parametrize("screen", ["/today/", "/tasks/?toast", "/task/", "/review/", "/forms/"])
def test_a_finger_finds_44_pixels(page: Page, gallery: str, screen: str) -> None:
    page.set_viewport_size(NARROW)
    page.goto(gallery + screen)
    small = page.evaluate(
        """(touched) => [...document.querySelectorAll(touched)]
            .filter((one) => one.getClientRects().length && !one.closest('.said'))
            .map((one) => [one.outerHTML.slice(0, 60), one.getBoundingClientRect().height])
            .filter(([, height]) => height < 44)""",
        TOUCHED,
    )
    assert small == []


def test_the_content_policy_is_kept_and_nothing_is_asked_of_another_host(page: Page, gallery: str) -> None:
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    for screen in SCREENS:
        page.goto(gallery + screen)
    assert [words for words in said if "status of" not in words] == []
    assert asked
    assert [address for address in asked if not address.startswith(gallery)] == []


def test_the_content_policy_would_refuse_inline_style(page: Page, gallery: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{gallery}/today/")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">x</p>')")
    page.wait_for_timeout(100)
    assert any("Content Security Policy" in words for words in said)


def test_rows_are_32_pixels_and_the_head_stays(page: Page, gallery: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 400})
    page.goto(f"{gallery}/tasks/")
    last = page.locator("table.cards tbody tr").last
    assert last.bounding_box()["height"] <= 33  # type: ignore[index]
    page.mouse.wheel(0, 300)
    page.wait_for_timeout(200)
    head = page.locator("thead th").nth(1).bounding_box()
    assert head
    assert 40 <= head["y"] <= 60


def test_the_phone_reaches_every_place(page: Page, gallery: str) -> None:
    page.set_viewport_size(NARROW)
    page.goto(f"{gallery}/today/")
    shown = page.locator(".ways a:visible").all_inner_texts()
    open_menu(page)
    in_menu = page.locator(".who .phone-only a:visible").all_inner_texts()
    assert [text.strip() for text in shown + in_menu] == PLACES
