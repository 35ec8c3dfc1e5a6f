"""Stretches of a document's text: pure arithmetic on code-point offsets, the end exclusive.

>>> text = "Rà soát kế hoạch; báo cáo kết quả."
>>> trimmed(text, 0, 18), moved_edge(text, (0, 16), "end", 2)
((0, 16), (0, 25))
>>> [text[start:end] for start, end in untaken_clauses(text, [(0, 16)])]
['báo cáo kết quả']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal

from giaoban.language.clauses import find_clauses

Span = tuple[int, int]
Edge = Literal["start", "end"]

#: Between the parts of a directive merged from stretches that do not touch.
GAP = " … "

_WORD = re.compile(r"\w+(?:[/.,\-–]\w+)*")
_EDGE = " \t\n\u00a0;,.:–-"


def words_in(text: str, start: int, end: int) -> list[Span]:
    """Return the words that lie in the stretch; ``21/12/2021`` and ``41-TB/ThU`` are one word each."""
    return [match.span() for match in _WORD.finditer(text, start, end)]


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the stretch without blanks and punctuation at its edges; None where no word is left."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return (start, end) if words_in(text, start, end) else None


def whole_words(text: str, start: int, end: int) -> Span | None:
    """Return the stretch widened so that it cuts no word, and trimmed; None where it holds no word."""
    for word_start, word_end in _words_near(text, start, end):
        if word_start < start < word_end:
            start = word_start
        if word_start < end < word_end:
            end = word_end
    return trimmed(text, start, end)


def moved_edge(text: str, span: Span, edge: Edge, words: int) -> Span | None:
    """Return the span with one edge moved by so many words, backwards where negative; None where it cannot be."""
    start, end = span
    starts_or_ends = [word[0 if edge == "start" else 1] for word in words_in(text, 0, len(text))]
    old = start if edge == "start" else end
    if words > 0:
        ahead = [place for place in starts_or_ends if place > old]
        place = ahead[words - 1] if words <= len(ahead) else None
    else:
        behind = [place for place in starts_or_ends if place < old]
        place = behind[words] if -words <= len(behind) else None
    if place is None:
        return None
    start, end = (place, end) if edge == "start" else (start, place)
    return (start, end) if start < end else None


def divided(text: str, spans: Sequence[Span], position: int) -> tuple[list[Span], list[Span]]:
    """Return the spans before and after a position, trimmed; a side without a word comes out empty."""
    before = [trimmed(text, start, min(end, position)) for start, end in spans if start < position]
    after = [trimmed(text, max(start, position), end) for start, end in spans if end > position]
    return [span for span in before if span], [span for span in after if span]


def joined(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return the spans in order, those that overlap or have no word between them as one."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and (start <= result[-1][1] or not words_in(text, result[-1][1], start)):
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def quote_of(text: str, spans: Sequence[Span]) -> str:
    """Return the words of the spans, gaps shown as “ … ”."""
    return GAP.join(text[start:end] for start, end in spans)


def untaken(text: str, taken: Iterable[Span]) -> list[Span]:
    """Return the stretches of the text outside of the taken ones, in order."""
    edges = [(0, 0), *_merged(taken), (len(text), len(text))]
    return [(before[1], after[0]) for before, after in pairwise(edges) if after[0] > before[1]]


def untaken_clauses(text: str, taken: Iterable[Span]) -> list[Span]:
    """Return the clauses, or the pieces left of them, that no span takes; every word outside is in one of them."""
    clauses: list[Span] = []
    for start, end in untaken(text, taken):
        for line_start, line_end in _lines(text, start, end):
            clauses.extend((one.start, one.end) for one in find_clauses(text, line_start, line_end))
    return [span for span in clauses if words_in(text, *span)]


def loses_words(text: str, before: Iterable[Span], after: Iterable[Span]) -> bool:
    """Return whether some word that the first spans took is in none of the second."""
    left = untaken(text, after)
    return any(
        words_in(text, max(start, free_start), min(end, free_end))
        for start, end in before
        for free_start, free_end in left
        if max(start, free_start) < min(end, free_end)
    )


def _merged(spans: Iterable[Span]) -> list[Span]:
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def _words_near(text: str, start: int, end: int) -> list[Span]:
    return words_in(text, max(0, start - 60), min(len(text), end + 60))


def _lines(text: str, start: int, end: int) -> list[Span]:
    lines, place = [], start
    for line in text[start:end].split("\n"):
        lines.append((place, place + len(line)))
        place += len(line) + 1
    return lines
