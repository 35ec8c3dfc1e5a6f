"""The grammar of a body's name over words: each function takes the token where it may begin and returns the token
after it, or None.

A name is a head ("Sở", "UBND", "Ban Chỉ đạo"), then its field where the head needs one ("Tư pháp"), then tails:
a grade ("hai cấp"), a level ("huyện"), levels in the plural ("các xã, phường"), a place ("Cát Hải"), a number,
or the body that owns it ("Tỉnh ủy"). "các", "mọi" or a number begin a group: "các sở, ban, ngành liên quan".
``depth`` counts the bodies around this one; ``named`` says that a person's name may stand behind: "Chủ tịch UBND
tỉnh Trần Văn A".
"""

from __future__ import annotations

from giaoban.language.fields import field_end
from giaoban.language.heads import begins_name, body_words, heads, tail_words
from giaoban.language.levels import (
    LINKS,
    grade_end,
    is_number,
    is_numbered_place,
    level_end,
    more_places,
    number_end,
    over_dot,
    over_short_form,
    quantifier_end,
)
from giaoban.language.names import place_end
from giaoban.language.words import Words

#: How many bodies may stand inside of one another: "Văn phòng Thường trực Ban Chỉ huy … thuộc UBND".
_DEEPEST = 4
#: "Văn phòng Sở" is whole, but not in "Văn phòng Sở Y tế".
_OPEN_ENDS = frozenset(("sở", "bộ", "cục", "ban", "viện"))


def body_end(words: Words, index: int, *, named: bool = False, depth: int = 0) -> int | None:
    """A single body: "Công an huyện", "Phòng Tài chính - Kế hoạch", "Ban Nội chính Tỉnh ủy"."""
    if depth > _DEEPEST or index >= words.size or words.low[index] not in body_words():
        return None
    key = ("body end", index, named, depth)
    if key not in words.read:
        words.read[key] = _read_end(words, index, named=named, depth=depth)
    found: int | None = words.read[key]
    return found


def _read_end(words: Words, index: int, *, named: bool, depth: int) -> int | None:
    lists = heads()
    if lists.other_things.longest(words, index) is not None:
        return None
    is_proper = words.capital(index) or words.capital(index + 1)
    partitive = lists.partitive.longest(words, index)
    if not (is_proper or partitive):
        return None
    whole, field = lists.whole.longest(words, index), lists.field.longest(words, index)
    best = _small(words, partitive, named=named) if partitive else 0
    if is_proper:
        best = max(
            best,
            _whole(words, index, whole) or 0,
            _with_field(words, index, field, named=named, depth=depth) or 0,
        )
    if not best:
        return None
    end = tails_end(words, best, numbered=_is_numbered(whole, field or partitive), named=named, depth=depth)
    end = _subject(words, field, end, named=named)
    return None if end == best and " ".join(words.low[index:end]) in lists.dependent else end


def _subject(words: Words, head: tuple[str, int] | None, end: int, *, named: bool) -> int:
    """Go on over what a board is about: "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực"."""
    if words.low[end : end + 1] != ["về"] or head is None or head[0] not in heads().about:
        return end
    field = heads().known_fields.longest(words, end + 1)
    return end if field is None else tails_end(words, field[1], named=named)


def _whole(words: Words, index: int, found: tuple[str, int] | None) -> int | None:
    if found is None or not words.capital(index):
        return None
    if words.low[found[1] - 1] in _OPEN_ENDS and words.capital(found[1]):
        return None
    one_syllable = found[1] == index + 1
    return None if one_syllable and not words.raw[index].isupper() else found[1]


def _with_field(words: Words, index: int, found: tuple[str, int] | None, *, named: bool, depth: int) -> int | None:
    if found is None or not (words.capital(index) or _is_small_head(words, found)):
        return None
    head, stop = found
    small = head in heads().open
    end = field_end(words, stop, small=small, named=named)
    if end is not None:
        return end
    if head in heads().numbered and stop < words.size and words.raw[stop].isdigit():
        return stop
    if head in heads().bare and level_end(words, stop) is not None:
        return stop
    return stop if stop > index + 1 and _owner(words, stop, named=named, depth=depth) is not None else None


def _is_small_head(words: Words, found: tuple[str, int]) -> bool:
    """Tell whether a head in small letters stands before a known field: "phòng Quản lý thu", "sở Tài chính"."""
    head, stop = found
    known = words.capital(stop) and heads().known_fields.longest(words, stop) is not None
    inspects = words.low[stop] in ("thanh", "kiểm")
    return known and head in heads().small_heads and (inspects or not begins_name(words, stop))


def _small(words: Words, found: tuple[str, int], *, named: bool) -> int:
    """A head in small letters, with its field: "tổ hòa giải", "ban quản lý dự án"."""
    end = field_end(words, found[1], small=True, named=named)
    return found[1] if end is None else end


def _is_numbered(whole: tuple[str, int] | None, head: tuple[str, int] | None) -> bool:
    numbered = heads().numbered
    if whole is not None and whole[0] in numbered:
        return True
    return head is not None and (head[0] in numbered or head[0].startswith("tổ "))


def tails_end(words: Words, index: int, *, numbered: bool = False, named: bool = False, depth: int = 0) -> int:
    """What goes on a name; returns ``index`` itself where nothing does."""
    placed = False
    index = over_short_form(words, index)
    while _may_have_tail(words, index):
        end = None if placed else _owner(words, index, named=named, depth=depth)
        end = end or number_end(words, index, bare=numbered) or grade_end(words, index)
        if end is None and not placed:
            end = (
                max(
                    _levels(words, index, named=named, depth=depth) or 0,
                    group_end(words, index, named=named, depth=depth) or 0,
                )
                or None
            )
            placed = end is not None
        if end is None and not placed:
            end = place_end(words, index, named=named)
            placed = end is not None
        if end is None or end == index:
            break
        index = end
    return index


def _may_have_tail(words: Words, index: int) -> bool:
    """Tell whether a token can begin what goes on a name: a quick look before the long ones."""
    if index >= words.size:
        return False
    return words.low[index] in tail_words() or words.raw[index][0].isupper() or words.raw[index].isdigit()


def _levels(words: Words, index: int, *, named: bool, depth: int) -> int | None:
    """ "huyện Cát Hải", "các huyện, thị xã ven biển", "11 xã, thị trấn", "xã, phường"."""
    start = quantifier_end(words, index)
    end = level_end(words, start or index)
    if end is None:
        return None
    end = over_dot(words, end)
    place = place_end(words, end, named=named)
    if place is not None:
        return more_places(words, place) if start is not None else place
    if start is None and is_numbered_place(words, end):
        return end + 1
    end = _more_levels(words, end, plural=start is not None, depth=depth)
    return _modified(words, end, depth=depth) if start is not None else end


def _more_levels(words: Words, index: int, *, plural: bool, depth: int) -> int:
    """Go on a list of levels; a level with a place of its own only ends a plural list: "… và huyện Côn Đảo"."""
    while index < words.size:
        if plural:
            index = _modified(words, index, depth=depth)
        if index >= words.size or words.low[index] not in LINKS:
            break
        end = level_end(words, index + 1)
        if end is None:
            break
        place = place_end(words, end)
        if place is not None:
            return place if plural and words.low[index] == "và" else index
        index = end
    return index


def _modified(words: Words, index: int, *, depth: int) -> int:
    """Go over what narrows a group: "ven biển", "liên quan", "trên địa bàn tỉnh", "thuộc Sở Y tế"."""
    while True:
        found = heads().modifier.longest(words, index)
        end = found[1] if found else _belonging(words, index, depth=depth)
        if end is None:
            return index
        index = end
        if words.low[index - 1] in ("tỉnh", "huyện", "xã", "phường", "phố", "quận"):
            index = place_end(words, index) or index


def _belonging(words: Words, index: int, *, depth: int) -> int | None:
    if words.low[index : index + 1] not in (["thuộc"], ["của"], ["khối"]):
        own = words.low[index - 1] == "thuộc" and words.capital(index)
        return body_end(words, index, depth=depth + 1) if own else None
    return body_end(words, index + 1, depth=depth + 1) if words.capital(index + 1) else None


def _owner(words: Words, index: int, *, named: bool, depth: int) -> int | None:
    """The body that a name belongs to: "Tỉnh ủy" in "Ban Nội chính Tỉnh ủy"."""
    found = heads().owner.longest(words, index)
    if found is None:
        return None
    if words.capital(index):
        return body_end(words, index, named=named, depth=depth + 1) if begins_name(words, index) else None
    if depth > _DEEPEST or not found[0].endswith("ủy"):
        return None
    return tails_end(words, found[1], named=named, depth=depth + 1)


def group_end(words: Words, index: int, *, named: bool = False, depth: int = 0) -> int | None:
    """A group: "các sở, ngành, địa phương", "7 phường", "các Huyện ủy Tuy Phong, Phú Quý", "mỗi chi bộ"."""
    start = quantifier_end(words, index) if depth <= _DEEPEST else None
    if start is None or (is_number(words.raw, index) and level_end(words, start) is None):
        return None
    return list_end(words, start, named=named, depth=depth + 1)


def list_end(words: Words, index: int, *, named: bool = False, depth: int = 0) -> int | None:
    """What a group lists, without its quantifier."""
    end = _item(words, index, named=named, depth=depth)
    if end is None:
        return None
    while True:
        index = _modified(words, tails_end(words, end, named=named, depth=depth), depth=depth)
        if index >= words.size or words.low[index] not in LINKS:
            return index
        end = _item(words, index + 1, named=named, depth=depth)
        if end is None or _is_own_body(words, index + 1):
            return index


def _item(words: Words, index: int, *, named: bool, depth: int) -> int | None:
    """One noun of a group: a common one, a level, or a head with its fields ("Sở Tài chính, Nội vụ")."""
    lists = heads()
    if lists.other_things.longest(words, index) is not None:
        return None
    found = lists.common.longest(words, index)
    end = found[1] if found else level_end(words, index)
    if words.capital(index):
        own = body_end(words, index, named=named, depth=depth)
        if own is not None:
            own = _more_fields(words, own)
        end = max(end or 0, own or 0) or None
    elif end is not None:
        end = _fields(words, end, depth=depth) or end
    return end


def _is_own_body(words: Words, index: int) -> bool:
    """Tell whether a full name stands here, which is no part of the list before it: "các ngành, UBND xã"."""
    return words.capital(index) and begins_name(words, index)


def _fields(words: Words, index: int, *, depth: int) -> int | None:
    """Fields after a small head in the plural: "các phòng: Kinh tế, Văn hóa", "các đồn Biên phòng"."""
    listed = words.low[index : index + 1] == [":"]
    if listed:
        index += 1
    if not words.capital(index):
        return None
    if listed and begins_name(words, index):
        return _named_list(words, index, depth=depth)
    end = field_end(words, index)
    if end is None and begins_name(words, index):
        end = body_end(words, index, depth=depth + 1)
    return None if end is None else _more_fields(words, end)


def _named_list(words: Words, index: int, *, depth: int) -> int | None:
    """The bodies that a colon lists under a plural noun: "Các đơn vị: Công an, Quân sự, Kiểm lâm"."""
    end = body_end(words, index, depth=depth + 1)
    while end is not None and end < words.size and words.low[end] in LINKS:
        further = body_end(words, end + 1, depth=depth + 1) if words.capital(end + 1) else None
        if further is None:
            break
        end = further
    return end


def _more_fields(words: Words, index: int) -> int:
    """Go on a list of fields, or places, under one plural head."""
    while index < words.size and words.low[index] in LINKS and words.capital(index + 1):
        if begins_name(words, index + 1):
            break
        end = heads().known_fields.longest(words, index + 1)
        stop = end[1] if end else place_end(words, index + 1)
        if stop is None:
            break
        index = stop
    return index
