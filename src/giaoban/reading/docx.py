"""Word documents (.docx): the body's paragraphs and tables in order, with the list numbers that Word makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from giaoban.reading.package import ZIP_MAGIC, check_package, is_word_package
from giaoban.reading.refusals import ReadingRefusal, damaged, too_long
from giaoban.reading.tables import Cell, add_table
from giaoban.reading.text import BlockKind, Limits, Text, TextBuilder

if TYPE_CHECKING:
    from docx.document import Document

    from giaoban.reading.docx_fonts import Fonts
    from giaoban.reading.docx_styles import Styles

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXTENSIONS = (".docx", ".docm")

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_WORDS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_LEFT_OUT = {f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", _ALTERNATIVE}
_TEXT_BOX = f"{_W}txbxContent"
_WATERMARK = "{urn:schemas-microsoft-com:vml}textpath"
_APART = ("header", "footer", "footnotes", "endnotes", "comments")


def recognises(data: bytes) -> bool:
    """Tell whether the bytes are a zip package with a Word document in it."""
    return data.startswith(ZIP_MAGIC) and is_word_package(data)


def read(data: bytes, name: str, limits: Limits) -> Text:
    """Return the body's text; a row of a table is a line, headers, footers, text boxes and notes stand apart."""
    check_package(data, limits)
    try:
        return _read(data, name, limits)
    except (ReadingRefusal, MemoryError):
        raise
    # A file made to do harm can fail anywhere inside of the parser; whatever it raises means the same to a person.
    except Exception as error:
        raise damaged() from error


def _read(data: bytes, name: str, limits: Limits) -> Text:
    from docx import Document as open_document

    from giaoban.reading.docx_fonts import Fonts
    from giaoban.reading.docx_styles import Styles

    document = open_document(BytesIO(data))
    builder = TextBuilder()
    look = _Look(Styles(document), Fonts(document))
    for element in _blocks_of(document.element.body):
        if element.tag == f"{_W}tbl":
            add_table(builder, list(_rows(element, look)))
        else:
            _add_paragraph(builder, element, look)
        if builder.length > limits.characters:
            raise too_long(limits.characters)
    return Text(builder.text.rstrip("\n"), MEDIA_TYPE, name, builder.blocks, _apart(document, look.fonts))


@dataclass(frozen=True, slots=True)
class _Look:
    """What is said once for a whole document."""

    styles: Styles
    fonts: Fonts


def _blocks_of(parent: Any) -> Iterator[Any]:
    """Yield paragraphs and tables in order, out of content controls and insertions too."""
    for child in parent:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _blocks_of(child)


def _add_paragraph(builder: TextBuilder, paragraph: Any, look: _Look) -> None:
    number = look.styles.number(paragraph)
    kind: BlockKind = "heading" if look.styles.is_heading(paragraph) else "item" if number else "paragraph"
    builder.add(f"{number}{_words(paragraph, look.fonts)}".strip(), kind)
    builder.gap("\n")


def _rows(table: Any, look: _Look) -> Iterator[list[Cell]]:
    for row in table.iter(f"{_W}tr"):
        if next(row.iterancestors(f"{_W}tbl")) is table and row.find(f"{_W}trPr/{_W}del") is None:
            yield list(_cells(row, look))


def _cells(row: Any, look: _Look) -> Iterator[Cell]:
    column = 0
    for cell in row.iter(f"{_W}tc"):
        if next(cell.iterancestors(f"{_W}tr")) is not row:
            continue
        paragraphs = [f"{look.styles.number(one)}{_words(one, look.fonts)}" for one in cell.iter(f"{_W}p")]
        yield Cell(column, tuple(words for words in paragraphs if words.strip()))
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        column += 1 if span is None else max(int(span.get(f"{_W}val", 1)), 1)


def _words(element: Any, fonts: Fonts, *, boxes: bool = False) -> str:
    """Return the words of an element as Word shows them: insertions, not deletions; text boxes only if asked."""
    pieces: list[tuple[str, str]] = []
    waiting = [iter(element)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag == f"{_W}t":
            pieces.append((child.text or "", fonts.of(child.getparent()) if fonts.is_old else ""))
        elif child.tag in _WORDS:
            pieces.append((_WORDS[child.tag], pieces[-1][1] if pieces else ""))
        elif child.tag not in _LEFT_OUT and (boxes or child.tag != _TEXT_BOX):
            waiting.append(iter(child))
    return fonts.in_unicode(pieces)


def _apart(document: Document, fonts: Fonts) -> str:
    """Return the words outside of the body, a paragraph a line."""
    body = document.element.body
    lines = [_words(one, fonts) for box in body.iter(_TEXT_BOX) for one in box.iter(f"{_W}p")] + _watermarks(body)
    for relation in document.part.rels.values():
        if relation.is_external or not relation.reltype.endswith(_APART):
            continue
        root = _root(relation.target_part)
        lines += [_words(one, fonts, boxes=True) for one in root.iter(f"{_W}p")] + _watermarks(root)
    return "\n".join(line for line in lines if line.strip())


def _watermarks(root: Any) -> list[str]:
    return [one.get("string", "") for one in root.iter(_WATERMARK)]


def _root(part: Any) -> Any:
    """Return a part's root element; python-docx has parsed some parts and left others as bytes."""
    from docx.oxml import parse_xml

    return part.element if hasattr(part, "element") else parse_xml(part.blob)
