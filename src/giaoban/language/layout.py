"""The layout of a document: lines → blocks, what each block is, and which block governs it.

A *block* is a paragraph, a heading or an item of a list, without the number before it. Its *parent* is the heading,
or the introduction that ends in a colon, under which it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from giaoban.language.letterhead import (
    PAPER,
    RULE,
    SENTENCE_END,
    Line,
    annex_start,
    body_start,
    closing_start,
    is_to_whom,
    read_lines,
)
from giaoban.language.markers import Marker, find_marker
from giaoban.language.tables import Row, find_rows
from giaoban.language.words import Words, words_of

Kind = Literal["letterhead", "title", "headline", "address", "heading", "item", "paragraph", "closing"]


@dataclass(slots=True)
class Block:
    """One block; ``start`` is after its marker, ``end`` after its last character that is not blank."""

    start: int
    end: int
    kind: Kind
    marker: Marker | None
    parent: int | None = None
    children: list[int] = field(default_factory=list)
    row: Row | None = None


def find_blocks(text: str) -> list[Block]:
    """Return the blocks of a text in reading order, each with its parent."""
    lines = read_lines(text)
    body = body_start(lines)
    stop = closing_start(lines, body)
    blocks = [Block(line.start, line.end, "letterhead", None) for line in lines[:body]]
    _mark_titles(blocks, lines)
    wraps = words_of(text).wraps
    blocks += _join(lines[body:stop], wraps)
    _mark_addresses(text, blocks)
    _mark_headlines(text, blocks, official=body > 0)
    annex = annex_start(lines, stop)
    blocks += [Block(line.start, line.end, "closing", None) for line in lines[stop:annex]]
    blocks += _join(lines[annex:], wraps)
    _mark_headings(text, blocks)
    _mark_rows(text, lines, blocks)
    _nest(text, blocks)
    return blocks


def _mark_titles(blocks: list[Block], lines: list[Line]) -> None:
    seen = False
    for block, line in zip(blocks, lines, strict=False):
        seen = seen or bool(PAPER.match(line.text) and line.text.split()[0].isupper())
        if seen and not RULE.match(line.text):
            block.kind = "title"


def _join(lines: list[Line], wraps: frozenset[int]) -> list[Block]:
    """Return the blocks of the body: a line that only breaks a longer one is joined to the one before it."""
    blocks: list[Block] = []
    previous: Line | None = None
    for line in lines:
        if RULE.match(line.text) and not line.text.startswith("-" * 2 + " "):
            previous = None
            continue
        marker = find_marker(line.text)
        if previous is not None and marker is None and (previous.end in wraps or _goes_on(previous, line)):
            blocks[-1].end = line.end
        else:
            blocks.append(_block(line, marker))
        previous = line
    return blocks


def _goes_on(previous: Line, line: Line) -> bool:
    wrapped = len(previous.text) > 40 and not previous.text.endswith((".", ";", ":", "!", "?", "./."))
    return wrapped and not line.gap and line.text[0].islower()


def _block(line: Line, marker: Marker | None) -> Block:
    if marker is None:
        return Block(line.start, line.end, "paragraph", None)
    rest = line.text[marker.end :]
    start = line.start + marker.end + len(rest) - len(rest.lstrip())
    return Block(start, line.end, "item", marker)


def _mark_addresses(text: str, blocks: list[Block]) -> None:
    """Mark "Kính gửi:" and the list after it, or "… điện:" and its list: whom a paper is sent to."""
    inside = False
    for n, block in enumerate(blocks):
        if block.kind in ("letterhead", "title"):
            continue
        words = text[block.start : block.end]
        if not inside and len(words) < 400 and is_to_whom(words):
            block.kind, inside = "address", True
            _mark_subject(blocks[:n])
            if not words.endswith(":") and len(words) > 12:
                inside = False
        elif inside and block.marker is not None and block.marker.style.startswith("bullet"):
            block.kind = "address"
        elif inside:
            return


def _mark_subject(before: list[Block]) -> None:
    """Mark what stands between the letterhead and the address: the subject of a công văn, wrapped."""
    if before and before[0].kind == "letterhead":
        for block in before:
            if block.kind == "paragraph":
                block.kind = "title"


def _mark_headlines(text: str, blocks: list[Block], *, official: bool) -> None:
    """Mark the first lines of a news text that are no sentences, and its last ones, which name the writer."""
    if official:
        return
    body = [block for block in blocks if block.kind != "letterhead"]
    for block in body[:2]:
        if block.marker is not None or SENTENCE_END.search(text[block.start : block.end]) or text[block.end - 1] == ":":
            break
        block.kind = "headline"
    for block in reversed(body[1:]):
        if not _looks_like_byline(text[block.start : block.end]):
            break
        block.kind = "closing"


def _looks_like_byline(words: str) -> bool:
    if len(words) > 110 or words.endswith((".", ";", ":", "./.")):
        return False
    names = re.sub(r"\(.*?\)|^(?:Tin|Bài|Ảnh|Tin, ảnh|Thực hiện|Tác giả|Nguồn|Theo)\b[,:]?", "", words)
    tokens = re.findall(r"[^\W\d]+", names)
    return 0 < len(tokens) <= 12 and all(token[0].isupper() or token in ("và", "tin", "ảnh", "bài") for token in tokens)


def _mark_headings(text: str, blocks: list[Block]) -> None:
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        if block.kind in ("item", "paragraph") and _is_heading(text, block, following):
            block.kind = "heading"


def _mark_rows(text: str, lines: list[Line], blocks: list[Block]) -> None:
    """Let the block of a row in a table of tasks be the task's cell, and keep the other columns with it."""
    rows = find_rows(((line.start, line.end) for line in lines), text)
    for block in blocks:
        row = rows.get(block.start)
        if row is not None and block.kind in ("item", "paragraph", "heading"):
            block.kind, block.start, block.end, block.row = "paragraph", row.start, row.end, row


_LONGEST_BULLET_HEADING = 45


def _is_heading(text: str, block: Block, following: Block | None) -> bool:
    words = text[block.start : block.end]
    style = block.marker.style if block.marker else ""
    if style.startswith("part") and len(words) < 200:
        return True
    if len(words) > 220 or SENTENCE_END.search(words) or not words or following is None:
        return False
    if following.kind == "closing":
        return False
    if words.isupper() or style in ("roman", "upper"):
        return True
    if style.startswith("bullet") and not words.endswith(":") and len(words) > _LONGEST_BULLET_HEADING:
        return False
    if words.endswith(":"):
        return len(words) < 140 and block.marker is not None
    if block.marker is None:
        return len(words) < 120 and words[0].isupper() and following.marker is None
    return (following.marker is None or style != following.marker.style) and not _is_attribute(text, following)


def _is_attribute(text: str, block: Block) -> bool:
    """Tell whether a block only adds who and when to the task before it ("Thời gian: …")."""
    return is_attribute_line(words_of(text), block.start, block.end)


_LONGEST_ATTRIBUTE = 60
#: The head of a line, in small letters, that gives the lead, the support or the time of the task above it.
ATTRIBUTE = re.compile(
    r"(?:(?P<lead>(?:cơ quan|đơn vị)?\s*(?:chủ trì(?: thực hiện)?|thực hiện|chịu trách nhiệm)|đơn vị đầu mối|phân công)"
    r"|(?P<support>(?:cơ quan|đơn vị)?\s*phối hợp(?: thực hiện)?)"
    r"|(?P<due>(?:thời gian|thời hạn|tiến độ|hạn)(?:\s+(?:thực hiện|hoàn thành|báo cáo))*))\s*:\s*"
)


def is_attribute_line(words: Words, start: int, end: int) -> bool:
    """Tell whether a stretch of the text begins as a line that gives the lead, the support or the time of a task."""
    end = min(end, start + _LONGEST_ATTRIBUTE)
    return words.small.find(":", start, end) >= 0 and ATTRIBUTE.match(words.small, start, end) is not None


def _nest(text: str, blocks: list[Block]) -> None:
    """Give each block its parent: the stack holds the open headings, introductions and items, outermost first."""
    stack: list[tuple[str, int]] = []
    left: dict[str, tuple[int, list[tuple[str, int]]]] = {}
    previous: Block | None = None
    for index, block in enumerate(blocks):
        if block.kind in ("letterhead", "title", "headline", "address", "closing"):
            continue
        style = block.marker.style if block.marker else _style_of_paragraph(text, block)
        if _continues(block.marker, left, stack):
            stack = list(left[style][1])
        else:
            _close(stack, style, previous, blocks)
        if block.marker is not None:
            left[style] = (block.marker.value, list(stack))
        _hang(blocks, index, stack)
        if style != "paragraph":
            stack.append((style, index))
        previous = block


def _continues(
    marker: Marker | None, left: dict[str, tuple[int, list[tuple[str, int]]]], stack: list[tuple[str, int]]
) -> bool:
    """Tell whether a number goes on with a list that a paragraph interrupted."""
    if marker is None or marker.value < 2 or marker.style not in left or marker.style in dict(stack):
        return False
    value, outer = left[marker.style]
    kept = [entry for entry in outer if entry[0].startswith(("part", "caps", "roman", "upper", "article"))]
    return value + 1 == marker.value and kept == [
        entry for entry in stack if entry[0].startswith(("part", "caps", "roman", "upper", "article"))
    ]


def _hang(blocks: list[Block], index: int, stack: list[tuple[str, int]]) -> None:
    if stack:
        blocks[index].parent = stack[-1][1]
        blocks[stack[-1][1]].children.append(index)


def _style_of_paragraph(text: str, block: Block) -> str:
    words = text[block.start : block.end]
    if block.kind == "heading":
        return "caps" if words.isupper() else "heading"
    return "intro" if words.endswith(":") else "paragraph"


def _close(stack: list[tuple[str, int]], style: str, previous: Block | None, blocks: list[Block]) -> None:
    """Take from the stack what ends where this block begins."""
    styles = [open_style for open_style, _ in stack]
    if style in styles:
        del stack[styles.index(style) :]
    elif style == "caps":
        _keep(stack, ("part",))
    elif style in ("paragraph", "intro", "heading") and not _stays(stack, style, previous, blocks):
        _keep(stack, ("part", "caps", "roman", "upper", "article", "heading"))
    elif style == "roman":
        _keep(stack, ("part", "caps", "upper"))
    elif style == "upper":
        _keep(stack, ("part", "caps", "roman"))
    elif style.startswith("part"):
        stack.clear()


def _stays(stack: list[tuple[str, int]], style: str, previous: Block | None, blocks: list[Block]) -> bool:
    """Tell whether a paragraph stands under the same heading or introduction as the block before it."""
    if previous is None or not stack:
        return False
    if previous.kind == "heading":
        return True
    governs = stack[-1][1]
    follows = previous is blocks[governs] or previous.parent == governs
    return style == "paragraph" and previous.kind == "paragraph" and follows


def _keep(stack: list[tuple[str, int]], styles: tuple[str, ...]) -> None:
    while stack and not stack[-1][0].startswith(styles):
        stack.pop()
