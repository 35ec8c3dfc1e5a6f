"""Undo restores exactly, redo does again exactly, whatever was done."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import Office
from giaoban.audit.chain import verify
from giaoban.documents.actions import (
    Changes,
    accept_directive,
    add_directive,
    edit_directive,
    merge_directives,
    redo_step,
    reject_directive,
    split_directive,
    undo_step,
)
from giaoban.documents.models import Directive, Document, ReviewStep
from giaoban.documents.steps import last_step, next_redo, picture
from giaoban.refusal import Refusal, Stale

from .refusals import refuses_others


def state(document: Document) -> dict[str, Any]:
    """Return what stands at review: the facts, and every directive in it."""
    document.refresh_from_db()
    return picture(document, document.directives.exclude(decision="replaced"))


def undo(office: Office, document: Document) -> None:
    step = last_step(document)
    assert step is not None
    undo_step(office.specialist, document.pk, step.pk)


def test_it_works(office: Office, document: Document, directives: list[Directive]) -> None:
    before = state(document)
    accept_directive(office.specialist, directives[0].pk, version=1)
    undo(office, document)
    assert state(document) == before
    assert ReviewStep.objects.get().undone_at is not None


def test_redo_does_again(office: Office, document: Document, directives: list[Directive]) -> None:
    step = split_directive(office.specialist, directives[2].pk, document.text.index("phối hợp"), version=1)
    after = state(document)
    undo(office, document)
    redo_step(office.specialist, document.pk, step.pk)
    assert state(document) == after


def test_after_another_step_nothing_is_redone(office: Office, document: Document, directives: list[Directive]) -> None:
    step = accept_directive(office.specialist, directives[0].pk, version=1)
    undo(office, document)
    reject_directive(office.specialist, directives[1].pk, version=1)
    assert next_redo(document) is None
    with pytest.raises(Refusal) as refused:
        redo_step(office.specialist, document.pk, step.pk)
    assert refused.value.code == "documents.no_step"


def test_nothing_left_is_said(office: Office, document: Document) -> None:
    with pytest.raises(Refusal, match="hoàn tác"):
        undo_step(office.specialist, document.pk, 1)


def test_a_step_made_since_is_stale(office: Office, document: Document, directives: list[Directive]) -> None:
    step = accept_directive(office.specialist, directives[0].pk, version=1)
    accept_directive(office.specialist, directives[1].pk, version=1)
    with pytest.raises(Stale):
        undo_step(office.specialist, document.pk, step.pk)


def test_an_edit_on_what_was_undone_is_stale(office: Office, document: Document, directives: list[Directive]) -> None:
    accept_directive(office.specialist, directives[0].pk, version=1)
    undo(office, document)
    with pytest.raises(Stale):
        reject_directive(office.specialist, directives[0].pk, version=2)


def test_others_are_refused(office: Office, stranger: Office, document: Document, directives: list[Directive]) -> None:
    step = accept_directive(office.specialist, directives[0].pk, version=1)
    refuses_others(office, stranger, document, lambda actor: undo_step(actor, document.pk, step.pk))
    undo(office, document)
    refuses_others(office, stranger, document, lambda actor: redo_step(actor, document.pk, step.pk))


def act(office: Office, document: Document, kind: str, first: int, second: int) -> None:
    """Do something to directives chosen by the numbers; what cannot be done is refused."""
    standing = list(document.directives.exclude(decision="replaced"))
    if not standing:
        return
    one, other = standing[first % len(standing)], standing[second % len(standing)]
    actor, place = office.specialist, one.start + second % max(1, one.end - one.start)
    match kind:
        case "accept":
            accept_directive(actor, one.pk, version=one.version)
        case "reject":
            reject_directive(actor, one.pk, version=one.version)
        case "edit":
            edit_directive(actor, one.pk, Changes(span=(place, other.end), title=f"T{second}"), version=one.version)
        case "split":
            split_directive(actor, one.pk, place, version=one.version)
        case "merge":
            merge_directives(actor, {one.pk: one.version, other.pk: other.version})
        case "add":
            add_directive(actor, document.pk, (first % len(document.text), second % len(document.text)))


ACTS = st.tuples(
    st.sampled_from(["accept", "reject", "edit", "split", "merge", "add"]),
    st.integers(0, 700),
    st.integers(0, 700),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(ACTS, min_size=1, max_size=8))
def test_whatever_was_done_undo_goes_back_and_redo_forth(
    office: Office, document: Document, acts: list[tuple[str, int, int]]
) -> None:
    while (step := last_step(document)) is not None:
        undo_step(office.specialist, document.pk, step.pk)
    states = [state(document)]
    for one in acts:
        try:
            act(office, document, *one)
        except Refusal:
            assert state(document) == states[-1]
        else:
            states.append(state(document))
            document.refresh_from_db()
            for standing in document.directives.exclude(decision="replaced"):
                assert standing.quote == " … ".join(document.text[a:b] for a, b in standing.spans)
    for wanted in reversed(states[:-1]):
        undo(office, document)
        assert state(document) == wanted
    for wanted in states[1:]:
        step = next_redo(document)
        assert step is not None
        redo_step(office.specialist, document.pk, step.pk)
        assert state(document) == wanted
    assert verify(office.committee.pk) is None
