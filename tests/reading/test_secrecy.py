"""Documents stamped as state secrets are refused; words that only look like a stamp are not."""

from __future__ import annotations

import logging
import unicodedata

import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from giaoban.facts import load
from giaoban.reading import ReadingRefusal, read_bytes, read_text
from giaoban.reading.secrecy import Stamp, stamp_in

from .making import word

FAR_DOWN = "Một dòng của văn bản.\n" * 30


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("MẬT", "Mật"),
        ("TỐI MẬT", "Tối mật"),
        ("TUYỆT MẬT", "Tuyệt mật"),
        ("Mật", "Mật"),
        ("Tối mật", "Tối mật"),
        ("  *** MẬT ***  ", "Mật"),
        ("[TỐI MẬT]", "Tối mật"),
        ("-= Tuyệt Mật =-", "Tuyệt mật"),
        ("“MẬT”.", "Mật"),
        ("M Ậ T", "Mật"),
        ("T Ố I   M Ậ T", "Tối mật"),
        ("T U Y Ệ T     M Ậ T", "Tuyệt mật"),
        ("TỐI    MẬT", "Tối mật"),
        ("M.Ậ.T", "Mật"),
        ("M\u200bẬT", "Mật"),
        ("MẬT (Bản số: 02)", "Mật"),
        ("MẬT - HỎA TỐC", "Mật"),
        ("KHẨN - TỐI MẬT", "Tối mật"),
        ("TÀI LIỆU TUYỆT MẬT", "Tuyệt mật"),
        ("Độ mật: Mật", "Mật"),
        ("Độ mật: TỐI MẬT", "Tối mật"),
        ("Mức độ mật - Tuyệt mật", "Tuyệt mật"),
        ("(Độ mật: Mật)", "Mật"),
        ("MẬT                      ĐẢNG CỘNG SẢN VIỆT NAM", "Mật"),
        ("TỈNH ỦY A\tTỐI MẬT", "Tối mật"),
        ("TUYỆT\nMẬT", "Mật"),
        ("TỈNH ỦY A\nSố 12-BC/TU\nMẬT\nBÁO CÁO", "Mật"),
        (FAR_DOWN + "MẬT\nPhụ lục", "Mật"),
        (FAR_DOWN + "Độ mật: Tối mật", "Tối mật"),
    ],
)
def test_a_stamp(text: str, level: str) -> None:
    assert stamp_in(text) == level
    assert stamp_in(unicodedata.normalize("NFD", text)) == level
    assert stamp_in(text.replace("\n", "\r\n")) == level


@pytest.mark.parametrize(
    "text",
    [
        "Bảo mật",
        "BẢO MẬT THÔNG TIN",
        "Mật độ dân số cao.",
        "MẬT ĐỘ",
        "Tăng cường bảo vệ bí mật nhà nước.",
        "BÍ MẬT NHÀ NƯỚC",
        "CÔNG TÁC BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "Đồng chí Nguyễn Văn Mật, Trưởng Công an xã.",
        "NGUYỄN VĂN MẬT",
        "Ông Mật chủ trì.",
        "Mật: tôi nhất trí với dự thảo.",
        "Văn bản mật gửi qua đường cơ yếu.",
        "Soạn thảo tài liệu mật, tối mật, tuyệt mật trên máy tính độc lập.",
        "Độ mật: Thường",
        "Độ mật: không",
        "ĐỘ MẬT",
        "Các độ mật gồm: Tuyệt mật, Tối mật và Mật.",
        "Tuyệt mật, Tối mật, Mật",
        "TUYỆT MẬT\tTỐI MẬT\tMẬT\tTHƯỜNG",
        "TUYỆT MẬT   TỐI MẬT   MẬT",
        "mật ong, mật mía",
        "Phòng Cơ yếu - Mật mã",
        "THÂN MẬT",
        "Gặp mặt thân mật",
        "MAT",
        "MẶT",
        FAR_DOWN + "Mật",
        FAR_DOWN + "- mật;",
        FAR_DOWN + "Tối mật",
    ],
)
def test_a_near_miss(text: str) -> None:
    assert stamp_in(text) is None
    assert read_text(text).text == text


@pytest.mark.parametrize("stamp", load("giaoban.reading", "secrecy", Stamp), ids=lambda one: one.id)
def test_the_example_of_every_row_is_a_stamp(stamp: Stamp) -> None:
    assert stamp_in(stamp.example)


def refusal_of(data: bytes, name: str) -> ReadingRefusal:
    with pytest.raises(ReadingRefusal) as refused:
        read_bytes(data, name)
    return refused.value


def in_header(document: WordDocument) -> None:
    document.sections[0].header.paragraphs[0].text = "Mật"


def in_first_page_footer(document: WordDocument) -> None:
    document.sections[0].different_first_page_header_footer = True
    document.sections[0].first_page_footer.paragraphs[0].text = "TỐI MẬT"


def in_box(document: WordDocument) -> None:
    document.add_paragraph()._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent>'
            "<w:p><w:r><w:t>M</w:t></w:r><w:r><w:t>ẬT</w:t></w:r></w:p>"
            "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        )
    )


def in_watermark(document: WordDocument) -> None:
    header = document.sections[0].header.paragraphs[0]
    header._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape>'
            '<v:textpath string="TUYỆT MẬT"/></v:shape></w:pict></w:r>'
        )
    )


def in_letterhead(document: WordDocument) -> None:
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "TỈNH ỦY A", "ĐẢNG CỘNG SẢN VIỆT NAM"
    table.cell(0, 0).add_paragraph("Mật")


@pytest.mark.parametrize("place", [in_header, in_first_page_footer, in_box, in_watermark, in_letterhead])
def test_a_stamp_anywhere_in_a_word_document(place: object) -> None:
    def make(document: WordDocument) -> None:
        document.add_paragraph("Nội dung báo cáo.")
        place(document)  # type: ignore[operator]

    assert refusal_of(word(make), "bc.docx").code == "reading.secret"


def test_a_stamp_on_a_page() -> None:
    page = "<html><body><p>MẬT</p><p>Nội dung báo cáo.</p></body></html>".encode()
    assert refusal_of(page, "bc.html").code == "reading.secret"


def test_the_refusal_names_the_level_and_keeps_no_word(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        refusal = refusal_of("TỐI MẬT\nChuyện riêng cần giữ".encode(), "bc.txt")
    assert str(refusal).startswith("Tài liệu có dấu chỉ độ mật “Tối mật” nên không được đưa vào hệ thống.")
    told = f"{refusal.args}{vars(refusal)}{refusal.__cause__}{caplog.text}"
    assert "Chuyện riêng" not in told
