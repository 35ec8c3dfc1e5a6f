"""The draft of a conclusion as it reads, and how clear each of its directives is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet

from giaoban.committees.actors import Actor, Right
from giaoban.committees.directory import Directory
from giaoban.committees.kinds import authority_of
from giaoban.committees.models import Unit
from giaoban.conferences.drafting import Composed, NoticeFacts, compose
from giaoban.conferences.heard import hear
from giaoban.conferences.models import Conclusion, Conference, DraftDirective
from giaoban.conferences.queries.naming import DirectoryNames
from giaoban.conferences.scope import conferences_for
from giaoban.conferences.sentences import Body, DirectiveWords
from giaoban.documents.rules import Clarity, clarity
from giaoban.refusal import NotFound


@dataclass(slots=True)
class _Part:
    """A unit of a draft directive as the 6 rõ ask for it: a person or the words chose it, or only its area."""

    role: str
    areas: Sequence[str]
    basis: str = "person"


@dataclass(frozen=True, slots=True)
class _Asked:
    """A draft directive as the 6 rõ ask for it."""

    quote: str
    areas: Sequence[str]
    due_on: object
    due_period: str
    due_recurring: str
    due_text: str = ""


def draft_of(actor: Actor, conference_id: int) -> Conclusion | None:
    """Return the draft of a conference's conclusion, or None; only who works on it or approves it sees it."""
    if not (actor.may(Right.CONFERENCES_MANAGE) or actor.may(Right.CONCLUSIONS_APPROVE)):
        return None
    seen = conferences_for(actor).values("pk")
    return Conclusion.objects.filter(conference_id=conference_id, conference__in=seen).first()


def drafts_waiting(actor: Actor) -> QuerySet[Conclusion]:
    """Return the drafts on which the actor is to act: submitted to who approves, returned or approved to the office."""
    states: list[str] = []
    if actor.may(Right.CONCLUSIONS_APPROVE):
        states += [Conclusion.State.SUBMITTED]
    if actor.may(Right.CONFERENCES_MANAGE):
        states += [Conclusion.State.RETURNED, Conclusion.State.APPROVED]
    seen = conferences_for(actor).values("pk")
    waiting = Conclusion.objects.filter(state__in=states, conference__in=seen)
    return waiting.select_related("conference").order_by("conference__held_on", "pk")


def draft_directives(draft: Conclusion) -> list[DraftDirective]:
    """Return the directives that stand in a draft, in its order, with their units."""
    return list(draft.directives.filter(is_closed=False).prefetch_related("leads", "supports"))


def draft_directive_of(actor: Actor, directive_id: int) -> DraftDirective:
    """Return a standing directive of a draft; raises :class:`~giaoban.refusal.NotFound`."""
    actor.require(Right.CONFERENCES_MANAGE)
    seen = conferences_for(actor).values("pk")
    standing = DraftDirective.objects.filter(conclusion__conference__in=seen, is_closed=False)
    row = (
        standing.select_related("conclusion__conference").prefetch_related("leads", "supports").filter(pk=directive_id)
    )
    if (found := row.first()) is None:
        raise NotFound
    return found


def composed(conference: Conference, draft: Conclusion, directives: Sequence[DraftDirective]) -> Composed:
    """Return the notice's text as it would be issued now, and where each directive stands in it."""
    names = DirectoryNames(Directory(conference.committee_id, conference.held_on)) if directives else None
    return compose(_facts(conference, draft), [_words_of(one) for one in directives], names)


def directives_in(row: DraftDirective, day: date) -> int:
    """Return how many directives the reader hears in the words of one, read as of the conference's day."""
    return len(hear(row.text, day))


def clarity_of(row: DraftDirective) -> Clarity:
    """Return the 6 rõ of a directive of the draft; a product that is written in its field is clear."""
    asked = _Asked(row.text, row.areas, row.due_on, row.due_period, row.recurring)
    basis = "area" if row.proposed.get("leads") == "area" else "person"
    parts = [_Part("lead", list(unit.areas), basis) for unit in row.leads.all()]
    parts += [_Part("support", list(unit.areas)) for unit in row.supports.all()]
    found = clarity(asked, parts)
    return replace(found, product=True) if row.product else found


def _facts(conference: Conference, draft: Conclusion) -> NoticeFacts:
    chair = " – ".join(part for part in (conference.chair_name, conference.chair_title) if part)
    return NoticeFacts(
        title=conference.title,
        host=conference.host or conference.committee.name,
        chair=chair,
        held_on=conference.held_on,
        assessment=draft.assessment,
        closing=draft.closing,
        office=conference.committee.office_name,
    )


def _words_of(row: DraftDirective) -> DirectiveWords:
    """Return the fields that the notice says; whom only the area points to, it does not name yet."""
    is_led = row.proposed.get("leads") != "area"
    return DirectiveWords(
        text=row.text,
        leads=tuple(map(_body, row.leads.all())) if is_led else (),
        supports=tuple(map(_body, row.supports.all())),
        due_on=row.due_on,
        due_period=row.due_period,
        recurring=row.recurring,
        product=row.product,
    )


def _body(unit: Unit) -> Body:
    return Body(unit.name, authority_of(unit.kind).is_directed)
