"""How good the reader is by the reviews: each outcome once, each change by its field, nothing of what is undecided."""

from __future__ import annotations

import pytest

from conftest import Office
from giaoban.documents import actions
from giaoban.documents.actions import Changes
from giaoban.documents.models import Directive, Document
from giaoban.documents.quality import FIELDS, Outcome, judged_directives, likely_range, quarter_of, reader_quality


def version(directive: Directive) -> int:
    directive.refresh_from_db()
    return directive.version


def finish(office: Office, document: Document) -> None:
    """Accept what is open, sign, and let the document stand as given."""
    for one in document.directives.filter(decision="open"):
        actions.accept_directive(office.specialist, one.pk, version=one.version)
    Document.objects.filter(pk=document.pk).update(state="given")


def counts(office: Office) -> dict[str, int]:
    total = reader_quality([office.committee.pk]).total
    return {outcome.value: total.outcomes[outcome] for outcome in Outcome if total.outcomes[outcome]}


def test_all_accepted_as_they_are(office: Office, document: Document) -> None:
    finish(office, document)
    report = reader_quality([office.committee.pk])
    assert counts(office) == {"as-is": 3}
    assert (report.total.documents, report.total.proposed, report.total.directives, report.at_review) == (1, 3, 3, 0)
    assert list(report.by_type) == ["news"]
    assert list(report.by_period) == [quarter_of(document)]
    assert report.as_dict()["total"]["precision"] == report.as_dict()["total"]["recall"] == 1.0


def test_each_change_is_told_by_its_field(office: Office, document: Document, directives: list[Directive]) -> None:
    actor, (first, second, third) = office.specialist, directives
    actions.edit_directive(actor, first.pk, Changes(title="Tấn công tội phạm", due="15/7/2024"), version=version(first))
    actions.add_unit(actor, second.pk, "Công an thị xã", "support", version=version(second))
    lead = second.units.get(role="lead").unit_id
    actions.drop_unit(actor, second.pk, lead, version=version(second))
    actions.edit_directive(actor, third.pk, Changes(areas=["justice"]), version=version(third))
    actions.move_edge(actor, third.pk, "end", -1, version=version(third))
    finish(office, document)
    assert counts(office) == {"changed": 3}
    found = {one.directive.pk: one.fields for one in judged_directives(office.committee.pk)}
    assert found == {first.pk: ("due", "title"), second.pk: ("lead", "support"), third.pk: ("span", "areas")}


def test_a_change_that_was_taken_back_is_none(office: Office, document: Document, directives: list[Directive]) -> None:
    step = actions.move_edge(office.specialist, directives[0].pk, "end", -1, version=1)
    actions.undo_step(office.specialist, document.pk, step.pk)
    finish(office, document)
    assert counts(office) == {"as-is": 3}


def test_rejected_missed_split_and_merged(office: Office, document: Document, directives: list[Directive]) -> None:
    actor, (first, second, third) = office.specialist, directives
    actions.reject_directive(actor, first.pk, version=version(first))
    start = document.text.index("các đại biểu dâng hương")
    actions.add_directive(actor, document.pk, (start, start + 23))
    actions.split_directive(actor, third.pk, document.text.index("phối hợp"), version=version(third))
    finish(office, document)
    assert counts(office) == {"changed": 1, "as-is": 1, "rejected": 1, "missed": 1}
    (reshaped,) = (one for one in judged_directives(office.committee.pk) if one.outcome == Outcome.CHANGED)
    assert (reshaped.directive, reshaped.fields) == (third, ("span",))
    total = reader_quality([office.committee.pk]).total.as_dict()
    assert (total["precision"], total["recall"]) == (0.667, 0.667)
    assert second.pk in {one.directive.pk for one in judged_directives(office.committee.pk)}


def test_a_rejected_addition_was_not_missed(office: Office, document: Document) -> None:
    start = document.text.index("các đại biểu dâng hương")
    actions.add_directive(office.specialist, document.pk, (start, start + 23))
    added = document.directives.get(proposed__isnull=True)
    actions.reject_directive(office.specialist, added.pk, version=added.version)
    finish(office, document)
    assert counts(office) == {"as-is": 3}


def test_what_is_still_at_review_does_not_count(office: Office, document: Document) -> None:
    report = reader_quality([office.committee.pk])
    assert (report.total.documents, report.total.proposed, report.at_review) == (0, 0, 1)
    assert report.as_dict()["total"]["precision"] is None


def test_another_committee_is_not_counted(office: Office, stranger: Office, document: Document) -> None:
    finish(office, document)
    assert reader_quality([stranger.committee.pk]).total.documents == 0
    assert judged_directives(stranger.committee.pk) == []
    assert reader_quality([office.committee.pk, stranger.committee.pk]).total.documents == 1


@pytest.mark.parametrize(
    ("count", "of", "low", "high"), [(0, 0, 0, 1), (0, 10, 0, 0.28), (10, 10, 0.72, 1), (900, 1000, 0.88, 0.92)]
)
def test_small_numbers_say_little(count: int, of: int, low: float, high: float) -> None:
    assert likely_range(count, of) == pytest.approx((low, high), abs=0.005)


def test_every_field_is_told(office: Office, document: Document) -> None:
    finish(office, document)
    assert tuple(reader_quality([office.committee.pk]).as_dict()["total"]["changed_by_field"]) == FIELDS
