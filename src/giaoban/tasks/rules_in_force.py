"""The rules on dues that hold in a committee, and those that held before."""

from __future__ import annotations

from django.db.models import QuerySet

from giaoban.committees.actors import Actor
from giaoban.tasks.models import TimeRules
from giaoban.tasks.time_rules import Rules, time_rules

#: What a version holds of the rules.
FIELDS = (
    "most_extensions",
    "longest_extension",
    "extension_by",
    "counts_working_days",
    "remind_before",
    "remind_head",
    "tell_after",
    "continuous_rhythm",
)


def rules_of(committee_id: int) -> Rules:
    """Return the rules that hold in a committee: its own last version, else those to begin with."""
    own = TimeRules.objects.filter(committee_id=committee_id).order_by("-number").first()
    if own is None:
        return time_rules()[0]
    values = {name: getattr(own, name) for name in FIELDS}
    return Rules(id=str(own.number), words=own.basis, english=own.basis, source=own.basis, **values)


def time_rules_versions(actor: Actor) -> QuerySet[TimeRules]:
    """Return every version of the rules in the actor's committee, the last first."""
    return TimeRules.objects.filter(committee_id=actor.committee_id).order_by("-number")
