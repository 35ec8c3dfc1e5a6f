"""Directives as a whole: lead, support, deadline and area, with what is inherited."""

from __future__ import annotations

from giaoban.language import understand


def leads(text: str) -> list[tuple[str, list[str]]]:
    """Return of each directive its first two words and who leads."""
    return [(" ".join(one.text.split()[:2]), one.lead) for one in understand(text).directives]


def test_a_clause_without_a_lead_takes_that_of_the_clause_before() -> None:
    text = "Kết luận hội nghị, Bí thư Đảng ủy yêu cầu Công an xã tuần tra ban đêm; rà soát tạm trú. Các thôn họp dân."
    assert leads(text) == [("Công an", ["Công an xã"]), ("rà soát", ["Công an xã"]), ("Các thôn", ["Các thôn"])]


def test_an_item_without_a_lead_takes_that_of_the_heading() -> None:
    text = (
        "Kết luận hội nghị, Chủ tịch UBND xã yêu cầu các thôn thực hiện:\n- Rà soát hộ nghèo;\n"
        "- Công an xã tuần tra;\n- Báo cáo kết quả."
    )
    assert leads(text) == [("Rà soát", ["các thôn"]), ("Công an", ["Công an xã"]), ("Báo cáo", ["các thôn"])]


def test_lines_below_a_task_give_lead_support_and_deadline() -> None:
    text = (
        "UBND XÃ HÒA AN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 3/KH-UBND\n\nKẾ HOẠCH\nTuyên truyền năm 2026\n\n"
        "II. NỘI DUNG\n1. Tuyên truyền phòng cháy\n- Đơn vị chủ trì: Công an xã; phối hợp: các thôn.\n"
        "- Thời gian: trước ngày 15/01/2026.\n"
    )
    (one,) = understand(text).directives
    assert (one.text, one.lead, one.support) == ("Tuyên truyền phòng cháy", ["Công an xã"], ["các thôn"])
    assert one.due is not None
    assert one.due.date == "2026-01-15"


def test_those_who_lead_are_not_said_to_support() -> None:
    text = "Bí thư Huyện ủy yêu cầu Công an huyện chủ trì, phối hợp với Công an huyện, Tòa án huyện rà soát án."
    (one,) = understand(text).directives
    assert one.support == ["Tòa án huyện"]


def test_one_line_below_a_numbered_task_gives_lead_and_support_whatever_their_names() -> None:
    text = (
        "PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n(Kèm theo Kế hoạch số 8/KH-UBND ngày 01/12/2023 của UBND quận)\n\nA. AN NINH\n\n"
        "1. Tổng kiểm tra phòng cháy tại chợ\n   Chủ trì: Công an quận. Phối hợp: Phòng Kinh tế; Ban Quản lý các chợ.\n"
        "   Thời gian: tháng 01/2024.\n\n2. Phân luồng giao thông\n   Chủ trì: Phòng Quản lý đô thị.\n"
    )
    first, second = understand(text).directives
    assert (first.text, first.lead) == ("Tổng kiểm tra phòng cháy tại chợ", ["Công an quận"])
    assert first.support == ["Phòng Kinh tế", "Ban Quản lý các chợ"]
    assert first.due is not None
    assert first.due.period == "2024-01"
    assert (second.text, second.lead) == ("Phân luồng giao thông", ["Phòng Quản lý đô thị"])


def test_a_heading_says_whose_the_tasks_below_are() -> None:
    for heading in ("Nhiệm vụ của Công an xã:", "Trách nhiệm của Công an xã:", "Phần việc của Công an xã:"):
        text = f"Kết luận hội nghị, Chủ tịch UBND xã yêu cầu:\n1. {heading}\n- Rà soát tạm trú;\n- Báo cáo kết quả."
        assert leads(text) == [("Rà soát", ["Công an xã"]), ("Báo cáo", ["Công an xã"])]


def test_who_supports_may_stand_in_brackets_behind_who_leads() -> None:
    text = "Chủ tịch UBND xã yêu cầu Công an xã (phối hợp: Ban CHQS xã, Trạm Y tế) chốt trực tại cầu Kiến An."
    (one,) = understand(text).directives
    assert (one.lead, one.support) == (["Công an xã"], ["Ban CHQS xã", "Trạm Y tế"])


def test_a_time_between_subject_and_verb_is_no_part_of_the_name() -> None:
    for time in ("trong tháng 7", "trong tuần này", "trước ngày 30/9/2025"):
        text = f"Bí thư Huyện ủy nhấn mạnh các xã {time} phải phân công người tiếp dân."
        assert [one.lead for one in understand(text).directives] == [["các xã"]]
