"""The conference that a document reports, in openings of our own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.language.conference import find_conference
from giaoban.language.doctype import classify
from giaoban.language.extraction import Conference
from giaoban.language.people import find_people


def _held(text: str) -> Conference:
    found = find_conference(text, classify(text), find_people(text))
    assert found is not None
    return found


NOTICE = """ỦY BAN NHÂN DÂN                   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH AN LẠC
Số: 120/TB-UBND

THÔNG BÁO
Kết luận của Phó Chủ tịch UBND tỉnh Lê Hồng Hải
tại cuộc họp về giải phóng mặt bằng

Ngày 11/3/2025, sau khi nghe Sở Xây dựng báo cáo và ý kiến các địa phương, Phó Chủ tịch UBND tỉnh kết luận:
1. Giao Sở Xây dựng rà soát.
"""

OPENINGS = [
    (
        "Sáng ngày 27/3, Ban Thường vụ Thị ủy A tổ chức hội nghị giao ban quý 1, triển khai nhiệm vụ quý 2 năm 2024."
        " Đồng chí Trần Thị Bé – Bí thư Thị ủy chủ trì.",
        ("2024-03-27", "Ban Thường vụ Thị ủy A", "2024-Q1", "2024-Q2", "Trần Thị Bé"),
    ),
    (
        "Chiều 5/1, Công an tỉnh tổng kết công tác năm 2023, triển khai nhiệm vụ năm 2024 dưới sự chủ trì của"
        " Đại tá Lê Văn Nam.",
        ("2024-01-05", "Công an tỉnh", "2023", "2024", "Lê Văn Nam"),
    ),
    (
        "Ngày 8/7, UBND huyện A sơ kết 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2021.",
        ("2021-07-08", "UBND huyện A", "2021-H1", "2021-H2", None),
    ),
    (
        "Ngày 3/10, Ban An toàn giao thông tỉnh tổ chức hội nghị đánh giá 9 tháng, nhiệm vụ 3 tháng cuối năm 2022.",
        ("2022-10-03", "Ban An toàn giao thông tỉnh", "2022-9M", "2022-Q4", None),
    ),
    (
        "Sáng 6/1, HĐND, UBND xã tổ chức hội nghị giao ban quý IV, triển khai nhiệm vụ quý I năm 2026.",
        ("2026-01-06", "HĐND, UBND xã", "2025-Q4", "2026-Q1", None),
    ),
    (
        "Hội nghị giao ban báo chí tháng 3/2025 do Ban Tuyên giáo Tỉnh ủy phối hợp với Sở Văn hóa tổ chức sáng 28/3.",
        ("2025-03-28", "Ban Tuyên giáo Tỉnh ủy", "2025-03", None, None),
    ),
    (
        "Vừa qua, Đảng ủy phường A (thành phố B) đã tổ chức hội nghị giao ban tháng 9, nhiệm vụ tháng 10 năm 2025.",
        (None, "Đảng ủy phường A", "2025-09", "2025-10", None),
    ),
    (
        "Chiều 12/8, Bí thư Thành ủy Lê Văn Phong đã có buổi làm việc với Đảng ủy phường B về vận hành bộ máy."
        " Đến ngày 10/8/2025, phường đã tiếp nhận 200 hồ sơ.",
        ("2025-08-12", "Thành ủy", None, None, "Lê Văn Phong"),
    ),
    (
        "Sáng 4/3/2025, ông A Phương - Chủ tịch HĐND huyện và bà Y Thanh - Phó Chủ tịch HĐND huyện chủ trì phiên họp"
        " thứ 5 của Ban Chỉ đạo 35 huyện.",
        ("2025-03-04", "Ban Chỉ đạo 35 huyện", None, None, "A Phương"),
    ),
    (
        "Chiều 15/12, phường Tân Lập tổ chức hội nghị tổng kết công tác quốc phòng năm 2025.",
        ("2025-12-15", "phường Tân Lập", "2025", None, None),
    ),
    (
        "Sáng ngày 7/6/2021, Thường trực HĐND huyện tổ chức Hội nghị liên tịch thống nhất\nnội dung, chương trình "
        "kỳ họp. Đồng chí Nguyễn Văn\nHán, Phó Chủ tịch HĐND huyện chủ trì.",
        ("2021-06-07", "Thường trực HĐND huyện", None, None, None),
    ),
    (NOTICE, ("2025-03-11", "UBND tỉnh", None, None, "Lê Hồng Hải")),
    (
        "ĐẢNG ỦY XÃ TÂN LẬP\nBIÊN BẢN\nHọp giao ban tháng 5/2025\n\nThời gian: 7 giờ 30, ngày 30/5/2025.\n"
        "1. Đ/c Phan Văn Đức - Bí thư Đảng ủy - Chủ trì;",
        ("2025-05-30", "ĐẢNG ỦY XÃ TÂN LẬP", "2025-05", None, "Phan Văn Đức"),
    ),
]


@pytest.mark.parametrize(("text", "fields"), OPENINGS)
def test_an_opening_tells_when_who_and_which_periods(text: str, fields: tuple[str | None, ...]) -> None:
    held = _held(text)

    chair = held.chair.name if held.chair else None
    assert (held.date, held.host, held.reviewed, held.ahead, chair) == fields


@pytest.mark.parametrize(
    "text",
    [
        "Sáng 17/3/2025, Đoàn Thanh niên Công an tỉnh tổ chức buổi tuyên truyền pháp luật cho 900 học sinh.",
        "Ngày 28/7/2020, Đoàn kiểm tra số 6 của Tỉnh ủy đến kiểm tra công tác chuẩn bị đại hội.",
        "UBND TỈNH A\nSố: 13/GM-VP\n\nGIẤY MỜI\nUBND tỉnh tổ chức cuộc họp giao ban quý I/2022.",
        "",
    ],
)
def test_a_text_without_a_conference_has_none(text: str) -> None:
    assert find_conference(text, classify(text), find_people(text)) is None


def test_the_title_ends_with_the_name_of_the_conference() -> None:
    text = "Ngày 2/4/2024, UBND xã tổ chức hội nghị giao ban quý I do đồng chí Lê Văn Nam chủ trì."

    assert _held(text).title == "hội nghị giao ban quý I"


def test_a_year_that_nothing_settles_stays_open() -> None:
    held = _held("Sáng 2/4, UBND xã tổ chức hội nghị giao ban quý I, triển khai nhiệm vụ quý II.")

    assert (held.date, held.reviewed, held.ahead) == (None, None, None)


WORDS = st.sampled_from(
    ["Sáng", "27/3", ",", "UBND xã", "tổ chức", "hội nghị", "giao ban", "quý I", "nhiệm vụ", "năm 2024", ".", "\n",
     "đồng chí", "Trần Văn An", "chủ trì", "do", "của", "kết luận", "THÔNG BÁO", "KẾT LUẬN", "29/2", "9 tháng"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    held = find_conference(text, classify(text), find_people(text))

    assert held is None or held.title
