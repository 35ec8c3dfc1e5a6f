"""Persons and their titles, in sentences of our own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.language.people import find_people


def _named(text: str) -> list[tuple[str, list[str]]]:
    return [(one.name, one.titles) for one in find_people(text)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Đồng chí Trần Thị Bé – Ủy viên BCH Đảng bộ tỉnh, Bí thư Thị ủy chủ trì.",
            [("Trần Thị Bé", ["Ủy viên BCH Đảng bộ tỉnh", "Bí thư Thị ủy"])],
        ),
        (
            "Dự có đồng chí Lê Văn Nam, Phó Bí thư Thường trực Huyện ủy, Chủ tịch HĐND huyện; lãnh đạo các phòng.",
            [("Lê Văn Nam", ["Phó Bí thư Thường trực Huyện ủy", "Chủ tịch HĐND huyện"])],
        ),
        (
            "Đại tá Phạm Quốc Việt, Phó Giám đốc Công an tỉnh báo cáo.",
            [("Phạm Quốc Việt", ["Đại tá", "Phó Giám đốc Công an tỉnh"])],
        ),
        ("Chủ tịch UBND tỉnh Đặng Hải Yến cho biết", [("Đặng Hải Yến", ["Chủ tịch UBND tỉnh"])]),
        ("Giám đốc Sở Công Thương Võ Thị Lài đề xuất", [("Võ Thị Lài", ["Giám đốc Sở Công Thương"])]),
        ("Chủ tịch UBND xã Tú Lập Hoàng Văn Sơn nói", [("Hoàng Văn Sơn", ["Chủ tịch UBND xã Tú Lập"])]),
        (
            "Các đồng chí: Hoàng Văn Tú, Phó Chủ tịch HĐND tỉnh; Đinh Văn Lực, Chánh Thanh tra tỉnh chủ trì.",
            [("Hoàng Văn Tú", ["Phó Chủ tịch HĐND tỉnh"]), ("Đinh Văn Lực", ["Chánh Thanh tra tỉnh"])],
        ),
        (
            "đồng chí Ngô Thị Hoa – Trưởng phòng nghiệp vụ 2, Ban Nội chính Tỉnh ủy cùng dự.",
            [("Ngô Thị Hoa", ["Trưởng phòng nghiệp vụ 2, Ban Nội chính Tỉnh ủy"])],
        ),
        ("- Đ/c Võ Minh Nam (Trưởng Công an phường): địa bàn", [("Võ Minh Nam", ["Trưởng Công an phường"])]),
        ("- Thư ký: đồng chí Lý Thị Năm, Văn phòng Đảng ủy.", [("Lý Thị Năm", ["Thư ký"])]),
        ("Em Lâm Thị Sô, học sinh lớp 9A chia sẻ: “Em", [("Lâm Thị Sô", ["học sinh lớp 9A"])]),
        ("ông Giàng A Páo và bà H'Lim Niê", [("Giàng A Páo", []), ("H'Lim Niê", [])]),
        ("Ksor Phước - nguyên Bí thư Huyện ủy", [("Ksor Phước", ["nguyên Bí thư Huyện ủy"])]),
        (
            "Phó Chủ tịch UBND TP Lê Anh Tú, Giám đốc Sở Xây dựng Trần Văn Phú",
            [("Lê Anh Tú", ["Phó Chủ tịch UBND TP"]), ("Trần Văn Phú", ["Giám đốc Sở Xây dựng"])],
        ),
        (
            "các ông, bà: Trần Thị Lan, Lê Văn Tám, Võ Minh.",
            [("Trần Thị Lan", []), ("Lê Văn Tám", []), ("Võ Minh", [])],
        ),
        (
            "Phó Bí thư Tỉnh ủy, Trưởng đoàn ĐBQH tỉnh Đặng Ngọc Hà; Phó Bí thư Tỉnh ủy Đinh Thị Hồng Mai",
            [
                ("Đặng Ngọc Hà", ["Phó Bí thư Tỉnh ủy", "Trưởng đoàn ĐBQH tỉnh"]),
                ("Đinh Thị Hồng Mai", ["Phó Bí thư Tỉnh ủy"]),
            ],
        ),
        (
            "Đại tướng Phan Văn Sang, Ủy viên Bộ Chính trị, Bộ trưởng Quốc phòng, chủ trì",
            [("Phan Văn Sang", ["Đại tướng", "Ủy viên Bộ Chính trị", "Bộ trưởng Quốc phòng"])],
        ),
        ("Chủ tịch UBND phường Thới An (TP.HCM) Lê Công Khiết", [("Lê Công Khiết", ["Chủ tịch UBND phường Thới An"])]),
        ("Thượng tọa Thích Minh Tâm dự", [("Thích Minh Tâm", ["Thượng tọa"])]),
    ],
)
def test_a_person_has_the_titles_around_the_name(text: str, people: list[tuple[str, list[str]]]) -> None:
    assert _named(text) == people


@pytest.mark.parametrize(
    "text",
    [
        "tư tưởng, đạo đức Hồ Chí Minh",
        "khu vực đường Nguyễn Đức Cảnh, cầu Trần Thị Lý",
        "Trường THPT Lê Hồng Phong và xã Phan Văn Tốt",
        "Công an huyện Trần Văn Thời và UBND huyện Mai Châu",
        "tỉnh Bà Rịa - Vũng Tàu, Bà Rịa",
        "Đồng chí Bí thư Huyện ủy đề nghị các đồng chí Ủy viên Ban Thường vụ",
        "Hội Nông dân Việt Nam, Đoàn Luật sư tỉnh",
    ],
)
def test_what_only_looks_like_a_person_is_none(text: str) -> None:
    assert find_people(text) == []


def test_a_person_named_twice_is_one_with_all_titles() -> None:
    text = (
        "Kết luận của Phó Chủ tịch UBND tỉnh Trần Văn Khang tại hội nghị.\n"
        "Ông Trần Văn Khang, Phó Chủ tịch UBND tỉnh, Trưởng Ban Chỉ đạo 389 tỉnh chủ trì. "
        "Phó Chủ tịch Trần Văn Khang và ông Văn Khang kết luận."
    )

    assert _named(text) == [("Trần Văn Khang", ["Phó Chủ tịch UBND tỉnh", "Trưởng Ban Chỉ đạo 389 tỉnh"])]


def test_a_signer_has_the_nearest_post_above() -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nKẾ HOẠCH\n…\nNơi nhận:                     TM. ỦY BAN NHÂN DÂN\n"
        "- Như trên;                       KT. CHỦ TỊCH\n- Lưu: VT, NC.                  PHÓ CHỦ TỊCH\n"
        "                                 (đã ký)\n                              Lê Tấn Hòa"
    )

    assert _named(text) == [("Lê Tấn Hòa", ["PHÓ CHỦ TỊCH"])]


def test_a_signer_with_a_rank_has_post_and_rank() -> None:
    text = "KẾ HOẠCH\nNơi nhận:\n- Lưu: VT.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nĐại tá Nguyễn Hồng Quân"

    assert _named(text) == [("Nguyễn Hồng Quân", ["BÍ THƯ", "Đại tá"])]


def test_two_signers_have_each_their_own_role() -> None:
    text = (
        "Biên bản được thông qua.\n  THƯ KÝ                    CHÁNH VĂN PHÒNG\n\n"
        "Lý Thị Năm                  Trần Văn Nhã"
    )

    assert _named(text) == [("Lý Thị Năm", []), ("Trần Văn Nhã", ["CHÁNH VĂN PHÒNG"])]


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Hoàng Oanh", ["Hoàng Oanh"]),
        ("THU HÀ", ["THU HÀ"]),
        ("Hữu Lượng – Ngọc Anh", ["Hữu Lượng", "Ngọc Anh"]),
        ("Tin, ảnh: Minh Châu (CTV)", ["Minh Châu"]),
        ("Nông Thúy Liễu (Trung tâm Văn hóa huyện)", ["Nông Thúy Liễu"]),
        ("Quảng Ninh", []),
        ("Công an tỉnh", []),
    ],
)
def test_a_byline_names_persons_without_titles(byline: str, names: list[str]) -> None:
    text = f"Sáng 5/3, UBND xã tổ chức hội nghị.\nHội nghị thành công.\n{byline}"

    assert _named(text) == [(name, []) for name in names]


def test_a_name_that_a_line_end_breaks_is_one_line() -> None:
    text = "Tại hội nghị có đồng chí Nguyễn Văn Hán, Phó Chủ tịch Ủy ban nhân\ndân huyện dự."

    assert _named(text) == [("Nguyễn Văn Hán", ["Phó Chủ tịch Ủy ban nhân dân huyện"])]


WORDS = st.sampled_from(
    ["đồng chí", "Trần", "Văn", "An", "ông", ",", "(", ")", "Bí thư", "Huyện ủy", "CHỦ TỊCH", "\n", "-", "Đại tá",
     "UBND", "xã", "và", "kiêm", ":", "    ", "KT.", "Phó", "Thư ký", "Nguyễn", "chủ trì", ";"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=60))
def test_offsets_hold_for_any_text(text: str) -> None:
    for one in find_people(text):
        assert " ".join(text[one.start : one.end].split()) == one.name
