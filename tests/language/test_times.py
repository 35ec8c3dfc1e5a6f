"""Times that lie behind the day of a document, and ahead of it."""

from __future__ import annotations

from datetime import date

import pytest

from giaoban.language.times import Times

DAY = date(2024, 7, 2)


@pytest.mark.parametrize(
    ("clause", "past"),
    [
        ("6 tháng đầu năm, các lực lượng bắt giữ 31 vụ", True),
        ("Trong quý I/2024, toàn xã làm mới 12 km đường", True),
        ("Từ đầu năm đến nay, kết nạp 14 đảng viên", True),
        ("Qua kiểm tra, một số đơn vị mua sắm khi chưa có dự toán", True),
        ("Tuần qua, các tổ tuần tra 14 lượt", True),
        ("6 tháng cuối năm, các lực lượng tập trung tuần tra", False),
        ("Quý III, Công an xã rà soát", False),
        ("Rà soát kết quả 6 tháng đầu năm", False),
        ("Công an xã tuần tra", False),
    ],
)
def test_what_opens_in_the_past(clause: str, past: bool) -> None:
    assert Times(DAY).opens_in_past(clause) is past


def test_the_period_that_is_reviewed_is_over_though_its_last_day_is_not() -> None:
    assert Times(date(2024, 9, 25), "2024-Q3").opens_in_past("Quý III, Công an xã bắt 3 vụ")
    assert not Times().opens_in_past("Quý III, Công an xã bắt 3 vụ")


def test_deadlines_ahead() -> None:
    assert Times(DAY).is_due_ahead("rà soát, báo cáo trước ngày 15/7")
    assert Times(DAY).is_due_ahead("hoàn thành trong quý III")
    assert not Times(DAY).is_due_ahead("hoàn thành trước ngày 01/6/2024")
    assert not Times(DAY).is_due_ahead("tuần tra hằng tuần")
    assert not Times().is_due_ahead("báo cáo trước ngày 15/7")
