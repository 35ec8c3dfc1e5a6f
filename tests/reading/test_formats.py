"""The same document in every format gives the same directives."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from giaoban.reader import extract
from giaoban.reading import read_bytes, read_file

from .conftest import Converter
from .documents import TASKS

pytestmark = pytest.mark.usefixtures("programs")


def directives(path: Path) -> list[tuple[str, tuple[str, ...], str | None]]:
    """Return what is asked of whom until when: the words, spaced alike."""
    found = extract(path).directives
    return [(" ".join(one.text.split()), tuple(one.lead), one.due.date if one.due else None) for one in found]


@pytest.fixture(scope="session")
def expected(notice: Path) -> list[tuple[str, tuple[str, ...], str | None]]:
    found = directives(notice)
    assert len(found) >= len(TASKS)
    return found


def scanned(pdf: Path, target: Path, *, resolution: int = 200) -> Path:
    """Return the pages of a .pdf as images alone, in a .pdf or a .tiff."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.render(scale=resolution / 72, grayscale=True).to_pil() for page in document]
    pages[0].save(target, save_all=True, append_images=pages[1:], resolution=resolution)
    return target


def test_pdf(notice_pdf: Path, expected: object) -> None:
    assert directives(notice_pdf) == expected


def test_doc(notice_doc: Path, expected: object) -> None:
    assert directives(notice_doc) == expected


def test_html(converter: Converter, notice: Path, expected: object) -> None:
    assert directives(converter.convert(notice, "html")) == expected


def test_text(notice: Path, tmp_path: Path, expected: object) -> None:
    text = read_file(notice).text
    for encoding in ("utf-8", "utf-16"):
        path = tmp_path / f"{encoding}.txt"
        path.write_bytes(text.encode(encoding))
        assert directives(path) == expected


def test_scan(notice_pdf: Path, tmp_path: Path, expected: list[object]) -> None:
    """The table is left out: the lines that rule it are part of the image."""
    found = directives(scanned(notice_pdf, tmp_path / "scan.pdf"))
    assert found[: len(TASKS) + 1] == expected[: len(TASKS) + 1]


def test_image(notice_pdf: Path, tmp_path: Path, expected: list[object]) -> None:
    found = directives(scanned(notice_pdf, tmp_path / "scan.tiff"))
    assert found[: len(TASKS) + 1] == expected[: len(TASKS) + 1]


def test_the_words_are_the_same_in_doc_and_docx(notice: Path, notice_doc: Path) -> None:
    assert read_file(notice_doc).text == read_file(notice).text


def test_the_rows_of_a_table_over_pages_are_the_same_in_pdf_and_docx(notice: Path, notice_pdf: Path) -> None:
    rows = [line for line in read_file(notice).text.split("\n") if line.count("\t") == 3]
    assert [line for line in read_file(notice_pdf).text.split("\n") if line.count("\t") == 3] == rows


def test_the_cells_of_a_pdf_know_their_headings(notice_pdf: Path) -> None:
    text = read_file(notice_pdf)
    cells = [one for one in text.blocks if one.column_heading == "Cơ quan chủ trì"]
    assert {text.text[one.start : one.end] for one in cells} == {"Công an huyện"}
    assert [one.row_heading for one in cells][:3] == ["1", "2", "3"]


@pytest.mark.parametrize("name", ["THÔNG BÁO.DOCX", "thong-bao", ""])
def test_the_name_is_not_needed(notice: Path, name: str) -> None:
    assert read_bytes(notice.read_bytes(), name).text == read_file(notice).text
