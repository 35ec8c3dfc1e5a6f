"""Names of bodies (cơ quan, đơn vị), of groups of them and of the posts that head them, found in a text.

>>> [body.text for body in find_bodies("Giao Sở Tư pháp phối hợp với UBND các huyện, thị xã rà soát.")]
['Sở Tư pháp', 'UBND các huyện, thị xã']
>>> body_at(words_of("Trưởng Công an xã báo cáo"), 0)
Body(start=0, end=17, text='Trưởng Công an xã', kind='post')
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from giaoban.language.body_grammar import body_end, group_end
from giaoban.language.heads import first_words, heads
from giaoban.language.names import capital_run, known_place_end, place_end
from giaoban.language.posts import member_end, post_end, rank_end
from giaoban.language.words import Words, words_of

Kind = Literal["body", "group", "post", "place"]


class Body(NamedTuple):
    """A body as written. ``kind``: one body, a group, the holder of a post, or a place named with its level."""

    start: int
    end: int
    text: str
    kind: Kind


def bodies_from(words: Words, start: int) -> list[Body]:
    """Return the bodies named in a row from an offset of the text, as :func:`bodies_at` does; none within a token."""
    index = words.index_at(start)
    return [] if index is None else bodies_at(words, index)


def bodies_at(words: Words, index: int) -> list[Body]:
    """Return the bodies named in a row from a token, with commas, semicolons or "và" between; may be empty."""
    found: list[Body] = []
    while (body := body_at(words, index)) is not None:
        found.append(body)
        after = words.index_from(body.end)
        if after >= words.size or words.low[after] not in (",", "và", ";"):
            break
        index = after + 1
        if words.low[index : index + 1] == ["và"]:
            index += 1
    return found


def find_bodies(text: str) -> list[Body]:
    """Return all names of bodies, groups and posts in a text, in order, none inside another; places are left out."""
    words = words_of(text)
    found: list[Body] = []
    index = 0
    while index < words.size:
        body = body_at(words, index)
        if body is None or body.kind == "place":
            index += 1
            continue
        found.append(body)
        index = words.index_from(body.end)
    return found


def body_at(words: Words, index: int) -> Body | None:
    """Return the longest name of a body, group or post that starts at a token, else None; the answer is kept.

    A list under one plural head is one ("UBND các huyện, thị xã"); fully named bodies in a row are several.
    "đồng chí", "ông" before a post or name is part of it here.
    """
    if index >= words.size or not (words.low[index] in first_words() or words.raw[index].isdigit()):
        return None
    key = ("body", index)
    if key not in words.read:
        words.read[key] = _read_body(words, index)
    found: Body | None = words.read[key]
    return found


def _read_body(words: Words, index: int) -> Body | None:
    end: int | None
    honorific = heads().honorifics.longest(words, index)
    if honorific is not None and known_place_end(words, index) is None:
        end = _person(words, honorific[1])
        if end is None and honorific[0].startswith("các"):
            narrowed = heads().modifier.longest(words, honorific[1])
            end = narrowed[1] if narrowed else honorific[1]
        return _made(words, index, end, "post")
    ends: list[tuple[int, Kind]] = []
    for kind, end in (
        ("body", body_end(words, index)),
        ("group", group_end(words, index)),
        ("post", post_end(words, index) or _calling(words, index)),
    ):
        if end is not None:
            ends.append((end, kind))  # type: ignore[arg-type]
    if ends:
        end, kind = max(ends, key=lambda one: (one[0], one[1] == "post"))
        return _made(words, index, end, kind)
    level = heads().level.longest(words, index)
    return _made(words, index, place_end(words, level[1]) if level else None, "place")


def _calling(words: Words, index: int) -> int | None:
    """Return the end of a calling that says where: "cán bộ tư pháp"; by itself it is nobody's name."""
    end, found = member_end(words, index), heads().members.longest(words, index)
    return end if end is not None and found is not None and end > found[1] else None


def _person(words: Words, index: int) -> int | None:
    """Return the end of whom an honorific names: a post ("Bí thư Đảng ủy") or a person by name."""
    index = rank_end(words, index) or index
    end = post_end(words, index, named=True) or member_end(words, index, named=True)
    named = capital_run(words, index if end is None else end)
    return named if named > (index if end is None else end) else end


def _made(words: Words, first: int, stop: int | None, kind: Kind) -> Body | None:
    if stop is None or stop <= first:
        return None
    start, end = words.starts[first], words.ends[stop - 1]
    return Body(start, end, words.text[start:end], kind)
