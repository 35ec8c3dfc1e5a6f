"""Verbs of command, looked up where they stand.

>>> from giaoban.language.words import words_of
>>> [verb_at(words_of(text), 0) for text in ("rà soát lại", "dự họp", "dự báo mưa")]
[2, 2, None]
"""

from __future__ import annotations

from giaoban.language.lexicon import phrases
from giaoban.language.words import Words


def verb_at(words: Words, index: int) -> int | None:
    """Return the token after the verb of command that stands at a token; None where none stands.

    "Là" is one only where a sentence begins with it ("Là cơ quan thường trực, …").
    """
    found = phrases("verbs").longest(words, index)
    if found is None or found[0] == "none" or words.raw[index] == "là":
        return None
    return found[1]
