"""Old Word documents (.doc): read by antiword where that is exact, else turned into .docx by LibreOffice.

Antiword takes milliseconds, but numbers lists by guess, and knows no fonts of before Unicode. LibreOffice takes a
second and is exact. Either will do where the other is not installed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from giaoban.reading import docx
from giaoban.reading.encodings import Encoding, encoding_of, restored
from giaoban.reading.programs import path_of, require, run
from giaoban.reading.refusals import ReadingRefusal, damaged, too_long
from giaoban.reading.tables import Cell, add_table
from giaoban.reading.text import BlockKind, Limits, Text, TextBuilder
from giaoban.reading.word97 import Word97, inspect

MEDIA_TYPE = "application/msword"
EXTENSIONS = (".doc",)

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: What else has this container: spreadsheets, presentations, mails, each by the name of its main stream.
_OTHERS = tuple(name.encode("utf-16-le") for name in ("Workbook", "PowerPoint Document", "__properties_version1.0"))
_LISTS = ("orderedlist", "itemizedlist")
_PICTURE = "[pic]"


def recognises(data: bytes) -> bool:
    """Tell whether the bytes are of the container of old Word files, and not of another program's."""
    return data.startswith(_MAGIC) and not any(name in data for name in _OTHERS)


def read(data: bytes, name: str, limits: Limits) -> Text:
    """Return the body's text, as of a .docx; headers, footnotes and text boxes stand apart."""
    from tempfile import TemporaryDirectory

    inside = inspect(data)
    with TemporaryDirectory(prefix="giaoban-") as folder:
        path = Path(folder) / "document.doc"
        path.write_bytes(data)
        text = _read(path, inside, limits)
    return replace(text, media_type=MEDIA_TYPE, name=name)


def _read(path: Path, inside: Word97, limits: Limits) -> Text:
    libreoffice = path_of("libreoffice")
    if path_of("antiword") is None and libreoffice is not None:
        return _by_libreoffice(path, libreoffice, inside, limits)
    try:
        book = _book(path, require("antiword"), limits)
        is_exact = not inside.has_old_fonts and next(book.iter(*_LISTS), None) is None
    except ReadingRefusal as refusal:
        # What antiword gives up on (a text of a few words is one) LibreOffice may still read.
        if refusal.code != "reading.damaged":
            raise
        require("libreoffice")
        is_exact = False
    if not is_exact and libreoffice is not None:
        return _by_libreoffice(path, libreoffice, inside, limits)
    return _by_antiword(book, inside, limits)


def _by_libreoffice(path: Path, program: str, inside: Word97, limits: Limits) -> Text:
    # A profile of its own: two at once on one profile, and one of them fails.
    profile = path.parent / "profile"
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo"]
    run(
        [*command, "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(path.parent), str(path)],
        path.parent,
        limits.seconds,
    )
    made = path.with_suffix(".docx")
    if not made.exists():
        raise damaged()
    text = docx.read(made.read_bytes(), path.name, limits)
    return replace(text, apart=f"{text.apart}\n{inside.apart}".strip())


def _book(path: Path, program: str, limits: Limits) -> Any:
    """Return the document as antiword tells it, in the elements of DocBook."""
    from lxml import etree

    printed = run([program, "-x", "db", path.name], path.parent, limits.seconds)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(printed, parser)
    except etree.XMLSyntaxError as error:
        raise damaged() from error


def _by_antiword(book: Any, inside: Word97, limits: Limits) -> Text:
    encoding = encoding_of("".join(book.itertext()))
    builder = TextBuilder()
    for element in _blocks_of(book):
        if element.tag == "informaltable":
            add_table(builder, [_cells(row) for row in element.iter("row")])
        else:
            _add_lines(builder, element, encoding)
        if builder.length > limits.characters:
            raise too_long(limits.characters)
    return Text(builder.text.strip("\n"), MEDIA_TYPE, "", builder.blocks, inside.apart)


def _add_lines(builder: TextBuilder, element: Any, encoding: Encoding | None) -> None:
    kind: BlockKind = "heading" if element.tag == "title" else "paragraph"
    for line in _lines(element) or [""]:
        builder.add(restored(line, encoding), "item" if element.getparent().tag == "listitem" else kind)
        builder.gap("\n")


def _blocks_of(book: Any) -> Iterator[Any]:
    """Yield titles, paragraphs and tables in order; a table stands in a paragraph that has nothing else."""
    for element in book.iter("title", "para", "informaltable"):
        if element.tag == "informaltable" or element.find("informaltable") is None:
            yield element


def _lines(element: Any) -> list[str]:
    text = "".join(element.itertext()).replace(_PICTURE, "")
    return [" ".join(line.split()) for line in text.strip().split("\n") if line.strip()]


def _cells(row: Any) -> list[Cell]:
    return [Cell(column, tuple(_lines(entry))) for column, entry in enumerate(row.iter("entry"))]
