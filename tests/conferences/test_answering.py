"""A delegate's own link, and what is answered by it."""

from __future__ import annotations

from datetime import date

import pytest

from conferences.cast import HELD_ON, held, planned
from conftest import Office
from giaoban.audit import clock
from giaoban.conferences import actions
from giaoban.conferences.actions import Link, Tick
from giaoban.conferences.links import hash_of
from giaoban.conferences.models import Conference, Delegate
from giaoban.conferences.queries import delegate_of
from giaoban.conferences.refusals import ConferenceRefusal, ReasonMissing
from giaoban.refusal import NotFound

BEFORE = date(2024, 3, 20)


def _link(office: Office, conference: Conference | None = None) -> Link:
    conference = conference or planned(office)
    actions.invite_units(office.specialist, conference.pk, [office.units["Công an thị xã"].pk])
    return actions.issue_links(office.specialist, conference.pk)[0]


def test_a_link_leads_to_its_seat_and_only_its_hash_is_kept(office: Office) -> None:
    link = _link(office)
    with clock.set_to(BEFORE):
        assert delegate_of(link.secret).pk == link.delegate.pk
    assert Delegate.objects.get().link_hash == hash_of(link.secret) != link.secret
    assert actions.issue_links(office.specialist, link.delegate.conference_id) == []


def test_a_renewed_link_ends_the_former(office: Office) -> None:
    link = _link(office)
    fresh = actions.renew_link(office.specialist, link.delegate.pk, version=link.delegate.version)
    with clock.set_to(BEFORE):
        assert delegate_of(fresh.secret)
        with pytest.raises(NotFound):
            delegate_of(link.secret)


def test_a_link_ends_with_its_time_its_seat_or_its_conference(office: Office) -> None:
    link = _link(office)
    with clock.set_to(date(2024, 4, 27)), pytest.raises(NotFound):
        delegate_of(link.secret)
    with clock.set_to(BEFORE):
        conference = link.delegate.conference
        actions.cancel_conference(office.specialist, conference.pk, version=conference.version, reason="Hoãn")
        with pytest.raises(NotFound):
            delegate_of(link.secret)
        actions.restore_conference(office.specialist, conference.pk)
        actions.drop_delegate(office.specialist, link.delegate.pk, version=Delegate.objects.get().version)
        with pytest.raises(NotFound):
            delegate_of(link.secret)
    with pytest.raises(NotFound):
        delegate_of("")


def test_an_invitation_is_answered_then_presence_is_ticked(office: Office) -> None:
    link = _link(office)
    with clock.set_to(BEFORE):
        actions.answer_invitation(link.secret, tick=Tick("present", stands_in="Lê Văn Phó"))
    answered = Delegate.objects.get()
    assert (answered.is_coming, answered.presence, answered.stands_in) == (True, "unknown", "Lê Văn Phó")
    with clock.set_to(HELD_ON):
        actions.answer_invitation(link.secret, tick=Tick("present"))
    assert Delegate.objects.get().presence == "present"


def test_an_excuse_says_why(office: Office) -> None:
    link = _link(office)
    with clock.set_to(BEFORE):
        with pytest.raises(ReasonMissing):
            actions.answer_invitation(link.secret, tick=Tick("excused"))
        assert Delegate.objects.get().is_coming is None
        actions.answer_invitation(link.secret, tick=Tick("excused", reason="Đi công tác"))
    assert (Delegate.objects.get().presence, Delegate.objects.get().reason) == ("excused", "Đi công tác")


def test_only_the_office_says_absent_and_nobody_answers_afterwards(office: Office) -> None:
    link = _link(office)
    with clock.set_to(HELD_ON):
        with pytest.raises(ConferenceRefusal):
            actions.answer_invitation(link.secret, tick=Tick("absent"))
        conference = link.delegate.conference
        actions.hold_conference(office.specialist, conference.pk, version=conference.version)
        with pytest.raises(ConferenceRefusal) as refused:
            actions.answer_invitation(link.secret, tick=Tick("present"))
    assert refused.value.code == "conferences.answers_closed"


def test_no_links_for_what_is_over(office: Office) -> None:
    conference = held(office)
    with pytest.raises(ConferenceRefusal):
        actions.issue_links(office.specialist, conference.pk)
