"""What the words of a clause show when it may be no command: achievement, shortcoming, reason, wish, story."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from giaoban.language.lexicon import phrases
from giaoban.language.words import Words

# These are looked for in small letters (``Words.small``), which is quicker than without regard to case.
_LAW = re.compile(
    r"(?:bộ luật|luật|pháp lệnh|nghị định|hiến pháp|điều lệ)\b[^:;,]{0,120}?\bquy định\b|quy định\b[^:;,]{0,80}\bnêu\b"
    r"|căn cứ\s+(?![^,;]{2,40}\bnày,)(?:luật|bộ|nghị|quyết|thông|chỉ|kế|kết|hiến|điều|công|quy|hướng|báo)"
    r"|xét\s+(?:đề nghị|tờ trình|báo cáo)|theo\s+quy\s+định\s+(?:của|tại)\s"
)
_NOTICE = re.compile(
    r"thông báo\b.{0,40}\b(?:để|đến|tới)\b.{0,90}\b(?:biết|thực hiện)|trân trọng kính mời"
    r"|kết thúc\s+(?:(?:hồi|lúc|vào)\s+(?:lúc\s+)?\d|\d{1,2}\s*(?:giờ|h|g))"
    r"|\(ban hành kèm theo\b|biên bản\b.{0,40}\blập xong\b|trên đây là\b[^,;:]{0,200}$",
    re.DOTALL,
)
_NUMBER = re.compile(r"\d")
_TIME_LEAD = (
    r"(?:trong |từ |qua |sau |hết |tính đến )?[^,:;]{0,22}\b(?:quý|tháng|năm|tuần|quí|nay|qua)\b[^,:;]{0,26}[,:]"
    r"|tính đến [^,:;]{0,40}\b(?:ngày|giờ)\b[^,:;]{0,20},"
)
_LEAD_IN = re.compile(
    rf"""(?:{_TIME_LEAD}
    |[^,:;]{{0,60}}\b(?:báo\ cáo|đánh\ giá|thống\ kê|số\ liệu|rà\ soát)\b[^,:;]{{0,60}}[,:]
    |[^,:;“"]{{3,110}}:(?=\s)
    |đối\ với\ [^,:;“"]{{2,60}}, |trong\ khi\ đó,
    |trong\ đó(?:\ nêu\ rõ)?[,:]? |theo\ [^,:;]{{2,60}}[,:]
    |[^:;]{{0,160}}?\b(?:nêu\ rõ|chỉ\ ra\ là|cho\ biết|cho\ thấy|nhận\ thấy|không\ né\ tránh\ việc)[,:]?
    |[^:;“"]{{3,140}}\b(?:báo\ cáo|cho\ hay|thông\ tin|thông\ báo|phản\ ánh|nêu)(?:\ thêm)?:
    |(?:trong|trên)\ tổng\ số\ [^:;,]{{3,100}}, |điều\ khiến\ [^:;,]{{3,60}}?\ là
    |(?:tuy\ nhiên|song|bên\ cạnh\ đó|dù\ vậy|tuy\ vậy|mặc\ dù\ vậy)[,:]?
    |(?:đồng\ thời|ngoài\ ra|cụ\ thể|nhìn\ chung|riêng|qua\ đó|và)[,:]?
    |(?:nghiêm\ túc\ |chủ\ động\ )?(?:thực\ hiện|triển\ khai|chấp\ hành|sau)\ [^:;]{{4,160}}?,(?=\s[^\d\s])
    |(?:do|vì)\ [^,:;]{{4,80}},
    |điểm\ sáng\ là |(?:những\ |một\ số\ )?(?:tồn\ tại|hạn\ chế|khó\ khăn)[^,:;]{{0,60}}?(?:\blà|:))\s+""",
    re.VERBOSE,
)


class Evidence(NamedTuple):
    """What was seen in a clause; ``start`` is where it begins without its introduction."""

    start: int
    result: int
    limitation: int
    turned: bool
    cause: bool
    event: bool
    wish: bool
    notice: bool
    force: bool
    law: bool
    past: bool
    aside: bool
    purpose: bool


_OPENING = 6
_PAST_REACH = 3
_PLEDGE_REACH = 9
#: After these a number is too small, or what is left.
_LEFT_OVER = frozenset(("mới", "còn"))


@cache
def cue_words() -> frozenset[str]:
    """Return the words that a cue begins with: a quick look before the long one."""
    return phrases("cues").first_words() | _LEFT_OVER


def weigh(words: Words, first: int, stop: int, turned: bool) -> Evidence:
    """Return the evidence in the clause of tokens ``first`` to ``stop``; ``turned``: shortcomings were announced."""
    text = words.small[words.starts[first] : words.ends[stop - 1]]
    early = _early(words, first, stop)
    lead_in = _lead_in(text)
    seen = _seen(words, words.index_from(words.starts[first] + lead_in) if lead_in else first, stop)
    opener = phrases("openers").longest(words, first)
    turned = turned or "turn" in early
    return Evidence(
        start=words.starts[first] + lead_in,
        result=seen.get("result", 0) + 2 * seen.get("solved", 0) + seen.get("rise", 0) + bool(_NUMBER.search(text)),
        limitation=_shortfall(seen) + turned,
        turned=turned,
        cause="cause" in early,
        event="event" in seen,
        wish="wish" in early,
        notice=bool(_NOTICE.search(text)),
        force="force" in seen,
        law=bool(_LAW.match(text)),
        past="past" in early,
        aside=opener is not None and opener[0] == "aside",
        purpose=words.low[first] in ("để", "nhằm") or _pledges(words, first, stop),
    )


def _pledges(words: Words, first: int, stop: int) -> bool:
    """Tell whether a clause says what will be: "sẽ" near its head, or behind it with nothing done before."""
    if "sẽ" in words.low[first : min(stop, first + _PLEDGE_REACH)]:
        return True
    return "sẽ" in words.low[first:stop] and "đã" not in words.low[first:stop]


def _early(words: Words, first: int, stop: int) -> set[str]:
    """Return the kinds of cues at the opening of a clause."""
    found = phrases("cues").each(words, first, min(stop, first + _OPENING))
    return {kind for at, kind, _ in found if kind != "past" or at < first + _PAST_REACH}


def _seen(words: Words, first: int, stop: int) -> dict[str, int]:
    """Return how many cues of each kind stand in a stretch of tokens."""
    cues, begins, low = phrases("cues"), cue_words(), words.low
    seen: dict[str, int] = {}
    after = first
    for index in range(first, stop):
        if low[index] not in begins or index < after:
            continue
        kind, after = cues.longest(words, index) or (None, index + 1)
        if kind is None and after < stop and low[after].isdigit() and _falls_short_of(words, first, index):
            kind = "limitation"
        if kind is not None:
            seen[kind] = seen.get(kind, 0) + 1
    return seen


def _falls_short_of(words: Words, first: int, index: int) -> bool:
    """Tell whether a number that follows is too small or left over: "còn 12 hộ", "…, mới 11/15 huyện"."""
    if words.low[index] == "mới":
        return index == first or (words.low[index - 1] == "," and "cũ" not in words.low[max(first, index - 3) : index])
    return words.low[index] == "còn"


def _shortfall(seen: dict[str, int]) -> int:
    """Return how strongly the cues say that something fell short; a trouble counts if it grew, or nothing was done."""
    if seen.get("limitation", 0):
        return seen["limitation"]
    if seen.get("solved", 0):
        return 0
    return seen.get("trouble", 0) if seen.get("rise", 0) or not seen.get("result", 0) else 0


def _lead_in(text: str) -> int:
    at = 0
    for _ in range(3):
        match = _LEAD_IN.match(text, at)
        if match is None or match.end() > len(text) * 0.7:
            break
        at = match.end()
    return at


def split_statements(words: Words, first: int, stop: int) -> list[tuple[int, int]]:
    """Return the parts of a clause between commas, if each says by itself that something fell short; else the whole.

    "việc A còn chậm, chất lượng B chưa sâu" holds two shortcomings, "phối hợp chưa chặt chẽ, hiệu quả" one.
    """
    parts: list[tuple[int, int]] = []
    start = first
    for at in range(first, stop):
        if words.low[at] == "," and not (
            words.low[at - 1].isdigit() and words.low[at + 1 : at + 2] and words.low[at + 1].isdigit()
        ):
            parts.append((start, at))
            start = at + 1
    parts.append((start, stop))
    alone = all(end - begin > 4 and _stands_alone(words, begin, end) for begin, end in parts)
    whole = alone and all(_names_its_own(words, begin) for begin, _ in parts[1:])
    return parts if whole and len(parts) > 1 else [(first, stop)]


def _stands_alone(words: Words, first: int, stop: int) -> bool:
    seen = _seen(words, first, stop)
    falls = any(
        words.low[at] in ("giảm", "tăng") and words.low[at + 1 : at + 2] and words.low[at + 1].isdigit()
        for at in range(first, stop)
    )
    return bool(seen.get("limitation")) or falls


def _names_its_own(words: Words, index: int) -> bool:
    """Tell whether a part begins with what it speaks of, and not with a verb, a number or "còn"."""
    if words.low[index].isdigit() or words.low[index] in ("còn", "chưa", "chậm", "dẫn", "làm"):
        return False
    return phrases("modals").longest(words, index) is None
