"""The opening of a clause: what stands before the command itself and is left out of it.

List numbers, joining words ("đồng thời", "trước mắt là") and topics ("Về …,", "Đối với …,") are stepped over; a time
phrase is kept, for it may be the deadline.
"""

from __future__ import annotations

import re

from giaoban.language.bodies import body_at
from giaoban.language.lexicon import phrases
from giaoban.language.markers import ORDINALS, find_marker
from giaoban.language.reporting import reporting_at
from giaoban.language.verbs import verb_at
from giaoban.language.words import Words, lower

_TIME = re.compile(
    r"""(?:ngay\s+|chậm\s+nhất\s+|muộn\s+nhất\s+)*
    (?:(?:trong|trước|đến|từ|định\s+kỳ|hằng|hàng|chậm\s+nhất|kể\s+từ|hết|vào|ngày|mỗi|quý|tháng|sau|cuối|đầu
    |sáng|chiều)\s|\d{1,2}\s+tháng\s|năm\s+(?:học\s+)?\d{4})""",
    re.IGNORECASE | re.VERBOSE,
)
_TIME_WORD = re.compile(
    r"\d|quý|tháng|tuần|ngày|năm|kỳ|hằng|hàng|thời gian|hôm nay|nay|giờ|buổi|dịp|mùa|giai đoạn|nhiệm kỳ", re.IGNORECASE
)
#: "quý" as ``Words.low`` has it, with the tone mark where the old spelling puts it.
_UNITS = frozenset(("ngày", "tuần", "tháng", lower("quý"), "năm", "lần"))
_LONGEST_TIME = 90
_LONGEST_TOPIC = 70
_LONGEST_MARKER = 24
_COUNTED = frozenset(("(", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "thứ"))
_SKIPPED = frozenset([",", ":", "-", "–", "—", "+", "•", "*", ".", "“", '"', ";", "…"])


def skip_openers(words: Words, index: int, stop: int) -> int:
    """Return the first token at or after ``index`` that belongs to what the clause says."""
    while index < stop:
        after = _skip_one(words, index, stop)
        if after is None or after <= index:
            return index
        index = after
    return index


def _skip_one(words: Words, index: int, stop: int) -> int | None:
    if words.low[index] in _SKIPPED or words.raw[index] == "\n":
        return index + 1
    if words.raw[index][0].isupper() or words.raw[index][0].isdigit() or words.low[index] in _COUNTED:
        marker = find_marker(words.text[words.starts[index] : words.starts[index] + _LONGEST_MARKER])
        if marker and marker.style not in ("part", "article", "bullet-", "roman", "letter"):
            return words.index_from(words.starts[index] + marker.end)
    found = phrases("openers").longest(words, index)
    if found is None:
        return None
    kind, after = found
    modal = phrases("modals").longest(words, index)
    if max(verb_at(words, index) or 0, modal[1] if modal else 0) > after:
        return None
    if kind == "join":
        return after if after < stop else None
    if kind == "topic" and time_end(words, index, stop) is None:
        alone = words.low[index] == "riêng" and begins_command(words, after, stop)
        return after if alone else topic_end(words, index, stop)
    return None


def ordinal_end(words: Words, index: int) -> int | None:
    """Return the token after an ordinal in words at a token: "Thứ năm,", "Ba là", "nhiệm vụ thứ hai"; else None."""
    if words.low[index] not in ORDINALS and not words.raw[index].isdigit():
        return None
    start = words.starts[index]
    marker = find_marker(words.text[start : start + _LONGEST_MARKER])
    return words.index_from(start + marker.end) if marker is not None and marker.style == "word" else None


def topic_end(words: Words, index: int, stop: int) -> int | None:
    """Return the token after the comma or colon that ends a topic; None where no command follows it."""
    addressed = words.low[index] in ("đối", "riêng", "với")
    for at in range(index + 1, min(stop - 1, index + _LONGEST_TOPIC)):
        if words.low[at] == ":" or (words.low[at] == "," and begins_command(words, at + 1, stop)):
            return at + 1
        if addressed and words.low[at] == "," and words.low[at + 1] in ("cần", "phải", "tập", "khẩn", "tiếp"):
            return at + 1
    return None


def begins_command(words: Words, index: int, stop: int) -> bool:
    """Tell whether somebody who may act, or "giao", stands at a token, with a verb to follow."""
    if index >= stop:
        return False
    if (reporting := reporting_at(words, index)) and reporting[0] in ("give", "order"):
        return True
    body = body_at(words, index)
    if body is None or body.kind == "place":
        return False
    after = words.index_from(body.end)
    return after < stop and words.low[after] not in (".", ";", ")", ":")


def time_end(words: Words, index: int, stop: int) -> int | None:
    """Return the token after a phrase of time at the head of a clause ("Trước ngày 30/9/2024,"); None for none."""
    text, start = words.text, words.starts[index]
    if not _TIME.match(text, start):
        return None
    for at in range(index + 1, min(stop, index + 16)):
        if words.low[at] in ("sẽ", "đã"):
            return None
        if at > index + 1 and _ends_time(words.low[at - 1]) and _goes_on_acting(words, at):
            return at
        if words.low[at] == "," and not (at + 1 < stop and _goes_on(words, at + 1)):
            return at + 1 if _TIME_WORD.search(text, start, words.ends[at - 1]) else None
        if at > index + 1 and body_at(words, at) is not None:
            return at if _TIME_WORD.search(text, start, words.ends[at - 1]) else None
    return None


def _goes_on_acting(words: Words, index: int) -> bool:
    return verb_at(words, index) is not None or words.low[index] in ("phải", "cần")


def _ends_time(word: str) -> bool:
    return word.isdigit() or word in _UNITS or word in ("này", "tới", "nay")


def _goes_on(words: Words, index: int) -> bool:
    return words.low[index] in ("ngày", "năm", "tháng") or words.low[index].isdigit()
