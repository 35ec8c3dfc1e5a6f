"""What a body's or post's name begins with, and the words that go on it: the lists of ``data/bodies.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from giaoban.language.lists import listed, single_words, word_list
from giaoban.language.phrases import Phrases
from giaoban.language.words import Words

_FIELDS = ("sectors", "internal_affairs", "party", "projects", "schools")


@dataclass(frozen=True, slots=True)
class Heads:
    """The lists by what they do in the grammar of names; each is explained in its file."""

    whole: Phrases[str]
    field: Phrases[str]
    partitive: Phrases[str]
    owner: Phrases[str]
    common: Phrases[str]
    modifier: Phrases[str]
    quantifier: Phrases[str]
    level: Phrases[str]
    grade: Phrases[str]
    other_things: Phrases[str]
    open: frozenset[str]
    numbered: frozenset[str]
    numbered_levels: frozenset[str]
    bare: frozenset[str]
    small_heads: frozenset[str]
    about: frozenset[str]
    dependent: frozenset[str]
    shared: frozenset[str]
    dependent_posts: frozenset[str]
    posts: Phrases[str]
    members: Phrases[str]
    ranks: Phrases[str]
    suffixes: Phrases[str]
    prefixes: Phrases[str]
    honorifics: Phrases[str]
    known_fields: Phrases[str]


@cache
def heads() -> Heads:
    """Return the lists, made on the first call."""
    return Heads(
        **{
            name: listed("bodies", name)
            for name in (
                "whole", "field", "partitive", "owner", "common", "modifier", "quantifier", "level", "grade",
                "other_things",
            )
        },
        open=single_words("bodies", "open"),
        numbered=single_words("bodies", "numbered"),
        about=single_words("bodies", "about"),
        numbered_levels=single_words("bodies", "numbered_levels"),
        bare=single_words("bodies", "bare"),
        small_heads=single_words("bodies", "small_heads"),
        dependent=single_words("bodies", "dependent"),
        shared=single_words("posts", "shared"),
        dependent_posts=single_words("posts", "dependent"),
        posts=listed("posts", "heads"),
        members=listed("posts", "members"),
        ranks=listed("posts", "ranks"),
        suffixes=listed("posts", "suffixes"),
        prefixes=listed("posts", "prefixes"),
        honorifics=listed("posts", "honorifics"),
        known_fields=_known_fields(),
    )  # fmt: skip


def _known_fields() -> Phrases[str]:
    """Return the fields of work, their hyphens also as the dashes that word processors make of them."""
    fields = [one for name in _FIELDS for one in word_list("fields", name)]
    return Phrases({written: one for one in fields for written in (one, one.replace(" - ", " – "))})


def begins_name(words: Words, index: int) -> bool:
    """Tell whether a body, post or rank begins at a token that is written with a capital.

    A head of one syllable is also a syllable of proper names ("Hội An", "Đoàn Văn X"): it counts in capitals
    ("UBND") or with a known field after it ("Hội Nông dân").
    """
    if not words.capital(index) or words.low[index] not in first_words():
        return False
    lists = heads()
    if lists.other_things.longest(words, index) is not None:
        return False
    for one in (lists.whole, lists.posts, lists.ranks):
        found = one.longest(words, index)
        if found is not None and (found[1] > index + 1 or words.raw[index].isupper()):
            return True
    found = lists.field.longest(words, index)
    if found is None:
        return False
    return found[1] > index + 1 or lists.known_fields.longest(words, found[1]) is not None


@cache
def first_words() -> frozenset[str]:
    """Return the words that a name of a body, a group, a post or an honorific begins with."""
    lists = heads()
    others = (lists.quantifier, lists.level, lists.honorifics)
    return body_words() | title_words() | frozenset().union(*(one.first_words() for one in others))


@cache
def body_words() -> frozenset[str]:
    """Return the words that the name of a single body begins with."""
    lists = heads()
    return lists.whole.first_words() | lists.field.first_words() | lists.partitive.first_words()


@cache
def tail_words() -> frozenset[str]:
    """Return the words that what goes on a name begins with: an owner, a grade, a level, a group, a number."""
    lists = heads()
    kinds = (lists.owner, lists.grade, lists.level, lists.quantifier)
    return frozenset(("số", "khu")).union(*(one.first_words() for one in kinds))


@cache
def title_words() -> frozenset[str]:
    """Return the words that a title begins with."""
    lists = heads()
    kinds = (lists.posts, lists.members, lists.ranks, lists.prefixes)
    return frozenset().union(*(one.first_words() for one in kinds))
