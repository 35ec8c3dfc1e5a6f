"""What each clause of a short document does."""

from __future__ import annotations

from giaoban.language.stance import judge


def stances(text: str, doc_type: str = "news") -> list[tuple[str, str]]:
    """Return of each clause its stance and its words."""
    _, judged = judge(text, doc_type, None)
    return [(one.stance, text[one.start : one.end]) for one in judged]


def test_a_conclusion_in_the_news() -> None:
    text = (
        "Tại hội nghị, các đại biểu đề xuất xã hỗ trợ kinh phí.\n"
        "Kết luận hội nghị, đồng chí Bí thư Đảng ủy yêu cầu Công an xã tuần tra ban đêm; các thôn họp dân. "
        "Qua đó phấn đấu hoàn thành tốt nhiệm vụ.\n"
        "Nhân dịp này, 3 tập thể được khen thưởng."
    )
    assert [words for stance, words in stances(text) if stance == "directive"] == [
        "Công an xã tuần tra ban đêm",
        "các thôn họp dân",
    ]


def test_sections_of_a_report() -> None:
    text = (
        "I. KẾT QUẢ\nTòa án xét xử 40 vụ; án tồn còn nhiều.\n"
        "II. NHIỆM VỤ\n1. Công an huyện mở cao điểm.\n"
        "III. KIẾN NGHỊ\nĐề nghị tỉnh bổ sung biên chế."
    )
    found = [stance for stance, _ in stances(text, "report")]
    assert found == ["none", "result", "limitation", "intro", "directive", "none", "none"]


def test_what_is_said_in_a_discussion_is_no_command() -> None:
    text = (
        "II. Ý KIẾN THẢO LUẬN\n- Ông Nam: đề nghị Công an xã tuần tra.\n"
        "III. KẾT LUẬN\nChủ trì yêu cầu Công an xã tuần tra."
    )
    assert [words for stance, words in stances(text, "minutes") if stance == "directive"] == ["Công an xã tuần tra"]


def test_what_an_earlier_paper_ordered_is_no_command() -> None:
    text = (
        "UBND XÃ HÒA AN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 3/TB-UBND\n\nTHÔNG BÁO\nKết luận giao ban\n\n"
        "Tại Thông báo số 1/TB-UBND, Chủ tịch UBND xã yêu cầu Công an xã tuần tra; các thôn họp dân. "
        "Chủ tịch UBND xã yêu cầu Trạm Y tế tiêm vắc xin."
    )
    assert [words for stance, words in stances(text, "conclusion") if stance == "directive"] == [
        "Trạm Y tế tiêm vắc xin"
    ]


def test_what_is_pledged_is_no_command() -> None:
    text = "Các hộ ký cam kết:\n- Không tàng trữ pháo nổ;\n- Chấp hành pháp luật."
    assert all(stance != "directive" for stance, _ in stances(text))


def test_every_clause_has_a_rule() -> None:
    _, judged = judge("Sáng 2/4, xã giao ban. Chủ tịch UBND xã yêu cầu các thôn rà soát.", "news", None)
    assert all(one.rule for one in judged)
