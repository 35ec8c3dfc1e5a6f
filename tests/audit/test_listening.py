"""Listeners are told of what an action did, or once of many actions."""

from __future__ import annotations

from typing import Any

import pytest

from conftest import Office
from giaoban.audit import listening
from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor


@action
def _note(actor: Actor) -> None:
    record(actor, "tests.noted")


def test_many_actions_are_told_once_at_their_end(
    office: Office, stranger: Office, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    heard: list[int] = []
    monkeypatch.setattr(listening, "_listeners", [heard.append])
    with django_capture_on_commit_callbacks(execute=True):
        with listening.telling_at_the_end():
            for actor in (office.specialist, office.specialist, stranger.specialist):
                _note(actor)
        _note(office.specialist)
    assert sorted(heard) == sorted([office.committee.pk, stranger.committee.pk, office.committee.pk])
