"""The programs that some formats need, installed for the tests; one document in every format."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .documents import make_notice

ROOT = Path(__file__).resolve().parents[2]
#: LibreOffice takes Liberation for Times New Roman, which lacks most Vietnamese letters.
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<selectfont><rejectfont><glob>*/liberation*/*</glob></rejectfont></selectfont></fontconfig>"""


@pytest.fixture(scope="session")
def programs() -> None:
    """See that Tesseract, antiword and LibreOffice are there; install them, or fail with the words that say how."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "format_programs.py")], capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.fail(done.stderr, pytrace=False)


class Converter:
    """Turns files into other formats with LibreOffice, in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "fonts.conf").write_text(FONTS)

    def convert(self, path: Path, extension: str, kind: str = "") -> Path:
        """Return the file in another format, beside itself."""
        program = shutil.which("soffice")
        assert program is not None
        profile = f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"
        target = f"{extension}:{kind}" if kind else extension
        subprocess.run(
            [program, profile, "--headless", "--convert-to", target, "--outdir", str(path.parent), str(path)],
            check=True,
            capture_output=True,
            timeout=120,
            env={"PATH": "/usr/bin:/bin", "HOME": str(self.folder), "FONTCONFIG_FILE": str(self.folder / "fonts.conf")},
        )
        return path.with_suffix(f".{extension}")


@pytest.fixture(scope="session")
def converter(programs: None, tmp_path_factory: pytest.TempPathFactory) -> Converter:
    """LibreOffice."""
    return Converter(tmp_path_factory.mktemp("converted"))


@pytest.fixture(scope="session")
def notice(converter: Converter) -> Path:
    """A notice of conclusion as .docx, with a table of tasks; the other formats are made beside it."""
    path = converter.folder / "thong-bao.docx"
    path.write_bytes(make_notice())
    return path


@pytest.fixture(scope="session")
def notice_pdf(converter: Converter, notice: Path) -> Path:
    """The notice as .pdf with text."""
    return converter.convert(notice, "pdf")


@pytest.fixture(scope="session")
def notice_doc(converter: Converter, notice: Path) -> Path:
    """The notice as .doc."""
    return converter.convert(notice, "doc", "MS Word 97")
