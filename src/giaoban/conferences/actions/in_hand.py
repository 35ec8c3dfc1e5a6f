"""A conference in hand: locked, its version claimed, its state checked; and what people typed, checked."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db import models
from django.db.models import QuerySet

from giaoban.audit.actions import record
from giaoban.audit.versions import Versioned, advance
from giaoban.committees.actors import Actor
from giaoban.conferences import rules
from giaoban.conferences.models import Conference
from giaoban.conferences.refusals import ConferenceRefusal, ReasonMissing, WrongConferenceState
from giaoban.conferences.rules import Verb
from giaoban.conferences.scope import conferences_for
from giaoban.refusal import NotFound, phrase
from giaoban.vietnamese import nfc, tidy

Part = TypeVar("Part", bound=Versioned)


def take_conference(actor: Actor, conference_id: int, verb: Verb, version: int | None) -> Conference:
    """Lock a conference that the actor may see, for a verb on ``version`` of it; None for the newest (an undo).

    Raises :class:`~giaoban.refusal.NotAllowed` for a role without the verb's right, then
    :class:`~giaoban.refusal.NotFound`, :class:`~giaoban.refusal.Stale`,
    :class:`~giaoban.conferences.refusals.WrongConferenceState`.
    """
    actor.require(rules.RIGHT_OF[verb])
    found = conferences_for(actor).select_for_update(of=("self",)).filter(pk=conference_id).first()
    if found is None:
        raise NotFound
    advance(found, found.version if version is None else version)
    if rules.state_after(found.state, verb) is None:
        raise WrongConferenceState(verb)
    return found


def lock_prepared(actor: Actor, conference_id: int) -> Conference:
    """Lock a conference whose delegates, programme, materials or reports are being changed, not its own version.

    Raises as :func:`take_conference` does for an edit, but for the version.
    """
    actor.require(rules.RIGHT_OF[Verb.EDIT])
    found = conferences_for(actor).select_for_update(of=("self",)).filter(pk=conference_id).first()
    if found is None:
        raise NotFound
    if rules.state_after(found.state, Verb.EDIT) is None:
        raise WrongConferenceState(Verb.EDIT)
    return found


def take_part(actor: Actor, model: type[Part], part_id: int, version: int) -> Part:
    """Lock an open row of a conference that is being prepared, for an edit made on ``version``.

    Raises :class:`~giaoban.refusal.NotAllowed`, :class:`~giaoban.refusal.NotFound`, a state's refusal, and
    :class:`~giaoban.refusal.Stale`.
    """
    actor.require(rules.RIGHT_OF[Verb.EDIT])
    rows: QuerySet[Any] = model._default_manager.all()
    conference_id = (
        rows.filter(pk=part_id, is_closed=False, conference__in=conferences_for(actor))
        .values_list("conference_id", flat=True)
        .first()
    )
    if conference_id is None:
        raise NotFound
    lock_prepared(actor, conference_id)
    part: Part = rows.select_related("conference").get(pk=part_id)
    return advance(part, version)


def move(actor: Actor, conference: Conference, verb: Verb, happened: str, **values: Any) -> Conference:
    """Bring a conference into the state that the verb leads to, give it the values, and record what happened."""
    after = rules.state_after(conference.state, verb)
    if after is None:
        raise WrongConferenceState(verb)
    changed = {"state": after, **values}
    before = {name: getattr(conference, name) for name in changed}
    for name, value in changed.items():
        setattr(conference, name, value)
    conference.save()
    record(actor, f"conferences.conference.{happened}", conference, before=_kept(before), after=_kept(changed))
    return conference


def fitting(model: type[models.Model], field: str, text: str, *, required: bool = False) -> str:
    """Return one line of text tidied, if it fits the model's field; raises a refusal for none or too much."""
    clean = tidy(text)
    if required and not clean:
        raise ConferenceRefusal("empty", phrase("Cần ghi nội dung này."), field=field)
    limit = getattr(model._meta.get_field(field), "max_length", None)
    if limit is not None and len(clean) > limit:
        sentence = phrase("Nội dung dài %(length)s ký tự; tối đa %(limit)s ký tự.")
        raise ConferenceRefusal("too_long", sentence, field=field, length=len(clean), limit=limit)
    return clean


def words(text: str) -> str:
    """Return what a person typed in a field of several lines, as it is kept."""
    return nfc(text).replace("\r\n", "\n").strip()


def reason_given(text: str, field: str = "reason") -> str:
    """Return the reason; raises :class:`~giaoban.conferences.refusals.ReasonMissing` for none."""
    kept = words(text)
    if not kept:
        raise ReasonMissing(field)
    return kept


def changed_values(row: models.Model, values: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give a row the values; return those that differ, as they were and as they are, for the audit."""
    before = {name: getattr(row, name) for name, value in values.items() if getattr(row, name) != value}
    for name in before:
        setattr(row, name, values[name])
    return _kept(before), _kept({name: values[name] for name in before})


def _kept(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values as the audit keeps them: a row by its name."""
    return {name: str(value) if isinstance(value, models.Model) else value for name, value in values.items()}
