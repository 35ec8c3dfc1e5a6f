"""Letterhead and title above the text, signature and recipients below it."""

from __future__ import annotations

from giaoban.language.letterhead import annex_start, body_start, closing_start, read_lines

PAPER = """UBND XÃ ĐỒNG TIẾN           CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                                 Độc lập - Tự do - Hạnh phúc
Số: 14/TB-UBND               Đồng Tiến, ngày 02 tháng 3 năm 2026

THÔNG BÁO
Kết luận của Chủ tịch UBND xã

Chủ tịch UBND xã kết luận:
1. Công an xã tăng cường tuần tra.

Nơi nhận:                         CHỦ TỊCH
- Lưu: VT.                      Trần Văn Ngữ
"""


def test_the_body_stands_between_title_and_recipients() -> None:
    lines = read_lines(PAPER)
    start = body_start(lines)
    stop = closing_start(lines, start)
    assert [line.text for line in lines[start:stop]] == [
        "Chủ tịch UBND xã kết luận:",
        "1. Công an xã tăng cường tuần tra.",
    ]


def test_a_news_text_has_neither() -> None:
    lines = read_lines("Xã Đồng Tiến giao ban tháng 2\n\nSáng 2/3, UBND xã tổ chức giao ban.")
    assert body_start(lines) == 0
    assert closing_start(lines, 0) == len(lines)


def test_lines_keep_their_places() -> None:
    assert all(PAPER[line.start : line.end] == line.text for line in read_lines(PAPER))


def test_an_annex_after_the_signature_is_read_again() -> None:
    lines = read_lines(PAPER + "\nPHỤ LỤC\n1. Công an xã tuần tra.")
    assert lines[annex_start(lines, closing_start(lines, body_start(lines)))].text == "PHỤ LỤC"
    assert annex_start(read_lines(PAPER), 0) == len(read_lines(PAPER))
