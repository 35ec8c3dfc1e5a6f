"""Verbs of command, and words that only begin like one."""

from __future__ import annotations

import pytest

from giaoban.language.verbs import verb_at
from giaoban.language.words import words_of


@pytest.mark.parametrize("text", ["Rà soát", "tổng kiểm tra", "hoà giải", "đẩy mạnh"])
def test_verbs_are_known(text: str) -> None:
    assert verb_at(words_of(text), 0) == len(words_of(text))


@pytest.mark.parametrize("text", ["dự báo mưa to", "thu nhập bình quân", "thời tiết", "cấp ủy các cấp"])
def test_other_words_are_no_verbs(text: str) -> None:
    assert verb_at(words_of(text), 0) is None
