"""The review begins with what the reader is not sure of where the specialist wants it so: by key, in the address."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from pages.site import Site
from pages.test_review import EXAMPLE, upload

SignedIn = Callable[..., Page]


def doubt(folder: Path, document: int, numbers: tuple[int, ...]) -> None:
    """Let the reader be unsure of the directives with these numbers of a document, and sure of the others."""
    (file,) = folder.glob("*.sqlite3")
    with sqlite3.connect(file, timeout=20) as database:
        rows = database.execute(
            "select id, proposed from documents_directive where document_id = ? order by start", [document]
        ).fetchall()
        for number, (pk, proposed) in enumerate(rows, start=1):
            kept = json.dumps(json.loads(proposed) | {"confidence": 0.6 if number in numbers else 0.97})
            database.execute("update documents_directive set proposed = ? where id = ?", [kept, pk])
    database.close()


def test_the_doubtful_ones_come_first_by_key(site: Site, page_as: SignedIn) -> None:
    page = page_as("specialist")
    upload(page, EXAMPLE.read_text("utf-8") + "\nBản gửi lại để xem kỹ.")
    doubt(site.folder, int(page.url.split("/van-ban/")[1].split("/")[0]), (3, 7))
    page.reload()
    shown, selected = page.locator("[data-card]:visible"), page.locator("[data-card].on")
    expect(shown).to_have_count(11)
    expect(page.locator(".doubt.chip:visible")).to_have_count(2)

    page.keyboard.press("f")
    page.keyboard.press("j")
    expect(selected.locator(".n")).to_have_text("3")
    expect(selected.get_by_text("đúng khoảng 6 trong 10 lần")).to_be_visible()
    assert "hien=doubtful" in page.url

    page.reload()
    expect(shown).to_have_count(2)
    page.keyboard.press("a")
    expect(selected.locator(".n")).to_have_text("7")
    page.keyboard.press("x")
    expect(page.locator("[data-status]")).to_contain_text("1 đã nhận · 9 chờ · 1 bỏ")
    expect(page.locator(".doubt.chip:visible")).to_have_count(0)
    page.keyboard.press("u")
    expect(page.locator(".doubt.chip:visible")).to_have_count(1)
    page.get_by_role("link", name="Tất cả").click()
    expect(shown).to_have_count(11)
    assert "hien=" not in page.url


def test_the_least_sure_come_first_and_keep_their_numbers(site: Site, page_as: SignedIn) -> None:
    page = page_as("specialist")
    upload(page, EXAMPLE.read_text("utf-8") + "\nBản gửi lại để xếp.")
    doubt(site.folder, int(page.url.split("/van-ban/")[1].split("/")[0]), (3, 7))
    page.reload()
    numbers = page.locator("[data-card] .n")
    in_text = [str(number) for number in range(1, 12)]
    expect(numbers).to_have_text(in_text)

    page.keyboard.press("o")
    expect(numbers).to_have_text(["3", "7", *(one for one in in_text if one not in "37")])
    selected = page.locator("[data-card].on .n")
    expect(selected).to_have_text("3")
    for key, goes_on_to in (("a", "7"), ("x", "1")):
        page.keyboard.press(key)
        expect(selected).to_have_text(goes_on_to)
    expect(page.locator("[data-status]")).to_contain_text("1 đã nhận · 9 chờ · 1 bỏ")
    page.keyboard.press("u")
    expect(page.locator("[data-status]")).to_contain_text("1 đã nhận · 10 chờ · 0 bỏ")
    expect(numbers).to_have_text(["3", "7", *(one for one in in_text if one not in "37")])

    page.reload()
    assert "xep=doubtful" in page.url
    expect(page.get_by_role("link", name="Chưa chắc trước")).to_have_attribute("aria-current", "true")
    page.keyboard.press("o")
    expect(numbers).to_have_text(in_text)
    assert "xep=" not in page.url
