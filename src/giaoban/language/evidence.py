"""What the words of a clause show when it may be no command: achievement, shortcoming, reason, wish, story."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from giaoban.language.lexicon import phrases
from giaoban.language.words import Words

_LAW = re.compile(
    r"(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Hiến pháp|Điều lệ)\b[^:;,]{0,120}?\bquy định\b|Quy định\b[^:;,]{0,80}\bnêu\b"
    r"|Căn cứ\s+(?![^,;]{2,40}\bnày,)(?:Luật|Bộ|Nghị|Quyết|Thông|Chỉ|Kế|Kết|Hiến|Điều|Công|Quy|Hướng|Báo)"
    r"|Xét\s+(?:đề nghị|tờ trình|báo cáo)|Theo\s+quy\s+định\s+(?:của|tại)\s",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"thông báo\b.{0,40}\b(?:để|đến|tới)\b.{0,90}\b(?:biết|thực hiện)|trân trọng kính mời"
    r"|kết thúc\s+(?:(?:hồi|lúc|vào)\s+)?\d",
    re.IGNORECASE | re.DOTALL,
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
    |[^:;]{{0,160}}?\b(?:nêu\ rõ|chỉ\ ra\ là|cho\ biết|cho\ thấy)[,:]?
    |(?:tuy\ nhiên|song|bên\ cạnh\ đó|dù\ vậy|tuy\ vậy|mặc\ dù\ vậy)[,:]?
    |(?:đồng\ thời|ngoài\ ra|cụ\ thể|nhìn\ chung|riêng|qua\ đó|và)[,:]?
    |(?:thực\ hiện|triển\ khai|sau)\ [^:;]{{4,160}}?,(?=\s[^\d\s]) |(?:do|vì)\ [^,:;]{{4,80}},
    |điểm\ sáng\ là |(?:những\ |một\ số\ )?(?:tồn\ tại|hạn\ chế|khó\ khăn)[^,:;]{{0,60}}?(?:\blà|:))\s+""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Evidence:
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


@cache
def cue_words() -> frozenset[str]:
    """Return the words that a cue begins with: a quick look before the long one."""
    return phrases("cues").first_words()


def weigh(words: Words, first: int, stop: int, turned: bool) -> Evidence:
    """Return the evidence in the clause of tokens ``first`` to ``stop``; ``turned``: shortcomings were announced."""
    text = words.text[words.starts[first] : words.ends[stop - 1]]
    early = _early(words, first, stop)
    lead_in = _lead_in(text)
    seen = _seen(words, words.index_from(words.starts[first] + lead_in), stop)
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
    cues = phrases("cues")
    found = [(at, kind) for at, kind, _ in cues.each(words, first, min(stop, first + _OPENING))]
    return {kind for at, kind in found if kind != "past" or at < first + _PAST_REACH}


def _seen(words: Words, first: int, stop: int) -> dict[str, int]:
    """Return how many cues of each kind stand in a stretch of tokens."""
    cues, begins = phrases("cues"), cue_words()
    seen: dict[str, int] = {}
    index = first
    while index < stop:
        found = cues.longest(words, index) if words.low[index] in begins else None
        if found is None:
            if _falls_short_of(words, first, index) and index + 1 < stop and words.low[index + 1].isdigit():
                seen["limitation"] = seen.get("limitation", 0) + 1
            index += 1
            continue
        seen[found[0]] = seen.get(found[0], 0) + 1
        index = found[1]
    return seen


def _falls_short_of(words: Words, first: int, index: int) -> bool:
    """Tell whether a number that follows is too small or left over: "còn 12 hộ", "…, mới 11/15 huyện"."""
    if words.low[index] == "mới":
        return index == first or words.low[index - 1] == ","
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
