"""How alike two directives are in what they ask (độ giống nhau của hai chỉ đạo).

>>> one = signs_of("rà soát, củng cố tổ hòa giải ở cơ sở")
>>> likeness(one, signs_of("các phường củng cố, kiện toàn các tổ hoà giải cơ sở")) > REPEATS_FROM
True
>>> likeness(one, signs_of("rà soát, củng cố lực lượng dân quân ở cơ sở")) > REPEATS_FROM
False

A directive is a bag of signs: its syllables and its pairs of neighbouring ones, folded, without days, periods and the
words that any directive can have (``data/likeness.toml``). What is asked counts, not how it is urged. Two that cite
different documents of one kind are told apart by the numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from giaoban.language.abbreviations import expand
from giaoban.language.lists import single_words
from giaoban.language.words import lower

#: From this likeness on a directive is proposed as a repetition; set on the pairs that are not held out.
REPEATS_FROM = 0.45
#: A pair of neighbours says more than a syllable; a syllable that many directives have says little.
_PAIR, _SYLLABLE = 1.0, 0.4
_NUMBER = 2.5
#: How much what the shorter one says counts, beside what both say: a repeat often says less, or more.
_SHORTER = 0.5
#: What a different number of the document cited leaves of a likeness.
_OTHER_NUMBER = 0.4
_DAYS = re.compile(
    r"\b(?:ngày )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\b(?:tháng|quý|năm|nhiệm kỳ) (?:\d[\d/-]*|[iv]+\b(?:/\d{4})?)"
)
_CITED = re.compile(r"\b(nghị quyết|chỉ thị|kết luận|kế hoạch|đề án|nghị định|quyết định|thông báo)(?: số)? 0*(\d+)")


@dataclass(frozen=True, slots=True)
class Signs:
    """What a directive is compared by: each sign with its weight, the numbers of what it cites, the sum of weights."""

    weights: dict[str, float]
    numbers: frozenset[str]
    total: float


@cache
def _left_out() -> re.Pattern[str]:
    phrases = {lower(one) for one in single_words("likeness", "urging", "acts", "places", "joints")}
    ordered = sorted(phrases, key=lambda one: (-len(one), one))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b")


def signs_of(text: str) -> Signs:
    """Return the signs of a directive's words; of words that say nothing by themselves, these count after all."""
    words = _DAYS.sub(" ; ", lower(expand(text)))
    numbers = frozenset(f"{kind} {number}" for kind, number in _CITED.findall(words))
    told = _weights(_left_out().sub(" ; ", words)) or _weights(words)
    told |= dict.fromkeys((f"#{one}" for one in numbers), _NUMBER)
    return Signs(told, numbers, sum(told.values()))


def _weights(words: str) -> dict[str, float]:
    weights: dict[str, float] = {}
    for stretch in re.split(r"[^\w\s]+|\d+", words):
        syllables = stretch.split()
        weights |= dict.fromkeys(syllables, _SYLLABLE)
        weights |= {f"{one} {other}": _PAIR for one, other in pairwise(syllables)}
    return weights


def likeness(one: Signs, other: Signs) -> float:
    """Return how alike two directives are, from 0 (nothing in common) to 1 (the same words)."""
    if not one.total or not other.total:
        return 0.0
    both = sum(weight for sign, weight in one.weights.items() if sign in other.weights)
    whole = 2 * both / (one.total + other.total)
    shorter = both / min(one.total, other.total)
    value = (1 - _SHORTER) * whole + _SHORTER * shorter
    return value * _OTHER_NUMBER if _cite_others(one, other) else value


def _cite_others(one: Signs, other: Signs) -> bool:
    kinds = {number.rpartition(" ")[0] for number in one.numbers}
    others = {number.rpartition(" ")[0] for number in other.numbers}
    return bool(kinds & others) and not one.numbers & other.numbers


def neighbours(signs: Signs) -> dict[str, float]:
    """Return the signs by which a directive is looked for among many, with their weights: all but single syllables."""
    return {sign: weight for sign, weight in signs.weights.items() if weight != _SYLLABLE}
