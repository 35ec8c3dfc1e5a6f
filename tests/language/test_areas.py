"""Areas of a directive, the main one first."""

from __future__ import annotations

import pytest

from giaoban.language.areas import find_areas, subject_of
from giaoban.language.words import words_of


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
    words = words_of(text)
    assert find_areas(words, 0, 0, len(words), [], None)[0] == area


def test_never_more_than_three() -> None:
    words = words_of("an ninh trật tự, an toàn giao thông, biên giới, khiếu nại, tham nhũng, ngân sách, y tế")
    assert len(find_areas(words, 0, 0, len(words), [], None)) == 3


def test_the_subject_of_the_document_tips_the_scales() -> None:
    words = words_of("Chuẩn bị chu đáo mọi mặt")
    assert find_areas(words, 0, 0, len(words), [], "sea") == ["sea"]
    assert subject_of("Hội nghị về chống khai thác IUU, quản lý tàu cá trên biển") == "sea"
    assert subject_of("Giao ban tháng 3") is None
