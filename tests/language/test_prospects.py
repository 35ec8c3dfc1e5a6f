"""Headings that name a time ahead: what stands below them in a report are tasks."""

from __future__ import annotations

import pytest

from giaoban.language import understand
from giaoban.language.prospects import looks_ahead

TITLE = "Kết quả công tác quý I năm 2026"


@pytest.mark.parametrize(
    "heading",
    [
        "Công tác quý II",
        "Việc quý tới",
        "Quý II/2026",
        "Dự kiến công tác quý II",
        "Hướng 6 tháng cuối năm",
        "Quý I/2027",
    ],
)
def test_another_time_than_the_reviewed_one_lies_ahead(heading: str) -> None:
    assert looks_ahead(heading, TITLE)


@pytest.mark.parametrize("heading", ["Công tác quý I", "Quý I/2026", "Công tác dân vận", "Mặt còn hạn chế"])
def test_the_reviewed_time_and_other_matters_do_not(heading: str) -> None:
    assert not looks_ahead(heading, TITLE)


def test_tasks_below_such_a_heading_are_directives_of_a_report() -> None:
    text = (
        "ĐỒN BIÊN PHÒNG RẠCH TÀU        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 77/BC-ĐBP\n\nBÁO CÁO\n"
        f"{TITLE}\n\n1. Công tác quý I\nTuần tra 14 đợt.\n\n2. Kết quả\nBắt 02 vụ.\n\n"
        "3. Công tác quý II\n- Tập trung ngăn chặn tàu cá vi phạm.\n- Mở lớp tiếng Khmer cho cán bộ.\n"
    )
    assert [one.text for one in understand(text).directives] == [
        "Tập trung ngăn chặn tàu cá vi phạm", "Mở lớp tiếng Khmer cho cán bộ",
    ]  # fmt: skip
