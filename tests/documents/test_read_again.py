"""Reading again: what failed, and what a newer reader may see, without ever overwriting a person's work."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conftest import Office
from giaoban.documents.actions import (
    accept_directive,
    add_directive,
    add_pasted_text,
    move_edge,
    read_again,
    reading,
    split_directive,
    undo_step,
)
from giaoban.documents.models import Directive, Document
from giaoban.documents.steps import last_step
from giaoban.jobs.runner import BROKEN, run_waiting
from giaoban.language import understand
from giaoban.refusal import NotAllowed, NotFound, Refusal

from .conftest import CONCLUSION


def standing(document: Document) -> list[Directive]:
    return list(document.directives.exclude(decision="replaced"))


def again(office: Office, document: Document) -> None:
    read_again(office.specialist, document.pk)
    run_waiting()
    document.refresh_from_db()


def test_a_failed_one_is_read(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    document = add_pasted_text(office.specialist, "", CONCLUSION, declares_no_secret=True).document
    with monkeypatch.context() as broken:
        broken.setattr(reading, "understand", lambda text: 1 / 0)
        run_waiting()
    document.refresh_from_db()
    assert (document.state, document.refusal) == ("failed", BROKEN.kept())
    again(office, document)
    assert (document.state, document.refusal, len(standing(document))) == ("read", None, 3)


def test_untouched_proposals_stay_the_same_rows(office: Office, document: Document) -> None:
    before = [(one.pk, one.version) for one in standing(document)]
    again(office, document)
    assert [(one.pk, one.version) for one in standing(document)] == before


def test_what_a_person_did_stays(office: Office, document: Document, directives: list[Directive]) -> None:
    first, second, third = directives
    accept_directive(office.specialist, first.pk, version=1)
    move_edge(office.specialist, second.pk, "end", -1, version=1)
    split_directive(office.specialist, third.pk, document.text.index("phối hợp"), version=1)
    start = document.text.index("dâng hương")
    add_directive(office.specialist, document.pk, (start, start + 10))
    before = [(one.pk, one.quote, one.decision) for one in standing(document)]
    again(office, document)
    assert [(one.pk, one.quote, one.decision) for one in standing(document)] == before


def test_a_newer_reader_replaces_what_nobody_touched(
    office: Office, document: Document, directives: list[Directive], monkeypatch: pytest.MonkeyPatch
) -> None:
    accept_directive(office.specialist, directives[0].pk, version=1)
    found = understand(document.text)
    shorter = [replace(one, end=one.end - 9, text=one.text[:-9]) for one in found.directives]
    monkeypatch.setattr(reading, "understand", lambda text: replace(found, directives=shorter))
    again(office, document)
    quotes = [one.quote for one in standing(document)]
    assert quotes == [directives[0].quote, directives[1].quote[:-9], directives[2].quote[:-9]]


def test_steps_made_before_can_still_be_undone(office: Office, document: Document, directives: list[Directive]) -> None:
    accept_directive(office.specialist, directives[0].pk, version=1)
    again(office, document)
    step = last_step(document)
    assert step is not None
    undo_step(office.specialist, document.pk, step.pk)
    assert [one.decision for one in standing(document)] == ["open"] * 3


def test_the_text_of_the_first_reading_stays(office: Office, document: Document) -> None:
    text = document.text
    Document.objects.filter(pk=document.pk).update(text=text.replace("Vạn Lộc", "Vạn Lôc"))
    again(office, document)
    assert "Vạn Lôc" in document.text


def test_a_job_that_comes_after_giving_changes_nothing(office: Office, document: Document) -> None:
    read_again(office.specialist, document.pk)
    Document.objects.filter(pk=document.pk).update(state="given")
    before = [(one.pk, one.version, one.decision) for one in document.directives.all()]
    run_waiting()
    document.refresh_from_db()
    assert document.state == "given"
    assert [(one.pk, one.version, one.decision) for one in document.directives.all()] == before


def test_one_that_was_given_is_refused(office: Office, document: Document) -> None:
    Document.objects.filter(pk=document.pk).update(state="given")
    with pytest.raises(Refusal) as refused:
        read_again(office.specialist, document.pk)
    assert refused.value.code == "documents.not_to_be_read"


def test_others_are_refused(office: Office, stranger: Office, document: Document) -> None:
    with pytest.raises(NotFound):
        read_again(stranger.specialist, document.pk)
    for role in ("leader", "reporter", "inspector", "superior", "administrator"):
        with pytest.raises(NotAllowed):
            read_again(getattr(office, role), document.pk)
