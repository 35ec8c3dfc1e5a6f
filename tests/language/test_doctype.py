"""The type of a document by its heading, its number, its address."""

from __future__ import annotations

import pytest

from giaoban.language.doctype import classify

STATE = "UBND TỈNH A               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/{}      Độc lập - Tự do - Hạnh phúc\n\n"
PARTY = "HUYỆN ỦY A                ĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố 12-{}\n\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (STATE.format("TB-UBND") + "THÔNG BÁO\nKết luận của Chủ tịch UBND tỉnh tại cuộc họp", "conclusion"),
        (STATE.format("TB-UBND") + "THÔNG BÁO\nVề việc treo cờ Tổ quốc", "other"),
        (PARTY.format("KL/HU") + "KẾT LUẬN\nCỦA BAN THƯỜNG VỤ HUYỆN ỦY", "conclusion"),
        (PARTY.format("NQ/HU") + "NGHỊ QUYẾT\nvề công tác nội chính", "directive"),
        (PARTY.format("CT/HU") + "CHỈ THỊ\nCỦA BAN THƯỜNG VỤ", "directive"),
        (STATE.format("KH-UBND") + "KẾ HOẠCH\nTuyển quân năm 2025", "directive"),
        (STATE.format("QĐ-UBND") + "QUYẾT ĐỊNH\nVề việc thành lập Ban Chỉ đạo", "directive"),
        (STATE.format("CĐ-UBND") + "CÔNG ĐIỆN\nVề ứng phó bão", "dispatch"),
        (STATE.format("UBND-NC") + "V/v đẩy mạnh phổ biến pháp luật\n\nKính gửi: Sở Tư pháp", "dispatch"),
        (STATE.format("TTr-NV5") + "V/v xử lý sau thanh tra\n\nKính gửi: UBND các xã", "dispatch"),
        (STATE.format("TC-KH") + "Về việc quyết toán\n\nKính gửi: Các phòng, ban", "dispatch"),
        ("PHỤ LỤC II\nPHÂN CÔNG NHIỆM VỤ\n(Ban hành kèm theo Kế hoạch số 8/KH-UBND ngày 01/3/2024)\n", "directive"),
        ("DANH MỤC CÔNG VIỆC\n(Kèm theo Quyết định số 12/QĐ-UBND của UBND huyện)\n", "directive"),
        (STATE.format("BC-UBND") + "BÁO CÁO\nTình hình kinh tế - xã hội", "report"),
        (STATE.format("BC-UBND") + "BÁO CÁO KẾT QUẢ CÔNG TÁC QUÝ I\n", "report"),
        ("ĐẢNG ỦY XÃ A\n\nBIÊN BẢN\nHội nghị giao ban tháng 3", "minutes"),
        (STATE.format("GM-VP") + "GIẤY MỜI\nHọp giao ban", "other"),
        (STATE.format("TTr-UBND") + "TỜ TRÌNH\nVề việc phê duyệt", "other"),
        ("Sáng 5/3, UBND xã A tổ chức hội nghị giao ban quý I, triển khai nhiệm vụ quý II năm 2024.", "news"),
        ("BÁO CÁO VIÊN GIỎI\nSáng 5/3, UBND xã A tổ chức hội thi báo cáo viên giỏi toàn xã năm 2024.", "news"),
        ("", "other"),
    ],
)
def test_a_document_is_of_its_type(text: str, kind: str) -> None:
    assert classify(text) == kind
