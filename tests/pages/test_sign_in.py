"""Signing in and out, as a person does it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from pages.conftest import ACCOUNTS, SignedIn, Visitors, sign_in
from pages.site import Site, run

NEW_PASSWORD = "giao ban moi quy mot lan"


@pytest.mark.parametrize("role", ACCOUNTS)
def test_everybody_of_the_demo_signs_in(role: str, visitors: Visitors, site: Site) -> None:
    page = visitors.anonymous()
    sign_in(page, ACCOUNTS[role], site.passwords[ACCOUNTS[role]])
    expect(page).to_have_url(f"{site.address}/")
    expect(page.locator("main")).to_be_visible()


def test_signing_out_ends_the_session(page_as: SignedIn) -> None:
    page = page_as("specialist")
    _sign_out(page)
    expect(page).to_have_url(re.compile("/dang-nhap/"))
    page.goto("/")
    expect(page).to_have_url(re.compile("/dang-nhap/"))


@pytest.mark.parametrize("username", ["chuyenvien", "khongco"])
def test_a_wrong_password_and_an_unknown_name_are_told_alike(username: str, visitors: Visitors) -> None:
    page = visitors.anonymous()
    sign_in(page, username, "sai mat khau")
    expect(page.locator("main")).to_contain_text("Tên đăng nhập hoặc mật khẩu chưa đúng.")
    expect(page.locator("input[name=username]")).to_have_value(username)


def test_after_five_failures_one_waits(visitors: Visitors, site: Site) -> None:
    page = visitors.anonymous()
    for _ in range(5):
        sign_in(page, "lanhdao", "sai mat khau")
    sign_in(page, "lanhdao", site.passwords["lanhdao"])
    expect(page.locator("main")).to_contain_text("15 phút")
    sign_in(page, "kiemtra", site.passwords["kiemtra"])
    expect(page).to_have_url(f"{site.address}/")


def test_the_page_that_was_asked_for_comes_after_signing_in(visitors: Visitors, site: Site) -> None:
    page = visitors.anonymous()
    page.goto("/nhiem-vu/")
    page.locator("input[name=username]").fill("chuyenvien")
    page.locator("input[name=password]").fill(site.passwords["chuyenvien"])
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site.address}/nhiem-vu/")


def test_a_first_password_must_be_changed(visitors: Visitors, site: Site) -> None:
    username, password = _account_of_a_new_committee(site)
    page = visitors.anonymous()
    sign_in(page, username, password)
    page.goto("/nhiem-vu/")
    expect(page).to_have_url(f"{site.address}/mat-khau/")
    page.locator("input[name=old_password]").fill(password)
    for name in ("new_password1", "new_password2"):
        page.locator(f"input[name={name}]").fill(NEW_PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site.address}/")
    _sign_out(page)
    sign_in(page, username, NEW_PASSWORD)
    expect(page).to_have_url(f"{site.address}/")


def test_a_short_new_password_is_refused_with_what_to_do(visitors: Visitors, site: Site) -> None:
    username, password = _account_of_a_new_committee(site)
    page = visitors.anonymous()
    sign_in(page, username, password)
    page.locator("input[name=old_password]").fill(password)
    for name in ("new_password1", "new_password2"):
        page.locator(f"input[name={name}]").fill("ngan")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("14")
    expect(page).to_have_url(f"{site.address}/mat-khau/")


def test_the_language_is_chosen_and_kept(page_as: SignedIn, visitors: Visitors, site: Site) -> None:
    page = page_as("leader")
    page.locator("form[action='/ngon-ngu/'] button[value=en]").first.evaluate("button => button.click()")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    later = visitors.anonymous()
    sign_in(later, "lanhdao", site.passwords["lanhdao"])
    expect(later.locator("html")).to_have_attribute("lang", "en")


def test_the_keys_are_told(page_as: SignedIn) -> None:
    page = page_as("specialist")
    page.keyboard.press("?")
    expect(page.locator("dialog[open]")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)


def _sign_out(page: Page) -> None:
    page.locator("form[action='/dang-xuat/'] button").first.evaluate("button => button.click()")
    page.wait_for_url("**/dang-nhap/**")


def _account_of_a_new_committee(site: Site) -> tuple[str, str]:
    """Open a committee from the command line; returns its administrator's name and first password."""
    done = run(
        site.folder,
        "new-committee",
        *("--name", "Huyện ủy Thử", "--level", "district", "--level-word", "huyện", "--place", "Thử"),
        *("--office", "Văn phòng Huyện ủy", "--administrator", "Người Quản trị", "--username", "quantri-thu"),
    )
    found = re.search(r"(quantri-thu)  (\S+)", done.stdout)
    assert found is not None, done.stdout + done.stderr
    return found[1], found[2]
