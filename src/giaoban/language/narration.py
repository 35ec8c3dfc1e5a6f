"""Clauses that nobody orders: what was achieved (kết quả), what fell short (hạn chế), or the story of the meeting."""

from __future__ import annotations

import re
from dataclasses import replace

from giaoban.language.commands import Stance
from giaoban.language.evidence import Evidence, split_statements, weigh
from giaoban.language.judged import Judged
from giaoban.language.layout import Block
from giaoban.language.reasons import Reason
from giaoban.language.speakers import Told
from giaoban.language.words import Words

#: First words of verbs with which a result is reported: "cho biết", "báo cáo", "ghi nhận".
REPORTS = frozenset(("cho", "báo", "ghi"))
_OUTCOME = re.compile(r",\s+(?:vậy mà\s+|thế nhưng\s+|nhưng\s+|song\s+)?(?=(?:đến nay|kết quả|qua đó|qua rà soát)\b)")
_SHORTEST = 12
_CAUSE = ["nguyên", "nhân"]
_EARLY = 10
_ORDERED = re.compile(r"\bđã\s+(?:giao|yêu cầu|chỉ đạo|đề nghị)\b", re.IGNORECASE)
#: Work that was ordered and is done: "đã chỉ đạo xử lý dứt điểm 04 vụ", "đã chỉ đạo tháo dỡ toàn bộ".
_DONE_BY_ORDER = re.compile(
    r"\bđã\s+(?:chỉ đạo|yêu cầu)\s+(?:[^\W\d]+\s+){1,3}(?:dứt điểm|toàn bộ|xong)\b", re.IGNORECASE
)
#: What somebody promises is neither done nor ordered.
_PLEDGED = re.compile(
    r"\b(?:nội dung giao ước|quyết tâm thư|hứa|cam kết\s+(?:thực hiện|không|sẽ|phấn đấu|tiếp tục|chấp hành))\b",
    re.IGNORECASE,
)


def pledges(text: str) -> bool:
    """Tell whether a clause says what somebody promises."""
    return bool(_PLEDGED.search(text))


def reviewed(words: Words, block: Block, judged: Judged, evidence: Evidence, role: str) -> Judged:
    """Judge a clause in a section of results or limitations: one of the two, unless it only introduces or explains."""
    if (idle := _idle(words, block, judged, evidence)) is not None:
        judged.rule = idle
        return judged
    judged.rule = "in_limitations" if role == "limitations" else "in_results"
    judged.stance = "limitation" if role == "limitations" or evidence.limitation > 0 else "result"
    if judged.stance == "limitation" and role != "limitations":
        judged.rule = "fell_short"
    judged.start = evidence.start
    return judged


def _idle(words: Words, block: Block, judged: Judged, evidence: Evidence) -> Reason | None:
    """Return why a clause among results says none; None where it says one."""
    if block.kind == "heading":
        return "heading"
    if evidence.cause:
        return "cause"
    if evidence.event:
        return "event"
    if words.text[block.end - 1] == ":" and judged.end >= block.end - 2:
        return "leads_in"
    return "too_short" if judged.end - judged.start < _SHORTEST else None


def narrated(block: Block, judged: Judged, evidence: Evidence, last: Stance = "none") -> Judged:
    """Judge a clause of the story; ``last`` is what the clause before it in the block was."""
    if (aside := _aside(block, evidence)) is not None:
        judged.rule = aside
        return judged
    judged.rule = "story"
    goes_on = last in ("result", "limitation")
    if evidence.limitation > 0:
        judged.stance, judged.rule, judged.start = "limitation", "fell_short", evidence.start
    elif evidence.result > 1 or (goes_on and evidence.result):
        judged.stance, judged.rule, judged.start = "result", "achieved", evidence.start
    return judged


def _aside(block: Block, evidence: Evidence) -> Reason | None:
    """Return why a clause of the story can say neither what was achieved nor what fell short; None where it can."""
    seen: tuple[tuple[bool, Reason], ...] = (
        (block.kind == "heading", "heading"),
        (evidence.event, "event"),
        (evidence.wish, "wish"),
        (evidence.purpose, "intent"),
        (evidence.force, "force"),
        (evidence.notice, "notice"),
    )
    return next((reason for is_seen, reason in seen if is_seen), None)


def reported(words: Words, block: Block, judged: Judged, evidence: Evidence, told: Told) -> Judged:
    """Judge what a participant says, or the meeting notes: it may report what was achieved or fell short.

    What is told of an earlier order is left, but for what came of it ("đã yêu cầu …, đến nay đã hoàn thành").
    """
    judged.rule = told.rule
    if told.kind == "past" and _DONE_BY_ORDER.search(words.text, judged.clause.start, judged.clause.end):
        judged.stance, judged.rule, judged.start = "result", "outcome", evidence.start
        return judged
    if told.kind != "praise" and words.low[told.verb] not in REPORTS:
        return _outcome(words, judged)
    stop = words.index_from(judged.clause.end)
    if told.after + 3 >= stop or (told.kind == "praise" and evidence.limitation <= 0):
        return judged
    narrated(block, judged, evidence)
    if judged.stance == "none":
        judged.rule = told.rule
    else:
        judged.start = max(judged.start, words.starts[told.after + (words.low[told.after] == ",")])
    return judged


def _outcome(words: Words, judged: Judged) -> Judged:
    match = _OUTCOME.search(words.text, judged.clause.start, judged.clause.end)
    if match is not None:
        judged.start, judged.rule = match.end(), "outcome"
        first, stop = words.index_from(match.end()), words.index_from(judged.clause.end)
        if weigh(words, first, stop, False).limitation > 0:
            judged.stance, judged.rule = "limitation", "fell_short"
        else:
            judged.stance = "result"
    return judged


def came_of(words: Words, judged: Judged, evidence: Evidence) -> Judged:
    """Judge what goes on after an earlier order: it may say what came of it ("…; đến nay 9 cơ sở đã xây xong")."""
    first, stop = words.index_from(judged.clause.start), words.index_from(judged.clause.end)
    early = words.low[first : min(stop, first + _EARLY)]
    judged.rule = "past_goes_on"
    if _ORDERED.search(words.text, judged.clause.start, judged.clause.end):
        return judged
    if ("đã" in early and evidence.result) or "đã" in words.low[first:stop]:
        judged.stance, judged.rule = "result", "outcome"
    elif evidence.limitation > 0:
        judged.stance, judged.rule, judged.start = "limitation", "fell_short", evidence.start
    return judged


def parts(words: Words, judged: Judged) -> list[Judged]:
    """Return a shortcoming in its parts, where commas part several."""
    if judged.stance != "limitation":
        return [judged]
    spans = split_statements(words, words.index_from(judged.start), words.index_from(judged.end))
    spans = [(first, stop) for first, stop in spans if len(spans) == 1 or words.low[first : first + 2] != _CAUSE]
    return [replace(judged, start=words.starts[first], end=words.ends[stop - 1]) for first, stop in spans]
