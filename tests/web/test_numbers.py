"""Numbers as Vietnamese papers write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from giaoban.web.templatetags.numbers import number, percent, signed


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (1234, "1.234"),
        (1234567.5, "1.234.567,5"),
        (Decimal("0.10"), "0,10"),
        (-5.5, "−5,5"),
        (1e21, "1.000.000.000.000.000.000.000"),
        (None, ""),
        ("", ""),
    ],
)
def test_number(value: float | Decimal | None, written: str) -> None:
    assert number(value) == written


def test_number_rounds_half_up_to_so_many_places() -> None:
    assert number(Decimal("2.345"), 2) == "2,35"
    assert number(2, 1) == "2,0"


@pytest.mark.parametrize(("value", "written"), [(12.9, "12,9%"), (50, "50%"), (0, "0%"), (33.333, "33,3%"), (None, "")])
def test_percent_has_no_bare_zero(value: float | None, written: str) -> None:
    assert percent(value) == written


@pytest.mark.parametrize(("value", "written"), [(4, "+4"), (-5.5, "−5,5"), (0, "0"), (None, "")])
def test_signed(value: float | None, written: str) -> None:
    assert signed(value) == written
