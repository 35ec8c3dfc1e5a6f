"""One call from a document to what it says: its sources, its shape, and any text at all."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import giaoban
from giaoban import extract
from giaoban.language.extraction import Extraction
from giaoban.reading import Limits, ReadingRefusal

SCHEMA = Draft202012Validator(
    json.loads((Path(__file__).parents[1] / "corpus" / "extraction.schema.json").read_text("utf-8"))
)
NOTICE = """Sáng 22/9/2025, Thường trực Đảng ủy phường giao ban tuần, đồng chí Bí thư Đảng ủy chủ trì.
Kết luận hội nghị, đồng chí Bí thư Đảng ủy yêu cầu:
1. Công an phường chủ trì, phối hợp với Ban Chỉ huy Quân sự phường tăng cường tuần tra, báo cáo trước ngày 30/9.
2. Văn phòng Đảng ủy rà soát chương trình, kế hoạch quý IV; theo dõi, đôn đốc việc thực hiện.
"""


def checked(found: Extraction) -> dict[str, Any]:
    """Return the extraction as plain data, having checked its shape and that its offsets hold."""
    data = found.as_dict()
    SCHEMA.validate(data)
    text = data["text"]
    for kind in ("people", "citations", "results", "limitations", "directives"):
        for one in data[kind]:
            assert 0 <= one["start"] < one["end"] <= len(text)
    assert all(text[one["start"] : one["end"]] == one["text"] for one in data["directives"])
    assert all(text[one["start"] : one["end"]] == one["name"] for one in data["people"])
    return data


def test_text_bytes_and_path_say_the_same(tmp_path: Path) -> None:
    path = tmp_path / "thong-bao.txt"
    path.write_text(NOTICE, "utf-8")
    found = checked(extract(NOTICE))
    assert found["text"] == NOTICE
    assert found["directives"]
    assert extract(NOTICE.encode(), name="thong-bao.txt").as_dict() == found == extract(path).as_dict()


def test_a_word_document_says_what_its_text_says() -> None:
    document = Document()
    for line in NOTICE.strip().split("\n"):
        document.add_paragraph(line)
    out = BytesIO()
    document.save(out)
    found = checked(extract(out.getvalue(), name="thong-bao.docx"))
    assert found == extract(NOTICE.strip()).as_dict()


def test_decomposed_text_with_other_line_ends_says_the_same() -> None:
    written = unicodedata.normalize("NFD", NOTICE).replace("\n", "\r\n")
    assert extract(written.encode(), name="thong-bao.txt") == extract(NOTICE)


def test_the_keys_come_in_the_order_of_the_specification() -> None:
    assert list(extract(NOTICE).as_dict()) == [
        "text", "doc_type", "conference", "people", "citations", "results", "limitations", "directives",
    ]  # fmt: skip


def test_a_refused_document_is_refused_here_too() -> None:
    with pytest.raises(ReadingRefusal):
        extract("MẬT\nBáo cáo")
    with pytest.raises(ReadingRefusal):
        extract(NOTICE, limits=Limits(characters=10))
    with pytest.raises(OSError, match="No such file"):
        extract(Path("không-có.txt"))


PIECES = [
    *NOTICE.replace("\n", " \n ").split(" "),
    "Giao", "đề nghị", "I.", "1.1.", "-", "a)", ":", ";", ".", "./.", "TM.", "Nơi nhận:", "KẾT LUẬN",
    "Số: 12/TB-UBND",
    "Nghị quyết số 06-NQ/TW, ngày 21/12/2021", "trước ngày 31/4", "quý V", "99 tháng", "\t", "   ", "“", "”",
    "(", ")", "…",
    "đồng chí", "ông", "và", ",", "phối hợp với",
    "Uỷ", "ß", "İ", "ﬁ", "\u0301", "😀", "\u2028", "\x0c", "１",
]  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)))
@example("Yêu cầu İ và ﬁ: Công an xã\u2028tuần tra; ß.")
@example(":;.-")
def test_any_text_is_refused_or_gives_spans_that_hold(text: str) -> None:
    try:
        found = extract(text)
    except ReadingRefusal:
        return
    data = checked(found)
    assert data["text"] == unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def run_without_django(program: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a fresh interpreter in which Django cannot be imported."""
    blocked = f"import sys\nsys.modules['django'] = None\n{program}"
    return subprocess.run([sys.executable, "-c", blocked], capture_output=True, text=True, check=False)


def test_the_reader_needs_no_django() -> None:
    done = run_without_django(
        f"from giaoban import extract\nprint(len(extract({NOTICE!r}).directives))\n"
        "assert not [name for name, module in sys.modules.items() if name.startswith('django.') and module]"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) > 0


def test_importing_the_package_imports_no_part_of_it() -> None:
    done = run_without_django("import giaoban\nprint([name for name in sys.modules if name.startswith('giaoban.')])")
    assert done.stdout.strip() == "[]"


def test_what_the_package_offers() -> None:
    assert giaoban.Extraction is Extraction
    assert all(getattr(giaoban, name) for name in giaoban.__all__)
    with pytest.raises(AttributeError, match="nothing_such"):
        _ = giaoban.nothing_such
