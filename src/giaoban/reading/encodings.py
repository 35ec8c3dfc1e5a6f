"""Vietnamese written before Unicode (bảng mã cũ): TCVN3 of the .VnTime fonts, VNI, TCVN 5712, Windows-1258.

Such a text is a row of other letters which only its font shows right: "C«ng an thÞ x·". The font's name tells the
encoding; where there is none, the one that makes Vietnamese syllables of the words does.

>>> restored("C«ng an thÞ x·", encoding_of("C«ng an thÞ x·"))
'Công an thị xã'
>>> encoding_of("Công an thị xã") is None
True
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from giaoban.facts import load
from giaoban.reading.syllables import Likeness, likeness
from giaoban.vietnamese import nfc

#: What no encoding's text holds before it is restored: the letters that Unicode alone has.
_UNICODE_ONLY = re.compile("[ăĂđĐơƠưƯ\u1ea0-\u1ef9\u0300\u0301\u0303\u0309\u0323]")
#: What no text holds; where it is left, another encoding had a letter there.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SAMPLE = 40_000
_LEAST_MARKED = 2
_LEAST_MARKED_SHARE = 0.3
_LEAST_SHARE = 0.9
_LEAST_GAIN = 0.2


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding; the data file says what each value is."""

    id: str
    words: str
    codec: str
    fonts: tuple[str, ...]
    capitals: str
    letters: tuple[str, ...]
    written: str
    means: str
    source: str


def encodings() -> tuple[Encoding, ...]:
    """Return every encoding that is known."""
    return load("giaoban.reading", "encodings", Encoding)


def font_encoding(font: str) -> Encoding | None:
    """Return the encoding that a font's name tells; None for the fonts of Unicode."""
    name = font.strip().lower()
    return next((one for one in encodings() if name.startswith(one.fonts)), None) if name else None


def encoding_of(text: str) -> Encoding | None:
    """Return the encoding of a text, by its words; None where it is Unicode, or not Vietnamese."""
    sample = text[:_SAMPLE]
    if sample.isascii() or _UNICODE_ONLY.search(sample):
        return None
    found = _best((one, restored(sample, one)) for one in encodings() if one.letters)
    return found[0] if found and found[1].share >= likeness(sample).share + _LEAST_GAIN else None


def decoded(data: bytes) -> str | None:
    """Return the text of bytes in the encoding that makes Vietnamese of them; None if none does."""
    if b"\0" in data:
        return None
    texts = {one.id: text for one in encodings() if (text := _decoded_as(data, one)) is not None}
    found = _best((one, texts[one.id][:_SAMPLE]) for one in encodings() if one.id in texts)
    return texts[found[0].id] if found else None


def restored(text: str, encoding: Encoding | None, *, font: str = "") -> str:
    """Return the text in Unicode NFC; all letters large where the font shows them so."""
    if encoding is None:
        return text
    pattern, letters = _table(encoding.id)
    plain = nfc(pattern.sub(lambda found: letters[found[0]], text)) if letters else nfc(text)
    return plain.upper() if encoding.capitals and font.strip().lower().endswith(encoding.capitals) else plain


def _decoded_as(data: bytes, encoding: Encoding) -> str | None:
    try:
        return restored(data.decode(encoding.codec), encoding)
    except UnicodeDecodeError:
        return None


def _best(candidates: Iterator[tuple[Encoding, str]]) -> tuple[Encoding, Likeness] | None:
    """Return the first of the encodings that make the most syllables, and how much the text looks like Vietnamese."""
    judged = [(encoding, likeness(text)) for encoding, text in candidates if not _CONTROL.search(text)]
    fitting = [one for one in judged if _is_vietnamese(one[1])]
    return max(fitting, key=lambda one: one[1].syllables, default=None)


def _is_vietnamese(found: Likeness) -> bool:
    is_marked = found.marked >= max(_LEAST_MARKED, _LEAST_MARKED_SHARE * found.words)
    return is_marked and found.share >= _LEAST_SHARE


@cache
def _table(identity: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return an encoding's letters, and a pattern that finds them, the longest first."""
    encoding = next(one for one in encodings() if one.id == identity)
    letters = {pair[:-1]: pair[-1] for line in encoding.letters for pair in line.split(" ")}
    # A capital's tone is found with the small letter's sign too ("Uûy" beside "UÛY").
    letters |= {
        f"{key[0]}{key[1].lower()}": letter for key, letter in letters.items() if len(key) > 1 and key.isupper()
    }
    return re.compile("|".join(sorted(map(re.escape, letters), key=len, reverse=True))), letters
