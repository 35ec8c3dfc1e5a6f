"""Texts of before Unicode: told by their fonts or by their words, and restored to the letter."""

from __future__ import annotations

import unicodedata

import pytest
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from giaoban.reading import ReadingRefusal, read_bytes
from giaoban.reading.encodings import Encoding, decoded, encoding_of, encodings, font_encoding, restored

from .making import word

CONCLUSION = (
    "Kết luận hội nghị, đồng chí Bí thư Thị ủy đề nghị các cơ quan rà soát chương trình, kế hoạch; hoà giải ở cơ sở.\n"
    "  1.  Công an thị xã chủ trì,\tphối hợp với Viện kiểm sát nhân dân đẩy mạnh tuyên truyền.\n\n\n"
    "Ủy ban nhân dân các phường thực hiện nghiêm kỷ luật, kỷ cương hành chính; mỗi quý báo cáo một lần."
)
BY_ID = {one.id: one for one in encodings()}


def written(text: str, encoding: Encoding) -> str:
    """Return the text as it stands in an encoding, as characters of its codec."""
    letters = {pair[-1]: pair[:-1] for line in encoding.letters for pair in line.split(" ")}
    return "".join(letters.get(letter, letter) for letter in text)


def in_bytes(text: str, identity: str) -> bytes:
    if identity == "windows-1258":
        tones = "\u0300\u0301\u0303\u0309\u0323"
        parts = (unicodedata.normalize("NFD", letter) for letter in text)
        split = ((unicodedata.normalize("NFC", "".join(c for c in one if c not in tones)), one) for one in parts)
        return "".join(base + "".join(c for c in one if c in tones) for base, one in split).encode("cp1258")
    return written(text, BY_ID[identity]).encode(BY_ID[identity].codec)


def without_large_tones(text: str, identity: str) -> str:
    """Return the text as far as the encoding can hold it: TCVN3 leaves large letters with tones to its fonts."""
    return text.replace("Ủ", "ủ") if identity == "tcvn3" else text


@pytest.mark.parametrize("encoding", [one for one in encodings() if one.letters], ids=lambda one: one.id)
def test_the_example_of_every_row(encoding: Encoding) -> None:
    assert restored(encoding.written, encoding) == encoding.means


@pytest.mark.parametrize("identity", BY_ID)
def test_bytes_in_every_encoding_are_read_to_the_letter(identity: str) -> None:
    text = without_large_tones(CONCLUSION, identity)
    assert read_bytes(in_bytes(text, identity), "kl.txt").text == text


@pytest.mark.parametrize("identity", ["tcvn3", "vni"])
def test_old_letters_saved_as_unicode_are_restored(identity: str) -> None:
    text = without_large_tones(CONCLUSION, identity)
    assert read_bytes(written(text, BY_ID[identity]).encode(), "kl.txt").text == text


@pytest.mark.parametrize("text", ["C«ng an thÞ x·", "Coâng an thò xaõ"])
def test_a_few_words_are_enough(text: str) -> None:
    assert restored(text, encoding_of(text)) == "Công an thị xã"


@pytest.mark.parametrize(
    "text",
    [
        CONCLUSION,
        unicodedata.normalize("NFD", CONCLUSION),
        "El niño está en la montaña, mañana será difícil también para él.",
        "Über die Straße können wir später größere Gäste hören müssen.",
        "Le café était très préparé à l'élève où ça marche déjà.",
        "Meeting of 27 March § 5 © 2024 ± 3 µm",
        "hòa bình và có là thì",
        "",
    ],
)
def test_unicode_and_other_languages_are_left_alone(text: str) -> None:
    assert encoding_of(text) is None
    assert restored(text, encoding_of(text)) is text


def test_bytes_that_make_no_vietnamese_are_refused() -> None:
    assert decoded("Über die Straße können wir größere Gäste hören".encode("cp1252")) is None
    with pytest.raises(ReadingRefusal, match="Unicode, TCVN3 hay VNI"):
        read_bytes(b"\x93\xa4\x81\xff" * 40, "kl.txt")


@pytest.mark.parametrize(
    ("font", "identity"),
    [(".VnTime", "tcvn3"), (".vnarialH", "tcvn3"), ("VNI-Times", "vni"), ("Times New Roman", None), ("", None)],
)
def test_the_name_of_a_font_tells(font: str, identity: str | None) -> None:
    found = font_encoding(font)
    assert (found.id if found else None) == identity


def in_font(document: WordDocument, *runs: tuple[str, str]) -> None:
    paragraph = document.add_paragraph()
    for text, font in runs:
        paragraph.add_run(text).font.name = font


def test_each_run_of_a_word_document_is_read_by_its_font() -> None:
    tcvn3, vni = BY_ID["tcvn3"], BY_ID["vni"]
    split = written("thủ đô", vni)

    def make(document: WordDocument) -> None:
        in_font(
            document,
            (written("đảng ủy ", tcvn3), ".VnTimeH"),
            ("– Công an © ", "Times New Roman"),
            (written("phối hợp ", vni), "VNI-Times"),
            (split[:3], "VNI-Times"),
            (split[3:], "VNI-Times"),
        )

    assert read_bytes(word(make), "kl.docx").text == "ĐẢNG ỦY – Công an © phối hợp thủ đô"


def test_a_font_that_comes_with_a_style_counts() -> None:
    def make(document: WordDocument) -> None:
        document.styles["Normal"].font.name = ".VnTime"
        document.add_paragraph(written("Rà soát chương trình", BY_ID["tcvn3"]))
        document.add_paragraph(written("kế hoạch", BY_ID["tcvn3"]), style="List Bullet")
        in_font(document, ("Unicode: “ö”", "Arial"))

    assert read_bytes(word(make), "kl.docx").text == "Rà soát chương trình\n- kế hoạch\nUnicode: “ö”"


def test_a_font_of_the_whole_document_counts() -> None:
    def make(document: WordDocument) -> None:
        for fonts in document.styles.element.iter(qn("w:rFonts")):
            fonts.getparent().remove(fonts)
        defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        fonts = OxmlElement("w:rFonts")
        fonts.set(qn("w:ascii"), "VNI-Times")
        defaults.append(fonts)
        document.add_paragraph(written("Ủy ban nhân dân", BY_ID["vni"]))

    assert read_bytes(word(make), "kl.docx").text == "Ủy ban nhân dân"


def test_a_stamp_in_an_old_font_is_seen() -> None:
    def make(document: WordDocument) -> None:
        in_font(document, (written("mật", BY_ID["tcvn3"]), ".VnTimeH"))
        document.add_paragraph("Nội dung.")

    with pytest.raises(ReadingRefusal) as refused:
        read_bytes(word(make), "kl.docx")
    assert refused.value.code == "reading.secret"
