"""What stands before a command and is left out of it."""

from __future__ import annotations

import pytest

from giaoban.language.openings import skip_openers, time_end
from giaoban.language.words import words_of


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Đồng thời, rà soát kế hoạch", "rà soát kế hoạch"),
        ("Trước mắt là khắc phục hạn chế", "khắc phục hạn chế"),
        ("Thứ hai, Công an xã tuần tra", "Công an xã tuần tra"),
        ("Về công tác nội chính, Công an xã tuần tra", "Công an xã tuần tra"),
        ("Đối với các đơn thư tồn đọng, kéo dài, giao Thanh tra huyện giải quyết", "giao Thanh tra huyện giải quyết"),
        ("Về quốc phòng, an ninh: Ban CHQS xã huấn luyện", "Ban CHQS xã huấn luyện"),
        ("Theo dõi tình hình", "Theo dõi tình hình"),
        ("Rà soát kế hoạch", "Rà soát kế hoạch"),
    ],
)
def test_openers_are_stepped_over(text: str, rest: str) -> None:
    words = words_of(text)
    assert text[words.starts[skip_openers(words, 0, len(words))] :] == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Trước ngày 30/9/2024, rà soát dự án", "rà soát dự án"),
        ("Định kỳ hằng tuần Ban Quản lý dự án báo cáo", "Ban Quản lý dự án báo cáo"),
        ("hằng tháng báo cáo kết quả", "báo cáo kết quả"),
    ],
)
def test_a_phrase_of_time_ends_where_the_command_begins(text: str, rest: str) -> None:
    words = words_of(text)
    end = time_end(words, 0, len(words))
    assert end is not None
    assert text[words.starts[end] :] == rest


def test_no_phrase_of_time() -> None:
    words = words_of("Trong khối nội chính có nhiều đơn vị, cần phối hợp")
    assert time_end(words, 0, len(words)) is None
