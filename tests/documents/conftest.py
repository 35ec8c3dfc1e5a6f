"""Documents at review: the example page, read for the test's office; files in a folder of the test's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from conftest import Office
from giaoban.documents.actions import add_pasted_text
from giaoban.documents.models import Directive, Document
from giaoban.jobs.runner import run_waiting

CONCLUSION = """Ngày 27/3/2024, Ban Thường vụ Thị ủy Thử tổ chức hội nghị giao ban công tác nội chính quý I/2024.
Kết luận hội nghị, đồng chí Bí thư Thị ủy yêu cầu: Công an thị xã mở đợt cao điểm tấn công trấn áp tội phạm, hoàn \
thành trước ngày 30/6/2024; Tòa án nhân dân thị xã nâng cao tỷ lệ xét xử lưu động; các phường rà soát kế hoạch, phối \
hợp với Công an thị xã tuần tra.
Sau hội nghị, các đại biểu dâng hương tại đền Vạn Lộc.
"""


@pytest.fixture(autouse=True)
def files(settings: Any, tmp_path: Path) -> Path:
    """Where the test's files are kept."""
    settings.FILES_ROOT = tmp_path / "files"
    return tmp_path / "files"


@pytest.fixture
def document(office: Office) -> Document:
    """The conclusion, read, at review."""
    added = add_pasted_text(office.specialist, "Kết luận", CONCLUSION, declares_no_secret=True)
    run_waiting()
    added.document.refresh_from_db()
    assert added.document.state == Document.State.READ, added.document.refusal
    return added.document


@pytest.fixture
def directives(document: Document) -> list[Directive]:
    """Its directives, in the order of the text."""
    return list(document.directives.all())
