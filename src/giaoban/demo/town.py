"""The example town, made by calling the product's own actions as the system."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from giaoban.audit.actions import action
from giaoban.committees.actions import (
    CommitteeDetails,
    GroupDetails,
    MemberDetails,
    PersonDetails,
    PostDetails,
    UnitDetails,
    add_alias,
    add_group,
    add_group_alias,
    add_member,
    add_person,
    add_unit,
    appoint_person,
    open_committee,
    put_unit_in_group,
)
from giaoban.committees.actors import Actor, the_system
from giaoban.facts import load

PACKAGE = "giaoban.demo"


@dataclass(frozen=True, slots=True)
class CommitteeRow:
    """A committee of ``data/committees.toml``."""

    id: str
    name: str
    level: str
    level_word: str
    place: str
    office_name: str
    source: str
    superior: str = ""


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit of ``data/town.toml``."""

    id: str
    committee: str
    name: str
    kind: str
    source: str
    valid_from: date
    short_name: str = ""
    place: str = ""
    areas: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group of ``data/groups.toml``."""

    id: str
    name: str
    is_everybody: bool
    source: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person of ``data/people.toml``."""

    id: str
    name: str
    title: str
    source: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account of ``data/accounts.toml``; its id is the name to sign in with."""

    id: str
    name: str
    role: str
    source: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """An account of the town and its first password, to be told to whoever tries the product."""

    username: str
    name: str
    role: str
    password: str


@dataclass(frozen=True, slots=True)
class Town:
    """What was made: ids of the committees and units (by their ids in the data files), and the accounts."""

    committee_id: int
    superior_id: int
    unit_ids: dict[str, int]
    accounts: tuple[Account, ...]


@action
def make_town(*, must_change_password: bool = False) -> Town:
    """Make Thị ủy Cửa Lò as of March 2024 with its units, groups, people and one account a role; all or nothing.

    Each call makes new first passwords, returned once in ``accounts`` and stored only as hashes. By default they go on
    being used, so that people can try the product; a real office passes ``must_change_password=True``.

    Raises :class:`giaoban.committees.refusals.DirectoryRefusal` where the accounts' names are taken: the town is there.
    """
    committee_ids = _open_committees()
    town = the_system(committee_ids["town"])
    unit_ids = _add_units(committee_ids)
    _add_groups(town, unit_ids)
    _add_people(town, unit_ids)
    accounts = _add_accounts(town, unit_ids, must_change_password=must_change_password)
    return Town(committee_ids["town"], committee_ids["province"], unit_ids, accounts)


def _open_committees() -> dict[str, int]:
    ids: dict[str, int] = {}
    for row in load(PACKAGE, "committees", CommitteeRow):
        details = CommitteeDetails(row.name, row.level, row.level_word, row.place, row.office_name)
        superior_id = ids[row.superior] if row.superior else None
        ids[row.id] = open_committee(the_system(0), details, superior_id=superior_id).pk
    return ids


def _add_units(committee_ids: dict[str, int]) -> dict[str, int]:
    ids: dict[str, int] = {}
    for position, row in enumerate(load(PACKAGE, "town", UnitRow), start=1):
        actor = the_system(committee_ids[row.committee])
        details = UnitDetails(row.name, row.kind, row.short_name, row.areas, row.place, position * 10, row.valid_from)
        ids[row.id] = add_unit(actor, details).pk
        for text in row.aliases:
            add_alias(actor, ids[row.id], text)
    return ids


def _add_groups(actor: Actor, unit_ids: dict[str, int]) -> None:
    units = load(PACKAGE, "town", UnitRow)
    for row in load(PACKAGE, "groups", GroupRow):
        group = add_group(actor, GroupDetails(row.name, row.is_everybody))
        for text in row.aliases:
            add_group_alias(actor, group.pk, text)
        for unit in units:
            if row.id in unit.groups:
                put_unit_in_group(actor, group.pk, unit_ids[unit.id], unit.valid_from)


def _add_people(actor: Actor, unit_ids: dict[str, int]) -> None:
    for row in load(PACKAGE, "people", PersonRow):
        person = add_person(actor, PersonDetails(row.name))
        appoint_person(actor, person.pk, PostDetails(row.title, unit_ids[row.unit] if row.unit else None))


def _add_accounts(actor: Actor, unit_ids: dict[str, int], *, must_change_password: bool) -> tuple[Account, ...]:
    accounts = []
    for row in load(PACKAGE, "accounts", AccountRow):
        details = MemberDetails(row.id, row.name, row.role, unit_ids[row.unit] if row.unit else None)
        made = add_member(actor, details, must_change_password=must_change_password)
        accounts.append(Account(row.id, row.name, row.role, made.password))
    return tuple(accounts)
