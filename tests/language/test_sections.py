"""What a section is by its heading."""

from __future__ import annotations

import pytest

from giaoban.language.layout import find_blocks
from giaoban.language.sections import find_roles, section_role
from giaoban.language.words import words_of


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("TÌNH HÌNH VÀ KẾT QUẢ", "results"),
        ("Một số hạn chế", "limitations"),
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
    roles = find_roles(words_of(text), find_blocks(text), "report")
    assert roles == ["results", "results", "results", "tasks", "tasks", "requests"]


def test_content_is_tasks_in_a_plan_only() -> None:
    text = "II. NỘI DUNG\n1. Tuyên truyền pháp luật."
    words, blocks = words_of(text), find_blocks(text)
    assert find_roles(words, blocks, "directive") == ["tasks", "tasks"]
    assert find_roles(words, blocks, "minutes") == [None, None]
