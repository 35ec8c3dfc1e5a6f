"""What was changed between two texts, word by word (so sánh từng chữ).

>>> [(one.kind, one.text) for one in word_changes("xong trước 30/6.", "xong trước ngày 15/7.")]
[('same', 'xong trước '), ('removed', '30/6'), ('added', 'ngày 15/7'), ('same', '.')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from giaoban.vietnamese import nfc

Kind = Literal["same", "added", "removed"]

#: A word, a date or number as one; or a sign. The blanks behind belong to it, and do not tell two apart.
_TOKEN = re.compile(r"(?:\w+(?:[/.,:\-–]\w+)*|[^\w\s])\s*|\s+")
_SENTENCE = re.compile(r"[^.;:\n]*(?:[.;:\n]+\s*|$)")
#: Of stretches with more words the sentences alone are compared, so that time grows with the text and not its square.
_MOST_WORDS = 2_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words that stayed, came or went."""

    kind: Kind
    text: str


def word_changes(before: str, after: str) -> tuple[Piece, ...]:
    """Return both texts as one row of pieces; blanks and the form of Unicode are no change."""
    old, new = nfc(before), nfc(after)
    if len(old) + len(new) < _MOST_WORDS:
        return _joined(_by_words(old, new))
    return _joined(_by_sentences(_SENTENCE.findall(old), _SENTENCE.findall(new)))


def is_changed(pieces: Iterable[Piece]) -> bool:
    """Return whether some word came or went."""
    return any(one.kind != "same" for one in pieces)


def _by_sentences(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    for kind, i, j, k, m in _opcodes(old, new):
        went, came = "".join(old[i:j]), "".join(new[k:m])
        if kind == "equal":
            yield Piece("same", came)
        elif kind == "replace" and len(went) + len(came) < _MOST_WORDS * 4:
            yield from _by_words(went, came)
        else:
            yield from (Piece("removed", went), Piece("added", came))


def _by_words(old: str, new: str) -> Iterator[Piece]:
    went, came = _TOKEN.findall(old), _TOKEN.findall(new)
    for kind, i, j, k, m in _opcodes(went, came):
        if kind == "equal":
            yield Piece("same", "".join(came[k:m]))
        else:
            yield from (Piece("removed", "".join(went[i:j])), Piece("added", "".join(came[k:m])))


def _opcodes(old: Sequence[str], new: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, [one.strip() for one in old], [one.strip() for one in new]).get_opcodes()


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return the pieces, empty ones left out, what went before what came, neighbours of a kind as one."""
    joined: list[Piece] = []
    for one in pieces:
        if one.text and joined and joined[-1].kind == one.kind:
            joined[-1] = Piece(one.kind, joined[-1].text + one.text)
        elif one.text:
            joined.append(one)
    return tuple(joined)
