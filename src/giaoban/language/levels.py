"""What stands around levels of government in a body's name: numbers, grades, quantifiers, lists of places.

Each function takes the token where the thing may begin and returns the token after it, or None.
"""

from __future__ import annotations

from giaoban.language.heads import heads
from giaoban.language.names import place_end
from giaoban.language.words import Words

#: What stands between the members of a list.
LINKS = frozenset((",", "và"))


def level_end(words: Words, index: int) -> int | None:
    """A level of government or what a place is: "huyện", "thị trấn"."""
    found = heads().level.longest(words, index)
    return None if found is None else found[1]


def grade_end(words: Words, index: int) -> int | None:
    """A grade: "hai cấp", "cấp tỉnh", "tối cao"."""
    found = heads().grade.longest(words, index)
    return None if found is None else found[1]


def quantifier_end(words: Words, index: int) -> int | None:
    """What makes a group: "các", "mỗi", "hai", "7"."""
    found = heads().quantifier.longest(words, index)
    if found is not None:
        index = found[1]
        return index + 1 if is_number(words.raw, index) else index
    return index + 1 if is_number(words.raw, index) else None


def is_number(raw: list[str], index: int) -> bool:
    """Tell whether a token is a number of at most three digits."""
    return index < len(raw) and raw[index].isdigit() and len(raw[index]) <= 3


def number_end(words: Words, index: int, *, bare: bool) -> int | None:
    """ "số 5", "số 1 đến số 9", "khu vực 5 - Nghệ An", "khu vực Bảo Thắng - Bảo Yên", a bare number."""
    low, raw = words.low, words.raw
    if low[index : index + 1] == ["số"] and is_number(raw, index + 1) and low[index + 2 : index + 3] != ["/"]:
        if low[index + 2 : index + 4] == ["đến", "số"] and is_number(raw, index + 4):
            return index + 5
        return index + 2
    if low[index : index + 2] == ["khu", "vực"]:
        if is_number(raw, index + 2):
            dashed = low[index + 3 : index + 4] in (["-"], ["–"])
            return (place_end(words, index + 4) if dashed else None) or index + 3
        return place_end(words, index + 2)
    if not bare or not is_number(raw, index) or _is_counted(words, index + 1):
        return None
    dashed = low[index + 1 : index + 2] in (["-"], ["–"])
    return (place_end(words, index + 2) if dashed else None) or index + 1


def _is_counted(words: Words, index: int) -> bool:
    """Tell whether the number before counts levels: "7 phường" in "Đảng ủy 7 phường"."""
    return heads().level.longest(words, index) is not None


def is_numbered_place(words: Words, index: int) -> bool:
    """Tell whether a number names the place: "phường 5", "thôn 4"."""
    return words.low[index - 1] in heads().numbered_levels and is_number(words.raw, index)


def over_dot(words: Words, index: int) -> int:
    """Step over the dot of "TP. Hạ Long"."""
    short = words.low[index - 1] in ("tp", "tx", "q", "p", "h", "x")
    return index + 1 if short and words.low[index : index + 1] == ["."] and words.capital(index + 1) else index


def over_short_form(words: Words, index: int) -> int:
    """Step over a short form in brackets where the name goes on behind it: "Viện kiểm sát nhân dân (VKSND) tỉnh"."""
    if words.low[index : index + 1] != ["("] or words.low[index + 2 : index + 3] != [")"]:
        return index
    goes_on = heads().level.longest(words, index + 3) or heads().grade.longest(words, index + 3)
    return index + 3 if words.raw[index + 1].isupper() and goes_on else index


def more_places(words: Words, index: int) -> int:
    """Go on a list of places: "các huyện Lộc Ninh, Bù Đốp và Bù Gia Mập"."""
    while index < words.size and words.low[index] in LINKS:
        level = level_end(words, index + 1)
        end = place_end(words, level or index + 1)
        if end is None:
            break
        index = end
    return index
