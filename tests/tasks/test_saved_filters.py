"""A person's named filters."""

from __future__ import annotations

import pytest

from conftest import Office
from giaoban.refusal import NotAllowed, NotFound, Stale
from giaoban.tasks.actions import close_filter, save_filter, share_filter
from giaoban.tasks.refusals import FilterNameMissing, FilterNameTaken
from tasks.conftest import fresh


def test_saved_as_the_list_understands_it(office: Office) -> None:
    saved = save_filter(office.reporter, name=" Việc  của tôi ", query="state=overdue&page=3&which=1&area=none")
    assert (saved.name, saved.query, saved.is_shared) == ("Việc của tôi", "state=overdue", False)


def test_shared_and_closed_by_its_owner(office: Office, stranger: Office) -> None:
    saved = save_filter(office.specialist, name="Quá hạn", query="state=overdue")
    assert share_filter(office.specialist, saved.pk, version=1, is_shared=True).is_shared
    for actor in (office.leader, stranger.specialist):
        with pytest.raises(NotFound):
            close_filter(actor, saved.pk, version=2)
    with pytest.raises(Stale):
        close_filter(office.specialist, saved.pk, version=1)
    close_filter(office.specialist, saved.pk, version=2)
    assert fresh(saved).is_closed
    save_filter(office.specialist, name="Quá hạn", query="")


def test_refuses_no_name_and_the_same_name(office: Office) -> None:
    with pytest.raises(FilterNameMissing):
        save_filter(office.leader, name=" ", query="")
    save_filter(office.leader, name="A", query="")
    with pytest.raises(FilterNameTaken):
        save_filter(office.leader, name="A", query="")
    save_filter(office.specialist, name="A", query="")


def test_refuses_who_may_not(office: Office) -> None:
    with pytest.raises(NotAllowed):
        save_filter(office.administrator, name="A", query="")
    with pytest.raises(NotAllowed):
        save_filter(office.reporter, name="A", query="", is_shared=True)
    saved = save_filter(office.reporter, name="A", query="")
    with pytest.raises(NotAllowed):
        share_filter(office.reporter, saved.pk, version=1, is_shared=True)
