"""Taking the minutes: who spoke and what was said, while it is said (ghi biên bản)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Max

from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actors import Actor, Right
from giaoban.conferences.actions.in_hand import fitting
from giaoban.conferences.actions.in_hand import words as as_kept
from giaoban.conferences.actions.in_meeting import NotInThisState, digest_of, keep_receipt, take_meeting, taken_in
from giaoban.conferences.meeting import MINUTED_IN, OPEN_MINUTES
from giaoban.conferences.models import AgendaItem, Conference, Delegate, Minutes, Remark
from giaoban.conferences.queries.attendance import speaker_words
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.conferences.scope import conferences_for
from giaoban.refusal import NotFound, phrase

#: Between two speakers there is room for one who was forgotten.
STEP = 1024


class MinutesFinal(ConferenceRefusal):
    """The minutes are final; only reopening them, with a reason, lets anything be changed."""

    def __init__(self) -> None:
        super().__init__("minutes_final", phrase("Biên bản đã chốt. Muốn sửa, hãy mở lại và ghi lý do."))


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: a delegate of the conference, or a name as typed for somebody who is not on the list."""

    delegate_id: int | None = None
    name: str = ""


def add_remark(
    actor: Actor,
    conference_id: int,
    *,
    speaker: Speaker,
    item_id: int | None = None,
    text: str = "",
    key: UUID | None = None,
) -> Remark:
    """Begin what the next speaker says (thêm ý kiến phát biểu), under an item of the programme or none.

    ``key`` is the sending device's: sent again, the same remark is answered. Raises a refusal for no speaker, for a
    delegate or item of another conference, and once the minutes are final.
    """
    digest = digest_of("remark", speaker.delegate_id, speaker.name, item_id, as_kept(text))

    def work() -> Remark:
        return _add(actor, conference_id, speaker, item_id, text, (key, digest) if key else None)

    return taken_in(actor, conference_id, key, digest, Remark.objects.all(), work)


@action
def _add(
    actor: Actor,
    conference_id: int,
    speaker: Speaker,
    item_id: int | None,
    text: str,
    receipt: tuple[UUID, str] | None,
) -> Remark:
    conference = take_meeting(actor, conference_id, MINUTED_IN)
    minutes = minutes_in_hand(actor, conference)
    delegate = _delegate(conference, speaker.delegate_id)
    name = speaker_words(delegate) if delegate else fitting(Remark, "speaker", speaker.name, required=True)
    last = minutes.remarks.aggregate(last=Max("position"))["last"] or 0
    made = Remark.objects.create(
        minutes=minutes,
        position=last + STEP,
        item=_item(conference, item_id),
        delegate=delegate,
        unit=delegate.unit if delegate else None,
        speaker=name,
        text=as_kept(text),
    )
    if receipt is not None:
        keep_receipt(conference, *receipt, made)
    record(actor, "conferences.remark.added", made, after={"speaker": name, "text": made.text})
    return made


@action
def save_remark(actor: Actor, remark_id: int, *, version: int, text: str) -> Remark:
    """Keep what a speaker says so far (lưu ý kiến). Two who write at once lose nothing: the second is given both.

    Raises :class:`~giaoban.refusal.Stale` with the remark as it stands, :class:`MinutesFinal`.
    """
    remark = _remark_in_hand(actor, remark_id)
    kept = as_kept(text)
    advance(remark, version)
    before, remark.text = remark.text, kept
    remark.save(update_fields=["text"])
    record(actor, "conferences.remark.saved", remark, before={"text": before}, after={"text": kept})
    return remark


@action
def move_remark(actor: Actor, remark_id: int, *, version: int, steps: int) -> Remark:
    """Let a speaker come earlier (-1) or later (+1) in the minutes; at an end it stays where it is."""
    remark = _remark_in_hand(actor, remark_id)
    advance(remark, version)
    others = list(remark.minutes.remarks.filter(is_closed=False).order_by("position", "pk"))
    here = next(place for place, one in enumerate(others) if one.pk == remark.pk)
    there = max(0, min(len(others) - 1, here + steps))
    others.insert(there, others.pop(here))
    for place, one in enumerate(others, start=1):
        if one.position != place * STEP:
            Remark.objects.filter(pk=one.pk).update(position=place * STEP)
    record(actor, "conferences.remark.moved", remark, before={"place": here + 1}, after={"place": there + 1})
    remark.refresh_from_db()
    return remark


@action
def close_remark(actor: Actor, remark_id: int, *, version: int) -> Remark:
    """Take a remark out of the minutes (bỏ ý kiến); it can be taken in again."""
    remark = _remark_in_hand(actor, remark_id)
    advance(remark, version)
    remark.is_closed = True
    remark.save(update_fields=["is_closed"])
    record(actor, "conferences.remark.closed", remark, before={"text": remark.text})
    return remark


@action
def restore_remark(actor: Actor, remark_id: int) -> Remark:
    """Take a remark into the minutes again that was taken out."""
    remark = _remark_in_hand(actor, remark_id, is_closed=True)
    advance(remark, remark.version)
    remark.is_closed = False
    remark.save(update_fields=["is_closed"])
    record(actor, "conferences.remark.restored", remark, after={"text": remark.text})
    return remark


@action
def save_concluding_words(actor: Actor, conference_id: int, *, version: int, text: str) -> Minutes:
    """Keep the chair's concluding words as taken down so far; raises as :func:`save_remark` does."""
    minutes = minutes_in_hand(actor, take_meeting(actor, conference_id, MINUTED_IN))
    advance(minutes, version)
    before, minutes.conclusion = minutes.conclusion, as_kept(text)
    minutes.save(update_fields=["conclusion"])
    record(actor, "conferences.minutes.saved", minutes, before={"text": before}, after={"text": minutes.conclusion})
    return minutes


@action
def begin_minutes(actor: Actor, conference_id: int) -> Minutes:
    """Begin the minutes of a conference that is open; those that were begun before are answered as they stand."""
    minutes = minutes_in_hand(actor, take_meeting(actor, conference_id, MINUTED_IN))
    record(actor, "conferences.minutes.begun", minutes, after={"taken_by": minutes.taken_by})
    return minutes


def minutes_in_hand(actor: Actor, conference: Conference) -> Minutes:
    """Return the conference's minutes for a change, begun now if there are none; raises :class:`MinutesFinal`."""
    minutes, _ = Minutes.objects.select_for_update().get_or_create(
        conference=conference, defaults={"taken_by": actor.name}
    )
    if minutes.state not in OPEN_MINUTES:
        raise MinutesFinal
    return minutes


def _remark_in_hand(actor: Actor, remark_id: int, *, is_closed: bool = False) -> Remark:
    actor.require(Right.CONFERENCES_MANAGE)
    ours = Remark.objects.filter(minutes__conference__in=conferences_for(actor), is_closed=is_closed)
    remark = ours.select_related("minutes__conference").filter(pk=remark_id).first()
    if remark is None:
        raise NotFound
    if remark.minutes.conference.state not in MINUTED_IN:
        raise NotInThisState
    if remark.minutes.state not in OPEN_MINUTES:
        raise MinutesFinal
    return remark


def _delegate(conference: Conference, delegate_id: int | None) -> Delegate | None:
    if delegate_id is None:
        return None
    found = conference.delegates.select_related("unit").filter(pk=delegate_id, is_closed=False).first()
    if found is None:
        raise NotFound
    return found


def _item(conference: Conference, item_id: int | None) -> AgendaItem | None:
    if item_id is None:
        return None
    found = conference.agenda.filter(pk=item_id).first()
    if found is None:
        raise NotFound
    return found
