"""What the words of a clause show."""

from __future__ import annotations

import pytest

from giaoban.language.evidence import Evidence, split_statements, weigh
from giaoban.language.words import words_of


def evidence(text: str, *, turned: bool = False) -> Evidence:
    words = words_of(text)
    return weigh(words, 0, len(words), turned)


@pytest.mark.parametrize(
    "text",
    [
        "tiến độ giải quyết đơn thư còn chậm",
        "Tội phạm trên không gian mạng tăng 22%",
        "tai nạn làm chết 3 người",
        "còn 12 vụ khiếu nại kéo dài",
        "nhiều cơ sở chưa được nghiệm thu",
        "nguồn tin báo từ nội bộ gần như không có",
        "tình trạng lấn chiếm hành lang đường bộ diễn ra phức tạp",
        "tái trồng cây thuốc phiện vẫn được phát hiện tại hai bản",
        "tỷ lệ án bị sửa cao hơn mức Ngành cho phép",
    ],
)
def test_shortcomings(text: str) -> None:
    assert evidence(text).limitation > 0


@pytest.mark.parametrize(
    "text",
    [
        "an ninh trật tự được giữ vững, phạm pháp hình sự giảm 7%",
        "nhiều vụ việc phức tạp, kéo dài được giải quyết dứt điểm",
        "Công an huyện triệt phá 3 tụ điểm phức tạp về ma túy",
        "Tòa án giải quyết 88/131 vụ, việc, không có án quá hạn",
        "tiếp nhận 97 tin (cũ 11, mới 86), đã giải quyết 89 tin",
        "lập biên bản 14 trường hợp vi phạm, phạt 186 triệu đồng",
    ],
)
def test_achievements(text: str) -> None:
    found = evidence(text)
    assert found.limitation == 0
    assert found.result > 1


def test_after_a_turn_what_follows_fell_short() -> None:
    assert evidence("Tuy nhiên, việc phối hợp có lúc thiếu nhịp nhàng").turned
    assert evidence("việc nắm tình hình ở vài nơi", turned=True).limitation > 0


def test_reasons_laws_wishes_and_notices() -> None:
    assert evidence("Nguyên nhân là do thiếu kinh phí").cause
    assert evidence("Luật Tố cáo quy định người tố cáo được bảo vệ").law
    assert evidence("Rất mong nhận được sự phối hợp").wish
    assert evidence("UBND xã thông báo để các thôn biết, thực hiện").notice
    assert evidence("Giao ban kết thúc 10h20").notice
    assert not evidence("Thanh tra tỉnh kết thúc 08 cuộc thanh tra").notice


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Theo báo cáo của Công an huyện, trong quý I, phạm pháp hình sự giảm", "phạm pháp hình sự giảm"),
        ("Bà Lê Thị Hạ, Phó Chánh Văn phòng báo cáo: đã giải quyết 19 vụ việc", "đã giải quyết 19 vụ việc"),
        ("Trong tổng số 112 kiến nghị, UBND phường đã trả lời 109 kiến nghị", "UBND phường đã trả lời 109 kiến nghị"),
        (
            "Qua kiểm tra 34 kết luận, Thanh tra tỉnh nhận thấy đa số đã nghiêm túc thực hiện",
            "đa số đã nghiêm túc thực hiện",
        ),
    ],
)
def test_an_introduction_is_left_out(text: str, rest: str) -> None:
    assert text[evidence(text).start :] == rest


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("việc nắm tình hình còn chậm, chất lượng phản biện chưa sâu", 2),
        ("công tác phối hợp chưa chặt chẽ, hiệu quả", 1),
        ("hồ sơ còn sơ sài, phải điều chỉnh nhiều lần", 1),
    ],
)
def test_two_shortcomings_in_one_clause_are_parted(text: str, parts: int) -> None:
    words = words_of(text)
    assert len(split_statements(words, 0, len(words))) == parts
