"""Vietnamese text: one Unicode form, folding without diacritics, and the dictionary's order.

>>> fold("Đẩy mạnh Nghị quyết")
'day manh nghi quyet'
>>> sorted(["Đức", "Dũng", "Ân", "An"], key=sort_key)
['An', 'Ân', 'Dũng', 'Đức']
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: The letters in the order of the dictionary; signs and digits sort before them, foreign letters after them.
ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

#: The five tone marks as combining characters, in the order of the dictionary: huyền, hỏi, ngã, sắc, nặng.
TONES = "\u0300\u0309\u0303\u0301\u0323"

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_LETTER_RANK = {letter: rank for rank, letter in enumerate(ALPHABET, start=0x80)}
_FIRST_SHOWN, _SURROGATES, _SURROGATE_COUNT = 0x21, 0xD800, 0x800
_LAST_RANK = 0x10FFFF - _FIRST_SHOWN - _SURROGATE_COUNT
_TONE_RANK = {tone: rank for rank, tone in enumerate(TONES, start=1)}


def nfc(text: str) -> str:
    """Return the text in Unicode NFC, the only form that is stored."""
    return unicodedata.normalize("NFC", text)


def tidy(text: str) -> str:
    """Return what a person typed in a one-line field: NFC, no invisible characters, single spaces."""
    return re.sub(r"\s+", " ", nfc(text).translate(_INVISIBLE)).strip()


def begun(text: str) -> str:
    """Return words that stand alone as they are written, with a capital: "đẩy mạnh" → "Đẩy mạnh"."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    decomposed = unicodedata.normalize("NFD", character.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return bare.replace("đ", "d")


def fold(text: str) -> str:
    """Return the text for searching: lower case, no marks, đ as d, no invisible characters, single spaces.

    "hoà" and "hòa", "uỷ" and "ủy", NFD and NFC fold alike.
    """
    visible = nfc(text).translate(_INVISIBLE)
    return re.sub(r"\s+", " ", "".join(map(_fold_character, visible))).strip()


def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Return a key that sorts in the order of a Vietnamese dictionary.

    Letters count first (blank, signs and digits, a ă â … d đ, other letters), then tones (level, huyền, hỏi,
    ngã, sắc, nặng), then the text itself.
    """
    letters: list[int] = []
    tones: list[int] = []
    for character in nfc(text).casefold():
        letter, tone = _split_tone(character)
        letters.append(_letter_rank(letter))
        tones.append(tone)
    return tuple(letters), tuple(tones), text


def _letter_rank(letter: str) -> int:
    if letter == " ":
        return 0
    code = ord(letter[0])
    return _LETTER_RANK.get(letter) or (code if code < 0x80 else min(code + 0x40, _LAST_RANK))


@lru_cache(maxsize=4096)
def _split_tone(character: str) -> tuple[str, int]:
    tone = 0
    kept: list[str] = []
    for part in unicodedata.normalize("NFD", character):
        if part in _TONE_RANK:
            tone = _TONE_RANK[part]
        else:
            kept.append(part)
    return unicodedata.normalize("NFC", "".join(kept)) or character, tone


def sort_text(text: str) -> str:
    """Return a string whose code-point order is :func:`sort_key`'s order, to be kept in a column and indexed.

    Two databases with different collations then sort alike. Texts that differ only in case have the same.
    """
    letters, tones, _ = sort_key(text)
    return "".join(map(_shown, letters)) + " " + "".join(chr(ord("0") + tone) for tone in tones)


def _shown(rank: int) -> str:
    """Return a character above the blank for a rank, in the ranks' order; a surrogate is none."""
    code = _FIRST_SHOWN + rank
    return chr(code if code < _SURROGATES else code + _SURROGATE_COUNT)


def person_sort_text(name: str) -> str:
    """Return the sorting text of a person's name: by given name (the last word) first, then the rest.

    >>> sorted(["Trần Văn Hà", "Lê Thị Hạ", "Nguyễn Thị An", "Lê Văn Hà"], key=person_sort_text)
    ['Nguyễn Thị An', 'Lê Văn Hà', 'Trần Văn Hà', 'Lê Thị Hạ']
    """
    rest, _, given = tidy(name).rpartition(" ")
    return f"{sort_text(given)} {sort_text(rest)}"
