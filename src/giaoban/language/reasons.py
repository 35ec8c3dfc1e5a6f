"""Why a clause is read as it is (lý do): the ids that the stages give, and their words in ``data/reasons.toml``.

>>> reasons()["cause"].en
'gives a reason'
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from giaoban.facts import load

Ordering = Literal["asked", "assigned", "concluded", "names_actor", "verb", "must", "ban", "manner", "listed"]
Belonging = Literal["adds_to_task", "names_before_colon", "names_first", "introduces", "column"]
Reviewing = Literal["achieved", "in_results", "outcome", "fell_short", "in_limitations"]
Placed = Literal["in_attendance", "in_causes", "in_purpose", "in_targets", "in_requests", "in_discussion"]
Telling = Literal["story", "event", "heading", "too_short", "leads_in", "wish", "intent", "notice", "force", "praise"]
Refusing = Literal["past", "future", "presides", "no_verb", "nobody", "said", "law", "cause", "past_goes_on"]
Describing = Literal["question", "some_do", "reported_on", "among_results"]
Speaking = Literal["proposal", "proposer", "pledge", "pledge_introduced", "ordered_before", "ordered_elsewhere"]
Standing = Literal["letterhead", "title", "headline", "address", "closing", "outside"]
#: Every reason; a new one needs its words in ``data/reasons.toml``.
Reason = Ordering | Belonging | Reviewing | Placed | Telling | Refusing | Describing | Speaking | Standing
Outcome = Literal["directive", "part", "result", "limitation", "left"]


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """A reason in words: ``kind`` is what a clause then is, ``vi`` and ``en`` go on with "since the clause …"."""

    id: str
    kind: Outcome
    vi: str
    en: str
    source: str


@cache
def reasons() -> dict[str, ReasonWords]:
    """Return the words of every reason by its id."""
    return {row.id: row for row in load("giaoban.language", "reasons", ReasonWords)}
