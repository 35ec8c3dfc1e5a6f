"""A refusal on the command line, in the language that was asked for."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from cli.test_main import run
from giaoban.cli.saying import said
from giaoban.reading.refusals import needs_program
from giaoban.refusal import Refusal


def test_it_is_said_in_both_languages() -> None:
    refusal = needs_program("antiword")
    assert "sudo apt install antiword) rồi gửi lại" in said(refusal, "vi")
    assert "sudo apt install antiword) and send the file again" in said(refusal, "en")


def test_what_is_in_no_catalogue_is_said_as_it_is() -> None:
    assert said(Refusal("tests.no", "Không có “%(name)s”.", name="a"), "en") == "Không có “a”."


def test_the_command_says_which_package_a_file_waits_for(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.png"
    scan.write_bytes(_white())
    monkeypatch.setenv("PATH", str(tmp_path))
    code, _, complaint = run(capfd, "--lang", "en", "extract", str(scan))
    assert code == 2
    assert "the server lacks a program" in complaint
    assert "tesseract-ocr tesseract-ocr-vie" in complaint
    assert scan.read_bytes() == _white()


def _white() -> bytes:
    out = BytesIO()
    Image.new("L", (600, 800), "white").save(out, "PNG")
    return out.getvalue()
