"""Directives of a draft that say again what was said: proposed as they are written, agreed, carried on when issued."""

from __future__ import annotations

from datetime import date

import pytest

from conferences.meeting_room import Room, fresh, set_state
from conferences.test_drafting import said
from conftest import Office
from giaoban.conferences.actions import (
    add_draft_directive,
    agree_draft_repetition,
    approve_draft,
    edit_draft_directive,
    issue_conclusion,
    note_conclusion,
    open_draft,
    refuse_draft_repetition,
    reopen_draft_repetition,
    submit_draft,
)
from giaoban.conferences.models import DraftDirective, DraftRepetition
from giaoban.conferences.queries import draft_repeats
from giaoban.documents.models import Directive, Document, Repetition
from giaoban.documents.repeats import know_directives
from giaoban.refusal import NotAllowed, NotFound, Refusal, Stale
from giaoban.tasks.queries import Repeats, repeats_of
from tasks.conftest import COURT

AGAIN = "Tiếp tục nâng cao tỷ lệ án xét xử lưu động"


@pytest.fixture
def earlier(room: Room) -> Directive:
    """What the last conclusion said, in the first quarter."""
    directive = room.tasks[1].directive
    Document.objects.filter(pk=directive.document_id).update(reviewed="2024-Q1")
    know_directives(directive.document, directive.document.directives.all())
    return directive


def shown(row: DraftDirective) -> Repeats | None:
    return draft_repeats(row.conclusion.conference, [row]).get(row.pk)


def test_what_is_typed_in_the_draft_or_in_the_meeting_is_proposed_at_once(
    room: Room, office: Office, earlier: Directive
) -> None:
    drafted = add_draft_directive(office.specialist, room.conference.pk, said(office, AGAIN, COURT, ""))
    noted = note_conclusion(office.leader, room.conference.pk, text=AGAIN)
    for row in (drafted, noted):
        found = shown(row)
        assert found is not None
        assert [one.directive for one in found.proposed] == [earlier]
        assert (found.times, found.before[0].period, found.before[0].task) == (2, "2024-Q1", room.tasks[1])


def test_other_words_are_compared_anew_and_what_was_refused_stays_so(
    room: Room, office: Office, earlier: Directive
) -> None:
    row = add_draft_directive(office.specialist, room.conference.pk, said(office, AGAIN, COURT, ""))
    other = said(office, "Mở đợt cao điểm trấn áp tội phạm ma túy")
    row = edit_draft_directive(office.specialist, row.pk, version=row.version, said=other)
    assert shown(row) is None
    row = edit_draft_directive(office.specialist, row.pk, version=row.version, said=said(office, AGAIN, COURT, ""))
    proposed = row.repeats.get()
    refuse_draft_repetition(office.specialist, proposed.pk, version=proposed.version)
    edit_draft_directive(office.specialist, row.pk, version=row.version, said=said(office, f"{AGAIN}.", COURT, ""))
    assert (shown(row), row.repeats.get().state) == (None, "refused")


def test_what_was_agreed_goes_on_to_the_directive_that_is_issued(
    room: Room, office: Office, earlier: Directive
) -> None:
    row = add_draft_directive(office.specialist, room.conference.pk, said(office, AGAIN, COURT, ""))
    agreed = row.repeats.get()
    agree_draft_repetition(office.specialist, agreed.pk, version=agreed.version)
    set_state(office, room.conference, "held")
    draft = open_draft(office.specialist, room.conference.pk)
    draft = submit_draft(office.specialist, draft.pk, version=draft.version)
    draft = approve_draft(office.leader, draft.pk, version=draft.version)
    issued = {"number": 52, "symbol": "52-TB/ThU", "issued_on": date(2024, 6, 28)}
    document = issue_conclusion(office.specialist, draft.pk, version=draft.version, **issued)
    directive = document.directives.get()
    repetition = Repetition.objects.get(directive=directive, earlier=earlier)
    assert (repetition.state, repetition.decided_by) == ("agreed", office.specialist.name)
    assert (repetition.root, repeats_of([directive])[directive.pk].times) == (earlier.pk, 2)
    with pytest.raises(Refusal):
        reopen_draft_repetition(office.specialist, agreed.pk)


def test_a_decision_is_taken_back_and_foreign_hands_are_refused(
    room: Room, office: Office, stranger: Office, earlier: Directive
) -> None:
    row = add_draft_directive(office.specialist, room.conference.pk, said(office, AGAIN, COURT, ""))
    one = agree_draft_repetition(office.specialist, row.repeats.get().pk, version=1)
    found = shown(row)
    assert found is not None
    assert ([each.row for each in found.agreed], found.proposed) == ([one], ())
    with pytest.raises(Stale):
        refuse_draft_repetition(office.specialist, one.pk, version=1)
    reopen_draft_repetition(office.specialist, one.pk)
    assert (fresh(one).state, fresh(one).decided_by) == ("proposed", "")
    with pytest.raises(NotFound):
        agree_draft_repetition(stranger.specialist, one.pk, version=3)
    with pytest.raises(NotAllowed):
        agree_draft_repetition(office.leader, one.pk, version=3)
    assert DraftRepetition.objects.get().version == 3
