"""The first real committee of an installation, and the administrator who takes it from there."""

from __future__ import annotations

from giaoban.audit.actions import action
from giaoban.committees.actions import CommitteeDetails, MemberDetails, add_member, open_committee
from giaoban.committees.actions.members import NewPassword
from giaoban.committees.actors import the_system
from giaoban.committees.models import Committee
from giaoban.refusal import Refusal, phrase
from giaoban.vietnamese import tidy


@action
def found_committee(details: CommitteeDetails, superior: str, username: str, person: str) -> NewPassword:
    """Open a committee and make its first administrator, whose first password is to be changed at once.

    ``superior`` is the name of a committee on this server, "" for none. Raises
    :class:`~giaoban.refusal.Refusal` for what does not fit; then nothing was made.
    """
    superior_id = _committee_named(superior).pk if tidy(superior) else None
    committee = open_committee(the_system(0), details, superior_id=superior_id)
    return add_member(the_system(committee.pk), MemberDetails(username, person, "administrator"))


def _committee_named(name: str) -> Committee:
    found = Committee.objects.filter(name=tidy(name)).first()
    if found is None:
        raise Refusal("server.no_such_committee", phrase("Trên máy chủ này không có cấp ủy “%(name)s”."), name=name)
    return found
