"""The programme of a conference: its items in their order (chương trình hội nghị)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor
from giaoban.committees.models import Unit
from giaoban.conferences.actions.in_hand import changed_values, fitting, lock_prepared, take_part
from giaoban.conferences.kinds import item_kinds
from giaoban.conferences.models import AgendaItem, Conference
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.refusal import NotFound, phrase

#: The longest that an item may be planned to take: a day.
MOST_MINUTES = 600
#: What is taken over of an item from an earlier programme.
COPIED = ("kind", "title", "unit_id", "presenter", "minutes_planned")


@dataclass(frozen=True, slots=True)
class ItemDetails:
    """An item of the programme: ``kind`` of ``data/agenda.toml``, who presents it, how many minutes it takes."""

    kind: str
    title: str
    unit_id: int | None = None
    presenter: str = ""
    minutes_planned: int | None = None


@action
def add_item(actor: Actor, conference_id: int, details: ItemDetails) -> AgendaItem:
    """Add an item at the end of the programme.

    Raises :class:`~giaoban.conferences.refusals.ConferenceRefusal` at the field that is at fault.
    """
    conference = lock_prepared(actor, conference_id)
    last = conference.agenda.order_by("-position").values_list("position", flat=True).first() or 0
    made = AgendaItem.objects.create(conference=conference, position=last + 1, **_checked(actor, details))
    record(actor, "conferences.item.added", made, after={"position": made.position})
    return made


@action
def edit_item(actor: Actor, item_id: int, *, version: int, details: ItemDetails) -> AgendaItem:
    """Change an item of the programme."""
    item = take_part(actor, AgendaItem, item_id, version)
    before, after = changed_values(item, _checked(actor, details))
    item.save()
    record(actor, "conferences.item.edited", item, before=before, after=after)
    return item


@action
def move_item(actor: Actor, item_id: int, *, version: int, to: Literal["up", "down"]) -> AgendaItem:
    """Move an item one place up or down; the first one moved up, or the last one down, stays where it is."""
    item = take_part(actor, AgendaItem, item_id, version)
    items = list(item.conference.agenda.filter(is_closed=False))
    place = next(at for at, one in enumerate(items) if one.pk == item.pk)
    other = place + (-1 if to == "up" else 1)
    if 0 <= other < len(items):
        items[place], items[other] = items[other], items[place]
    for position, one in enumerate(items, start=1):
        AgendaItem.objects.filter(pk=one.pk).update(position=position)
    item.refresh_from_db()
    record(actor, "conferences.item.moved", item, after={"position": item.position})
    return item


@action
def drop_item(actor: Actor, item_id: int, *, version: int) -> AgendaItem:
    """Take an item off the programme; its materials stay with the conference as a whole."""
    item = take_part(actor, AgendaItem, item_id, version)
    item.is_closed = True
    item.save()
    item.materials.update(item=None)
    record(actor, "conferences.item.dropped", item)
    return item


def lay_agenda(conference: Conference, earlier: Conference | None) -> None:
    """Propose the programme; call inside an action: that of an earlier conference, else the usual one.

    The item that goes through the last conclusion is there exactly where there is one.
    """
    rows = list(earlier.agenda.filter(is_closed=False)) if earlier else []
    items = [AgendaItem(**{name: getattr(one, name) for name in COPIED}) for one in rows] or _usual_items()
    if not conference.previous_id:
        items = [one for one in items if one.kind != "answers"]
    elif all(one.kind != "answers" for one in items):
        answers = next(one for one in _usual_items() if one.kind == "answers")
        place = next((at + 1 for at, one in enumerate(items) if one.kind == "report"), 0)
        items.insert(place, answers)
    for position, item in enumerate(items, start=1):
        item.conference, item.position = conference, position
    AgendaItem.objects.bulk_create(items)


def _usual_items() -> list[AgendaItem]:
    usual = [one for one in item_kinds() if one.is_usual]
    return [AgendaItem(kind=one.id, title=one.title, minutes_planned=one.minutes) for one in usual]


def _checked(actor: Actor, details: ItemDetails) -> dict[str, Any]:
    if details.kind not in {one.id for one in item_kinds()}:
        raise ConferenceRefusal("unknown_item_kind", phrase("Hãy chọn một loại mục trong danh sách."), field="kind")
    if (
        details.unit_id is not None
        and not Unit.objects.filter(pk=details.unit_id, committee_id=actor.committee_id).exists()
    ):
        raise NotFound
    minutes = details.minutes_planned
    if minutes is not None and not 0 < minutes <= MOST_MINUTES:
        sentence = phrase("Thời lượng từ 1 đến %(most)s phút.")
        raise ConferenceRefusal("minutes_out_of_range", sentence, field="minutes_planned", most=MOST_MINUTES)
    return {
        "kind": details.kind,
        "title": fitting(AgendaItem, "title", details.title, required=True),
        "unit_id": details.unit_id,
        "presenter": fitting(AgendaItem, "presenter", details.presenter),
        "minutes_planned": minutes,
    }
