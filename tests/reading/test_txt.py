"""Plain text comes as it is, but for Unicode form and line ends."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.reading import ReadingRefusal, read_bytes, read_text

from .making import outcome

WORDS = "  Hội nghị\tgiao ban \n\n  hoà giải;\u200b uỷ ban\u00a0\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_only_form_and_line_ends_change(encoding: str, line_end: str, form: Literal["NFC", "NFD"]) -> None:
    written = unicodedata.normalize(form, WORDS).replace("\n", line_end)
    assert read_bytes(written.encode(encoding), "kl.txt").text == WORDS


def test_utf_16_big_end_first() -> None:
    assert read_bytes(b"\xfe\xff" + WORDS.encode("utf-16-be"), "kl.txt").text == WORDS


@given(st.text())
def test_any_text_is_kept_or_refused(text: str) -> None:
    told = outcome(lambda: read_text(text))
    if told != "read":
        assert told in {"reading.empty", "reading.not_text", "reading.secret"}
        return
    read = read_text(text)
    assert read.text == unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    assert all(read.text[one.start : one.end].strip() for one in read.blocks)


def test_lines_are_blocks() -> None:
    read = read_bytes("Một\n\n  Hai \nBa".encode(), "kl.txt")
    assert [(read.text[b.start : b.end], b.kind) for b in read.blocks] == [
        ("Một", "paragraph"),
        ("  Hai ", "paragraph"),
        ("Ba", "paragraph"),
    ]
    assert (read.media_type, read.name, read.apart) == ("text/plain", "kl.txt", "")


@pytest.mark.parametrize(
    "data",
    [
        "Hội nghị".encode("utf-16-le"),
        b"R\xe9sum\xe9 \xa7 5 \xa9 2024",
        b"abc\x00def",
        b"\xff\xfea",
        bytes(range(256)),
    ],
)
def test_other_bytes_are_no_text(data: bytes) -> None:
    with pytest.raises(ReadingRefusal) as refused:
        read_bytes(data, "kl.txt")
    assert refused.value.code == "reading.not_text"


def test_half_a_character_is_no_text() -> None:
    with pytest.raises(ReadingRefusal) as refused:
        read_text("a\ud800")
    assert refused.value.code == "reading.not_text"
