"""What part of a document a block stands in (vai trò của mục): results, tasks ahead, discussion, purpose …

The heading says it, or the words before a colon at the head of a block; what has no heading of its own takes the
part of the heading above it.
"""

from __future__ import annotations

from giaoban.language.bodies import bodies_at
from giaoban.language.layout import Block
from giaoban.language.lexicon import phrases
from giaoban.language.office import Office
from giaoban.language.prospects import looks_ahead
from giaoban.language.reporting import reporting_at
from giaoban.language.words import Words

#: Words that may stand before the one that names the section.
_BEFORE = frozenset(("một", "số", "những", "các", "phần", "mục", "về"))
#: After "về" these are a matter that is dealt with, and not a section of their own ("Về các kiến nghị của xã").
_MATTERS = frozenset(("requests", "attendance", "discussion", "targets"))
_REACH = 4
_SHORT = 12


def section_role(words: Words, first: int, stop: int) -> str | None:
    """Return the role that the heading of tokens ``first`` to ``stop`` names; None where it names none."""
    known = phrases("sections")
    index, reach = first, min(stop, first + _REACH)
    while index < reach:
        if found := known.longest(words, index):
            matter = words.low[first] == "về" and found[0] in _MATTERS
            speaks = found[0] == "attendance" and _speaks(words, found[1], stop)
            return None if matter or speaks else found[0]
        if words.low[index] not in _BEFORE:
            return None
        index += 1
    return None


def _speaks(words: Words, index: int, stop: int) -> bool:
    """Tell whether "chủ trì", "thư ký" is one who speaks: "Chủ trì cho ý kiến ngay: …", "Chủ trì hỏi: …"."""
    asks = index < stop and words.low[index] in ("hỏi", "trả", "nêu", "nói", "nhắc", "đáp")
    return asks or (index < stop and reporting_at(words, index) is not None)


def find_roles(words: Words, blocks: list[Block], doc_type: str, office: Office) -> list[str | None]:
    """Return the role of each block, None where nothing says it.

    What an office asks ("đề nghị") of those who are not above it are demands; what a conclusion says of requests
    answers them.
    """
    roles: list[str | None] = []
    reviews = doc_type in ("report", "minutes")
    title = " ".join(words.text[one.start : one.end] for one in blocks if one.kind == "title") if reviews else ""
    for block in blocks:
        inherited = roles[block.parent] if block.parent is not None else None
        own = _own_role(words, block, doc_type)
        if own == "requests" and (doc_type == "conclusion" or _asks_below(words, block, office)):
            own = "answers" if doc_type == "conclusion" else "demands"
        if own is None and block.kind == "heading" and reviews and _REVIEWS.intersection(roles):
            own = "tasks" if looks_ahead(words.text[block.start : block.end], title) else None
        roles.append(own or inherited)
    return roles


#: Sections of a report after which a heading that names another time is one of tasks.
_REVIEWS = frozenset(("results", "limitations"))


def _own_role(words: Words, block: Block, doc_type: str) -> str | None:
    if block.kind not in ("heading", "item", "paragraph"):
        return None
    first, stop = words.index_from(block.start), words.index_from(block.end)
    if block.kind != "heading" and not (words.text[block.end - 1] == ":" and stop - first <= _SHORT):
        stop = inline_heading_end(words, first, stop)
    role = section_role(words, first, stop) if stop > first else None
    if role == "content":
        return "tasks" if doc_type == "directive" else None
    return role


def _asks_below(words: Words, block: Block, office: Office) -> bool:
    """Tell whether a heading asks bodies to act that do not stand above the office ("Đề nghị các xã, phường")."""
    index = words.index_from(block.start)
    if block.kind != "heading" and words.text[block.end - 1] != ":":
        return False
    if words.low[index : index + 2] != ["đề", "nghị"] or index + 2 >= len(words):
        return False
    bodies = bodies_at(words, index + 2)
    return bool(bodies) and bodies[-1].end <= block.end and not any(office.is_above(body.text) for body in bodies)


def inline_heading_end(words: Words, first: int, stop: int, reach: int = 9) -> int:
    """Return the token of the colon that ends a short heading at the head of a block; ``first`` where there is none."""
    head = words.low[first : max(first, min(stop - 1, first + reach))]
    colon = head.index(":") if ":" in head else 0
    return first if "." in head[:colon] or ";" in head[:colon] else first + colon
