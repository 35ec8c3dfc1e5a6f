"""A notice of conclusion as an office writes it: letterhead, numbered lists, a table of tasks over two pages."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt

from .making import word

OPENING = (
    "Ngày 04/4/2024, Ban Thường vụ Huyện ủy Sông Lam tổ chức Hội nghị giao ban công tác nội chính quý I, triển khai"
    " nhiệm vụ quý II năm 2024. Sau khi nghe báo cáo và ý kiến thảo luận, đồng chí Bí thư Huyện ủy kết luận như sau:"
)
RESULTS = (
    "Trong quý I năm 2024, các cơ quan, đơn vị trong khối nội chính đã nỗ lực thực hiện tốt nhiệm vụ được giao; tình"
    " hình an ninh chính trị được giữ vững. Tuy nhiên, việc giải quyết đơn thư ở một số xã còn chậm."
)
TASKS = (
    "Công an huyện chủ trì, phối hợp với Ban Chỉ huy Quân sự huyện tăng cường tuần tra, kiểm soát địa bàn; đấu tranh có"
    " hiệu quả với tội phạm ma túy, hoàn thành trước ngày 30/6/2024.",
    "Viện kiểm sát nhân dân huyện đẩy nhanh tiến độ giải quyết các vụ án tồn đọng, báo cáo Thường trực Huyện ủy trước"
    " ngày 15/5/2024.",
    "Tòa án nhân dân huyện nâng cao chất lượng xét xử, tăng số phiên tòa xét xử lưu động trong quý II/2024.",
    "Ủy ban nhân dân các xã, thị trấn rà soát, giải quyết dứt điểm đơn thư khiếu nại, tố cáo ngay từ cơ sở.",
)
CLOSING = "Giao Văn phòng Huyện ủy theo dõi, đôn đốc việc thực hiện kết luận này, báo cáo hằng tháng."
ROWS = 26


def make_notice(*, table: bool = True) -> bytes:
    """Return the notice as .docx."""

    def make(document: WordDocument) -> None:
        _set_up(document)
        _letterhead(document)
        _centred(document, "THÔNG BÁO")
        _centred(document, "Kết luận của Bí thư Huyện ủy tại Hội nghị giao ban công tác nội chính quý I/2024")
        _justified(document, OPENING)
        _justified(document, "1. Về kết quả quý I")
        _justified(document, RESULTS)
        _justified(document, "2. Về nhiệm vụ quý II, đề nghị các cơ quan, đơn vị tập trung một số nội dung sau:")
        _numbered(document)
        _justified(document, CLOSING)
        if table:
            _justified(document, "Phụ lục: Các nhiệm vụ giao theo dõi riêng")
            _table(document)

    return word(make)


def _set_up(document: WordDocument) -> None:
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(14)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.footer.paragraphs[0].text = "Thông báo số 41-TB/HU"
    number = parse_xml(
        f'<w:p {nsdecls("w")}><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r>'
        "</w:fldSimple></w:p>"
    )
    section.header._element.append(number)


def _letterhead(document: WordDocument) -> None:
    lines = (
        ("HUYỆN ỦY SÔNG LAM", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ("Số 41-TB/HU", "Sông Lam, ngày 05 tháng 4 năm 2024"),
    )
    table = document.add_table(rows=len(lines), cols=2)
    for row, words in zip(table.rows, lines, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
            cell.paragraphs[0].runs[0].font.size = Pt(12)
    document.add_paragraph()


def _centred(document: WordDocument, text: str) -> None:
    document.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.CENTER


def _justified(document: WordDocument, text: str) -> None:
    paragraph = document.add_paragraph(text)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Cm(1.27)
    paragraph.paragraph_format.space_after = Pt(6)


def _numbered(document: WordDocument) -> None:
    """Add the tasks as a list whose numbers Word makes: 2.1, 2.2 …"""
    root = document.part.numbering_part.element
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="2.%1."/></w:lvl>'
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{level}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for task in TASKS:
        _justified(document, task)
        properties = document.paragraphs[-1]._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr>'))


def _table(document: WordDocument) -> None:
    table = document.add_table(rows=1, cols=4)
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, ("TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"), strict=True):
        cell.text = text
    for number in range(1, ROWS + 1):
        cells = table.add_row().cells
        cells[0].text = str(number)
        cells[1].text = f"Rà soát, bổ sung quy chế phối hợp số {number};"
        cells[1].add_paragraph("báo cáo kết quả")
        cells[2].text = "Công an huyện"
        cells[3].text = f"Trước {number}/7/2024"
