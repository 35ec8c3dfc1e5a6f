"""Commands that look after an office's server: how good the reader is, which files nobody needs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from giaoban.cli.office import start_django

if TYPE_CHECKING:
    from collections.abc import Iterator

    from giaoban.documents.quality import Quality, Report

OUTCOMES = (
    ("as-is", "nhận nguyên (accepted)"),
    ("changed", "sửa rồi nhận (changed)"),
    ("rejected", "bỏ (rejected)"),
)
FIELD_WORDS = {
    "span": "đoạn văn bản (span)",
    "lead": "chủ trì (lead)",
    "support": "phối hợp (support)",
    "due": "hạn (due)",
    "areas": "lĩnh vực (area)",
    "title": "tên (title)",
}
_WIDTH = 28


def reader_quality(
    as_json: Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON.")] = False,
    committee: Annotated[int, typer.Option(help="Số của một cấp ủy; bỏ trống là mọi cấp ủy trên máy chủ.")] = 0,
) -> None:
    """Cho biết qua các lần rà soát đã xong: đề xuất của bộ đọc được nhận nguyên, sửa, bỏ hay bỏ sót bao nhiêu."""
    start_django()
    from giaoban.documents.quality import reader_quality as measured

    report = measured([committee] if committee else None)
    if as_json:
        typer.echo(json.dumps(report.as_dict(), ensure_ascii=False, indent=2))
        return
    for line in _lines(report):
        typer.echo(line)


def _lines(report: Report) -> Iterator[str]:
    from giaoban.documents.quality import FEW
    from giaoban.documents.words import doc_types

    kinds = {one.id: f"{one.words} ({one.english})" for one in doc_types()}
    yield from _part("Tất cả văn bản đã giao (all given documents)", report.total)
    for code, quality in report.by_type.items():
        yield from _part(kinds.get(code, code), quality)
    for period, quality in report.by_period.items():
        yield from _part(f"Nhận trong {period} (received)", quality)
    if report.at_review:
        yield f"Chưa tính {report.at_review} văn bản còn đang rà soát. (documents still at review are not counted)"
    if report.total.is_few:
        yield f"Dưới {FEW} đề xuất: số liệu còn ít; tỷ lệ thật có thể ở đâu đó trong khoảng ghi trong ngoặc."
        yield "(few proposals: the true share may be anywhere in the range in brackets)"


def _part(head: str, quality: Quality) -> Iterator[str]:
    from giaoban.documents.quality import FIELDS, Outcome

    yield f"{head}: {quality.documents} văn bản, {quality.proposed} đề xuất (documents, proposals)"
    for outcome, words in OUTCOMES:
        yield f"  {words:<{_WIDTH}} {_counted(quality.outcomes[Outcome(outcome)], quality.proposed)}"
    yield f"  {'máy bỏ sót (missed)':<{_WIDTH}} {_counted(quality.outcomes[Outcome.MISSED], quality.directives)}"
    for name in FIELDS:
        if quality.fields[name]:
            yield f"    sửa {FIELD_WORDS[name]:<{_WIDTH - 6}} {quality.fields[name]}"
    yield ""


def _counted(count: int, of: int) -> str:
    """Return a count with its share, and the range in which the true share lies."""
    from giaoban.documents.quality import likely_range

    if not of:
        return str(count)
    low, high = likely_range(count, of)
    return f"{count:>5}  {count / of:.0%} ({low:.0%}–{high:.0%})"


def sweep_files(
    delete: Annotated[bool, typer.Option("--delete", help="Xóa thật; không có thì chỉ liệt kê.")] = False,
) -> None:
    """Tìm trong kho tệp những tệp quá một giờ không thuộc về dòng dữ liệu nào; chỉ xóa khi có --delete."""
    start_django()
    from giaoban.documents.files import sweep_orphans

    found = sweep_orphans(is_dry=not delete)
    for path in found:
        typer.echo(path)
    if delete:
        typer.echo(f"Đã xóa {len(found)} tệp. (files removed)")
    else:
        typer.echo(f"{len(found)} tệp không thuộc về đâu; thêm --delete để xóa. (--delete removes them)")
