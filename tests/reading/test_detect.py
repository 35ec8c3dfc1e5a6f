"""A file's format: its content decides, its name must agree, and what cannot be read is said so."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from giaoban.reading import Limits, ReadingRefusal, read_bytes, read_file

from .making import plain_word

TEXT = "Rà soát kế hoạch.".encode()
WORD = plain_word("Rà soát kế hoạch.")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def some_zip() -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "media_type"),
    [
        (TEXT, "kl.txt", "text/plain"),
        (TEXT, "KL.TXT", "text/plain"),
        (TEXT, "", "text/plain"),
        (TEXT, "-", "text/plain"),
        (TEXT, "Báo cáo quý I. Phần hai", "text/plain"),
        (WORD, "kl.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (WORD, "kl", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (b"<!DOCTYPE html><p>a", "kl.html", "text/html"),
    ],
)
def test_a_format_is_told(data: bytes, name: str, media_type: str) -> None:
    assert read_bytes(data, name).media_type == media_type


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (WORD, "kl.txt", "mismatch"),
        (WORD, "kl.html", "mismatch"),
        (TEXT, "kl.docx", "mismatch"),
        (TEXT, "kl.pdf", "mismatch"),
        (TEXT, "kl.doc", "mismatch"),
        (TEXT, "kl.png", "mismatch"),
        (TEXT, "kl.exe", "unsupported"),
        (b"%PDF-1.7 ...", "kl.pdf", "damaged"),
        (b"%PDF-1.7 ...", "kl.txt", "mismatch"),
        (b"{\\rtf1 a}", "kl.doc", "unsupported"),
        (OLE, "kl.doc", "damaged"),
        (OLE, "kl.docx", "mismatch"),
        (OLE + "Workbook".encode("utf-16-le"), "kl.xls", "unsupported"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "kl.docx", "encrypted"),
        (some_zip(), "kl.odt", "unsupported"),
        (WORD[:-100], "kl.docx", "damaged"),
        (b"\x89PNG\r\n\x1a\n", "kl.png", "damaged"),
        (b"GIF89a", "kl.gif", "unsupported"),
        (b"", "kl.txt", "empty"),
        (b"\xef\xbb\xbf \n", "kl.txt", "empty"),
        ("… --- *** ​".encode(), "kl.txt", "empty"),
    ],
)
def test_a_file_is_refused(data: bytes, name: str, code: str) -> None:
    with pytest.raises(ReadingRefusal) as refused:
        read_bytes(data, name)
    assert refused.value.code == f"reading.{code}"
    assert "Không có gì được lưu lại" in str(refused.value)


def test_a_file_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "kl.txt"
    path.write_bytes(TEXT)
    assert read_file(path).name == "kl.txt"
    path.with_name("lớn.txt").write_bytes(b"a" * 1_500_001)
    with pytest.raises(ReadingRefusal, match="mức cho phép là 1,5 MB"):
        read_file(path.with_name("lớn.txt"), limits=Limits(bytes=1_500_000))
    with pytest.raises(OSError, match="No such file"):
        read_file(tmp_path / "không có.txt")


def test_too_many_characters_are_named() -> None:
    with pytest.raises(ReadingRefusal, match=r"1\.000 ký tự"):
        read_bytes(b"a" * 1_001, "a.txt", limits=Limits(characters=1_000))
