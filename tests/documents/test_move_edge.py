"""Moving an edge of a directive by words."""

from __future__ import annotations

import pytest

from conftest import Office
from giaoban.documents.actions import move_edge
from giaoban.documents.models import Directive, Document
from giaoban.refusal import Refusal

from .refusals import refuses_others


@pytest.mark.parametrize(
    ("edge", "words", "quote"),
    [
        ("start", 1, "án nhân dân thị xã nâng cao tỷ lệ xét xử lưu động"),
        ("start", -1, "30/6/2024; Tòa án nhân dân thị xã nâng cao tỷ lệ xét xử lưu động"),
        ("end", -2, "Tòa án nhân dân thị xã nâng cao tỷ lệ xét xử"),
        ("end", 2, "Tòa án nhân dân thị xã nâng cao tỷ lệ xét xử lưu động; các phường"),
    ],
)
def test_it_works(office: Office, directives: list[Directive], edge: str, words: int, quote: str) -> None:
    second = directives[1]
    move_edge(office.specialist, second.pk, edge, words, version=second.version)  # type: ignore[arg-type]
    second.refresh_from_db()
    assert second.quote == quote


def test_no_word_must_stay(office: Office, directives: list[Directive]) -> None:
    with pytest.raises(Refusal) as refused:
        move_edge(office.specialist, directives[1].pk, "end", -50, version=directives[1].version)
    assert refused.value.code == "documents.no_word_there"


def test_others_are_refused(office: Office, stranger: Office, document: Document, directives: list[Directive]) -> None:
    first = directives[0]
    refuses_others(
        office, stranger, document, lambda actor: move_edge(actor, first.pk, "end", -1, version=first.version)
    )
