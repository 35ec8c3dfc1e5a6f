"""Blocks that introduce what stands below them or in the same line: who acts, the conclusion, tasks, pledges."""

from __future__ import annotations

import re

from giaoban.language.bodies import Body, bodies_from
from giaoban.language.clauses import Clause
from giaoban.language.judged import Judged
from giaoban.language.layout import Block, is_attribute_line
from giaoban.language.sections import inline_heading_end
from giaoban.language.speakers import Told
from giaoban.language.walk import Walk
from giaoban.language.words import lower


def inline_heading(walk: Walk, index: int) -> tuple[int, list[Body]] | None:
    """Return where the block goes on after a heading in its own line ("Bộ Quốc phòng: …"), with the bodies it names."""
    words, block = walk.words, walk.blocks[index]
    first, stop = words.index_from(block.start), words.index_from(block.end)
    if is_attribute(walk, block):
        return None
    colon = inline_heading_end(words, first, stop, 24)
    if colon == first or colon + 1 >= stop or block.kind == "heading":
        return None
    bodies = bodies_from(words, block.start)
    if bodies and words.index_from(bodies[-1].end) == colon:
        return words.starts[colon + 1], bodies
    return None


def introduced(block: Block, index: int, start: int, lead: list[Body]) -> Judged:
    clause = Clause(block.start, start, True, ":")
    return Judged(clause, "intro", "names_before_colon", index, block.start, inherits=lead)


def heads_conclusion(walk: Walk, index: int) -> bool:
    """Tell whether a block is the heading of the conclusion itself ("Chủ tọa kết luận"), whoever spoke before."""
    return walk.roles[index] == "conclusion" and walk.blocks[index].kind == "heading"


_CONCLUDING = frozenset(("kết", "có", "thống", "quyết"))


def concludes(walk: Walk, told: Told, clause: Clause, index: int) -> bool:
    """Tell whether "đã kết luận một số nội dung như sau:" introduces the very conclusion that the paper passes on."""
    block, words = walk.blocks[index], walk.words
    introduces = words.text[block.end - 1] == ":" and clause.end >= block.end - 2
    return introduces and told.kind in ("past", "said") and words.low[told.verb] in _CONCLUDING


_PLEDGES = re.compile(r"\b(?:cam kết|giao ước|đăng ký thi đua|hứa|quy định)\b")


def quotes_or_pledges(walk: Walk, judged: Judged) -> bool:
    """Tell whether a paragraph that ends in a colon introduces what is pledged, or what a law lays down."""
    block, text = walk.blocks[judged.block], walk.words.text
    if text[block.end - 1] != ":" or judged.clause.end < block.end - 2 or block.kind == "heading":
        return False
    return bool(_PLEDGES.search(lower(text[judged.clause.start : judged.clause.end])))


def is_completed(walk: Walk, block: Block) -> bool:
    """Tell whether other columns, or lines below, say who does a task and when."""
    return block.row is not None or any(is_attribute(walk, walk.blocks[child]) for child in block.children)


_TASKS_BELOW = re.compile(
    r"(?:nhiệm vụ|nội dung|giải pháp|công việc|biện pháp|việc)\b[^.;:]{0,40}(?:sau|sau đây|cụ thể|như sau)?$"
)


def introduces_tasks(walk: Walk, judged: Judged) -> bool:
    """Tell whether a paragraph of an official paper that ends in a colon names tasks to be done ("… nội dung sau:")."""
    block, text = walk.blocks[judged.block], walk.words.text
    if not walk.office.official or text[block.end - 1] != ":" or judged.clause.end < block.end - 2:
        return False
    return bool(_TASKS_BELOW.search(lower(text[max(block.start, block.end - 90) : judged.clause.end])))


def is_attribute(walk: Walk, clause: Clause | Block) -> bool:
    return is_attribute_line(walk.words, clause.start, clause.end)
