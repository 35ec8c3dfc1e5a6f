"""Verbs of saying and asking."""

from __future__ import annotations

import pytest

from giaoban.language.reporting import reporting_at
from giaoban.language.words import words_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("yêu cầu các xã", "order"),
        ("giao Sở Y tế", "give"),
        ("Giao Ban Tổ chức Huyện ủy", "give"),
        ("kiến nghị tỉnh", "request"),
        ("đánh giá cao kết quả", "praise"),
        ("cho rằng tình hình", "say"),
        ("giao ban quý I", None),
        ("giao thông nông thôn", None),
        ("rà soát", None),
    ],
)
def test_kinds_of_reporting_verbs(text: str, kind: str | None) -> None:
    found = reporting_at(words_of(text), 0)
    assert (found[0] if found else None) == kind


def test_nothing_stands_after_the_end() -> None:
    assert reporting_at(words_of("giao"), 1) is None
