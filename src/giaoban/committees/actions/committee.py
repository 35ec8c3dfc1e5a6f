"""Opening a committee and changing its settings."""

from __future__ import annotations

from dataclasses import dataclass, replace

from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actions.checks import fitting, known, values_of
from giaoban.committees.actors import Actor, Right
from giaoban.committees.models import Committee
from giaoban.committees.queries.directory import committee_of
from giaoban.refusal import NotAllowed

FIELDS = ("name", "level", "level_word", "place", "office_name")


@dataclass(frozen=True, slots=True)
class CommitteeDetails:
    """What describes a committee: ``level`` is province, district or commune, ``level_word`` how texts call it."""

    name: str
    level: str
    level_word: str
    place: str
    office_name: str


@action
def open_committee(actor: Actor, details: CommitteeDetails, *, superior_id: int | None = None) -> Committee:
    """Open a committee (lập cấp ủy làm việc trên hệ thống); only the system does, at first set-up.

    Raises :class:`~giaoban.refusal.NotAllowed` for a person, :class:`DirectoryRefusal` for what does not fit.
    """
    if actor.user_id is not None:
        raise NotAllowed
    committee = Committee(superior_id=superior_id, **_checked(details))
    committee.save()
    opener = replace(actor, committee_id=committee.pk)
    record(opener, "committees.committee.opened", committee, after=values_of(committee, FIELDS))
    return committee


@action
def edit_committee(actor: Actor, version: int, details: CommitteeDetails) -> Committee:
    """Change what describes the actor's committee (thông tin cấp ủy), from ``version``.

    Raises NotAllowed, :class:`DirectoryRefusal`, :class:`~giaoban.refusal.Stale`.
    """
    actor.require(Right.MEMBERS_MANAGE)
    committee = committee_of(actor)
    before = values_of(committee, FIELDS)
    advance(committee, version)
    for name, value in _checked(details).items():
        setattr(committee, name, value)
    committee.save()
    record(actor, "committees.committee.edited", committee, before=before, after=values_of(committee, FIELDS))
    return committee


def _checked(details: CommitteeDetails) -> dict[str, str]:
    known(details.level, Committee.Level.values, "level")
    return {name: fitting(Committee, name, getattr(details, name)) for name in FIELDS if name != "level"} | {
        "level": details.level
    }
