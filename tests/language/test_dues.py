"""Deadlines: dates, periods, recurrences, free terms."""

from __future__ import annotations

from datetime import date

import pytest

from giaoban.language.dues import deadline_alone, find_due


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("hoàn thành trước ngày 30/6", "trước ngày 30/6", "2024-06-30"),
        ("trình UBND chậm nhất ngày 15/12/2025", "chậm nhất ngày 15/12/2025", "2025-12-15"),
        ("rà soát từ ngày 01/3 đến ngày 15/4", "từ ngày 01/3 đến ngày 15/4", "2024-04-15"),
        ("di dời dân trước 17h00 ngày 14/10/2024", "trước 17h00 ngày 14/10/2024", "2024-10-14"),
        ("kiểm tra đến hết tháng 6", "đến hết tháng 6", "2024-06-30"),
        ("không để tồn đọng đến cuối năm", "đến cuối năm", "2024-12-31"),
        ("gửi thông báo kết luận trong ngày 19/3", "trong ngày 19/3", "2024-03-19"),
        ("hoàn thành trong quý II", "trong quý II", "2024-Q2"),
        ("mở cao điểm ngay trong tháng 11/2024", "ngay trong tháng 11/2024", "2024-11"),
        ("báo cáo định kỳ hằng tháng", "định kỳ hằng tháng", "monthly"),
        ("gửi báo cáo trước ngày 20 hằng tháng", "trước ngày 20 hằng tháng", "monthly"),
        ("hàng quý kiểm điểm tiến độ", "hàng quý", "quarterly"),
        ("duy trì trực 24/24 giờ", "24/24 giờ", "continuous"),
        ("trả lời trong vòng 05 ngày làm việc", "trong vòng 05 ngày làm việc", None),
        ("công bố trước kỳ giao ban quý III", "trước kỳ giao ban quý III", None),
        ("báo cáo tại hội nghị giao ban tháng 9", "tại hội nghị giao ban tháng 9", None),
        ("hết tuần này phải niêm yết xong", "hết tuần này", None),
        ("ngay tuần sau trình phương án", "ngay tuần sau", None),
        ("xong trước 25 tháng Chạp", "xong trước 25 tháng Chạp", None),
        ("lập kế hoạch chậm nhất 15 ngày kể từ ngày ký", "chậm nhất 15 ngày kể từ ngày ký", None),
        ("chốt số liệu ngày 05 tháng đầu quý", "ngày 05 tháng đầu quý", "quarterly"),
        ("kiểm tra mỗi 6 tháng", "mỗi 6 tháng", None),
    ],
)
def test_deadlines(text: str, words: str, value: str | None) -> None:
    due = find_due(text, 2024, date(2024, 3, 27))
    assert due is not None
    assert (due.text, due.date or due.period or due.recurring) == (words, value)


@pytest.mark.parametrize(
    "text",
    [
        "thực hiện Chỉ thị số 12-CT/TU, ngày 3/2/2024 của Tỉnh ủy",
        "bảo đảm an ninh dịp lễ 30/4",
        "giải quyết 7/7 đơn",
        "trong thời gian tới, tăng cường tuần tra",
    ],
)
def test_no_deadline(text: str) -> None:
    assert find_due(text, 2024) is None


def test_a_day_long_past_belongs_to_the_next_year() -> None:
    due = find_due("xong trước ngày 15/01", 2023, date(2023, 12, 20))
    assert due is not None
    assert due.date == "2024-01-15"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("chuẩn bị tài liệu trước ngày 18/12, để kịp họp ngày 20/12", "trước ngày 18/12", "2024-12-18"),
        ("vận động cử tri bầu cử ngày 15/3/2026", None, None),
        ("hàn khẩu đê trong đêm 14/12", "trong đêm 14/12", "2024-12-14"),
        ("báo cáo trước thứ Sáu ngày 26/9", "trước thứ Sáu ngày 26/9", "2024-09-26"),
        ("bổ sung chỉ tiêu hằng năm, trình trước ngày 30/9", "trước ngày 30/9", "2024-09-30"),
        ("lấy từ nguồn chi thường xuyên năm 2024", None, None),
    ],
)
def test_of_several_times_the_one_that_ends_the_work(text: str, words: str | None, value: str | None) -> None:
    due = find_due(text, 2024)
    assert (due and due.text, due and due.date) == (words, value)


def test_a_sentence_that_only_sets_a_deadline() -> None:
    alone = (
        "Việc này hoàn thành trước ngày 30/9",
        "Hạn hoàn thành: 30/4/2026",
        "Chậm nhất là ngày 25/9",
        "Xong trong tháng 4",
    )
    assert [deadline_alone(text) for text in alone] == [True] * len(alone)
    others = ("Hoàn thành đường thôn trước ngày 30/9", "Báo cáo trước ngày 30/9", "Việc này giao Công an xã")
    assert [deadline_alone(text) for text in others] == [False] * len(others)
