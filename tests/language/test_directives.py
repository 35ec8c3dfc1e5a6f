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
