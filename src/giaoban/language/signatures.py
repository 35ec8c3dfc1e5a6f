"""Who signs a paper and who wrote a news item: the names at the end, under posts in capitals or in a byline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from giaoban.language.columns import CELL
from giaoban.language.doctype import is_form
from giaoban.language.heads import begins_name, title_words
from giaoban.language.lists import listed
from giaoban.language.mentions import Mention
from giaoban.language.names import known_place_end, surnames
from giaoban.language.phrases import Phrases
from giaoban.language.posts import post_end, rank_end
from giaoban.language.words import Words

_AUTHORITY = re.compile(r"(?:T/M|TM|K/T|KT|T/L|TL|TUQ|Q)\b\.?\s*")
_LINES_BELOW = 9
_BYLINE_LINES = 3
_LONGEST_BYLINE = 90
#: A post over a signature that is longer stands in capitals.
_LONGEST_ROLE = 40
_GAP = re.compile(r"[^\S\n]{3}|\t")
_BYLINE_LABEL = re.compile(
    r"(?:(?:tin|bài|ảnh|tác giả|thực hiện|người viết|nội dung|phóng viên|pv|ctv|theo)\b"
    r"(?:\s*(?:,|và|&|-|–|/)\s*)?)+:?\s*",
    re.IGNORECASE,
)
_AFTER_BYLINE = re.compile(r"\s*[(/|].*$")
_BETWEEN_NAMES = re.compile(r"\s*(?:–|—|-|,|;|&|/|\bvà\b)\s*")


@dataclass(frozen=True, slots=True)
class _Role:
    """A post in capitals over a signature."""

    line: int
    column: int
    title: str | None


@cache
def _without_title() -> Phrases[str]:
    return listed("posts", "signing_roles")


@cache
def _role_words() -> frozenset[str]:
    return _without_title().first_words() | title_words()


def signed_people(words: Words) -> list[Mention]:
    """Return the signers of a paper with the post above each name; of a text without one, the byline's names."""
    signers = _signers(words)
    return signers if signers or is_form(words.text) else _byline(words)


def _signers(words: Words) -> list[Mention]:
    found: list[Mention] = []
    roles: list[_Role] = []
    for number, line_start, line in _lines(words.text):
        if not roles and not _may_hold_role(line):
            continue
        for cell in CELL.finditer(line):
            start, end = line_start + cell.start(), line_start + cell.end()
            role = _role(words, start, end)
            if role is not None:
                roles.append(_Role(number, cell.start(), role[0]))
            elif roles and (mention := _signer(words, start, end, roles, number, cell.start())):
                found.append(mention)
    return found


def _may_hold_role(line: str) -> bool:
    """Tell whether a line is short, in capitals or in columns, as those with a post are: a quick look at all lines."""
    return len(line.strip()) < _LONGEST_ROLE or line.isupper() or _GAP.search(line) is not None


def _lines(text: str) -> list[tuple[int, int, str]]:
    """Return the lines that are not empty: a running number, the offset and the line."""
    found: list[tuple[int, int, str]] = []
    offset = 0
    for line in text.split("\n"):
        if line.strip():
            found.append((len(found), offset, line))
        offset += len(line) + 1
    return found


def _role(words: Words, start: int, end: int) -> tuple[str | None] | None:
    """Return the post that a cell consists of, in a tuple (None in it: a role that is no title), or None."""
    cell = words.text[start:end]
    if len(cell) >= _LONGEST_ROLE and not cell.isupper():
        return None
    authority = _AUTHORITY.match(cell)
    index = words.index_at(start + (authority.end() if authority else 0))
    if index is None or not words.capital(index):
        return None
    if not authority and words.low[index] not in _role_words():
        return None
    untitled = _without_title().longest(words, index)
    if untitled is not None and words.ends[untitled[1] - 1] == end:
        return (None,)
    stop = post_end(words, index)
    if stop is not None and words.ends[stop - 1] == end:
        return (words.slice(index, stop),)
    return (None,) if authority and cell.isupper() else None


def _signer(words: Words, start: int, end: int, roles: list[_Role], line: int, column: int) -> Mention | None:
    near = [role for role in roles[-_LINES_BELOW:] if 0 < line - role.line <= _LINES_BELOW]
    index = words.index_at(start)
    if not near or index is None:
        return None
    rank = rank_end(words, index)
    first = rank or index
    name = _whole_name(words, first, end)
    if name is None:
        return None
    last_line = max(role.line for role in near)
    above = min((role for role in near if role.line == last_line), key=lambda role: abs(role.column - column))
    titles = [above.title] if above.title else []
    if rank is not None:
        titles.append(words.slice(index, rank))
    return Mention(name, titles, words.starts[first], end, is_signed=True)


def _whole_name(words: Words, first: int, end: int) -> str | None:
    """Return the name that fills the text from a token to an offset, or None."""
    stop = words.index_from(end)
    count = stop - first
    if not 2 <= count <= 6 or begins_name(words, first) or known_place_end(words, first) == stop:
        return None
    tokens = [words.raw[one] for one in range(first, stop)]
    if not all(one[0].isupper() and one.replace("'", "").replace("’", "").isalpha() for one in tokens):
        return None
    in_capitals = all(one.isupper() for one in tokens)
    if in_capitals and words.low[first] not in surnames():
        return None
    return " ".join(words.slice(first, stop).split())


def _byline(words: Words) -> list[Mention]:
    for _, offset, line in reversed(_lines(words.text)[-_BYLINE_LINES:]):
        if len(line) <= _LONGEST_BYLINE and (found := _names_of_line(words, offset, line)):
            return found
    return []


def _names_of_line(words: Words, offset: int, line: str) -> list[Mention]:
    label = _BYLINE_LABEL.match(line)
    start = label.end() if label and label.end() < len(line) else len(line) - len(line.lstrip())
    body = _AFTER_BYLINE.sub("", line.rstrip(" .")[start:])
    found: list[Mention] = []
    position = 0
    for part in _BETWEEN_NAMES.split(body):
        position = body.index(part, position)
        mention = _author(words, offset + start + position, part)
        if part and mention is None:
            return found if found and _is_source(part) else []
        if mention:
            found.append(mention)
        position += len(part)
    return found


def _is_source(part: str) -> bool:
    """Tell whether a part of a byline names the paper and not a person: "TTXVN", "CTV"."""
    return part.isupper() and " " not in part


def _author(words: Words, start: int, part: str) -> Mention | None:
    first, end = words.index_at(start), start + len(part)
    if first is None or begins_name(words, first) or known_place_end(words, first) is not None:
        return None
    tokens = [words.raw[one] for one in range(first, words.index_from(end))]
    if not 2 <= len(tokens) <= 5 or not all(one[0].isupper() and one.isalpha() for one in tokens):
        return None
    return Mention(" ".join(part.split()), [], start, end, is_signed=True)
