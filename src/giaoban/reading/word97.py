"""The inside of an old Word file (.doc, Word 97 to 2003): what it must not hold, and the words beside its body.

The layout is that of [MS-DOC]: a stream ``WordDocument`` begins with the FIB, which says where in the table stream the
pieces of the text are listed. After the body's characters come those of footnotes, headers, comments and text boxes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from struct import unpack_from
from typing import Any

from giaoban.reading.encodings import encodings
from giaoban.reading.refusals import ReadingRefusal, damaged, encrypted, macro

_WORD_IDENTITY = 0xA5EC
#: The first version whose text is listed in pieces in a table stream (Word 97).
_WORD_97 = 0xC1
_FLAGS, _TEXT_LENGTHS, _PIECES = 0x0A, 0x4C, 0x1A2
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
#: Numbers of characters: body, footnotes, headers, macros, comments, endnotes, text boxes, text boxes of headers.
_PARTS = 8
_PROPERTIES, _TABLE_OF_PIECES = 1, 2
_COMPRESSED = 0x40000000
_MACROS = ("macros", "_vba_project_cur", "vba")
_ENCRYPTED_STREAMS = ("encryptedpackage", "encryptioninfo")
_PARAGRAPH_ENDS = str.maketrans({"\r": "\n", "\x07": "\n", "\x0b": "\n", "\x0c": "\n", "\x1e": "-", "\x1f": None})
_NOT_SHOWN = dict.fromkeys([*range(0x09), *range(0x0E, 0x1E)])


@dataclass(frozen=True, slots=True)
class Word97:
    """What was seen in the file: the words beside the body, and whether it names a font of before Unicode."""

    apart: str
    has_old_fonts: bool


def inspect(data: bytes) -> Word97:
    """Return what stands beside the body of a .doc.

    Raises a refusal: with a password, with macros, or broken.
    """
    from olefile import OleFileIO

    try:
        with OleFileIO(BytesIO(data)) as file:
            return _inspect(file)
    except (ReadingRefusal, MemoryError):
        raise
    # A file made to do harm can fail anywhere inside of the parser; whatever it raises means the same to a person.
    except Exception as error:
        raise damaged() from error


def _inspect(file: Any) -> Word97:
    names = {part.lower() for path in file.listdir(streams=True, storages=True) for part in path}
    if names.intersection(_ENCRYPTED_STREAMS):
        raise encrypted()
    if "worddocument" not in names:
        raise damaged()
    main = file.openstream("WordDocument").read()
    identity, version = unpack_from("<HH", main)
    flags = unpack_from("<H", main, _FLAGS)[0]
    if identity != _WORD_IDENTITY:
        raise damaged()
    if flags & _ENCRYPTED:
        raise encrypted()
    if names.intersection(_MACROS):
        raise macro()
    if version < _WORD_97:
        return Word97("", has_old_fonts=False)
    table = file.openstream("1Table" if flags & _TABLE_1 else "0Table").read()
    return Word97(_apart(main, table), has_old_fonts=_has_old_fonts(table))


def _apart(main: bytes, table: bytes) -> str:
    body = unpack_from("<i", main, _TEXT_LENGTHS)[0]
    whole = sum(max(0, count) for count in unpack_from(f"<{_PARTS}i", main, _TEXT_LENGTHS))
    text = "".join(_piece(main, start, stop, place) for start, stop, place in _pieces(main, table))
    return text[body:whole].translate(_PARAGRAPH_ENDS).translate(_NOT_SHOWN)


def _pieces(main: bytes, table: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield each piece of the text: its first character, the one behind its last, and where its bytes are."""
    position, length = unpack_from("<II", main, _PIECES)
    end = position + length
    while position < end and table[position] == _PROPERTIES:
        position += 3 + unpack_from("<H", table, position + 1)[0]
    if position >= end or table[position] != _TABLE_OF_PIECES:
        raise damaged()
    count = (unpack_from("<I", table, position + 1)[0] - 4) // 12
    position += 5
    starts = unpack_from(f"<{count + 1}I", table, position)
    for number in range(count):
        place = unpack_from("<I", table, position + 4 * (count + 1) + 8 * number + 2)[0]
        yield starts[number], starts[number + 1], place


def _piece(main: bytes, start: int, stop: int, place: int) -> str:
    """Return a piece's characters: a byte each in Windows-1252, or two in UTF-16."""
    count = max(0, stop - start)
    if place & _COMPRESSED:
        offset = (place & ~_COMPRESSED) // 2
        return main[offset : offset + count].decode("cp1252", "replace")
    return main[place : place + 2 * count].decode("utf-16-le", "replace")


def _has_old_fonts(table: bytes) -> bool:
    """Tell whether a font's name begins as those of an old encoding; names stand in UTF-16, after a zero."""
    lower = table.lower()
    return any(b"\0" + font.encode("utf-16-le") in lower for one in encodings() for font in one.fonts)
