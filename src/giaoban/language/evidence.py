"""What the words of a clause show when it may be no command: achievement, shortcoming, reason, wish, story."""

from __future__ import annotations

import re
from dataclasses import dataclass

from giaoban.language.lexicon import phrases
from giaoban.language.words import Words

_LAW = re.compile(
    r"(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Hiến pháp|Quy định|Điều lệ)\b[^:;]{0,120}?\bquy định\s*(?:rõ)?\s*[:“\"]|Căn cứ\s|Xét\s(?:đề nghị|tờ trình|báo cáo)",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"thông báo\b.{0,40}\b(?:để|đến|tới)\b.{0,90}\b(?:biết|thực hiện)|trân trọng kính mời", re.IGNORECASE | re.DOTALL
)
_NUMBER = re.compile(r"\d")
_LEAD_IN = re.compile(
    r"(?:(?:[^,:;]{0,60}\b(?:báo cáo|đánh giá|thống kê|số liệu)\b[^,:;]{0,60}|trong đó(?: nêu rõ)?|theo [^,:;]{2,60}|(?:trong |từ |qua |sau )?[^,:;]{0,22}\b(?:quý|tháng|năm|tuần|quí)\b[^,:;]{0,26}"
    r"|thời gian qua|tuy nhiên|song|bên cạnh đó|dù vậy|tuy vậy|mặc dù vậy|đồng thời|ngoài ra|cụ thể|nhìn chung|đến nay|thực hiện [^:;]{4,160}?|điểm sáng là|(?:những |một số )?(?:tồn tại|hạn chế|khó khăn)[^,:;]{0,60}\blà|riêng|tháng qua|trong đó)\s*[,:]?\s+)",
    re.IGNORECASE,
)  # fmt: skip


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


_PAST_REACH = 3
_OPENING = 6


def weigh(words: Words, first: int, stop: int, turned: bool) -> Evidence:
    """Return the evidence in the clause of tokens ``first`` to ``stop``; ``turned``: a turn to shortcomings came before."""
    text = words.text[words.starts[first] : words.ends[stop - 1]]
    seen: dict[str, int] = {}
    early: set[str] = set()
    cues = phrases("cues")
    index = first
    while index < stop:
        found = cues.longest(words, index)
        if found is None:
            index += 1
            continue
        kind = found[0]
        seen[kind] = seen.get(kind, 0) + 1
        if index - first < (_PAST_REACH if kind == "past" else _OPENING):
            early.add(kind)
        index = found[1]
    opener = phrases("openers").longest(words, first)
    turned = turned or "turn" in early
    has_number = bool(_NUMBER.search(text))
    return Evidence(
        start=words.starts[first] + _lead_in(text),
        result=seen.get("result", 0) + has_number,
        limitation=seen.get("limitation", 0) + turned - (1 if seen.get("result", 0) > 1 and not turned else 0),
        turned=turned,
        cause="cause" in early,
        event="event" in seen,
        wish="wish" in early,
        notice=bool(_NOTICE.search(text)),
        force="force" in seen,
        law=bool(_LAW.search(text)),
        past="past" in early,
        aside=opener is not None and opener[0] == "aside",
    )


def _lead_in(text: str) -> int:
    at = 0
    for _ in range(3):
        match = _LEAD_IN.match(text, at)
        if match is None or match.end() > len(text) * 0.6:
            break
        at = match.end()
    return at
