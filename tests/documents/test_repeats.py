"""Directives that say again what was said before: proposed at reading, agreed by a person, counted."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import Office
from giaoban.documents import actions
from giaoban.documents.models import Directive, Document, Repetition
from giaoban.jobs.runner import run_waiting
from giaoban.refusal import NotAllowed, NotFound, Stale
from giaoban.tasks.queries.repeats import repeats_of, said_before

pytestmark = pytest.mark.db
QUARTERS = ((6, "2"), (9, "3"), (12, "4"))
ASKED = "Yêu cầu các phường {} tổ hòa giải ở cơ sở."
VERBS = ("rà soát, củng cố", "tiếp tục kiện toàn", "quan tâm củng cố, kiện toàn")


def read(office: Office, month: int, text: str) -> Document:
    head = f"Ngày 27/{month}/2023, Thị ủy tổ chức hội nghị giao ban quý {month // 3}/2023. Kết luận hội nghị: "
    added = actions.add_pasted_text(office.specialist, f"Kết luận {month}", head + text, declares_no_secret=True)
    run_waiting()
    document = Document.objects.get(pk=added.document.pk)
    assert document.conference_on == date(2023, month, 27)
    return document


@pytest.fixture
def said(office: Office, files: object) -> list[Directive]:
    """One directive said at three conferences."""
    pairs = zip(QUARTERS, VERBS, strict=True)
    return [read(office, month, ASKED.format(verb)).directives.get() for (month, _quarter), verb in pairs]


def agree(office: Office, one: Directive, earlier: Directive) -> Repetition:
    row = Repetition.objects.get(directive=one, earlier=earlier)
    return actions.agree_repetition(office.specialist, row.pk, version=row.version)


def test_reading_proposes_what_was_said_before(office: Office, said: list[Directive]) -> None:
    first, second, third = said
    assert set(Repetition.objects.values_list("directive", "earlier")) == {
        (second.pk, first.pk),
        (third.pk, first.pk),
        (third.pk, second.pk),
    }
    repeats = repeats_of(said)
    assert first.pk not in repeats
    assert (repeats[third.pk].times, repeats[third.pk].agreed) == (3, ()), "it would be, nobody has agreed yet"


def test_the_third_time_is_told_with_what_was_done(office: Office, said: list[Directive]) -> None:
    first, second, third = said
    agree(office, second, first)
    agree(office, third, second)
    found = repeats_of([third])[third.pk]
    assert found.times == 3
    assert [one.period for one in found.before] == ["2023-Q2", "2023-Q3"]
    assert set(Repetition.objects.filter(state="agreed").values_list("root", flat=True)) == {first.pk}
    assert repeats_of([second])[second.pk].times == 2


def test_undo_takes_the_set_apart(office: Office, said: list[Directive]) -> None:
    first, second, third = said
    row = agree(office, second, first)
    agree(office, third, second)
    actions.reopen_repetition(office.specialist, row.pk)
    assert repeats_of([third])[third.pk].times == 2
    assert Repetition.objects.get(state="agreed").root == second.pk
    assert repeats_of([second])[second.pk].proposed[0].directive == first


def test_what_a_person_refused_is_not_shown_again(office: Office, said: list[Directive]) -> None:
    row = Repetition.objects.get(directive=said[1])
    actions.refuse_repetition(office.specialist, row.pk, version=row.version)
    assert said[1].pk not in repeats_of(said)
    actions.read_again(office.specialist, said[1].document_id)
    run_waiting()
    assert said[1].pk not in repeats_of(said)
    with pytest.raises(Stale):
        actions.agree_repetition(office.specialist, row.pk, version=1)


def test_only_what_was_said_before_and_stands_counts(office: Office, said: list[Directive]) -> None:
    first = said[0]
    actions.reject_directive(office.specialist, first.pk, version=first.version)
    early = read(office, 3, ASKED.format("củng cố"))
    assert not Repetition.objects.filter(directive__document=early).exists()
    late = [one.directive for one in said_before(office.leader, "củng cố các tổ hòa giải ở cơ sở")]
    assert first not in late
    assert set(said[1:]) <= set(late)


def test_what_a_person_adds_or_splits_is_proposed_at_once(office: Office, said: list[Directive]) -> None:
    text = "Quan tâm củng cố tổ hòa giải ở cơ sở và tăng cường xét xử lưu động các vụ án điểm."
    document = Document.objects.get(pk=read(office, 3, text).pk)
    Document.objects.filter(pk=document.pk).update(conference_on=date(2024, 3, 27))
    start = document.text.index("củng cố")
    Directive.objects.filter(document=document).update(decision="replaced")
    actions.add_directive(office.specialist, document.pk, (start, len(document.text)))
    whole = Directive.objects.exclude(decision="replaced").get(document=document)
    assert {one.directive for one in repeats_of([whole])[whole.pk].proposed} == set(said)
    at = document.text.index("và tăng cường")
    step = actions.split_directive(office.specialist, whole.pk, at, version=whole.version)
    parts = list(Directive.objects.filter(document=document, decision="open").order_by("start"))
    found = repeats_of(parts)
    assert set(found) == {parts[0].pk}
    actions.undo_step(office.specialist, document.pk, step.pk)
    assert set(repeats_of([Directive.objects.get(pk=whole.pk)])) == {whole.pk}


def test_other_words_are_compared_anew(office: Office, said: list[Directive]) -> None:
    third = said[2]
    refused = Repetition.objects.get(directive=third, earlier=said[0])
    actions.refuse_repetition(office.specialist, refused.pk, version=refused.version)
    actions.move_edge(office.specialist, third.pk, "end", -9, version=third.version)
    assert list(third.repeats.values_list("state", flat=True)) == ["refused"]
    step = third.document.steps.get()
    actions.undo_step(office.specialist, third.document_id, step.pk)
    assert set(third.repeats.values_list("earlier", "state")) == {(said[0].pk, "refused"), (said[1].pk, "proposed")}


def test_another_committee_is_not_compared(office: Office, stranger: Office, said: list[Directive]) -> None:
    assert said_before(stranger.leader, "củng cố tổ hòa giải ở cơ sở") == []
    row = Repetition.objects.first()
    assert row
    with pytest.raises(NotFound):
        actions.agree_repetition(stranger.specialist, row.pk, version=row.version)
    with pytest.raises(NotAllowed):
        actions.agree_repetition(office.leader, row.pk, version=row.version)


def test_more_directives_cost_no_more_queries(office: Office, said: list[Directive]) -> None:
    agree(office, said[1], said[0])
    agree(office, said[2], said[1])

    def queries(rows: list[Directive]) -> int:
        documents = Directive.objects.filter(pk__in=[one.pk for one in rows]).select_related("document")
        loaded = list(documents)
        with CaptureQueriesContext(connection) as caught:
            repeats_of(loaded)
        return len(caught)

    assert queries(said[1:2]) == queries(said) == 3
