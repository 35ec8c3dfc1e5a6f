"""The example's conclusions that the office drafts: noted in the meeting, drafted, discussed, approved, issued."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from random import Random

from giaoban.audit import clock
from giaoban.committees.actors import Actor
from giaoban.committees.models import Unit
from giaoban.conferences.actions import (
    DirectiveDraft,
    add_draft_directive,
    agree_draft_repetition,
    approve_draft,
    comment_on_draft,
    edit_draft,
    edit_draft_directive,
    issue_conclusion,
    note_conclusion,
    open_draft,
    return_draft,
    settle_comment,
    submit_draft,
)
from giaoban.conferences.models import Conclusion, ConclusionComment, Conference, DraftDirective, DraftRepetition
from giaoban.demo.sentences import some
from giaoban.demo.story import Ask, Quarter, row_of_words, says
from giaoban.demo.town import UnitRow
from giaoban.demo.wording import WARDS, Parts, parts_of
from giaoban.documents.dues import TypedDue
from giaoban.documents.models import Document
from giaoban.facts import load
from giaoban.periods import Period

#: The conclusions of these conferences were drafted here; those before came in as documents.
DRAFTED = (Period.parse("2023-Q3"), Period.parse("2023-Q4"))
#: The chair returns the first of them once.
RETURNED = DRAFTED[0]
#: So many conclusions are typed while the meeting goes on.
NOTED = 3
EXAMPLE = "Văn bản ví dụ, soạn để dùng thử phần mềm."
_DAY = re.compile(r"\b(\d{2})/(\d{2})/(\d{4})\b")


@dataclass(frozen=True, slots=True)
class Drafting:
    """Who drafts and who approves, and the chance of one conference."""

    specialist: Actor
    leader: Actor
    rng: Random


def note_in_meeting(specialist: Actor, conference: Conference, asks: Iterable[Ask]) -> None:
    """Type what the chair concludes while the meeting goes on."""
    for ask in asks:
        note_conclusion(specialist, conference.pk, text=ask.text)


def draft_and_issue(drafting: Drafting, conference: Conference, quarter: Quarter) -> Document:
    """Bring a conference's conclusion from what was noted to the document that is issued, on the days after it."""
    with clock.set_to(quarter.issued_on, time(8, 0)):
        draft = write_draft(drafting, conference, quarter.asks, quarter.ahead)
        draft = submit_draft(drafting.specialist, draft.pk, version=draft.version)
    if quarter.reviewed == RETURNED:
        draft = _return_and_submit(drafting, draft, quarter.issued_on)
    with clock.set_to(quarter.issued_on, time(14, 0)):
        note = some(drafting.rng, "draft_approved")
        draft = approve_draft(drafting.leader, draft.pk, version=draft.version, note=note)
    with clock.set_to(quarter.issued_on, time(16, 0)):
        return issue_conclusion(
            drafting.specialist,
            draft.pk,
            version=draft.version,
            number=int(quarter.symbol.partition("-")[0]),
            symbol=quarter.symbol,
            issued_on=quarter.issued_on,
        )


def write_draft(drafting: Drafting, conference: Conference, asks: Sequence[Ask], ahead: Period) -> Conclusion:
    """Fill in what was noted, add what was not, and link what was said at earlier conferences."""
    specialist = drafting.specialist
    draft = open_draft(specialist, conference.pk)
    noted = list(draft.directives.filter(is_closed=False))
    for row, ask in zip(noted, asks, strict=False):
        edit_draft_directive(specialist, row.pk, version=row.version, said=_said(specialist, ask, ahead, row.origin))
    for ask in asks[len(noted) :]:
        add_draft_directive(specialist, conference.pk, _said(specialist, ask, ahead))
    _link(specialist, draft)
    draft.refresh_from_db()
    reviewed = Period.parse(conference.reviewed).label if conference.reviewed else ""
    words = some(drafting.rng, "assessment").format(reviewed=reviewed) if reviewed else ""
    return edit_draft(specialist, draft.pk, version=draft.version, assessment=f"{EXAMPLE} {words}".strip(), closing="")


def _return_and_submit(drafting: Drafting, draft: Conclusion, on: date) -> Conclusion:
    """Let the chair return the draft with a word on one directive; the office mends it and submits it again."""
    with clock.set_to(on, time(9, 30)):
        comment = remark_on(drafting, draft)
        reason = some(drafting.rng, "draft_returned")
        draft = return_draft(drafting.leader, draft.pk, version=draft.version, reason=reason)
    with clock.set_to(on, time(10, 30)):
        row = draft.directives.get(comments=comment)
        said = replace(_said_in(row), product=some(drafting.rng, "draft_product"))
        edit_draft_directive(drafting.specialist, row.pk, version=row.version, said=said)
        settle_comment(drafting.specialist, comment.pk)
        return submit_draft(drafting.specialist, draft.pk, version=draft.version)


def _said_in(row: DraftDirective) -> DirectiveDraft:
    """Return what a directive of the draft says as it stands."""
    return DirectiveDraft(
        text=row.text,
        leads=tuple(row.leads.values_list("pk", flat=True)),
        supports=tuple(row.supports.values_list("pk", flat=True)),
        due=TypedDue(on=row.due_on, period=row.due_period, recurring=row.recurring),
        areas=tuple(row.areas),
    )


def remark_on(drafting: Drafting, draft: Conclusion) -> ConclusionComment:
    """Let the leader say something on a directive of the draft."""
    row = drafting.rng.choice(list(draft.directives.filter(is_closed=False)))
    text = some(drafting.rng, "draft_remark")
    return comment_on_draft(drafting.leader, draft.pk, text=text, directive_id=row.pk)


def _link(specialist: Actor, draft: Conclusion) -> None:
    """Agree to what is the same work of the story, as the specialist knows."""
    for one in DraftRepetition.objects.filter(directive__conclusion=draft, state=DraftRepetition.State.PROPOSED):
        if says(row_of_words(one.directive.text), one.earlier.quote):
            agree_draft_repetition(specialist, one.pk, version=one.version)


def _parts(ask: Ask) -> Parts:
    return parts_of(next(text for text in ask.row.texts if parts_of(text).core in ask.text))


def _said(specialist: Actor, ask: Ask, ahead: Period, origin: str = "") -> DirectiveDraft:
    parts = _parts(ask)
    return DirectiveDraft(
        text=_capitalised(parts.core),
        leads=_units(specialist, parts.lead),
        supports=_units(specialist, parts.support),
        due=_due(ask, ahead),
        areas=(ask.row.area,),
        origin=origin,
    )


def _due(ask: Ask, ahead: Period) -> TypedDue:
    if ask.row.due == "day":
        found = _DAY.findall(ask.text)[-1]
        return TypedDue(on=date(int(found[2]), int(found[1]), int(found[0])))
    if ask.row.due == "period":
        return TypedDue(period=str(ahead))
    return TypedDue(recurring="monthly" if ask.row.due == "monthly" else "")


def _units(specialist: Actor, named: str) -> tuple[int, ...]:
    """Return the ids of the units that a part of a wording names, in the order of the directory."""
    rows = load("giaoban.demo", "town", UnitRow)
    names = [one.name for one in rows if (one.id == named or (named == WARDS and "wards" in one.groups))]
    units = Unit.objects.filter(committee_id=specialist.committee_id, name__in=names)
    return tuple(units.order_by("position").values_list("pk", flat=True))


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]
