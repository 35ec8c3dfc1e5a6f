"""The zip container of a .docx, looked over before anything in it is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from stat import S_ISLNK
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as DeflateError

from giaoban.reading.refusals import bomb, damaged, encrypted, macro, unsupported
from giaoban.reading.text import Limits

ZIP_MAGIC = b"PK\x03\x04"
_ENCRYPTED_FLAG = 0x1
_SMALL = 1_000_000
_CHUNK = 1 << 16
_MARKUP = (".xml", ".rels")
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_MACRO_NAME = re.compile(r"vbaproject\.bin$|vbadata\.xml$", re.IGNORECASE)
_MACRO_TYPE = b"macroenabled"
_BROKEN = (BadZipFile, DeflateError, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)


def check_package(data: bytes, limits: Limits) -> None:
    """Refuse a package that is encrypted, no .docx, macro-bearing, broken, or a bomb.

    The directory is judged first, then every part of markup is unpacked, a chunk at a time, within its limits.
    """
    try:
        with ZipFile(BytesIO(data)) as package:
            entries = package.infolist()
            _check_directory(entries, limits)
            _check_markup(package, entries, limits)
    except _BROKEN as error:
        raise damaged() from error


def is_word_package(data: bytes) -> bool:
    """Tell whether the bytes are a zip with Word's main part; a broken zip is none."""
    try:
        with ZipFile(BytesIO(data)) as package:
            return any(name.lower().startswith("word/") for name in package.namelist())
    except _BROKEN:
        return False


def _check_directory(entries: list[ZipInfo], limits: Limits) -> None:
    if len(entries) > limits.entries or sum(one.file_size for one in entries) > limits.unpacked_bytes:
        raise bomb()
    if any(_is_swollen(one, limits) for one in entries):
        raise bomb()
    if any(one.flag_bits & _ENCRYPTED_FLAG for one in entries):
        raise encrypted()
    if any(S_ISLNK(one.external_attr >> 16) for one in entries):
        raise damaged()
    names = [one.filename for one in entries]
    if len(set(map(str.lower, names))) < len(names) or any(map(_leaves_the_package, names)):
        raise damaged()
    if any(map(_MACRO_NAME.search, names)):
        raise macro()
    if "[Content_Types].xml" not in names or not any(name.startswith("word/") for name in names):
        raise unsupported()


def _is_swollen(entry: ZipInfo, limits: Limits) -> bool:
    return entry.file_size > _SMALL and entry.file_size > limits.ratio * max(entry.compress_size, 1)


def _leaves_the_package(name: str) -> bool:
    return name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) or ":" in name


def _check_markup(package: ZipFile, entries: list[ZipInfo], limits: Limits) -> None:
    total = 0
    for entry in entries:
        if not entry.filename.lower().endswith(_MARKUP):
            continue
        tail = b""
        for chunk in _chunks(package, entry):
            total += len(chunk)
            if total > limits.markup_bytes:
                raise bomb()
            _check_chunk(tail + chunk, entry.filename)
            tail = chunk[-len("<!DOCTYPE") * 2 :]


def _chunks(package: ZipFile, entry: ZipInfo) -> Iterator[bytes]:
    with package.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _check_chunk(chunk: bytes, name: str) -> None:
    # UTF-16 is legal in XML parts; without its zero bytes a declaration reads the same in all of them.
    plain = chunk.replace(b"\x00", b"")
    if _DECLARATION.search(plain):
        raise bomb()
    if name == "[Content_Types].xml" and _MACRO_TYPE in plain.lower():
        raise macro()
