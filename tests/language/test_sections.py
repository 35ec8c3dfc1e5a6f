"""What a section is by its heading."""

from __future__ import annotations

import pytest

from giaoban.language.layout import find_blocks
from giaoban.language.office import Office, name_words
from giaoban.language.sections import find_roles, section_role
from giaoban.language.words import words_of

OFFICE = Office(official=True, issuer=name_words(["UBND HUYỆN A"]), chair=frozenset(), level=2)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("TÌNH HÌNH VÀ KẾT QUẢ", "results"),
        ("Một số hạn chế", "limitations"),
        ("Khó khăn, vướng mắc", "limitations"),
        ("Khó khăn, vướng mắc và kiến nghị", "requests"),
        ("Mặt còn hạn chế", "limitations"),
        ("Những việc làm được", "results"),
        ("NHIỆM VỤ TRỌNG TÂM QUÝ II", "tasks"),
        ("MỤC ĐÍCH, YÊU CẦU", "purpose"),
        ("Yêu cầu", "demands"),
        ("KIẾN NGHỊ, ĐỀ XUẤT", "requests"),
        ("Ý kiến thảo luận", "discussion"),
        ("Kết luận của chủ trì", "conclusion"),
        ("Nguyên nhân hạn chế", "causes"),
        ("Về các kiến nghị của địa phương", None),
        ("Công an huyện", None),
    ],
)
def test_role_of_a_heading(heading: str, role: str | None) -> None:
    words = words_of(heading)
    assert section_role(words, 0, len(words)) == role


def test_blocks_take_the_role_of_the_heading_above() -> None:
    text = (
        "I. KẾT QUẢ\n1. An ninh\nTình hình ổn định.\nII. NHIỆM VỤ\n1. Công an xã tuần tra.\n2. Kiến nghị: tỉnh hỗ trợ."
    )
    roles = find_roles(words_of(text), find_blocks(text), "report", OFFICE)
    assert roles == ["results", "results", "results", "tasks", "tasks", "requests"]


def test_content_is_tasks_in_a_plan_only() -> None:
    text = "II. NỘI DUNG\n1. Tuyên truyền pháp luật."
    words, blocks = words_of(text), find_blocks(text)
    assert find_roles(words, blocks, "directive", OFFICE) == ["tasks", "tasks"]
    assert find_roles(words, blocks, "minutes", OFFICE) == [None, None]


def test_what_is_asked_of_those_below_is_a_demand_and_a_conclusion_answers_requests() -> None:
    below = "III. Đề nghị các xã, thị trấn tập trung:\n1. Rà soát hộ nghèo."
    above = "III. Đề nghị UBND tỉnh:\n1. Bổ sung kinh phí."
    answered = "III. Kiến nghị, đề xuất\n1. Giao Phòng Nội vụ trả lời."
    assert find_roles(words_of(below), find_blocks(below), "report", OFFICE) == ["demands", "demands"]
    assert find_roles(words_of(above), find_blocks(above), "report", OFFICE) == ["requests", "requests"]
    assert find_roles(words_of(answered), find_blocks(answered), "conclusion", OFFICE) == ["answers", "answers"]
