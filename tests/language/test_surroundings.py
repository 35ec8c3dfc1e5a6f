"""What stands around directives, counted for their areas."""

from __future__ import annotations

from giaoban.language import understand
from giaoban.language.layout import find_blocks
from giaoban.language.stages import read_stages
from giaoban.language.surroundings import Surroundings, added
from giaoban.language.words import words_of

TEXT = (
    "Phòng, chống bão số 5 trên biển\n\nSáng 2/4, xã họp. Chủ tịch UBND xã yêu cầu:\n\n"
    "I. TÀU CÁ\n1. Công an xã kêu gọi tàu cá vào bờ.\n2. Các thôn chuẩn bị gạo, thuốc."
)


def test_views_of_directives_come_from_title_heading_paragraph_and_the_one_before() -> None:
    first, second = read_stages(TEXT).views
    assert first["title"]["sea"] == second["title"]["sea"] > 0
    assert first["heading"]["sea"] > 0
    assert (first["before"], second["before"]) == ({}, first["own"])
    assert first["lead"]["security"] > 0


def test_a_title_stands_in_for_what_the_words_leave_open() -> None:
    assert understand(TEXT).directives[1].areas[0] == "sea"


def test_sums() -> None:
    assert added([{"sea": 1.0}, {"sea": 0.5, "party": 2.0}]) == {"sea": 1.5, "party": 2.0}
    assert added([]) == {}
    words = words_of("Tin")
    assert Surroundings(words, find_blocks("Tin"), []).before == {}
