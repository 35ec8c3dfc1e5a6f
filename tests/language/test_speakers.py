"""Who speaks, with what authority, and where the content begins."""

from __future__ import annotations

import pytest

from giaoban.language.authority import Hearing
from giaoban.language.extraction import Chair, Conference
from giaoban.language.office import Office
from giaoban.language.speakers import find_told
from giaoban.language.words import words_of

CHAIR = Chair("Lê Văn Hiến", ["Bí thư Huyện ủy"])
CONFERENCE = Conference("hội nghị giao ban", None, "Thường trực Huyện ủy Hòa Sơn", None, None, CHAIR)


def hear(text: str, *, ordering: bool = False) -> tuple[str, str] | None:
    """Return the kind of what is told and the text from where its content begins."""
    words = words_of(text)
    told = find_told(words, 0, len(words), Hearing(Office.of(words, [], CONFERENCE), None, ordering))
    return None if told is None else (told.kind, text[words.starts[told.after] :] if told.after < len(words) else "")


@pytest.mark.parametrize(
    ("text", "kind", "content"),
    [
        ("Kết luận hội nghị, đồng chí Bí thư Huyện ủy đề nghị các xã rà soát", "order", "các xã rà soát"),
        ("Đồng chí đánh giá cao kết quả; đồng thời yêu cầu Công an huyện tuần tra", "order", "Công an huyện tuần tra"),
        ("Đồng chí cũng giao Sở Y tế kiểm tra", "order", "giao Sở Y tế kiểm tra"),
        ("Yêu cầu các đơn vị nghiêm túc thực hiện", "order", "các đơn vị nghiêm túc thực hiện"),
        ("UBND huyện yêu cầu các phòng báo cáo", "order", "các phòng báo cáo"),
        ("Thường trực Huyện ủy đã yêu cầu các xã rà soát", "past", "các xã rà soát"),
        ("Các đại biểu kiến nghị tỉnh hỗ trợ", "proposal", "tỉnh hỗ trợ"),
        ("Giám đốc Sở Công Thương đề nghị thành phố giảm lãi vay", "proposal", "thành phố giảm lãi vay"),
        ("Đồng chí Bí thư Huyện ủy biểu dương các cơ quan", "praise", "các cơ quan"),
        ("Ông Hiến chốt: Công an xã tuần tra", "order", ": Công an xã tuần tra"),
        ("Đồng chí Bí thư Huyện ủy cho rằng “dân là gốc”, từ đó lưu ý các xã gần dân", "order", "các xã gần dân"),
        (
            "Bí thư Huyện ủy đồng ý với đề xuất lắp camera và giao Công an huyện lập phương án",
            "order",
            "giao Công an huyện lập phương án",
        ),
        ("Các bên trao đổi, thống nhất và ông Lê Văn Hiến kết luận các nội dung", "order", "các nội dung"),
        ("Thứ năm, đề nghị Công an xã tuần tra", "order", "Công an xã tuần tra"),
        ("Về nút giao phía Nam: giao Sở Xây dựng nghiên cứu, đề xuất", "order", "giao Sở Xây dựng nghiên cứu, đề xuất"),
        ("“Các xã phải gần dân”, đồng chí Bí thư Huyện ủy nói", "said", ""),
    ],
)
def test_what_is_told(text: str, kind: str, content: str) -> None:
    assert hear(text) == (kind, content)


@pytest.mark.parametrize(
    "text",
    ["Công an xã tuần tra ban đêm", "Rà soát các đơn thư, kiến nghị của người dân", "Về đề nghị của xã, hồ sơ đã đủ"],
)
def test_where_nobody_speaks(text: str) -> None:
    assert hear(text) is None


def test_under_an_order_another_body_acts_and_does_not_speak() -> None:
    assert hear("Sở Tư pháp đề nghị các luật sư tham gia", ordering=True) is None


def test_under_an_order_somebody_is_to_lead_by_himself_and_a_person_by_name_only_tells() -> None:
    assert hear("người đứng đầu trực tiếp chỉ đạo việc này", ordering=True) is None
    assert hear("Đồng chí Lê Xuân Hoành cho biết các xã đã họp", ordering=True) == ("proposal", "các xã đã họp")
