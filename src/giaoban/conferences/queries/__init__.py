"""Every read of the conferences part that is more than one line."""

from giaoban.conferences.queries.conclusions import conclusions_proposed, conferences_proposed
from giaoban.conferences.queries.listing import ConferenceRow, conference_list, conference_years
from giaoban.conferences.queries.planning import Proposal, last_of_kind, propose_conference
from giaoban.conferences.scope import conference_of, conferences_for

__all__ = [
    "ConferenceRow",
    "Proposal",
    "conclusions_proposed",
    "conference_list",
    "conference_of",
    "conference_years",
    "conferences_for",
    "conferences_proposed",
    "last_of_kind",
    "propose_conference",
]
