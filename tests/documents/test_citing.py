"""Which citations mean one document."""

from __future__ import annotations

from datetime import date

import pytest

from giaoban.documents.citing import columns, joined, may_be_same, read_reference
from giaoban.language.citations import find_citations


def said(text: str):  # type: ignore[no-untyped-def]
    one = find_citations(text)[0]
    facts = {"kind": one.kind, "number": one.number, "date": one.date, "issuer": one.issuer}
    return read_reference(facts, text[one.start : one.end])


SAME = [
    ("Thực hiện Nghị quyết 06 của Tỉnh ủy", "Thực hiện Nghị quyết số 06, ngày 21/12/2021 của Tỉnh ủy"),
    ("theo Nghị quyết số 06-NQ/TU", "theo Nghị quyết 06 về bảo đảm an ninh"),
    ("theo Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị", "theo Chỉ thị 05-CT/TW"),
    ("theo Nghị định 30/2020/NĐ-CP", "theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ"),
    ("theo Luật Tố cáo năm 2018", "thực hiện Luật Tố cáo năm 2018"),
    (
        "theo Nghị quyết số 06, ngày 21/12/2021 của Ban Thường vụ Tỉnh ủy",
        "theo Nghị quyết số 06-NQ/TU ngày 21/12/2021",
    ),
]
OTHER = [
    ("theo Nghị quyết số 06, ngày 21/12/2021 của Tỉnh ủy", "theo Nghị quyết số 06, ngày 03/02/2016 của Tỉnh ủy"),
    ("theo Nghị quyết số 06-NQ/TU", "theo Nghị quyết số 06-NQ/TW"),
    ("theo Nghị quyết số 06 của Tỉnh ủy", "theo Nghị quyết số 06 của Thị ủy"),
    ("theo Nghị quyết số 06 của Tỉnh ủy", "theo Chỉ thị số 06 của Tỉnh ủy"),
    ("theo Nghị quyết số 06 của Tỉnh ủy", "theo Nghị quyết số 16 của Tỉnh ủy"),
    ("theo Luật Tố cáo năm 2018", "theo Luật Tố cáo năm 2011"),
    ("theo Luật Tố cáo năm 2018", "theo Luật Khiếu nại năm 2018"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_short_forms_are_one_document(one: str, other: str) -> None:
    assert may_be_same(said(one), said(other))
    assert may_be_same(said(other), said(one))


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_what_differs_is_another_document(one: str, other: str) -> None:
    assert not may_be_same(said(one), said(other))


def test_two_forms_say_more_together() -> None:
    both = joined(said("theo Nghị quyết 06-NQ/TU"), said("theo Nghị quyết số 06, ngày 21/12/2021 của Tỉnh ủy"))
    assert (both.number, both.issued_on, both.issuer) == ("06-NQ/TU", date(2021, 12, 21), "Tỉnh ủy")
    assert columns(both)["name"] == "Nghị quyết số 06-NQ/TU ngày 21/12/2021 của Tỉnh ủy"


def test_numbers_stand_in_their_order() -> None:
    texts = ["theo Nghị quyết số 18-NQ/TW", "theo Nghị quyết số 06-NQ/TW", "theo Nghị quyết số 139-NQ/TW"]
    names = sorted((columns(said(text)) for text in texts), key=lambda one: one["sort"])
    assert [one["number"] for one in names] == ["06-NQ/TW", "18-NQ/TW", "139-NQ/TW"]
