"""The body that held a meeting, as the words around the verb or the meeting's name tell it."""

from __future__ import annotations

from giaoban.language.body_grammar import body_end
from giaoban.language.columns import CELL
from giaoban.language.heads import heads
from giaoban.language.names import capital_run, place_end
from giaoban.language.posts import post_end
from giaoban.language.words import Words, words_of

_HEAD = 400
_ADVERBS = frozenset(("đã", "vừa", "cùng", "cũng", "tiếp", "tục", "mới", "sẽ", "đang", ","))
_NOT_SUBJECT = frozenset(("tại", "ở", "của", "theo", "do", "dự", "với", "cùng", "thực", "hiện", "gồm", "có"))
_BEFORE_SUBJECT = frozenset((",", "\n", ".", ":", "-", "–"))


def host_before(words: Words, first: int, verb: int, *, post: bool = True) -> str | None:
    """Return the host whose name ends before the verb, or before "phối hợp với …" that stands between.

    Where no body does, and ``post`` allows it, the body of a title there: "Bí thư Huyện ủy … có buổi làm việc".
    """
    for index in range(first, verb):
        if words.low[index : index + 2] == ["phối", "hợp"] and (host := _body_before(words, first, index)):
            return host
    return _body_before(words, first, verb) or (headed_body(words, first, verb) if post else None)


def owner(words: Words, noun: int, stop: int) -> str | None:
    """Return the body behind "của" in a meeting's name: "hội nghị giao ban của Ban Thường vụ"."""
    for index in range(noun, stop):
        if words.low[index] == "của" and (end := body_end(words, index + 1)) is not None:
            return words.slice(index + 1, end)
    return None


def subject(words: Words, first: int, stop: int) -> str | None:
    """Return the body that a sentence is about: "Chiều 29/5, UBND tỉnh tiếp tục thảo luận …"."""
    for index in range(first, stop):
        if index > first and words.low[index - 1] in _NOT_SUBJECT:
            continue
        end = body_end(words, index) if words.capital(index) else None
        if end is not None and end < stop and post_end(words, index) is None:
            before = words.low[index - 1] if index > first else ","
            return words.slice(index, end) if before in _BEFORE_SUBJECT or before.isdigit() else None
    return None


def headed_body(words: Words, first: int, stop: int) -> str | None:
    """Return the body in the last title before a token: "UBND tỉnh" of "Phó Chủ tịch UBND tỉnh Trần Văn A"."""
    found: str | None = None
    index = first
    while index < stop:
        end = post_end(words, index, named=True)
        if end is None or end > stop:
            index += 1
            continue
        body = next((one for one in range(index, end) if _is_body(words, one, end)), None)
        found = words.slice(body, end) if body is not None else found
        index = end
    return found


def _is_body(words: Words, start: int, end: int) -> bool:
    """Tell whether a body fills these tokens; "Thường trực" after a post is part of the post."""
    return body_end(words, start, named=True) == end and heads().suffixes.longest(words, start) is None


def issuing_body(text: str) -> str | None:
    """Return the body at the head of a paper: of the lines in capitals that are a body's name, the last."""
    words = words_of(text[:_HEAD])
    found: str | None = None
    for cell in CELL.finditer(words.text):
        index = words.index_at(cell.start())
        if index is None or not cell[0].isupper():
            continue
        end = body_end(words, index)
        if end is not None and words.ends[end - 1] == cell.end():
            found = words.slice(index, end)
        elif found and heads().level.longest(words, index) and place_end(words, index + 1):
            found = f"{found} {cell[0]}"
    return found


def _body_before(words: Words, first: int, stop: int) -> str | None:
    """Return the longest name of a body or post that ends right before a token ("đã", "vừa" left out).

    None where a person with name and titles does: "Bí thư Thành ủy Lê Văn A", "Lê Văn A, Bí thư Thành ủy".
    """
    stop = _without_bracket(words, first, _without_adverbs(words, first, stop))
    for start in range(first, stop):
        level = heads().level.longest(words, start)
        if level is not None and place_end(words, level[1]) == stop:
            return words.slice(start, stop)
        if not words.capital(start):
            continue
        post = post_end(words, start, named=True)
        if post is not None and post < stop == capital_run(words, post):
            return None
        if post == stop and _is_of_person(words, first, start):
            return None
        if stop in (post, body_end(words, start)):
            return words.slice(_joint(words, first, start), stop)
    return None


def _is_of_person(words: Words, first: int, start: int) -> bool:
    """Tell whether a post is the title of a person named before it, and not the subject itself: "…, Bí thư"."""
    return start - 1 > first and words.low[start - 1] in (",", "-", "–") and not words.low[start - 2].isdigit()


def _joint(words: Words, first: int, start: int) -> int:
    """Return where a joint host begins: "Thường trực HĐND và UBND xã", "HĐND, UBND, UBMTTQ xã" at the clause's head."""
    begin = start
    while begin - 1 > first and words.low[begin - 1] in ("và", ",", "-"):
        left = next((one for one in range(first, begin - 1) if body_end(words, one) == begin - 1), None)
        if left is None or not words.capital(left):
            break
        begin = left
    headed = begin == first or words.low[begin - 1] in _BEFORE_SUBJECT or words.low[begin - 1].isdigit()
    return begin if headed else start


def _without_adverbs(words: Words, first: int, stop: int) -> int:
    while stop > first and words.low[stop - 1] in _ADVERBS:
        stop -= 1
    return stop


def _without_bracket(words: Words, first: int, stop: int) -> int:
    """Step back over a bracket after a name: "Đảng ủy phường A (thành phố B) tổ chức"."""
    if stop == first or words.low[stop - 1] != ")":
        return stop
    return next((one for one in range(stop - 1, first, -1) if words.low[one] == "("), stop)
