"""Files made for the tests, in memory."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.document import Document as WordDocument

from giaoban.reading import ReadingRefusal


def word(make: Callable[[WordDocument], object]) -> bytes:
    """Return a .docx that ``make`` has written into."""
    document = Document()
    make(document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def outcome(read: Callable[[], object]) -> str:
    """Return "read", or the code of the refusal."""
    try:
        read()
    except ReadingRefusal as refusal:
        return refusal.code
    return "read"


def plain_word(*paragraphs: str) -> bytes:
    """Return a .docx of these paragraphs."""
    return word(lambda document: [document.add_paragraph(one) for one in paragraphs])


def repacked(data: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    """Return the zip with its parts changed in place."""
    with ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return out.getvalue()


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    """Return the zip with one more part, or another in the place of one."""
    return repacked(data, lambda parts: parts.update({name: part}))
