"""Who co-operates in a directive (cơ quan phối hợp): the bodies after "phối hợp với", "cùng với", "cùng"."""

from __future__ import annotations

from giaoban.language.bodies import Body, bodies_at
from giaoban.language.words import Words

_JOINED = (
    ("phối", "hợp"),
    ("phối", "kết", "hợp"),
    ("cùng",),
    ("phối", "hợp", "chặt", "chẽ"),
    ("phối", "hợp", "thống", "nhất"),
)
_LINKS = frozenset((":", "với", "cùng", "chặt", "chẽ", "hiệu", "quả", "kịp", "thời", "tốt", "các", "và"))
_JOINING = frozenset(form[0] for form in _JOINED)


def find_supports(words: Words, first: int, stop: int) -> list[Body]:
    """Return the bodies that the directive of tokens ``first`` to ``stop`` names as supporting, in order."""
    found: list[Body] = []
    index = first
    while index < stop:
        row = supports_at(words, index, stop) if words.low[index] in _JOINING else None
        if row is None:
            index += 1
            continue
        found += [body for body in row[0] if body.text not in {one.text for one in found}]
        index = row[1]
    return found


def supports_at(words: Words, index: int, stop: int) -> tuple[list[Body], int] | None:
    """Return the bodies named as supporting by words that begin at a token ("phối hợp với …"), and the token after."""
    after = _after_joining(words, index)
    row = _bodies(words, after, stop) if after is not None else []
    return (row, words.index_from(row[-1].end)) if row else None


def _after_joining(words: Words, index: int) -> int | None:
    if words.low[index] not in _JOINING or (index and words.low[index - 1] == "chế"):
        return None
    lengths = [len(form) for form in _JOINED if tuple(words.low[index : index + len(form)]) == form]
    return index + max(lengths) if lengths else None


def _bodies(words: Words, index: int, stop: int) -> list[Body]:
    for skipped in range(6):
        at = index + skipped
        if at >= stop:
            return []
        row = [b for b in bodies_at(words, at) if b.kind != "place" and b.end <= words.ends[stop - 1]]
        if row:
            return row
        if words.low[at] not in _LINKS:
            return []
    return []
