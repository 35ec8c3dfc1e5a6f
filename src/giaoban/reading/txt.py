"""Plain text: UTF-8, UTF-16 with its byte order mark, or an encoding of before Unicode."""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from giaoban.reading.encodings import decoded, encoding_of, restored
from giaoban.reading.refusals import not_text
from giaoban.reading.text import Limits, Text, paragraph_blocks, plain_lines

MEDIA_TYPE = "text/plain"
EXTENSIONS = (".txt", ".text")


def recognises(data: bytes) -> bool:
    """Tell whether the bytes can be text: whatever else is no known format is tried as text."""
    return True


def read(data: bytes, name: str, limits: Limits) -> Text:
    """Return the text, unchanged but for Unicode form, line ends and the byte order mark."""
    text = plain_lines(_decode(data))
    return Text(text, MEDIA_TYPE, name, paragraph_blocks(text))


def _decode(data: bytes) -> str:
    try:
        if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            return data.decode("utf-16")
        text = data.removeprefix(BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        old = decoded(data)
        if old is None:
            raise not_text() from None
        return old
    return restored(text, encoding_of(text))
