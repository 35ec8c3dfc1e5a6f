"""What the people of the example have been told: all but the last few notices they have seen."""

from __future__ import annotations

from collections.abc import Iterable

from giaoban.committees.actors import Actor
from giaoban.notices.actions import see_all_notices
from giaoban.notices.scope import notices_for
from giaoban.notices.telling import tell

#: So many notices are new to each.
STILL_NEW = 6


def see_older(committee_id: int, actors: Iterable[Actor]) -> None:
    """Tell everybody what has happened in the committee, and let each have seen it but for the newest."""
    tell(committee_id)
    for actor in actors:
        older = notices_for(actor).order_by("-pk")[STILL_NEW : STILL_NEW + 1].values_list("pk", flat=True)
        for newest_seen in older:
            see_all_notices(actor, up_to=newest_seen)
