"""Tables of tasks: each row is a directive, with who and when from its columns."""

from __future__ import annotations

from giaoban.language import understand
from giaoban.language.tables import find_rows

TABLE = (
    "UBND XÃ BÌNH MINH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nCông tác quý IV\n\n"
    "Bình Minh, ngày 02 tháng 9 năm 2025\n\nI. NHIỆM VỤ\n\n"
    "TT\tNhiệm vụ\tCơ quan chủ trì\tPhối hợp\tThời hạn\n"
    "1\tLập danh sách hộ nghèo\tPhòng Kinh tế\tCông an xã; Trạm Y tế\tTháng 11/2025\n"
    "2\tTổng vệ sinh đường làng\tĐoàn Thanh niên xã\t\tTrước 20/12/2025\n"
)


def test_a_row_gives_task_lead_support_and_due() -> None:
    first, second = understand(TABLE).directives
    assert (first.text, first.lead, first.support) == (
        "Lập danh sách hộ nghèo", ["Phòng Kinh tế"], ["Công an xã", "Trạm Y tế"],
    )  # fmt: skip
    assert first.due is not None
    assert (first.due.text, first.due.period) == ("Tháng 11/2025", "2025-11")
    assert (second.text, second.lead, second.support) == ("Tổng vệ sinh đường làng", ["Đoàn Thanh niên xã"], [])
    assert second.due is not None
    assert second.due.date == "2025-12-20"


def test_columns_without_a_task_are_no_table_of_tasks() -> None:
    text = "TT\tHọ tên\tĐơn vị\n1\tNguyễn Văn A\tCông an xã"
    assert find_rows([(0, 17), (18, len(text))], text) == {}


def test_a_line_of_its_own_parts_a_table_and_a_bare_date_is_a_deadline() -> None:
    text = (
        TABLE.replace("1\tLập", "I. XÃ HỘI\n1\tLập")
        .replace("Trước 20/12/2025", "20/12/2025")
        .replace("I. NHIỆM VỤ", "UBND xã ban hành Kế hoạch với các việc sau:")
    )
    first, second = understand(text).directives
    assert (first.text, second.due and second.due.date) == ("Lập danh sách hộ nghèo", "2025-12-20")


def test_a_column_of_deadlines_may_be_headed_by_its_end() -> None:
    text = TABLE.replace("Thời hạn", "Hoàn thành").replace("Tháng 11/2025", "15/6 và 15/12/2025")
    first, second = understand(text).directives
    assert [one.due and one.due.date for one in (first, second)] == ["2025-12-15", "2025-12-20"]
