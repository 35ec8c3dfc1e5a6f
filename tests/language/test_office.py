"""Whose orders count: issuer and chair."""

from __future__ import annotations

import pytest

from giaoban.language.extraction import Chair, Conference
from giaoban.language.layout import find_blocks
from giaoban.language.office import Office
from giaoban.language.words import words_of

PAPER = (
    "ỦY BAN NHÂN DÂN           CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH TÂN GIANG\nSố: 5/CT-UBND\n\n"
    "CHỈ THỊ\nVề an ninh\n\nChủ tịch yêu cầu:"
)
CHAIR = Chair("Lê Văn Hiến", ["Bí thư Huyện ủy"])
CONFERENCE = Conference("hội nghị giao ban", None, "Ban Thường vụ Huyện ủy Hòa Sơn", None, None, CHAIR)


@pytest.mark.parametrize("name", ["UBND tỉnh", "Chủ tịch UBND tỉnh", "Ủy ban nhân dân tỉnh Tân Giang"])
def test_the_issuer_is_known_by_its_words(name: str) -> None:
    assert Office.of(words_of(PAPER), find_blocks(PAPER), None).is_issuer(name)


@pytest.mark.parametrize("name", ["UBND các huyện", "Công an tỉnh", "UBND huyện", "Chủ tịch"])
def test_others_are_no_issuer(name: str) -> None:
    assert not Office.of(words_of(PAPER), find_blocks(PAPER), None).is_issuer(name)


def test_the_chair_is_known_by_name_or_post() -> None:
    office = Office.of(words_of("Tin"), [], CONFERENCE)
    assert office.is_chair("đồng chí Bí thư Huyện ủy")
    assert office.is_chair("Lê Văn Hiến")
    assert not office.is_chair("Chủ tịch UBND huyện")
    assert office.is_issuer("Ban Thường vụ Huyện ủy")
    assert not office.official
