"""Who is acting: a user in one role of one committee, and what that role permits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from giaoban.committees.roles import role
from giaoban.refusal import NotAllowed


class Right(StrEnum):
    """What a role may be permitted; ``data/roles.toml`` says which role holds which."""

    COMMITTEE_READ = "committee.read"
    PUBLISHED_READ = "published.read"
    UNIT_READ = "unit.read"
    DOCUMENTS_ADD = "documents.add"
    DOCUMENTS_REVIEW = "documents.review"
    TASKS_ASSIGN = "tasks.assign"
    TASKS_MANAGE = "tasks.manage"
    TASKS_DECIDE = "tasks.decide"
    TASKS_ANSWER = "tasks.answer"
    DUES_RULE = "dues.rule"
    CONFERENCES_MANAGE = "conferences.manage"
    CONFERENCES_DECIDE = "conferences.decide"
    CONCLUSIONS_APPROVE = "conclusions.approve"
    REPORTS_SEND = "reports.send"
    DIRECTORY_MANAGE = "directory.manage"
    MEMBERS_MANAGE = "members.manage"
    AUDIT_READ = "audit.read"


@dataclass(frozen=True, slots=True)
class Actor:
    """A person acting in one role of one committee (người thực hiện).

    ``unit_id`` is the unit that a reporter speaks for; ``address`` is the network address they act from.
    ``user_id`` is None for the system itself, which acts for a committee with the rights of ``role_code``.
    """

    user_id: int | None
    name: str
    committee_id: int
    role_code: str
    unit_id: int | None = None
    address: str = ""

    def may(self, right: Right) -> bool:
        """Return whether the actor's role holds the right."""
        return right in role(self.role_code).rights

    def require(self, *rights: Right) -> None:
        """Raise :class:`~giaoban.refusal.NotAllowed` unless the role holds at least one of the rights."""
        if not any(self.may(right) for right in rights):
            raise NotAllowed


def the_system(committee_id: int) -> Actor:
    """Return the system itself, acting for a committee with an administrator's rights: first set-up, kept jobs."""
    return Actor(user_id=None, name="Hệ thống", committee_id=committee_id, role_code="administrator")
