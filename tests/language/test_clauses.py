"""Clauses end at sentence ends and semicolons, not inside quotations, brackets or short forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.language.clauses import find_clauses


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Rà soát kế hoạch; báo cáo kết quả.", ["Rà soát kế hoạch", "báo cáo kết quả"]),
        ("Công an xã tuần tra. Các thôn họp dân.", ["Công an xã tuần tra", "Các thôn họp dân"]),
        ("UBND TP. Vinh thu 1.250 triệu đồng.", ["UBND TP. Vinh thu 1.250 triệu đồng"]),
        ("Đ/c N. An trình trước 30.6.2024.", ["Đ/c N. An trình trước 30.6.2024"]),
        ("Nhân rộng mô hình “Sạch nhà; đẹp ngõ” tại xã.", ["Nhân rộng mô hình “Sạch nhà; đẹp ngõ” tại xã"]),
        ("Lắp camera (tại chợ; trường học) trước Tết.", ["Lắp camera (tại chợ; trường học) trước Tết"]),
        ("Thực hiện nghiêm Chỉ thị này./.", ["Thực hiện nghiêm Chỉ thị này"]),
    ],
)
def test_clauses_of_a_paragraph(text: str, clauses: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_clauses(text, 0, len(text))] == clauses


def test_a_clause_knows_whether_it_opens_a_sentence() -> None:
    text = "Rà soát; báo cáo. Kiểm tra."
    assert [one.opens for one in find_clauses(text, 0, len(text))] == [True, False, True]


@given(st.text(alphabet="aà Bộ.;:“”()\n123/", max_size=200))
def test_clauses_stand_in_order_inside_the_text(text: str) -> None:
    clauses = find_clauses(text, 0, len(text))
    edges = [edge for one in clauses for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert all(text[one.start : one.end].strip() for one in clauses)
