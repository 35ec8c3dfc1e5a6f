"""A document's words, shortened between words."""

from __future__ import annotations

from giaoban.web.templatetags.words import quote, shortened


def test_short_text_stays_whole() -> None:
    assert shortened("tăng cường nắm tình hình", 4) == "tăng cường nắm tình…"
    assert shortened("tăng cường", 4) == "tăng cường"


def test_no_comma_stands_before_the_dots() -> None:
    assert shortened("an ninh, trật tự", 2) == "an ninh…"


def test_quote_joins_lines_and_puts_marks() -> None:
    assert quote("Đẩy nhanh\n tiến độ, chất lượng", 4) == "“Đẩy nhanh tiến độ…”"


def test_nothing_is_not_quoted() -> None:
    assert quote("  ") == ""
