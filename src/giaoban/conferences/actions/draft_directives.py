"""The directives of a draft: added, changed, split, moved, dropped; what was proposed kept (dự thảo chỉ đạo)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, Max

from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actors import Actor, Right
from giaoban.committees.models import Unit
from giaoban.conferences.actions.drafting import open_draft, take_draft
from giaoban.conferences.actions.in_hand import changed_values, fitting, words
from giaoban.conferences.actions.proposing import DirectiveDraft, Listener, completed
from giaoban.conferences.alike import propose_draft_repetitions
from giaoban.conferences.heard import split_words
from giaoban.conferences.models import Conclusion, DraftDirective
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.conferences.scope import conferences_for
from giaoban.refusal import NotFound, phrase


@action
def add_draft_directive(actor: Actor, conference_id: int, said: DirectiveDraft) -> DraftDirective:
    """Add a directive to the end of a conference's draft, which is begun where there is none yet.

    Fields that are left empty are proposed from its words; so are they after an edit of the words.
    """
    draft = take_draft(actor, open_draft(actor, conference_id).pk)
    whole, proposed = completed(said, Listener(draft.conference).propose(said.text))
    row = write_directive(actor, draft, last_position(draft) + 1, whole, proposed)
    record(actor, "conferences.draft_directive.added", row, after=_kept(whole) | {"proposed": proposed})
    return row


@action
def edit_draft_directive(actor: Actor, directive_id: int, *, version: int, said: DirectiveDraft) -> DraftDirective:
    """Change a directive of the draft; raises :class:`~giaoban.refusal.Stale` for one changed meanwhile."""
    row = _take_directive(actor, directive_id, version)
    whole, proposed = said, dict[str, str]()
    if words(said.text) != row.text:
        whole, proposed = completed(said, Listener(row.conclusion.conference).propose(said.text))
    before, after = changed_values(row, _values(whole) | {"proposed": proposed})
    row.save()
    if "text" in before:
        propose_draft_repetitions(row, row.conclusion.conference)
    _set_units(actor, row, whole)
    units = {"leads": list(whole.leads), "supports": list(whole.supports)}
    record(actor, "conferences.draft_directive.edited", row, before=before, after=after | units)
    return row


@action
def keep_draft_proposal(actor: Actor, directive_id: int, *, version: int) -> DraftDirective:
    """Keep what the reader proposed for a directive (giữ đề xuất): from now on a person says so."""
    row = _take_directive(actor, directive_id, version)
    before, row.proposed = row.proposed, {}
    row.save()
    record(actor, "conferences.draft_directive.kept", row, before={"proposed": before}, after={"proposed": {}})
    return row


@action
def split_draft_directive(actor: Actor, directive_id: int, *, version: int) -> list[DraftDirective]:
    """Split words that hold several directives (tách): each becomes one, its fields proposed; the first keeps the row.

    Raises a refusal for words in which the reader hears only one.
    """
    row = _take_directive(actor, directive_id, version)
    listener = Listener(row.conclusion.conference)
    before, heard = row.text, listener.hear(row.text)
    if len(heard) < 2:
        raise ConferenceRefusal("one_directive", phrase("Bộ đọc thấy lời này chỉ có một chỉ đạo, không tách được."))
    later = row.conclusion.directives.filter(position__gt=row.position)
    later.update(position=F("position") + len(heard) - 1)
    rows = []
    for place, (text, one) in enumerate(zip(split_words(before, heard), heard, strict=True)):
        said, proposed = completed(DirectiveDraft(text, origin=row.origin), listener.propose_part(text, one))
        rows.append(_put_part(actor, row, place, said, proposed))
    after = {"text": rows[0].text, "made": [one.pk for one in rows[1:]]}
    record(actor, "conferences.draft_directive.split", row, before={"text": before}, after=after)
    return rows


@action
def move_draft_directive(actor: Actor, directive_id: int, *, version: int, up: bool) -> DraftDirective:
    """Put a directive of the draft one place up or down; at the end of the list it stays where it is."""
    row = _take_directive(actor, directive_id, version)
    standing = list(row.conclusion.directives.filter(is_closed=False))
    place = next(index for index, one in enumerate(standing) if one.pk == row.pk)
    target = place - 1 if up else place + 1
    if 0 <= target < len(standing):
        standing[place], standing[target] = standing[target], standing[place]
    for position, one in enumerate(standing, start=1):
        DraftDirective.objects.filter(pk=one.pk).update(position=position)
    record(actor, "conferences.draft_directive.moved", row, after={"position": max(0, target) + 1})
    return row


@action
def drop_draft_directive(actor: Actor, directive_id: int, *, version: int) -> DraftDirective:
    """Take a directive out of the draft."""
    row = _take_directive(actor, directive_id, version)
    row.is_closed = True
    row.save()
    record(actor, "conferences.draft_directive.dropped", row)
    return row


@action
def restore_draft_directive(actor: Actor, directive_id: int) -> DraftDirective:
    """Put a directive that was taken out back into the draft."""
    row = _take_directive(actor, directive_id, None, is_closed=True)
    row.is_closed = False
    row.save()
    record(actor, "conferences.draft_directive.restored", row)
    return row


def _take_directive(actor: Actor, directive_id: int, version: int | None, *, is_closed: bool = False) -> DraftDirective:
    actor.require(Right.CONFERENCES_MANAGE)
    seen = conferences_for(actor).values("pk")
    standing = DraftDirective.objects.filter(conclusion__conference__in=seen, is_closed=is_closed)
    row = standing.select_for_update(of=("self",)).filter(pk=directive_id).first()
    if row is None:
        raise NotFound
    take_draft(actor, row.conclusion_id)
    return advance(row, row.version if version is None else version)


def _values(said: DirectiveDraft) -> dict[str, Any]:
    text = words(said.text)
    if not text:
        raise ConferenceRefusal("directive_empty", phrase("Cần ghi nội dung chỉ đạo."), field="text")
    return {
        "text": text,
        "due_on": said.due.on,
        "due_period": said.due.period,
        "recurring": said.due.recurring,
        "product": fitting(DraftDirective, "product", said.product),
        "areas": list(said.areas),
    }


def _put_part(
    actor: Actor, row: DraftDirective, place: int, said: DirectiveDraft, proposed: dict[str, str]
) -> DraftDirective:
    """Write one part of words that are split: the first in the row itself, the others behind it."""
    if place:
        return write_directive(actor, row.conclusion, row.position + place, said, proposed)
    for name, value in (_values(said) | {"proposed": proposed}).items():
        setattr(row, name, value)
    row.save()
    _set_units(actor, row, said)
    propose_draft_repetitions(row, row.conclusion.conference)
    return row


def write_directive(
    actor: Actor, draft: Conclusion, position: int, said: DirectiveDraft, proposed: dict[str, str]
) -> DraftDirective:
    """Make a directive of a draft at a position; call inside an action. Raises a refusal for empty words."""
    row = DraftDirective(
        conclusion=draft, position=position, origin=said.origin[:40], proposed=proposed, **_values(said)
    )
    row.save()
    _set_units(actor, row, said)
    propose_draft_repetitions(row, row.conclusion.conference)
    return row


def last_position(draft: Conclusion) -> int:
    """Return the position of the last directive of a draft; 0 for none."""
    return draft.directives.aggregate(last=Max("position"))["last"] or 0


def _set_units(actor: Actor, row: DraftDirective, said: DirectiveDraft) -> None:
    row.leads.set(_units(actor, said.leads))
    row.supports.set(_units(actor, tuple(one for one in said.supports if one not in said.leads)))


def _units(actor: Actor, ids: tuple[int, ...]) -> list[Unit]:
    units = list(Unit.objects.filter(committee_id=actor.committee_id, pk__in=ids))
    if len(units) != len(set(ids)):
        raise NotFound
    return units


def _kept(said: DirectiveDraft) -> dict[str, Any]:
    due: date | str | None = said.due.on or said.due.period or said.due.recurring
    return {"text": said.text, "leads": list(said.leads), "supports": list(said.supports), "due": str(due or "")}
