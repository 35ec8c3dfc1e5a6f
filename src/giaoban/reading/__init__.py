"""Files → :class:`Text`. A file that cannot or must not be read is refused with the reason; nothing is kept of it.

>>> read_bytes("Rà soát chương trình.\\r\\n".encode(), "kl.txt").text
'Rà soát chương trình.\\n'
"""

from __future__ import annotations

import re
from os import PathLike
from pathlib import Path

from giaoban.reading.detect import detect
from giaoban.reading.refusals import ReadingRefusal, empty, not_text, secret, too_large, too_long
from giaoban.reading.scans import Keep, Portion, Unfinished, portioned
from giaoban.reading.secrecy import stamp_in
from giaoban.reading.text import Block, Limits, Text, paragraph_blocks, plain_lines

__all__ = ["Block", "Limits", "ReadingRefusal", "Text", "read_bytes", "read_file", "read_text"]

_WORD = re.compile(r"[^\W_]")
_NO_TEXT = re.compile("[\x00\ud800-\udfff]")
_MEGABYTE = 1_000_000


def read_bytes(data: bytes, name: str = "", *, limits: Limits | None = None) -> Text:
    """Return the text of a file's bytes; ``name`` is the file's, for its extension.

    Raises :class:`ReadingRefusal`: stamped secret, encrypted, too large, no text, empty, with a macro, a bomb,
    of a format that cannot be read or another than its name says, damaged.
    """
    used = limits or Limits()
    if len(data) > used.bytes:
        raise too_large(used.bytes / _MEGABYTE)
    return _admitted(detect(data, name).read(data, name, used), used)


def read_portion(
    data: bytes, name: str, portion: Portion, keep: Keep, *, limits: Limits | None = None
) -> Text | Unfinished:
    """Return the text of a file, or how much of a long scan is left to be recognised after this portion of it.

    ``keep`` is given each page that is recognised now, to be ``known`` in the next portion. Raises as
    :func:`read_bytes`; a stamp on what has been recognised so far is refused at once.
    """
    used = limits or Limits()
    with portioned(portion, keep) as scan:
        text = detect(data, name).read(data, name, used)
    if not scan.left:
        return _admitted(text, used)
    _refuse_stamped(text)
    return Unfinished(text.media_type, len(text.pages), scan.left)


def read_file(path: str | PathLike[str], *, limits: Limits | None = None) -> Text:
    """Return the text of a file. Raises :class:`ReadingRefusal`, and :class:`OSError` where it cannot be opened."""
    used = limits or Limits()
    with Path(path).open("rb") as file:
        data = file.read(used.bytes + 1)
    return read_bytes(data, Path(path).name, limits=used)


def read_text(text: str, name: str = "", *, limits: Limits | None = None) -> Text:
    """Return a text that was typed or pasted. Raises :class:`ReadingRefusal` as for a file."""
    used = limits or Limits()
    plain = plain_lines(text)
    return _admitted(Text(plain, "text/plain", name, paragraph_blocks(plain)), used)


def _refuse_stamped(text: Text) -> None:
    if level := stamp_in(text.text, apart=text.apart):
        raise secret(level)


def _admitted(text: Text, limits: Limits) -> Text:
    """Return the text if it may be kept."""
    _refuse_stamped(text)
    if _NO_TEXT.search(text.text):
        raise not_text()
    if len(text.text) > limits.characters:
        raise too_long(limits.characters)
    if not _WORD.search(text.text):
        raise empty()
    return text
