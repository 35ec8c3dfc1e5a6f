"""Clauses under an order: a command or none, and why."""

from __future__ import annotations

import pytest

from giaoban.language.authority import Hearing
from giaoban.language.clauses import Clause
from giaoban.language.commands import Place, Reading, read_command
from giaoban.language.evidence import weigh
from giaoban.language.office import Office
from giaoban.language.speakers import find_told
from giaoban.language.words import words_of


def read(text: str, place: Place | None = None) -> Reading:
    words = words_of(text)
    told = find_told(words, 0, len(words), Hearing(Office.of(words, [], None), None, ordering=True))
    clause = Clause(0, len(text), True, ";")
    return read_command(words, clause, told, weigh(words, 0, len(words), False), place or Place())


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Rà soát kế hoạch", "Rà soát kế hoạch"),
        ("Về đơn thư, giao Thanh tra huyện giải quyết", "giao Thanh tra huyện giải quyết"),
        ("Nhận được Công điện này, yêu cầu các xã thực hiện ngay", "các xã thực hiện ngay"),
        ("đề nghị trong tháng 5, các xã tập trung một số việc: rà soát hộ nghèo", "rà soát hộ nghèo"),
        ("“Các đồng chí phải xuống tận nhà dân”, Bí thư Huyện ủy nhấn mạnh", "Các đồng chí phải xuống tận nhà dân"),
        ("6 tháng cuối năm, Công an huyện mở cao điểm", "Công an huyện mở cao điểm"),
    ],
)
def test_a_command_begins_with_its_first_word(text: str, span: str) -> None:
    reading = read(text)
    assert reading.stance == "directive"
    assert text[reading.start : reading.end] == span


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("UBND xã thông báo để các thôn biết, thực hiện", "notice"),
        ("Chỉ thị này có hiệu lực kể từ ngày ký", "force"),
        ("Qua đó góp phần hoàn thành nhiệm vụ năm", "wish"),
        ("Công an xã đã hoàn thành việc cấp căn cước", "past"),
        ("Thực hiện Công điện số 12, tỉnh đã sơ tán 200 hộ", "past"),
        ("UBND xã sẽ mời lại trong tuần sau", "future"),
        ("Đồng chí Trần Văn Nam chủ trì", "presides"),
        ("Thời tiết diễn biến bất thường", "no_verb"),
    ],
)
def test_what_is_no_command_and_why(text: str, rule: str) -> None:
    reading = read(text)
    assert (reading.stance, reading.rule) == ("none", rule)


def test_those_named_before_a_semicolon_wait_for_the_rest() -> None:
    assert read("Công an tỉnh, Thanh tra tỉnh").stance == "pending"


def test_a_thing_to_be_done_by_a_day_is_a_command_in_a_list_only() -> None:
    text = "Hồ sơ gửi về Sở Nội vụ trước ngày 15/12"
    assert read(text, Place(listed=True)).stance == "directive"
    assert read(text).stance == "none"
