"""Editing a directive's name, words, due and areas."""

from __future__ import annotations

from datetime import date

import pytest

from conftest import Office
from giaoban.documents.actions import Changes, accept_directive, edit_directive
from giaoban.documents.models import Directive, Document
from giaoban.refusal import Refusal, Stale

from .refusals import refuses_others


def edited(office: Office, directive: Directive, **changes: object) -> Directive:
    directive.refresh_from_db()
    edit_directive(office.specialist, directive.pk, Changes(**changes), version=directive.version)  # type: ignore[arg-type]
    directive.refresh_from_db()
    return directive


def test_it_works(office: Office, directives: list[Directive]) -> None:
    second = edited(office, directives[1], title=" Xét xử  lưu động ", due="quý II/2024", areas=["justice", "plan"])
    assert (second.title, second.due_period, second.areas) == ("Xét xử lưu động", "2024-Q2", ["justice", "plan"])


@pytest.mark.parametrize(
    ("typed", "on", "period", "recurring"),
    [
        ("5/3/2024", date(2024, 3, 5), "", ""),
        ("05-03-2024", date(2024, 3, 5), "", ""),
        ("05032024", date(2024, 3, 5), "", ""),
        ("2024-03-05", date(2024, 3, 5), "", ""),
        ("tháng 6", None, "2024-06", ""),
        ("Quý III/2024", None, "2024-Q3", ""),
        ("hàng tháng", None, "", "monthly"),
        ("Thường xuyên", None, "", "continuous"),
        ("theo kỳ", None, "", ""),
        ("", None, "", ""),
    ],
)
def test_a_due_is_typed_as_people_do(
    office: Office, directives: list[Directive], typed: str, on: date | None, period: str, recurring: str
) -> None:
    first = edited(office, directives[0], due=typed)
    assert (first.due_on, first.due_period, first.due_recurring) == (on, period, recurring)


@pytest.mark.parametrize("typed", ["31/2/2024", "mai", "5/3", "1,5"])
def test_a_due_that_is_not_understood_is_refused(office: Office, directives: list[Directive], typed: str) -> None:
    with pytest.raises(Refusal, match=typed):
        edited(office, directives[0], due=typed)
    directives[0].refresh_from_db()
    assert directives[0].due_on == date(2024, 6, 30)


def test_its_words_are_whole_and_its_name_follows(
    office: Office, document: Document, directives: list[Directive]
) -> None:
    start = document.text.index("mở đợt") + 1
    first = edited(office, directives[0], span=(start, document.text.index(", hoàn thành") + 1))
    assert first.quote == "mở đợt cao điểm tấn công trấn áp tội phạm"
    assert document.text[first.start : first.end] == first.quote
    assert first.title == "Mở đợt cao điểm tấn công trấn áp tội phạm"


def test_a_name_that_a_person_gave_stays(office: Office, document: Document, directives: list[Directive]) -> None:
    edited(office, directives[0], title="Đợt cao điểm")
    first = edited(office, directives[0], span=(directives[0].start, directives[0].start + 20))
    assert first.title == "Đợt cao điểm"


def test_a_decision_stays(office: Office, directives: list[Directive]) -> None:
    accept_directive(office.specialist, directives[0].pk, version=directives[0].version)
    assert edited(office, directives[0], title="Khác").decision == "accepted"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"title": "  "}, "documents.title_empty"),
        ({"areas": []}, "documents.area_count"),
        ({"areas": ["plan", "sea", "party", "other"]}, "documents.area_count"),
        ({"areas": ["nowhere"]}, "documents.area_unknown"),
        ({"span": (5, 5)}, "documents.no_words"),
        ({"span": (10**9, 10**9 + 5)}, "documents.no_words"),
    ],
)
def test_what_cannot_be_is_refused(
    office: Office, directives: list[Directive], changes: dict[str, object], code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        edited(office, directives[0], **changes)
    assert refused.value.code == code


def test_two_on_the_same_words_are_refused(office: Office, directives: list[Directive]) -> None:
    first, second, _ = directives
    with pytest.raises(Refusal) as refused:
        edited(office, first, span=(second.start, second.end))
    assert refused.value.code == "documents.taken_already"


def test_a_stale_one_is_refused(office: Office, directives: list[Directive]) -> None:
    edited(office, directives[0], title="Một")
    with pytest.raises(Stale) as refused:
        edit_directive(office.specialist, directives[0].pk, Changes(title="Hai"), version=1)
    assert getattr(refused.value.current, "title", "") == "Một"


def test_others_are_refused(office: Office, stranger: Office, document: Document, directives: list[Directive]) -> None:
    first = directives[0]
    refuses_others(
        office,
        stranger,
        document,
        lambda actor: edit_directive(actor, first.pk, Changes(title="x"), version=first.version),
    )
