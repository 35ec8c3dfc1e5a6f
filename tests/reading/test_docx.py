"""Word documents: order, tables, list numbers, what is left out, and files made to do harm."""

from __future__ import annotations

import random
import unicodedata
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from giaoban.reading import Limits, ReadingRefusal, Text, read_bytes

from .making import outcome, plain_word, repacked, with_part, word


def read(data: bytes) -> Text:
    return read_bytes(data, "van-ban.docx")


def test_paragraphs_and_tables_come_in_body_order() -> None:
    def make(document: WordDocument) -> None:
        document.add_heading("KẾT LUẬN", level=1)
        document.add_paragraph("  Mở đầu. ")
        table = document.add_table(rows=1, cols=2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Trái", "Phải"
        document.add_paragraph("")
        document.add_paragraph(unicodedata.normalize("NFD", "Kết thúc."))

    text = read(word(make))
    assert text.text == "KẾT LUẬN\nMở đầu.\nTrái\tPhải\n\nKết thúc."
    assert [(text.text[b.start : b.end], b.kind) for b in text.blocks] == [
        ("KẾT LUẬN", "heading"),
        ("Mở đầu.", "paragraph"),
        ("Trái", "cell"),
        ("Phải", "cell"),
        ("Kết thúc.", "paragraph"),
    ]
    assert text.media_type.endswith("wordprocessingml.document")


def test_a_table_of_tasks_is_a_line_a_row_with_its_headings() -> None:
    def make(document: WordDocument) -> None:
        table = document.add_table(rows=2, cols=3)
        for column, words in enumerate(["TT", "Nhiệm vụ", "Chủ trì"]):
            table.cell(0, column).text = words
        table.cell(1, 0).text = "1"
        table.cell(1, 1).text = "Rà soát;"
        table.cell(1, 1).add_paragraph("báo cáo")
        table.cell(1, 2).text = "Công an"

    text = read(word(make))
    assert text.text == "TT\tNhiệm vụ\tChủ trì\n1\tRà soát; báo cáo\tCông an"
    cells = [(text.text[b.start : b.end], b.row_heading, b.column_heading) for b in text.blocks]
    assert cells[3:] == [("1", "", "TT"), ("Rà soát; báo cáo", "1", "Nhiệm vụ"), ("Công an", "1", "Chủ trì")]
    assert cells[1] == ("Nhiệm vụ", "TT", "")


def test_merged_and_nested_cells_come_once() -> None:
    def make(document: WordDocument) -> None:
        table = document.add_table(rows=2, cols=4)
        for column in range(4):
            table.cell(0, column).text = f"C{column}"
        table.cell(1, 0).merge(table.cell(1, 1)).text = "rộng"
        inner = table.cell(1, 2).add_table(rows=1, cols=1)
        inner.cell(0, 0).text = "trong"
        table.cell(1, 3).text = "cuối"

    text = read(word(make))
    assert text.text == "C0\tC1\tC2\tC3\nrộng\ttrong\tcuối"
    assert text.blocks[-1].column_heading == "C3"


def test_a_letterhead_of_several_lines_a_cell_keeps_its_lines() -> None:
    def make(document: WordDocument) -> None:
        table = document.add_table(rows=1, cols=2)
        table.cell(0, 0).text = "HUYỆN ỦY A"
        table.cell(0, 0).add_paragraph("Số 12-TB/HU")
        table.cell(0, 1).text = "ĐẢNG CỘNG SẢN VIỆT NAM"

    assert read(word(make)).text == "HUYỆN ỦY A\nSố 12-TB/HU\nĐẢNG CỘNG SẢN VIỆT NAM"


def number(document: WordDocument, words: str, identity: int, depth: int = 0) -> None:
    properties = document.add_paragraph(words)._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{identity}"/></w:numPr>')
    )


def add_list(document: WordDocument, identity: int, levels: list[tuple[str, str]], override: int | None = None) -> None:
    root = document.part.numbering_part.element
    shown = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for n, (form, pattern) in enumerate(levels)
    )
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{identity}">{shown}</w:abstractNum>'))
    start = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{override}"/></w:lvlOverride>' if override else ""
    root.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{identity}"><w:abstractNumId w:val="{identity}"/>{start}</w:num>')
    )


def test_list_numbers_are_those_that_word_shows() -> None:
    def make(document: WordDocument) -> None:
        add_list(
            document, 90, [("upperRoman", "%1-"), ("decimal", "%2."), ("decimal", "%2.%3."), ("lowerLetter", "%4)")]
        )
        add_list(document, 91, [("bullet", "\uf0b7")])
        add_list(document, 92, [("decimalZero", "%1.")], override=5)
        for depth, words in [(0, "Kết quả"), (0, "Nhiệm vụ"), (1, "Một"), (2, "Nhỏ"), (2, "Nhỏ"), (3, "ý"), (1, "Hai")]:
            number(document, words, 90, depth)
        number(document, "Chấm", 91)
        number(document, "Năm", 92)
        number(document, "Sáu", 92)
        number(document, "Không", 0)
        number(document, "Ba", 90, 1)

    text = read(word(make))
    assert text.text.split("\n") == [
        "I- Kết quả", "II- Nhiệm vụ", "1. Một", "1.1. Nhỏ", "1.2. Nhỏ", "a) ý", "2. Hai",
        "- Chấm", "05. Năm", "06. Sáu", "Không", "3. Ba",
    ]  # fmt: skip
    assert {b.kind for b in text.blocks} == {"item", "paragraph"}


def test_a_list_that_comes_with_the_style_is_numbered() -> None:
    def make(document: WordDocument) -> None:
        for words in ("Một", "Hai"):
            document.add_paragraph(words, style="List Number")
        document.add_paragraph("Chấm", style="List Bullet")

    assert read(word(make)).text == "1. Một\n2. Hai\n- Chấm"


def test_insertions_count_and_deletions_do_not() -> None:
    def make(document: WordDocument) -> None:
        paragraph = document.add_paragraph("Giao ")
        for tag, inner, words in (("w:ins", "w:t", "Công an"), ("w:del", "w:delText", "Quân sự")):
            change = OxmlElement(tag)
            run = OxmlElement("w:r")
            text = OxmlElement(inner)
            text.text = words
            run.append(text)
            change.append(run)
            paragraph._p.append(change)
        paragraph.add_run("\tchủ trì").add_break()
        paragraph.add_run("thực hiện")

    assert read(word(make)).text == "Giao Công an\tchủ trì\nthực hiện"


def test_headers_and_text_boxes_stand_apart() -> None:
    box = (
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )

    def make(document: WordDocument) -> None:
        document.sections[0].header.paragraphs[0].text = "Đầu trang"
        document.sections[0].footer.paragraphs[0].text = "Chân trang"
        document.add_paragraph("Thân bài.")._p.append(parse_xml(box))

    text = read(word(make))
    assert text.text == "Thân bài."
    assert set(text.apart.split("\n")) == {"Trong khung", "Đầu trang", "Chân trang"}


def test_content_controls_are_read() -> None:
    control = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>Trong ô</w:t></w:r></w:p></w:sdtContent></w:sdt>"

    def make(document: WordDocument) -> None:
        document.add_paragraph("Trước")
        document.element.body.insert(1, parse_xml(control))

    assert read(word(make)).text == "Trước\nTrong ô"


def test_titles_and_outline_levels_are_headings() -> None:
    def make(document: WordDocument) -> None:
        document.add_paragraph("Tên", style="Title")
        properties = document.add_paragraph("Mục")._p.get_or_add_pPr()
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), "1")
        properties.append(level)
        document.add_paragraph("Thường").paragraph_format.space_after = Pt(6)

    assert [b.kind for b in read(word(make)).blocks] == ["heading", "heading", "paragraph"]


GOOD = plain_word("Rà soát chương trình, kế hoạch.")


def refused(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(ReadingRefusal) as caught:
        read_bytes(data, "van-ban.docx", limits=limits)
    return caught.value.code


def flagged_as_encrypted(data: bytes) -> bytes:
    changed = bytearray(data)
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = changed.find(magic)
        while start >= 0:
            changed[start + offset] |= 1
            start = changed.find(magic, start + 4)
    return bytes(changed)


def many_entries() -> bytes:
    def change(parts: dict[str, bytes]) -> None:
        parts |= {f"word/x{n}.bin": b"" for n in range(2_001)}

    return repacked(GOOD, change)


def duplicate_entries() -> bytes:
    out = BytesIO(GOOD)
    with ZipFile(out, "a", ZIP_DEFLATED) as package:
        package.writestr("WORD/document.xml", b"<a/>")
    return out.getvalue()


def entity_bomb(encoding: str) -> bytes:
    declared = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    return with_part(GOOD, "word/document.xml", declared.encode(encoding))


def split_declaration() -> bytes:
    return with_part(GOOD, "word/styles.xml", b"<?xml?>" + b" " * (65_536 - 12) + b"<!DOCTYPE a><a/>")


NOISE = random.Random(1).randbytes(2_000).hex().encode()
HOSTILE: list[tuple[str, bytes, str]] = [
    ("vba", with_part(GOOD, "word/vbaProject.bin", b"x"), "macro"),
    (
        "macro type",
        repacked(
            GOOD,
            lambda parts: parts.update(
                {
                    "[Content_Types].xml": parts["[Content_Types].xml"].replace(
                        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                        b"application/vnd.ms-word.document.macroEnabled.main+xml",
                    )
                }
            ),
        ),
        "macro",
    ),
    ("entries", many_entries(), "bomb"),
    ("zeros", with_part(GOOD, "word/media/a.bin", bytes(9_000_000)), "bomb"),
    ("markup", with_part(GOOD, "word/document.xml", b"<a>" + NOISE * 11_000), "bomb"),
    ("entity", entity_bomb("utf-8"), "bomb"),
    ("entity in utf-16", entity_bomb("utf-16"), "bomb"),
    ("entity over two chunks", split_declaration(), "bomb"),
    ("zip password", flagged_as_encrypted(GOOD), "encrypted"),
    ("climbs out", with_part(GOOD, "word/../../etc/x.xml", b"<a/>"), "damaged"),
    ("absolute", with_part(GOOD, "/word/x.xml", b"<a/>"), "damaged"),
    ("duplicates", duplicate_entries(), "damaged"),
    ("no xml", with_part(GOOD, "word/document.xml", b"nothing"), "damaged"),
    ("cut markup", with_part(GOOD, "word/document.xml", b"<w:document>"), "damaged"),
    ("other root", with_part(GOOD, "word/document.xml", b"<a/>"), "damaged"),
    ("no styles", with_part(GOOD, "word/styles.xml", b"<"), "damaged"),
    ("no main part", with_part(GOOD, "_rels/.rels", b"<a/>"), "damaged"),
    ("no types", repacked(GOOD, lambda parts: parts.pop("[Content_Types].xml")), "unsupported"),
    ("no words", plain_word("", "  "), "empty"),
    ("a form's lines only", plain_word("____ * ____"), "empty"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "code"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_a_harmful_or_broken_file_is_refused(data: bytes, code: str) -> None:
    assert refused(data) == f"reading.{code}"


def test_a_changed_byte_is_found() -> None:
    start = GOOD.find(b"word/document.xml") + 60
    assert refused(GOOD[:start] + bytes([GOOD[start] ^ 0xFF]) + GOOD[start + 1 :]) == "reading.damaged"


def test_cut_at_each_hundredth_it_is_refused() -> None:
    for percent in range(1, 100):
        assert refused(GOOD[: len(GOOD) * percent // 100]) in {"reading.damaged", "reading.mismatch"}


def test_any_changed_byte_gives_text_or_a_refusal() -> None:
    chance = random.Random(3)
    for _ in range(150):
        data = bytearray(GOOD)
        data[chance.randrange(len(data))] = chance.randrange(256)
        assert outcome(lambda changed=bytes(data): read(changed)).startswith("read")  # type: ignore[misc]


def test_limits_are_settings() -> None:
    assert refused(GOOD, Limits(bytes=len(GOOD) - 1)) == "reading.too_large"
    assert refused(GOOD, Limits(characters=10)) == "reading.too_large"
    assert refused(GOOD, Limits(entries=3)) == "reading.bomb"
    assert refused(GOOD, Limits(unpacked_bytes=1_000)) == "reading.bomb"
    assert refused(GOOD, Limits(markup_bytes=1_000)) == "reading.bomb"


def test_loops_in_styles_come_to_an_end() -> None:
    def loop(document: WordDocument) -> None:
        styles: dict[str, Any] = {one.style_id: one for one in document.styles}
        styles["Heading1"].base_style, styles["Heading2"].base_style = styles["Heading2"], styles["Heading1"]
        styles["Heading1"].element.pPr.remove(styles["Heading1"].element.pPr.find(qn("w:outlineLvl")))
        styles["Heading2"].element.pPr.remove(styles["Heading2"].element.pPr.find(qn("w:outlineLvl")))
        document.add_paragraph("Vòng", style="Heading 1")

    assert read(word(loop)).text == "Vòng"
