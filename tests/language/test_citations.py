"""Cited documents, in sentences of our own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.language.citations import find_citations

Cited = tuple[str, str | None, str | None, str | None]


def _cited(text: str) -> list[Cited]:
    return [(one.kind, one.number, one.date, one.issuer) for one in find_citations(text)]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (
            "thực hiện Nghị quyết số 06, ngày 21/12/2021 của Ban Chấp hành Đảng bộ tỉnh;",
            [("nghị quyết", "06", "2021-12-21", "Ban Chấp hành Đảng bộ tỉnh")],
        ),
        (
            "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
            [("nghị định", "30/2020/NĐ-CP", "2020-03-05", "Chính phủ")],
        ),
        (
            "ban hành thông tư hướng dẫn Luật Thi hành án dân sự số 106/2025/QH15 ngày 05/12/2025",
            [("luật", "106/2025/QH15", "2025-12-05", None)],
        ),
        ("Chỉ thị 21-CT/TW", [("chỉ thị", "21-CT/TW", None, None)]),
        ("theo Nghị quyết 18 của Trung ương", [("nghị quyết", "18", None, "Trung ương")]),
        (
            "Nghị quyết số 06 và 07 của Tỉnh ủy",
            [("nghị quyết", "06", None, "Tỉnh ủy"), ("nghị quyết", "07", None, "Tỉnh ủy")],
        ),
        (
            "các Nghị quyết số 18-NQ/TW, 19-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương (khóa XII)",
            [
                ("nghị quyết", "18-NQ/TW", "2017-10-25", "Ban Chấp hành Trung ương"),
                ("nghị quyết", "19-NQ/TW", "2017-10-25", "Ban Chấp hành Trung ương"),
            ],
        ),
        (
            "Chỉ thị số 13/CT-TTg ngày 1/2/2024 và Công điện số 09/CĐ-TTg ngày 3/3/2024 của Thủ tướng Chính phủ",
            [
                ("chỉ thị", "13/CT-TTg", "2024-02-01", "Thủ tướng Chính phủ"),
                ("công điện", "09/CĐ-TTg", "2024-03-03", "Thủ tướng Chính phủ"),
            ],
        ),
        (
            "Nghị quyết số 57-NQ/TW của Bộ Chính trị, Công văn số 12/UBND-NC ngày 3/4/2025",
            [
                ("nghị quyết", "57-NQ/TW", None, "Bộ Chính trị"),
                ("công văn", "12/UBND-NC", "2025-04-03", None),
            ],
        ),
        (
            "Tham mưu Ban Thường vụ Tỉnh ủy ban hành Chỉ thị số 32-CT/TU, ngày 18/01/2024 về thi hành án",
            [("chỉ thị", "32-CT/TU", "2024-01-18", "Ban Thường vụ Tỉnh ủy")],
        ),
        (
            "Kế hoạch của UBND tỉnh số 12/KH-UBND ngày 3/2/2024",
            [("kế hoạch", "12/KH-UBND", "2024-02-03", "UBND tỉnh")],
        ),
        ("Công điện số 12/CĐ-TTg ngày 05/3", [("công điện", "12/CĐ-TTg", None, None)]),
        (
            "Ngày 12/3/2024, UBND tỉnh họp. Thực hiện Công điện số 12/CĐ-TTg ngày 05/3 của Thủ tướng Chính phủ",
            [("công điện", "12/CĐ-TTg", "2024-03-05", "Thủ tướng Chính phủ")],
        ),
        ("Thông tư số 01/2024/TT-BCA ngày 05/3", [("thông tư", "01/2024/TT-BCA", "2024-03-05", None)]),
        (
            "Thông tư liên tịch số 01/2024/TTLT-BCA-VKSNDTC",
            [("thông tư liên tịch", "01/2024/TTLT-BCA-VKSNDTC", None, None)],
        ),
        (
            "các Nghị định: 168/2024/NĐ-CP, 336/2025/NĐ-CP của Chính phủ",
            [("nghị định", "168/2024/NĐ-CP", None, "Chính phủ"), ("nghị định", "336/2025/NĐ-CP", None, "Chính phủ")],
        ),
        ("Luật Tố cáo năm 2018", [("luật", None, None, None)]),
        ("Luật Đất đai 2024", [("luật", None, None, None)]),
        ("Hiến pháp năm 2013", [("hiến pháp", None, None, None)]),
        ("Bộ luật Hình sự năm 2015 (sửa đổi, bổ sung năm 2017)", [("bộ luật", None, None, None)]),
        ("Luật số 27/2001/QH10", [("luật", "27/2001/QH10", None, None)]),
        (
            "Luật Trật tự, an toàn giao thông đường bộ số 36/2024/QH15",
            [("luật", "36/2024/QH15", None, None)],
        ),
        (
            "Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân ngày 20 tháng 11 năm 2015",
            [("luật", None, "2015-11-20", None)],
        ),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương"
            " ngày 22 tháng 11 năm 2019",
            [("luật", None, "2019-11-22", None)],
        ),
        ("Pháp lệnh Ưu đãi người có công với cách mạng năm 2020", [("pháp lệnh", None, None, None)]),
        (
            "Căn cứ Quyết định số 15/QĐ-UBND ngày 01 tháng 6 năm 2009 của Ủy ban nhân\ndân tỉnh về phân cấp",
            [("quyết định", "15/QĐ-UBND", "2009-06-01", "Ủy ban nhân dân tỉnh")],
        ),
    ],
)
def test_a_citation_is_read_with_date_and_issuer(text: str, cited: list[Cited]) -> None:
    assert _cited(text) == cited


@pytest.mark.parametrize(
    "text",
    [
        "kết luận 03 vụ việc",
        "Thông báo 3 nội dung",
        "Kết luận hội nghị, đồng chí Bí thư",
        "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX",
        "Nghị quyết Trung ương 4 khóa XII",
        "Luật Khiếu nại, Luật Tố cáo quy định",
        "Luật Phòng cháy và chữa cháy, báo cáo Thủ tướng Chính phủ trong Quý I năm 2023",
        "tuyên truyền Luật Nghĩa vụ quân sự và công tác tuyển quân năm 2025",
        "giải quyết 12/15 đơn",
        "Kết luận: 1. Giao Công an xã",
        "Chỉ thị này có hiệu lực kể từ ngày ký",
    ],
)
def test_what_only_looks_like_a_citation_is_none(text: str) -> None:
    assert _cited(text) == []


def test_the_documents_own_number_is_none() -> None:
    text = "TỈNH ỦY A\nSố 45-TB/TU\n\nTHÔNG BÁO\nSố 45-TB/TU\nTrên đây là Thông báo số 45-TB/TU."

    assert _cited(text) == []


def test_an_older_paper_of_the_same_number_is_one() -> None:
    text = "UBND TỈNH A\nSố: 05/CT-UBND\n\nCHỈ THỊ\nthay thế Chỉ thị số 05/CT-UBND ngày 09/3/2016 của UBND tỉnh./."

    assert _cited(text) == [("chỉ thị", "05/CT-UBND", "2016-03-09", "UBND tỉnh")]


WORDS = st.sampled_from(
    ["Nghị quyết", "số", "06", "18-NQ/TW", ",", "ngày", "21/12/2021", "của", "Bộ Chính trị", "và", "Luật", "Đất đai",
     "năm", "2024", "Kế hoạch", "12/KH-UBND", "\n", "Số:", "ban hành", "sửa đổi", "(", ")", "Hiến pháp"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=60))
def test_offsets_hold_for_any_text(text: str) -> None:
    for one in find_citations(text):
        assert 0 <= one.start < one.end <= len(text)
        assert one.number is None or one.number in text[one.start : one.end]
