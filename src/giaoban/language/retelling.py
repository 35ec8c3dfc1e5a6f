"""Clauses that read like commands and tell what was done: after a time that is over, or among results told."""

from __future__ import annotations

from giaoban.language.clauses import Clause
from giaoban.language.evidence import Evidence
from giaoban.language.judged import Judged
from giaoban.language.speakers import Told
from giaoban.language.walk import Reading, Walk

#: The rules of clauses with which results go on after a semicolon.
REPORTED = ("reported_on", "past")


def reports(walk: Walk, judged: Judged, evidence: Evidence, told: Told | None, state: Reading) -> bool:
    """Tell whether a clause that reads like a command tells what was done or fell short.

    It does after a time that is over, where it goes on after a semicolon with results told before it ("đã gia cố 31
    điểm; di dời 412 hộ"), and where shortcomings were announced and it says one. Who must or is given something, or
    has a deadline ahead, acts in any case.
    """
    head, clause = judged.head, judged.clause
    if told is not None or head is None or head.verb in ("must", "give") or (head.verb == "not" and head.leads):
        return False
    text = walk.words.text[clause.start : clause.end]
    mends = bool(head.leads) and head.verb in ("verb", "how") and evidence.limitation <= evidence.turned
    goes_on = not clause.opens and (
        state.reports or state.last == "result" or (state.last == "limitation" and not mends)
    )
    falls_short = state.turned and evidence.limitation > 1
    if not (goes_on or falls_short or walk.times.opens_in_past(text)):
        return False
    return not (head.leads and walk.times.is_due_ahead(text))


def orders_in_story(walk: Walk, told: Told, state: Reading, clause: Clause) -> bool:
    """Tell whether a committee's order stands in a paragraph of results of a news text, and is one of them."""
    tells = walk.voice == "tells" and not walk.office.official and told.authority == "order"
    reported = state.reports or state.last in ("result", "limitation")
    return tells and reported and not walk.times.is_due_ahead(walk.words.text[clause.start : clause.end])
