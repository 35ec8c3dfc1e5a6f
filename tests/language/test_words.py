"""Tokens of a text: places, tone marks, line ends, columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from giaoban.language.phrases import Phrases
from giaoban.language.words import Words, lower, words_of

LINE = "Tại hội nghị, các đại biểu đã nghe báo cáo kết quả công tác của khối"


def test_old_and_new_tone_places_are_one_word() -> None:
    assert words_of("Hoà giải, uỷ ban, quý").low == words_of("hòa giải, ủy ban, quý").low


def test_a_line_end_is_a_token_and_a_broken_line_is_not() -> None:
    assert "\n" in Words(f"{LINE}.\nHội nghị kết thúc").low
    assert "\n" not in Words(f"{LINE}\nnội chính trong quý").low
    assert "\n" in Words("BÁO CÁO KẾT QUẢ CÔNG TÁC NỘI CHÍNH QUÝ I\nkết quả công tác").low


def test_in_a_text_cut_at_a_width_a_capital_goes_on_as_well() -> None:
    text = "\n".join([f"{LINE} và\ncác đơn vị"] * 5) + f"\n{LINE} do Trần\nVăn An báo cáo"

    assert Words(text).low.count("\n") == 5
    assert "trần văn an" in " ".join(Words(text).low)


def test_two_columns_are_apart() -> None:
    assert not words_of("UBND TỈNH A      CỘNG HÒA").is_word(3)


def test_the_longest_phrase_is_found() -> None:
    phrases = Phrases({"giao": 1, "giao ban tháng": 2})

    assert phrases.longest(words_of("Giao  ban quý"), 0) == (1, 1)
    assert phrases.longest(words_of("giao ban THÁNG 3"), 0) == (2, 3)
    assert phrases.longest(words_of("ban giao"), 0) is None
    assert phrases.longest(words_of(""), 0) is None


@given(st.text(max_size=80))
def test_tokens_lie_in_the_text_in_order(text: str) -> None:
    words = Words(text)

    assert len(lower(text)) == len(text)
    assert [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)] == words.raw
    assert words.starts == sorted(words.starts)
