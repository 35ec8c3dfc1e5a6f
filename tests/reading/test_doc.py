"""Old Word files: by antiword, by LibreOffice, or by what there is of them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from olefile import OleFileIO

from giaoban.reading import Limits, ReadingRefusal, Text, doc, programs, read_bytes

from .conftest import Converter
from .documents import TASKS
from .making import outcome, word
from .test_encodings import BY_ID, written

pytestmark = pytest.mark.usefixtures("programs")

BOX = (
    f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape style="width:200pt;height:60pt">'
    "<v:textbox><w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>"
    "</w:pict></w:r>"
)


@pytest.fixture
def as_doc(converter: Converter, tmp_path: Path) -> Callable[[Callable[[WordDocument], object]], bytes]:
    """Return a function that makes a .doc of what is written into a .docx."""

    def made(make: Callable[[WordDocument], object]) -> bytes:
        path = tmp_path / "made.docx"
        path.write_bytes(word(make))
        return converter.convert(path, "doc", "MS Word 97").read_bytes()

    return made


AsDoc = Callable[[Callable[[WordDocument], object]], bytes]


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that leaves only these programs installed."""

    def leave(*commands: str) -> None:
        real = programs.path_of
        names = {"antiword": "antiword", "libreoffice": "soffice"}
        monkeypatch.setattr(
            doc, "path_of", lambda identity: real(identity) if names.get(identity) in commands else None
        )
        monkeypatch.setattr(programs, "path_of", doc.path_of)

    return leave


def read(data: bytes) -> Text:
    return read_bytes(data, "a.doc")


def plain(document: WordDocument) -> None:
    document.sections[0].header.paragraphs[0].text = "Đầu trang"
    document.add_paragraph("Rà soát chương trình.")
    table = document.add_table(rows=2, cols=3)
    for number, cell in enumerate(table._cells):
        cell.text = f"Ô {number}"
    document.add_paragraph("Trước ngày 30/6/2024.")


@pytest.mark.parametrize("commands", [("antiword",), ("soffice",), ("antiword", "soffice")], ids=" ".join)
def test_paragraphs_tables_and_headers(as_doc: AsDoc, only: Callable[..., None], commands: tuple[str, ...]) -> None:
    data = as_doc(plain)
    only(*commands)
    text = read(data)
    assert text.text.split("\n") == ["Rà soát chương trình.", "Ô 0\tÔ 1\tÔ 2", "Ô 3\tÔ 4\tÔ 5", "Trước ngày 30/6/2024."]
    assert "Đầu trang" in text.apart
    assert (text.media_type, text.name) == ("application/msword", "a.doc")
    assert text.blocks[-2].column_heading == "Ô 2"


def test_antiword_alone_is_used_where_it_is_exact(as_doc: AsDoc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "_by_libreoffice", None)
    assert read(as_doc(plain)).text.startswith("Rà soát")


def test_numbers_of_lists_are_those_that_word_shows(notice: Path, notice_doc: Path) -> None:
    assert f"2.1. {TASKS[0]}" in read(notice_doc.read_bytes()).text.split("\n")


def test_without_any_program_the_packages_are_named(as_doc: AsDoc, only: Callable[..., None]) -> None:
    data = as_doc(plain)
    only()
    assert outcome(lambda: read(data)) == "reading.needs_program"


@pytest.mark.parametrize("commands", [("antiword",), ("antiword", "soffice")], ids=" ".join)
def test_old_fonts(as_doc: AsDoc, only: Callable[..., None], commands: tuple[str, ...]) -> None:
    meant = "Công an thị xã chủ trì, phối hợp với Viện kiểm sát nhân dân đẩy mạnh tuyên truyền."

    def make(document: WordDocument) -> None:
        for _ in range(9):
            document.add_paragraph().add_run(written(meant, BY_ID["tcvn3"])).font.name = ".VnTime"

    data = as_doc(make)
    only(*commands)
    assert read(data).text.split("\n") == [meant] * 9


def test_what_antiword_gives_up_on_is_read_by_libreoffice(as_doc: AsDoc, only: Callable[..., None]) -> None:
    data = as_doc(lambda document: document.add_paragraph("Vài chữ."))
    assert read(data).text == "Vài chữ."
    only("antiword")
    with pytest.raises(ReadingRefusal, match="libreoffice-writer-nogui"):
        read(data)


def test_old_fonts_beside_unicode(as_doc: AsDoc) -> None:
    def make(document: WordDocument) -> None:
        document.add_paragraph().add_run(written("đảng ủy xã", BY_ID["tcvn3"])).font.name = ".VnTimeH"
        document.add_paragraph("Ủy ban nhân dân © 2024")
        document.add_paragraph().add_run(written("Thủ đô", BY_ID["vni"])).font.name = "VNI-Times"

    assert read(as_doc(make)).text.split("\n") == ["ĐẢNG ỦY XÃ", "Ủy ban nhân dân © 2024", "Thủ đô"]


def in_header(document: WordDocument) -> None:
    document.sections[0].header.paragraphs[0].text = "TỐI MẬT"


def in_box(document: WordDocument) -> None:
    document.add_paragraph("Cạnh khung.")._p.append(parse_xml(BOX.replace("Trong khung", "TỐI MẬT")))


@pytest.mark.parametrize("place", [in_header, in_box])
@pytest.mark.parametrize("commands", [("antiword",), ("soffice",)], ids=" ".join)
def test_a_stamp_beside_the_body_is_seen(
    as_doc: AsDoc, only: Callable[..., None], place: Callable[[WordDocument], None], commands: tuple[str, ...]
) -> None:
    data = as_doc(lambda document: (document.add_paragraph(TASKS[0] * 4), place(document)))
    only(*commands)
    assert outcome(lambda: read(data)) == "reading.secret"


def test_a_text_box_stands_apart(as_doc: AsDoc) -> None:
    text = read(as_doc(lambda document: document.add_paragraph("Cạnh khung.")._p.append(parse_xml(BOX))))
    assert text.text == "Cạnh khung."
    assert "Trong khung" in text.apart


def test_a_password_is_told(notice_doc: Path, tmp_path: Path) -> None:
    path = tmp_path / "kín.doc"
    path.write_bytes(notice_doc.read_bytes())
    with OleFileIO(path, write_mode=True) as file:
        main = bytearray(file.openstream("WordDocument").read())
        main[0x0B] |= 0x01
        file.write_stream("WordDocument", bytes(main))
    assert outcome(lambda: read(path.read_bytes())) == "reading.encrypted"


def test_macros_are_refused(notice_doc: Path) -> None:
    name, other = "1Table".encode("utf-16-le"), "Macros".encode("utf-16-le")
    data = notice_doc.read_bytes()
    assert data.count(name) == 1
    assert outcome(lambda: read(data.replace(name, other))) == "reading.macro"


def test_two_at_once_do_not_disturb_each_other(notice_doc: Path) -> None:
    data = notice_doc.read_bytes()
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(read, [data, data])
    assert first == second


def test_limits(notice_doc: Path) -> None:
    data = notice_doc.read_bytes()
    assert outcome(lambda: read_bytes(data, "a.doc", limits=Limits(characters=50))) == "reading.too_large"
    assert outcome(lambda: read_bytes(data, "a.doc", limits=Limits(seconds=0.001))) == "reading.too_slow"
