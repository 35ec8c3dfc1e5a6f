"""From what the reader found to what is proposed at review: a directive's fields, and its units of the day.

Who leads as written is resolved by the directory of the conference's day. Words that name everybody, or nobody, get
proposals by area, marked as such; what does not resolve is left for the specialist to say.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from giaoban.committees.directory import Directory, UnitEntry
from giaoban.committees.resolution import Resolution, resolve
from giaoban.documents.days import day_of
from giaoban.documents.models import Directive, DirectiveUnit, Document
from giaoban.documents.titles import title_of
from giaoban.language import extraction
from giaoban.language.areas import find_areas, score_names, score_words
from giaoban.language.dues import find_due
from giaoban.language.subjects import read_head
from giaoban.language.supports import find_supports
from giaoban.language.words import words_of

LEAD, SUPPORT = str(DirectiveUnit.Role.LEAD), str(DirectiveUnit.Role.SUPPORT)


class Proposer:
    """Proposes a committee's units of one day for directives; asks the database only when it is made."""

    def __init__(self, committee_id: int, on: date) -> None:
        self.directory = Directory(committee_id, on)

    def units(self, found: extraction.Directive) -> list[tuple[int, str, str]]:
        """Return the units that should lead and support, each once: unit id, role, how it was found.

        Units of the level above are left out: they can be told nothing.
        """
        units: dict[int, tuple[int, str, str]] = {}
        for unit, basis in self._leads(found):
            units.setdefault(unit.id, (unit.id, LEAD, basis))
        for written in found.support:
            for match in resolve(self.directory, written).matches:
                if not match.unit.is_superior:
                    units.setdefault(match.unit.id, (match.unit.id, SUPPORT, match.basis))
        return list(units.values())

    def _leads(self, found: extraction.Directive) -> list[tuple[UnitEntry, str]]:
        leads: list[tuple[UnitEntry, str]] = []
        everybody: list[UnitEntry] = []
        for resolution in (resolve(self.directory, written) for written in found.lead):
            if resolution.is_everybody:
                everybody.extend(resolution.units)
            else:
                leads.extend(_named(resolution))
        if leads or (found.lead and not everybody):
            return leads
        return [(unit, "area") for unit in self.directory.propose(found.areas, everybody)]


def _named(resolution: Resolution) -> list[tuple[UnitEntry, str]]:
    return [(match.unit, match.basis) for match in resolution.matches if not match.unit.is_superior]


def propose(document: Document, found: extraction.Directive) -> Directive:
    """Return the row of a proposed directive, not saved."""
    return Directive(
        document=document,
        proposed=asdict(found),
        start=found.start,
        end=found.end,
        quote=found.text,
        title=title_of(found.text),
        **words_of_proposal(found),
    )


def words_of_proposal(found: extraction.Directive) -> dict[str, Any]:
    """Return what a found directive says of who, when and in which areas, by the names of the row's fields."""
    due = found.due
    return {
        "lead_written": found.lead,
        "support_written": found.support,
        "due_text": due.text[:200] if due else "",
        "due_on": date.fromisoformat(due.date) if due and due.date else None,
        "due_period": (due.period or "") if due else "",
        "due_recurring": (due.recurring or "") if due else "",
        "areas": found.areas,
    }


def found_at(document: Document, start: int, end: int) -> extraction.Directive:
    """Return what the language part makes of words that a person says are a directive.

    Where the words name nobody, the lead is that of the directive before them in the same paragraph.
    """
    words = words_of(document.text)
    first, stop = words.index_from(start), words.index_from(end)
    head = read_head(words, first, stop)
    leads = [body.text for body in head.leads] or _inherited(document, start)
    supports = [body.text for body in find_supports(words, head.predicate, stop)]
    views = {"own": score_words(words, head.predicate, stop), "lead": score_names(leads)}
    day = day_of(document)
    return extraction.Directive(
        start=start,
        end=end,
        text=document.text[start:end],
        lead=leads,
        support=[one for one in supports if one not in leads],
        due=find_due(document.text[start:end], day.year, day),
        areas=find_areas(words, head.predicate, stop, views),
    )


def _inherited(document: Document, start: int) -> list[str]:
    paragraph = document.text.rfind("\n", 0, start) + 1
    before = document.directives.filter(start__gte=paragraph, start__lt=start)
    nearest = before.exclude(decision=Directive.Decision.REPLACED).order_by("-start").first()
    return list(nearest.lead_written) if nearest else []
