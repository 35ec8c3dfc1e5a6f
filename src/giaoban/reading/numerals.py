"""List numbers in the forms that Word offers.

>>> [numeral(4, form) for form in ("decimal", "upperRoman", "lowerLetter", "decimalZero")]
['4', 'IV', 'd', '04']
"""

from __future__ import annotations

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LARGEST_ROMAN = 3999


def numeral(number: int, form: str) -> str:
    """Return a number in a form named as Word names it; in decimals where the form is unknown or cannot hold it."""
    if form in ("upperRoman", "lowerRoman") and 0 < number <= _LARGEST_ROMAN:
        return _cased(_roman(number), form)
    if form in ("upperLetter", "lowerLetter") and 0 < number <= 26 * 26:
        letter = chr(ord("A") + (number - 1) % 26)
        return _cased(letter * ((number - 1) // 26 + 1), form)
    if form == "decimalZero":
        return f"{number:02}"
    return "" if form == "none" else str(number)


def _roman(number: int) -> str:
    digits = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        digits += letters * count
    return digits


def _cased(letters: str, form: str) -> str:
    return letters if form.startswith("upper") else letters.lower()
