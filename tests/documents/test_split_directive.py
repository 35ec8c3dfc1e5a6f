"""Splitting a directive in two."""

from __future__ import annotations

import pytest

from conftest import Office
from giaoban.documents.actions import split_directive
from giaoban.documents.models import Directive, Document
from giaoban.refusal import Refusal, Stale

from .refusals import refuses_others


def standing(document: Document) -> list[Directive]:
    return list(document.directives.exclude(decision="replaced"))


def test_it_works(office: Office, document: Document, directives: list[Directive]) -> None:
    third = directives[2]
    position = document.text.index("phối hợp với Công an")
    split_directive(office.specialist, third.pk, position, version=third.version)
    parts = standing(document)[2:]
    assert [one.quote for one in parts] == ["các phường rà soát kế hoạch", "phối hợp với Công an thị xã tuần tra"]
    assert [one.decision for one in parts] == ["open", "open"]
    assert all(document.text[one.start : one.end] == one.quote for one in parts)
    assert [{unit.unit_id for unit in one.units.all()} for one in parts] == [
        {unit.unit_id for unit in third.units.all()}
    ] * 2


def test_the_whole_is_kept_with_what_was_proposed(
    office: Office, document: Document, directives: list[Directive]
) -> None:
    third = directives[2]
    split_directive(office.specialist, third.pk, document.text.index("phối hợp với"), version=third.version)
    third.refresh_from_db()
    assert (third.decision, third.proposed is not None) == ("replaced", True)


@pytest.mark.parametrize("place", ["start", "end"])
def test_at_an_edge_it_is_refused(office: Office, directives: list[Directive], place: str) -> None:
    third = directives[2]
    with pytest.raises(Refusal) as refused:
        split_directive(office.specialist, third.pk, getattr(third, place), version=third.version)
    assert refused.value.code == "documents.nothing_to_split"


def test_one_that_was_split_meanwhile_is_refused(
    office: Office, document: Document, directives: list[Directive]
) -> None:
    third, position = directives[2], document.text.index("phối hợp với")
    split_directive(office.specialist, third.pk, position, version=third.version)
    for version in (third.version, third.version + 1):
        with pytest.raises(Stale):
            split_directive(office.specialist, third.pk, position, version=version)


def test_others_are_refused(office: Office, stranger: Office, document: Document, directives: list[Directive]) -> None:
    third, position = directives[2], document.text.index("phối hợp với")
    refuses_others(
        office,
        stranger,
        document,
        lambda actor: split_directive(actor, third.pk, position, version=third.version),
    )
