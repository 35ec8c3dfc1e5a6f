"""Verbs of saying and asking, looked up where they stand.

>>> from giaoban.language.words import words_of
>>> [reporting_at(words_of(text), 0) for text in ("giao Công an xã", "giao ban tháng 3", "Giao Ban Tổ chức")]
[('give', 1), None, ('give', 1)]
"""

from __future__ import annotations

from functools import cache

from giaoban.language.bodies import body_at
from giaoban.language.lexicon import phrases
from giaoban.language.words import Words


@cache
def reporting_words() -> frozenset[str]:
    """Return the words that a verb of saying begins with: a quick look before the long one."""
    return phrases("reporting").first_words()


def reporting_at(words: Words, index: int) -> tuple[str, int] | None:
    """Return the kind of the verb of saying at a token and the token after it; None where none stands.

    "giao ban" is a meeting and no verb, but in "Giao Ban Tổ chức" the second word begins a body's name.
    """
    if index >= len(words):
        return None
    found = phrases("reporting").longest(words, index)
    if found is None or found[0] != "other":
        return found
    if words.low[index] == "giao" and words.capital(index + 1) and body_at(words, index + 1):
        return "give", index + 1
    return None
