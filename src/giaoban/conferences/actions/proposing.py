"""What a directive of the draft says, and what the reader proposes for it from the words typed (đề xuất từ lời văn)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from giaoban.conferences.heard import Heard, hear
from giaoban.conferences.models import Conference, DraftDirective
from giaoban.conferences.queries.naming import DirectoryNames
from giaoban.documents.dues import TypedDue
from giaoban.documents.proposals import LEAD, Proposer

#: Where a proposed value comes from: it is said in the words, or only their area points to the unit.
WORDS, AREA = "words", "area"
#: What can be proposed.
FIELDS = ("leads", "supports", "due", "areas")


@dataclass(frozen=True, slots=True)
class DirectiveDraft:
    """What a directive of the draft says: its words, who leads and supports (ids of units), by when, its areas."""

    text: str
    leads: tuple[int, ...] = ()
    supports: tuple[int, ...] = ()
    due: TypedDue = field(default_factory=TypedDue)
    product: str = ""
    areas: tuple[str, ...] = ()
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Values for the fields of a directive; ``is_near``: only the area of the words points to who leads."""

    leads: tuple[int, ...] = ()
    supports: tuple[int, ...] = ()
    due: TypedDue = field(default_factory=TypedDue)
    areas: tuple[str, ...] = ()
    is_near: bool = False


class Listener:
    """Hears typed words as of a conference's day, and proposes the committee's units for what it hears."""

    def __init__(self, conference: Conference) -> None:
        self.day = conference.held_on
        self._proposer = Proposer(conference.committee_id, self.day)
        self._names = DirectoryNames(self._proposer.directory)

    def hear(self, typed: str) -> tuple[Heard, ...]:
        """Return the directives in typed words; empty for words in which the reader hears none."""
        return hear(self._names.cased(typed), self.day)

    def propose(self, typed: str) -> Proposal:
        """Return what is proposed for words that are one directive; nothing where several units are told apart.

        Such words wait to be split, or for a person to say who leads.
        """
        heard = self.hear(typed)
        if not heard or any(one.leads != heard[0].leads for one in heard):
            return Proposal()
        return self.propose_for(heard)

    def propose_part(self, typed: str, one: Heard) -> Proposal:
        """Return what is proposed for words split off, heard by themselves; who leads is as heard in the whole."""
        alone = self.hear(typed)
        if len(alone) != 1:
            return self.propose_for([one])
        return self.propose_for([replace(alone[0], found=replace(alone[0].found, lead=one.found.lead))])

    def propose_for(self, heard: Sequence[Heard]) -> Proposal:
        """Return what is proposed for directives told to the same: everybody who supports, the last due."""
        supports = [name for one in heard for name in one.found.support]
        found = self._proposer.units(replace(heard[0].found, support=supports))
        leads = [(unit, basis) for unit, role, basis in found if role == LEAD]
        is_near = any(basis == AREA for _, basis in leads)
        return Proposal(
            # Where only the area points to somebody, the nearest is enough to ask about.
            leads=tuple(unit for unit, _ in leads[: 1 if is_near else None]),
            supports=tuple(unit for unit, role, _ in found if role != LEAD),
            due=next((one.due for one in reversed(heard) if _is_said(one.due)), TypedDue()),
            areas=tuple(heard[0].found.areas),
            is_near=is_near,
        )


def completed(said: DirectiveDraft, proposal: Proposal) -> tuple[DirectiveDraft, dict[str, str]]:
    """Return a directive with its empty fields filled as proposed, and which these are, each with from what."""
    leads = said.leads or proposal.leads
    supports = said.supports or tuple(unit for unit in proposal.supports if unit not in leads)
    due = said.due if _is_said(said.due) else proposal.due
    whole = replace(said, leads=leads, supports=supports, due=due, areas=said.areas or proposal.areas)
    filled = [name for name in FIELDS if _is_said(getattr(whole, name)) and not _is_said(getattr(said, name))]
    return whole, {name: AREA if name == "leads" and proposal.is_near else WORDS for name in filled}


def is_only_near(row: DraftDirective) -> bool:
    """Return whether who leads is only proposed by area, so that nobody has said it yet."""
    return (row.proposed or {}).get("leads") == AREA


def _is_said(value: tuple[object, ...] | TypedDue) -> bool:
    return bool(value.on or value.period or value.recurring) if isinstance(value, TypedDue) else bool(value)
