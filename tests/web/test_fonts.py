"""The product's own fonts hold every letter of Vietnamese, in each weight."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from pathlib import Path

import pytest

import giaoban.web

FONTS = Path(giaoban.web.__file__).parent / "static/giaoban/fonts"
COVERAGE = json.loads((FONTS / "coverage.json").read_text("utf-8"))
SIGNS = "✓✗✕↑↓→←▲▼▴▾"


def vietnamese_letters() -> set[str]:
    """Return the 134 letters with marks: the seven of the alphabet, and each vowel with each tone."""
    vowels = "aăâeêioôơuưy"
    toned = {
        unicodedata.normalize("NFC", vowel + tone) for vowel in vowels for tone in "\u0300\u0309\u0303\u0301\u0323"
    }
    lower = toned | set("ăâđêôơư")
    return lower | {letter.upper() for letter in lower}


def test_there_are_134_letters() -> None:
    assert len(vietnamese_letters()) == 134


@pytest.mark.parametrize("name", sorted(name for name in COVERAGE if name != "signs.woff2"))
def test_a_text_font_draws_every_letter_and_mark_of_punctuation(name: str) -> None:
    drawn = set(COVERAGE[name]["characters"])
    assert vietnamese_letters() <= drawn
    assert set("“”‘’–—…›•−×°%₫") <= drawn


def test_the_signs_draw_what_the_text_fonts_lack() -> None:
    assert set(SIGNS) <= set(COVERAGE["signs.woff2"]["characters"])


def test_the_list_of_characters_is_that_of_the_files() -> None:
    files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FONTS.glob("*.woff2")}
    assert files == {name: entry["sha256"] for name, entry in COVERAGE.items()}


def test_every_font_has_its_licence() -> None:
    for maker in ("be-vietnam-pro", "noto-serif"):
        assert "SIL OPEN FONT LICENSE" in (FONTS / f"{maker}.OFL.txt").read_text("utf-8")
