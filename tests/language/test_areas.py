"""Areas of a directive, the main one first."""

from __future__ import annotations

import pytest

from giaoban.language.areas import find_areas, score_names, score_words
from giaoban.language.words import words_of


def areas(text: str, **views: dict[str, float]) -> list[str]:
    """Return the areas of a command, and of what stands around it."""
    words = words_of(text)
    return find_areas(words, 0, len(words), {"own": score_words(words, 0, len(words)), **views})


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Đẩy mạnh thực hiện Nghị quyết số 18 của Trung ương", "resolution"),
        ("Rà soát chương trình, kế hoạch công tác năm", "plan"),
        ("Nâng cao chất lượng các phiên tòa xét xử lưu động", "justice"),
        ("Mở đợt cao điểm trấn áp tội phạm ma túy", "security"),
        ("Xử lý nghiêm lái xe vi phạm nồng độ cồn", "traffic"),
        ("Tổ chức huấn luyện dân quân, sẵn sàng chiến đấu", "defence"),
        ("Tuần tra vùng biển, kiểm soát tàu cá", "sea"),
        ("Tiếp công dân, giải quyết đơn thư khiếu nại", "petition"),
        ("Phòng, chống tham nhũng, lãng phí, tiêu cực", "anticorruption"),
        ("Đẩy nhanh giải phóng mặt bằng các dự án", "project"),
        ("Theo dõi, đôn đốc việc thực hiện kết luận này", "reporting"),
        ("Kết nạp đảng viên mới, chuẩn bị đại hội chi bộ", "party"),
        ("Thu ngân sách, hỗ trợ doanh nghiệp", "economy"),
        ("Tiêm vắc xin cho học sinh", "society"),
        ("Cải cách thủ tục hành chính tại bộ phận một cửa", "agency"),
        ("Treo cờ trước cổng", "other"),
    ],
)
def test_main_area(text: str, area: str) -> None:
    assert areas(text)[0] == area


def test_never_more_than_three() -> None:
    text = "an ninh trật tự, an toàn giao thông, biên giới, khiếu nại, tham nhũng, ngân sách, y tế"
    assert 1 <= len(areas(text)) <= 3


def test_what_stands_around_a_directive_tips_the_scales() -> None:
    flood = {"sea": 6.0}
    assert areas("Chuẩn bị gạo, thuốc", title=flood, document=flood, heading=flood)[0] == "sea"
    assert areas("Chuẩn bị gạo, thuốc", lead=score_names(["Trạm Y tế"]))[0] == "society"
