"""Which format a file is of: its content decides, and its name must not say otherwise."""

from __future__ import annotations

import re
from pathlib import PurePath
from types import ModuleType
from typing import Protocol, cast

from giaoban.reading import doc, docx, html, image, pdf, txt
from giaoban.reading.package import ZIP_MAGIC
from giaoban.reading.refusals import bomb, damaged, encrypted, mismatch, unsupported
from giaoban.reading.text import Limits, Text


class Format(Protocol):
    """A format that can be read; a module of this part for each."""

    MEDIA_TYPE: str
    EXTENSIONS: tuple[str, ...]

    def recognises(self, data: bytes) -> bool:
        """Tell whether the bytes are of this format."""

    def read(self, data: bytes, name: str, limits: Limits) -> Text:
        """Return the text in the bytes; raises a :class:`~giaoban.reading.refusals.ReadingRefusal`."""


#: The formats in the order in which their content is tried; plain text takes what is left.
FORMATS: tuple[Format, ...] = tuple(
    cast("Format", module) for module in cast("list[ModuleType]", [docx, doc, pdf, image, html, txt])
)

_EXTENSION = re.compile(r"\.[a-z0-9]{1,8}")
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
#: Before each entry in a zip's directory; of so many not even the directory is read.
_ZIP_ENTRY = b"PK\x01\x02"
_MOST_ENTRIES = 20_000
_OTHER_MAGICS = (
    b"{\\rtf", b"GIF8",
    b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"PK\x05\x06", b"\x7fELF", b"MZ\x90",
)  # fmt: skip


def detect(data: bytes, name: str) -> Format:
    """Return the format of a file.

    Raises a refusal: encrypted, of a format that cannot be read, or of another one than its name says.
    """
    if data.startswith(ZIP_MAGIC) and data.count(_ZIP_ENTRY) > _MOST_ENTRIES:
        raise bomb()
    _refuse_other_formats(data)
    extension = _extension(name)
    found = next(one for one in FORMATS if one.recognises(data))
    named = next((one for one in FORMATS if extension in one.EXTENSIONS), None)
    if extension and named is None:
        raise unsupported()
    if named is None or named is found:
        return found
    # A page saved without its opening tags is still a page, and a text may open as a page does.
    if {named.MEDIA_TYPE, found.MEDIA_TYPE} == {html.MEDIA_TYPE, txt.MEDIA_TYPE}:
        return named
    raise mismatch()


def is_plain(data: bytes, name: str) -> bool:
    """Tell whether the file is plain text by its name and its first bytes, so that nothing in it need be parsed."""
    if _extension(name) not in ("", *txt.EXTENSIONS) or data.startswith((_OLE_MAGIC, ZIP_MAGIC, *_OTHER_MAGICS)):
        return False
    return not any(one.recognises(data) for one in (pdf, image, html))


def _extension(name: str) -> str:
    """Return the extension; a stop within a title ("Báo cáo. Phần 2") makes none."""
    suffix = PurePath(name).suffix.lower()
    return suffix if _EXTENSION.fullmatch(suffix) else ""


def _refuse_other_formats(data: bytes) -> None:
    if data.startswith(_OLE_MAGIC) and _ENCRYPTED_STREAM in data:
        raise encrypted()
    if data.startswith(_OLE_MAGIC) and not doc.recognises(data):
        raise unsupported()
    if data.startswith(_OTHER_MAGICS):
        raise unsupported()
    if data.startswith(ZIP_MAGIC) and not docx.recognises(data):
        raise unsupported() if _is_whole_zip(data) else damaged()


def _is_whole_zip(data: bytes) -> bool:
    from io import BytesIO
    from zipfile import is_zipfile

    return is_zipfile(BytesIO(data))
