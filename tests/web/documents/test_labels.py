"""The words of the documents part: the same code, said in the language of the page."""

from __future__ import annotations

import pytest
from django.utils import translation

from giaoban.web.documents.labels import basis_label, doc_type_label, period_label, recurrence_label


@pytest.mark.parametrize(
    ("code", "vietnamese", "english"),
    [
        ("2024-03", "tháng 3/2024", "March 2024"),
        ("2024-Q2", "quý II/2024", "Q2 2024"),
        ("2024-H1", "6 tháng đầu năm 2024", "first half of 2024"),
        ("2024-H2", "6 tháng cuối năm 2024", "second half of 2024"),
        ("2024-9M", "9 tháng năm 2024", "first 9 months of 2024"),
        ("2024", "năm 2024", "2024"),
        ("", "", ""),
    ],
)
def test_a_period_is_said_in_both_languages(code: str, vietnamese: str, english: str) -> None:
    assert period_label(code) == vietnamese
    with translation.override("en"):
        assert period_label(code) == english


def test_what_is_no_period_is_not_said() -> None:
    with pytest.raises(ValueError, match="no period"):
        period_label("quý II")


def test_codes_of_the_data_files_are_said_in_both_languages() -> None:
    assert (doc_type_label("news"), basis_label("area"), recurrence_label("monthly")) == (
        "Tin hội nghị",
        "gợi ý theo lĩnh vực",
        "Hằng tháng",
    )
    with translation.override("en"):
        assert (doc_type_label("news"), basis_label("area"), recurrence_label("monthly")) == (
            "News item",
            "proposed by area",
            "Monthly",
        )


def test_a_code_without_a_row_is_shown_as_it_is() -> None:
    assert doc_type_label("letter") == "letter"
