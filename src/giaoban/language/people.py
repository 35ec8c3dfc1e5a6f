"""The persons whom a document names, with their titles.

>>> [(one.name, one.titles) for one in find_people("Đồng chí Trần Thị B – Bí thư Thị ủy chủ trì.")]
[('Trần Thị B', ['Bí thư Thị ủy'])]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from giaoban.language.body_grammar import body_end
from giaoban.language.extraction import Person
from giaoban.language.heads import begins_name, body_words, heads
from giaoban.language.lists import listed, single_words
from giaoban.language.mentions import Mention, merged
from giaoban.language.names import all_capitals, known_place_end, surnames
from giaoban.language.phrases import Phrases
from giaoban.language.signatures import signed_people
from giaoban.language.titles import TITLES, Range, titles_after, titles_before
from giaoban.language.words import Words, words_of

_LONGEST_NAME = 6
_LINKS = frozenset((",", "và", ";"))


@dataclass(frozen=True, slots=True)
class _Lists:
    announcing: Phrases[str]
    before_places: frozenset[str]
    not_names: Phrases[str]
    labels: Phrases[str]


@cache
def _lists() -> _Lists:
    return _Lists(
        listed("posts", "honorifics", *TITLES),
        single_words("names", "before_places"),
        listed("names", "not_persons"),
        listed("posts", "labels"),
    )


def find_people(text: str) -> list[Person]:
    """Return the persons named in a text, each once, in the order of their first mention.

    ``titles`` are as written, each by itself; a byline (người viết) has none, a signer the post above the name.
    """
    words = words_of(text)
    return merged([*_mentions(words), *signed_people(words)])


def _mentions(words: Words) -> list[Mention]:
    found: list[Mention] = []
    announced, bodies, names = _lists().announcing, body_words(), surnames()
    announcing = announced.first_words()
    begins = announcing | bodies | names
    after, last = 0, -2
    for index, word in enumerate(words.low):
        if word not in begins or index < after:
            continue
        mention, after = None, index + 1
        if word in announcing and announced.longest(words, index) is not None:
            mention, after = _titled(words, index)
        elif word in bodies and words.capital(index):
            after = body_end(words, index) or after
        if mention is None and after == index + 1 and word in names and words.capital(index):
            mention = _bare(words, index, listed_on=index == last + 1 and words.low[last] in _LINKS)
        if mention is not None:
            found.append(mention)
            last = words.index_from(mention.until)
            after = max(after, last)
    return found


def _titled(words: Words, index: int) -> tuple[Mention | None, int]:
    """Read a person after an honorific or a title; return the mention and the token to go on at."""
    honorific = heads().honorifics.longest(words, index)
    if honorific is not None and known_place_end(words, index) is None:
        titles, start = titles_before(words, honorific[1])
        end = name_end(words, start, sure=True)
        return (_mention(words, titles, start, end), start) if end else (None, index + 1)
    titles, start = titles_before(words, index)
    if titles:
        label = words.low[start : start + 1] == [":"]
        end = None if label else name_end(words, start, sure=False)
        named_by = _lists().labels.longest(words, index)
        if label and named_by is not None and named_by[1] == start:
            return _labelled(words, titles, start + 1), start + 1
        return (_mention(words, titles, start, end), start) if end else (None, max(start - 1, index + 1))
    return None, index + 1


def _labelled(words: Words, titles: list[Range], index: int) -> Mention | None:
    """Read the person after "Thư ký:", whose label is a title."""
    honorific = heads().honorifics.longest(words, index)
    start = honorific[1] if honorific else index
    more, start = titles_before(words, start)
    end = name_end(words, start, sure=honorific is not None)
    return _mention(words, titles + more, start, end) if end else None


def _bare(words: Words, index: int, *, listed_on: bool) -> Mention | None:
    """Read a full name that no title announces: a surname and two words more.

    One word more will do before a title, and in a list of names (``listed_on``: a name and a link stand before).
    """
    if all_capitals(words, index) or _is_name_of_thing(words, index):
        return None
    end = name_end(words, index, sure=False)
    if end is None or (end - index < 3 and not listed_on and not titles_after(words, end)):
        return None
    return _mention(words, [], index, end)


def _is_name_of_thing(words: Words, index: int) -> bool:
    """Tell whether the word or two before a name make it that of a street, a school, a project."""
    before = _lists().before_places
    return any(" ".join(words.low[max(0, index - count) : index]) in before for count in (1, 2))


def name_end(words: Words, index: int, *, sure: bool) -> int | None:
    """Return the token after the person's name that starts at a token, or None.

    ``sure`` says that an honorific stands before, so that a name need not begin with a known surname.
    """
    stop = index
    while stop < index + _LONGEST_NAME and _is_name_word(words, stop):
        if stop > index and begins_name(words, stop):
            break
        stop += 1
    long_enough = stop - index >= 2
    if not long_enough or begins_name(words, index) or _lists().not_names.longest(words, index):
        return None
    if not sure and words.low[index] not in surnames():
        return None
    place = known_place_end(words, index)
    return None if place is not None and place >= stop else stop


def _is_name_word(words: Words, index: int) -> bool:
    if not words.capital(index):
        return False
    raw = words.raw[index]
    return all(part.isalpha() for part in re.split(r"['’ ]+", raw)) and (not raw.isupper() or len(raw) <= 5)


def _mention(words: Words, before: list[Range], start: int, end: int) -> Mention:
    ranges = [*before, *titles_after(words, end)]
    titles = [_joined(words.slice(first, stop)) for first, stop in ranges]
    until = max([end, *(stop for _, stop in ranges)])
    name = _joined(words.slice(start, end))
    return Mention(name, titles, words.starts[start], words.ends[end - 1], words.ends[until - 1])


def _joined(written: str) -> str:
    """Return what a line end breaks as one line."""
    return " ".join(written.split())
