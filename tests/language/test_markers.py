"""Numbers and signs at the head of a line."""

from __future__ import annotations

import pytest

from giaoban.language.markers import find_marker


@pytest.mark.parametrize(
    ("line", "style", "value"),
    [
        ("I- KẾT QUẢ", "roman", 1),
        ("IV. KIẾN NGHỊ", "roman", 4),
        ("1. Công an xã", "decimal-1", 1),
        ("2.10. Giao Văn phòng", "decimal-2", 10),
        ("3/ Về kinh tế", "decimal-1", 3),
        ("a) Tham mưu", "letter", 0),
        ("đ. Rà soát", "letter", 0),
        ("- Phối hợp", "bullet-", 0),
        ("+ Kiểm tra", "bullet+", 0),
        ("(3) Sở Y tế", "bracket-number", 3),
        ("Thứ hai, các xã", "word", 0),
        ("Một là, rà soát", "word", 0),
        ("Điều 2. Tổ chức", "article", 2),
        ("Phần thứ nhất", "part-phần", 0),
        ("(iii) Phối hợp", "little", 3),
        ("Việc thứ hai, UBND huyện", "word", 0),
        ("Ba. Các phòng thuộc Sở:", "word", 0),
        ("Một, Công an phường chốt trực", "word", 0),
        ("Năm, Ủy ban nhân dân xã", "word", 0),
        ("B. CHỈ TIÊU CHỦ YẾU", "upper", 0),
    ],
)
def test_markers_are_told_by_style_and_number(line: str, style: str, value: int) -> None:
    marker = find_marker(line)
    assert marker is not None
    assert (marker.style, marker.value) == (style, value)


@pytest.mark.parametrize(
    "line", ["Công an xã", "10 hộ dân", "30/6 là hạn cuối", "Một số địa phương", "Ba, bốn hộ", "Iá trị"]
)
def test_plain_lines_have_no_marker(line: str) -> None:
    assert find_marker(line) is None
