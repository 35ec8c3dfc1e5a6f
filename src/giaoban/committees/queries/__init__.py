"""Reads of the committee part that are more than one line; each starts from the actor and sees only their committee."""

from giaoban.committees.queries.directory import (
    committee_of,
    find_alias,
    find_group,
    find_group_alias,
    find_group_unit,
    find_person,
    find_post,
    find_unit,
    group_page,
    groups,
    may_see_contacts,
    open_units,
    people,
    person_page,
    unit_page,
    units,
)
from giaoban.committees.queries.heads import Headless, units_without_head
from giaoban.committees.queries.members import accounts, find_member, members
from giaoban.committees.queries.memberships import actor_of, memberships

__all__ = [
    "Headless",
    "accounts",
    "actor_of",
    "committee_of",
    "find_alias",
    "find_group",
    "find_group_alias",
    "find_group_unit",
    "find_member",
    "find_person",
    "find_post",
    "find_unit",
    "group_page",
    "groups",
    "may_see_contacts",
    "members",
    "memberships",
    "open_units",
    "people",
    "person_page",
    "unit_page",
    "units",
    "units_without_head",
]
