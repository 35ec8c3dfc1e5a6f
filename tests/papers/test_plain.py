"""A plain paper: its page, head, title, text, tables and signatures, as Word will read them."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from giaoban.committees.models import Committee
from giaoban.papers.forms import issuer_of
from giaoban.papers.plain import Paper, Signer

PARTY = Committee(
    name="Thị ủy Cửa Lò",
    place="Cửa Lò",
    superior=Committee(name="Tỉnh ủy Nghệ An", level_word="tỉnh", place="Nghệ An"),
)
STATE = Committee(name="Ủy ban nhân dân thị xã Cửa Lò", place="Cửa Lò")


def written(committee: Committee) -> Any:
    issuer = issuer_of(committee)
    paper = Paper(issuer, "Biên bản", datetime(2024, 6, 27, 8, 0, tzinfo=UTC))
    paper.head(issuer.number("BB"), "Cửa Lò, ngày 27 tháng 6 năm 2024")
    paper.title("Biên bản", "hội nghị giao ban")
    paper.heading("I- Thành phần")
    paper.paragraph("7 giờ 30.\nTại Hội trường.", lead="Khai mạc:")
    paper.table(("TT", "Việc"), [("1", "=1+1"), ("2", "B")], (15, 150))
    paper.signatures(Signer("Người ghi biên bản", "Trần B"), Signer("Chủ trì hội nghị", "Nguyễn A"))
    return Document(BytesIO(paper.save()))


def cell_lines(document: Any, table: int, cell: int) -> list[str]:
    return [one.text for one in document.tables[table].rows[0].cells[cell].paragraphs if one.text]


def run_named(document: Any, words: str) -> Any:
    cells = [one for table in document.tables for row in table.rows for cell in row.cells for one in cell.paragraphs]
    return next(run for one in (*document.paragraphs, *cells) for run in one.runs if run.text == words)


@pytest.mark.parametrize("committee", [PARTY, STATE], ids=["party", "state"])
def test_the_page_is_a4_with_the_forms_margins_and_numbers_from_page_two(committee: Committee) -> None:
    section = written(committee).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(one.mm) for one in margins] == [20, 20, 30, 15]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    assert "PAGE" not in section.first_page_header._element.xml


def test_the_partys_head() -> None:
    document = written(PARTY)
    assert cell_lines(document, 0, 0) == ["ĐẢNG BỘ TỈNH NGHỆ AN", "THỊ ỦY CỬA LÒ", "*", "Số       -BB/ThU"]
    assert cell_lines(document, 0, 1) == ["ĐẢNG CỘNG SẢN VIỆT NAM", "Cửa Lò, ngày 27 tháng 6 năm 2024"]
    motto, issuer = run_named(document, "ĐẢNG CỘNG SẢN VIỆT NAM"), run_named(document, "THỊ ỦY CỬA LÒ")
    assert (motto.font.size, motto.font.bold, issuer.font.bold) == (Pt(15), True, True)
    assert not run_named(document, "ĐẢNG BỘ TỈNH NGHỆ AN").font.bold
    assert run_named(document, "Cửa Lò, ngày 27 tháng 6 năm 2024").font.italic
    assert "-----" in [one.text for one in document.paragraphs]


def test_the_states_head() -> None:
    document = written(STATE)
    assert cell_lines(document, 0, 0) == ["ỦY BAN NHÂN DÂN THỊ XÃ CỬA LÒ", "Số:       /BB-UBND"]
    assert cell_lines(document, 0, 1)[:2] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert run_named(document, "CHỦ TRÌ HỘI NGHỊ").font.bold
    assert not run_named(written(PARTY), "CHỦ TRÌ HỘI NGHỊ").font.bold


def test_the_rule_under_the_motto_is_as_long_as_the_motto() -> None:
    right = written(PARTY).tables[0].rows[0].cells[1]
    rule = next(one for one in right.paragraphs if "w:pBdr" in one._p.xml)
    assert [round(one.mm) for one in (rule.paragraph_format.left_indent, rule.paragraph_format.right_indent)] == [
        8,
        8,
    ]


def test_the_body_is_justified_with_the_forms_indent_and_its_font() -> None:
    document = written(PARTY)
    first, second = (one for one in document.paragraphs if one.text.startswith(("Khai mạc", "Tại")))
    assert first.runs[0].font.bold
    for one in (first, second):
        assert one.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
        assert round(one.paragraph_format.first_line_indent.mm) == 10
        assert one.paragraph_format.line_spacing == Pt(18)
    assert document.styles["Normal"].font.name == "Times New Roman"
    assert "vi-VN" in document.styles["Normal"].element.xml


def test_a_table_repeats_its_head_and_cuts_no_row() -> None:
    table = written(PARTY).tables[1]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["TT", "Việc"], ["1", "=1+1"], ["2", "B"]]
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert all("w:cantSplit" in row._tr.xml for row in table.rows)


def test_two_sign_side_by_side() -> None:
    document = written(PARTY)
    assert cell_lines(document, 2, 0) == ["NGƯỜI GHI BIÊN BẢN", "Trần B"]
    assert cell_lines(document, 2, 1) == ["CHỦ TRÌ HỘI NGHỊ", "Nguyễn A"]


@pytest.mark.parametrize(("committee", "underlined"), [(PARTY, True), (STATE, False)])
def test_recipients_stand_on_the_left_of_one_who_signs(committee: Committee, underlined: bool) -> None:
    paper = Paper(issuer_of(committee), "Công văn", datetime(2024, 6, 27, tzinfo=UTC))
    paper.signatures(None, Signer("Phó Bí thư", "Lê C", "T/M BAN THƯỜNG VỤ"), ["Như trên", "Lưu VPTU"])
    document = Document(BytesIO(paper.save()))
    assert cell_lines(document, 0, 0) == ["Nơi nhận:", "- Như trên;", "- Lưu VPTU."]
    assert cell_lines(document, 0, 1) == ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Lê C"]
    label = run_named(document, "Nơi nhận:")
    assert (bool(label.font.underline), bool(label.font.bold)) == (underlined, not underlined)


def test_the_file_says_who_made_it_when_and_in_which_language() -> None:
    properties = written(PARTY).core_properties
    assert (properties.author, properties.language) == ("Thị ủy Cửa Lò", "vi-VN")
    assert properties.created == datetime(2024, 6, 27, 8, 0, tzinfo=UTC)
