"""Adding a directive that the reader missed, by its words."""

from __future__ import annotations

from datetime import date

import pytest

from conftest import Office
from giaoban.documents.actions import add_directive, add_pasted_text, reject_directive
from giaoban.documents.models import Directive, Document
from giaoban.jobs.runner import run_waiting
from giaoban.refusal import Refusal

from .refusals import refuses_others

MISSED = """Hội nghị ngày 27/3/2024 nghe báo cáo của các phường.
Việc Ban CHQS thị xã tuyển quân trước ngày 15/4/2024 là cần thiết 😀; cùng Công an thị xã tuần tra.
"""


def test_it_works(office: Office, document: Document) -> None:
    start = document.text.index("dâng hương")
    add_directive(office.specialist, document.pk, (start, start + 12))
    added = document.directives.get(proposed__isnull=True)
    assert (added.quote, added.title, added.decision) == ("dâng hương tại", "Dâng hương tại", "open")


def test_lead_due_and_areas_are_filled_in(office: Office) -> None:
    document = add_pasted_text(office.specialist, "", MISSED, declares_no_secret=True).document
    run_waiting()
    document.refresh_from_db()
    document.directives.update(decision="replaced")
    start = document.text.index("Ban CHQS")
    add_directive(office.specialist, document.pk, (start, document.text.index(" là cần thiết")))
    added = document.directives.get(proposed__isnull=True)
    assert added.lead_written == ["Ban CHQS thị xã"]
    assert [(one.unit.name, one.role) for one in added.units.all()] == [("Ban Chỉ huy Quân sự thị xã", "lead")]
    assert (added.due_on, added.areas[0]) == (date(2024, 4, 15), "defence")


def test_offsets_count_code_points(office: Office) -> None:
    document = add_pasted_text(office.specialist, "", MISSED, declares_no_secret=True).document
    run_waiting()
    document.refresh_from_db()
    start = document.text.index("cùng Công an")
    add_directive(office.specialist, document.pk, (start, start + len("cùng Công an thị xã")))
    assert document.directives.filter(quote="cùng Công an thị xã").exists()


def test_the_lead_of_the_sentence_is_inherited(office: Office, document: Document, directives: list[Directive]) -> None:
    third = directives[2]
    reject_directive(office.specialist, third.pk, version=third.version)
    start = document.text.index("tuần tra")
    add_directive(office.specialist, document.pk, (start, start + 8))
    assert document.directives.get(proposed__isnull=True).lead_written == third.lead_written


@pytest.mark.parametrize(("span", "code"), [((3, 3), "documents.no_words"), ((0, -1), "documents.no_words")])
def test_no_words_are_refused(office: Office, document: Document, span: tuple[int, int], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        add_directive(office.specialist, document.pk, span)
    assert refused.value.code == code


def test_what_is_taken_already_is_refused(office: Office, document: Document, directives: list[Directive]) -> None:
    with pytest.raises(Refusal) as refused:
        add_directive(office.specialist, document.pk, (directives[0].start, directives[0].end))
    assert refused.value.code == "documents.taken_already"


def test_others_are_refused(office: Office, stranger: Office, document: Document) -> None:
    start = document.text.index("dâng hương")
    refuses_others(office, stranger, document, lambda actor: add_directive(actor, document.pk, (start, start + 10)))
