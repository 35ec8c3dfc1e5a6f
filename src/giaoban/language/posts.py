"""Posts and ranks (chức vụ, cấp bậc hàm) as titles write them, over words."""

from __future__ import annotations

from giaoban.language.body_grammar import body_end, group_end, list_end, tails_end
from giaoban.language.fields import field_end
from giaoban.language.heads import begins_name, heads, title_words
from giaoban.language.words import Words


def post_end(words: Words, index: int, *, named: bool = False) -> int | None:
    """Return the token after a post with the body it belongs to: "Phó Bí thư Thường trực Huyện ủy"; else None."""
    if index >= words.size or words.low[index] not in title_words():
        return None
    lists = heads()
    prefix = lists.prefixes.longest(words, index)
    found = lists.posts.longest(words, prefix[1] if prefix else index)
    if found is None:
        return None
    post, stop = found
    end = max(_body_of(words, _suffixed(words, stop), named=named), _shared_head(words, stop, named=named))
    return None if end == stop and post in lists.dependent_posts else end


def _shared_head(words: Words, stop: int, *, named: bool) -> int:
    """Read the last words of a post as the head of its body: "Trưởng | Ban Chỉ đạo", "Chánh | Văn phòng 1"."""
    best = body_end(words, stop - 1, named=named) or 0
    for head in (stop - 1, stop - 2):
        if " ".join(words.low[head:stop]) in heads().shared:
            field = field_end(words, stop, small=True, named=named) or stop
            best = max(best, tails_end(words, field, numbered=True, named=named))
    return best


def rank_end(words: Words, index: int) -> int | None:
    """Return the token after a rank: "Đại tá"; else None."""
    found = heads().ranks.longest(words, index)
    return None if found is None else found[1]


def member_end(words: Words, index: int, *, named: bool = False) -> int | None:
    """Return the token after a calling with the body it belongs to: "báo cáo viên Phòng Cảnh sát giao thông"."""
    found = heads().members.longest(words, index)
    if found is None:
        return None
    known = heads().known_fields.longest(words, found[1]) is not None
    field = field_end(words, found[1], small=True, named=named) if known else None
    return field or _body_of(words, found[1], named=named)


def _suffixed(words: Words, index: int) -> int:
    """Go over what narrows a post: "Thường trực", and its trade: "Bộ trưởng Quốc phòng", "Chủ nhiệm chính trị …"."""
    lists = heads()
    if words.low[index : index + 1] == ["."] and words.raw[index - 1].isupper() and words.capital(index + 1):
        index += 1
    while (found := lists.suffixes.longest(words, index)) is not None:
        index = found[1]
    trade = lists.known_fields.longest(words, index)
    named = words.capital(index) and not begins_name(words, index)
    if trade is not None and (named or begins_name(words, trade[1])):
        return field_end(words, index, small=True) or index
    return index


def _body_of(words: Words, index: int, *, named: bool) -> int:
    """Return the end of the body, group, field or level after a post, or ``index`` where there is none."""
    end = body_end(words, index, named=named) or group_end(words, index, named=named) or 0
    if index < words.size and not words.capital(index):
        end = max(end, list_end(words, index, named=named) or 0)
    return end or tails_end(words, index, named=named)
