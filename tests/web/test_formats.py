"""Dates of forms: day before month, whatever the language of the page."""

from __future__ import annotations

from datetime import date

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.formats import localize

LANGUAGES = ["vi", "en"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "typed", ["5/3/2024", "05/03/2024", "05-03-2024", "5.3.2024", "05032024", "2024-03-05", " 05/03/2024 "]
)
def test_a_date_is_read_day_first(language: str, typed: str) -> None:
    with translation.override(language):
        assert forms.DateField(localize=True).clean(typed) == date(2024, 3, 5)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", ["03/25/2024", "31/02/2024", "March 5, 2024", "5/3"])
def test_the_american_order_and_a_day_that_is_not_are_refused(language: str, typed: str) -> None:
    with translation.override(language), pytest.raises(ValidationError):
        forms.DateField(localize=True).clean(typed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_date_is_shown_in_the_form_as_it_is_written(language: str) -> None:
    with translation.override(language):
        assert forms.DateInput().format_value(date(2024, 3, 5)) == "05/03/2024"
        assert localize(date(2024, 3, 5)) == "05/03/2024"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_has_a_decimal_comma(language: str) -> None:
    with translation.override(language):
        assert localize(1234.5, use_l10n=True).endswith("234,5")


def test_a_refused_date_says_how_to_write_it() -> None:
    with translation.override("vi"), pytest.raises(ValidationError, match="ví dụ 05/03/2024"):
        forms.DateField().clean("31/02/2024")
