"""Numbers as Vietnamese papers write them, in both languages of the interface: 1.234,5 and −5,5%."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from django import template

register = template.Library()

Number = int | float | Decimal


@register.filter
def number(value: Number | None, places: int | None = None) -> str:
    """Return the number with dots between thousands and a decimal comma; nothing for nothing.

    ``places`` rounds half up to so many decimals; without it a number keeps the decimals that it has.
    """
    if value is None or value == "":
        return ""
    exact = Decimal(str(value))
    if places is not None:
        exact = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    written = f"{abs(exact):,f}".translate(str.maketrans(",.", ".,"))
    return f"−{written}" if exact < 0 else written


@register.filter
def percent(value: Number | None, places: int = 1) -> str:
    """Return a percentage, 12.9 as "12,9%", without a bare ",0"; nothing for nothing."""
    if value is None or value == "":
        return ""
    written = number(value, places)
    whole, _, decimals = written.partition(",")
    return f"{written if decimals.strip('0') else whole}%"


@register.filter
def signed(value: Number | None, places: int | None = None) -> str:
    """Return a difference with its sign: "+4", "−5,5", "0"; nothing for nothing."""
    written = number(value, places)
    return f"+{written}" if written and Decimal(str(value)) > 0 else written


@register.filter
def at_most(value: int, most: int) -> str:
    """Return a count for a place where little fits: 120 of at most 99 is "99+"."""
    return f"{number(most)}+" if value > most else number(value)
