"""Chromium draws every Vietnamese letter and sign with the product's own fonts, and clips none."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from web.test_fonts import SIGNS, vietnamese_letters

OURS = ("Be Vietnam Pro", "Noto Serif", "Giao Ban Signs")
LETTERS = "".join(sorted(vietnamese_letters())) + SIGNS + "“”‘’–—…›•−×°%₫ 0123456789"


@pytest.mark.parametrize(
    ("element", "weight"), [("p", 400), ("p", 500), ("p", 600), ("p", 700), ("blockquote", 400), ("blockquote", 600)]
)
def test_no_letter_falls_back_to_a_font_of_the_machine(page: Page, gallery: str, element: str, weight: int) -> None:
    page.goto(f"{gallery}/components/")
    page.evaluate(
        """([element, weight, letters]) => {
            const shown = document.createElement(element);
            shown.id = "letters"; shown.className = "quote"; shown.textContent = letters;
            if (element === "p") shown.className = "";
            shown.style.fontWeight = weight;
            document.querySelector("main").prepend(shown);
            return document.fonts.ready;
        }""",
        [element, weight, LETTERS],
    )
    page.wait_for_timeout(300)
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": "#letters"})["nodeId"]
    drawn = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    assert drawn
    assert all(font["familyName"].startswith(OURS) for font in drawn)
    assert all(font["isCustomFont"] for font in drawn)


def test_figures_of_a_column_are_of_one_width(page: Page, gallery: str) -> None:
    page.goto(f"{gallery}/components/")
    page.evaluate("document.fonts.ready")
    widths = page.evaluate(
        """() => ["1111", "4444", "0000"].map((figures) => {
            const shown = document.createElement("span");
            shown.className = "num"; shown.textContent = figures;
            document.querySelector("main").append(shown);
            return shown.getBoundingClientRect().width;
        })"""
    )
    assert max(widths) - min(widths) < 0.1
