"""The outer parts of an official paper, line by line: letterhead and title above, signature and recipients below."""

from __future__ import annotations

import re
from dataclasses import dataclass

from giaoban.language.markers import find_marker

_ANNEX = re.compile(r"PHỤ LỤC\b")


@dataclass(slots=True)
class Line:
    """One line without its outer blanks; ``gap`` says that blank lines stand before it."""

    start: int
    end: int
    text: str
    gap: bool
    indent: int


_KINDS_OF_PAPER = (
    r"thông báo|kết luận|chỉ thị|nghị quyết|quyết định|kế hoạch|công điện|báo cáo|biên bản|giấy mời|chương trình"
    r"|hướng dẫn|quy định|quy chế|tờ trình|công văn|phương án|đề án|thông tri|lệnh|thông cáo|phụ lục"
)
PAPER = re.compile(rf"(?:{_KINDS_OF_PAPER})\b[^.;]{{0,60}}$", re.IGNORECASE)
_STATE = re.compile(
    r"ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H[ÒO][ÀA]? XÃ HỘI CHỦ NGHĨA|CỘNG HOÀ XÃ HỘI|^Độc lập\s*[-–]|Độc lập - Tự do"
)
_NUMBER = re.compile(r"^Số\s*:?\s*[\d.…]*\s*[-/–]|^Số\s*:?\s*\d", re.IGNORECASE)
_PLACE_DATE = re.compile(
    r"^[^.;:]{2,60},\s*(?:hồi\s.{0,30})?ngày\s+[\d….]+\s+tháng\s+[\d….]+\s+năm\s+[\d….]+$", re.IGNORECASE
)
_RECIPIENTS = re.compile(r"^Nơi\s+nhận\s*:?", re.IGNORECASE)
_AUTHORITY = re.compile(r"^(?:T\s?/\s?M|TM|K\s?/\s?T|KT|T\s?/\s?L|TL|TUQ|T/UQ|Q)\s*\.?\s+[A-ZĐÀ-Ỹ]")
_SIGNED = re.compile(
    r"^(?:QUYỀN\s+)?(?:PHÓ\s+)?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|CHÁNH|TRƯỞNG|VIỆN TRƯỞNG|CHỈ HUY TRƯỞNG|CỤC TRƯỞNG"
    r"|CHỦ NHIỆM|THỦ TƯỚNG|BỘ TRƯỞNG|TỔNG|THƯ KÝ|CHỦ TRÌ|CHỦ TỌA|NGƯỜI (?:GHI|LẬP))\b[^.;]*$"
)
RULE = re.compile(r"^[-–—_*=\s.]+$")
_WIRED = re.compile(r"[^.;:]{3,80}\bđiện\s*:")
SENTENCE_END = re.compile(r"[.;!?…]['\"”)]*$|\./\.$")


def read_lines(text: str) -> list[Line]:
    lines: list[Line] = []
    offset, gap = 0, False
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare:
            indent = len(raw) - len(raw.lstrip())
            lines.append(Line(offset + indent, offset + indent + len(bare), bare, gap, indent))
        gap = not bare
        offset += len(raw) + 1
    return lines


def body_start(lines: list[Line]) -> int:
    """Return the first line after letterhead and title; 0 where the text has no letterhead."""
    head = next((n for n, line in enumerate(lines[:14]) if _STATE.search(line.text) or _NUMBER.match(line.text)), None)
    if head is None:
        return 1 if lines and PAPER.match(lines[0].text) and lines[0].text.isupper() else 0
    title = next(
        (n for n, line in enumerate(lines[:24]) if PAPER.match(line.text) and line.text.split()[0].isupper()), None
    )
    last = title if title is not None else _last_of_letterhead(lines, head)
    return _title_end(lines, last + 1) if title is not None else last + 1


def _last_of_letterhead(lines: list[Line], head: int) -> int:
    """Return the last line that is letterhead by its look, for papers without a title (công văn)."""
    last = head
    for n, line in enumerate(lines[: head + 14]):
        if n > head and is_to_whom(line.text):
            break
        if _looks_official(line) or line.text.startswith("V/v"):
            last = n
    return last


def is_to_whom(written: str) -> bool:
    """Tell whether a line or block says whom a paper is sent to: "Kính gửi: …", "Chủ tịch UBND tỉnh điện:"."""
    small = written.lower()
    return "kính gửi" in small or _WIRED.match(small) is not None


def _looks_official(line: Line) -> bool:
    return bool(
        _STATE.search(line.text) or _NUMBER.match(line.text) or _PLACE_DATE.match(line.text) or RULE.match(line.text)
        or re.search(r"\s{3,}.*ngày\s+\d+\s+tháng", line.text)
    )  # fmt: skip


def _title_end(lines: list[Line], index: int) -> int:
    """Return the line after the title that begins before ``index``: its lines stand together, then a gap or a rule."""
    while index < len(lines) and not (lines[index].gap and not _continues_title(lines[index])):
        if RULE.match(lines[index].text):
            return index + 1
        if find_marker(lines[index].text) or SENTENCE_END.search(lines[index].text) or len(lines[index].text) > 330:
            break
        index += 1
    return index


def _continues_title(line: Line) -> bool:
    return bool(RULE.match(line.text)) or (
        line.text.startswith(("Về ", "về ", "V/v")) and not line.text.endswith((".", ":"))
    )


def closing_start(lines: list[Line], body: int) -> int:
    """Return the first line of the signature, the recipients or both; the number of lines where there are none."""
    floor = max(body + 1, 1)
    for n in range(floor, len(lines)):
        line = lines[n]
        signed = _SIGNED.match(line.text) and line.text.isupper()
        placed = line.indent > 8 or (n >= len(lines) - 14 and line.gap)
        if _RECIPIENTS.match(line.text) or _AUTHORITY.match(line.text) or (signed and placed):
            return _first_of_closing(lines, n, floor)
    return len(lines)


def _first_of_closing(lines: list[Line], n: int, floor: int) -> int:
    while n - 1 >= floor and lines[n - 1].indent > 20 and not SENTENCE_END.search(lines[n - 1].text):
        n -= 1
    return n


def annex_start(lines: list[Line], closing: int) -> int:
    """Return the first line of an annex (phụ lục) after the signature; the number of lines where there is none."""
    return next((n for n in range(closing, len(lines)) if _ANNEX.match(lines[n].text)), len(lines))
