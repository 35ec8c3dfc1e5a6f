"""The programme with its hours and papers, as the office and as a delegate with an own link see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from django.db.models import Model, QuerySet

from giaoban.committees.actors import Actor, Right
from giaoban.conferences.links import delegate_of
from giaoban.conferences.models import AgendaItem, Conference, Delegate, Material, MaterialVersion, Preparation
from giaoban.conferences.scope import conferences_for, sees_all_of
from giaoban.documents.files import read_stored
from giaoban.refusal import NotFound

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Paper:
    """A material with its versions, the newest first."""

    material: Material
    versions: tuple[MaterialVersion, ...]

    @property
    def newest(self) -> MaterialVersion:
        """The version that counts."""
        return self.versions[0]


@dataclass(frozen=True, slots=True)
class Programme:
    """The items in order, each with the hour at which it begins (where it can be told) and its papers."""

    items: tuple[tuple[AgendaItem, time | None, tuple[Paper, ...]], ...]
    papers: tuple[Paper, ...]

    @property
    def minutes(self) -> int:
        """How long all items take together."""
        return sum(item.minutes_planned or 0 for item, _starts, _papers in self.items)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self.items and not self.papers


def programme_of(conference: Conference, *, only_shared: bool = False) -> Programme:
    """Return the programme of a conference; three queries. ``only_shared``: papers that a delegate's link leads to."""
    items = list(conference.agenda.filter(is_closed=False).select_related("unit"))
    papers = _papers(conference, only_shared=only_shared)
    starts = _starts(conference, items)
    return Programme(
        tuple((item, start, tuple(papers[item.pk])) for item, start in zip(items, starts, strict=True)),
        tuple(papers[0]),
    )


def _papers(conference: Conference, *, only_shared: bool) -> dict[int, list[Paper]]:
    """Return the papers by the item that they belong to; 0 for those of the whole conference."""
    materials = conference.materials.filter(is_closed=False)
    if only_shared:
        materials = materials.filter(is_shared=True)
    found: dict[int, list[Paper]] = defaultdict(list)
    versions = MaterialVersion.objects.select_related("file").defer(*(() if only_shared else ("text",)))
    by_material: dict[int, list[MaterialVersion]] = defaultdict(list)
    rows = list(materials)
    for one in versions.filter(material__in=rows):
        by_material[one.material_id].append(one)
    for row in rows:
        found[row.item_id or 0].append(Paper(row, tuple(by_material[row.pk])))
    return found


def _starts(conference: Conference, items: Sequence[AgendaItem]) -> list[time | None]:
    """Return when each item begins: the conference's hour and the minutes before it; None after one without minutes."""
    at = datetime.combine(date.min, conference.starts_at) if conference.starts_at else None
    starts: list[time | None] = []
    for item in items:
        starts.append(at.time() if at else None)
        at = at + timedelta(minutes=item.minutes_planned) if at and item.minutes_planned else None
    return starts


def preparations_of(conference: Conference) -> QuerySet[Preparation]:
    """Return what is to be prepared, the first due first."""
    return conference.preparations.filter(is_closed=False).select_related("unit")


def find_item(actor: Actor, item_id: int) -> AgendaItem:
    """Return an item of a programme that the actor manages; raises :class:`~giaoban.refusal.NotFound`."""
    return _find(actor, AgendaItem, item_id)


def find_material(actor: Actor, material_id: int) -> Material:
    """Return a paper of a conference that the actor manages; raises :class:`~giaoban.refusal.NotFound`."""
    return _find(actor, Material, material_id)


def find_preparation(actor: Actor, preparation_id: int) -> Preparation:
    """Return a thing to be prepared for a conference that the actor manages; raises NotFound."""
    return _find(actor, Preparation, preparation_id)


def sees_papers(actor: Actor) -> bool:
    """Return whether the actor reads the papers of a conference that they see: the committee and its units."""
    return sees_all_of(actor) or actor.may(Right.UNIT_READ)


def _find(actor: Actor, model: type[M], pk: int) -> M:
    actor.require(Right.CONFERENCES_MANAGE)
    rows = model._default_manager.filter(is_closed=False, conference__in=conferences_for(actor))
    found: M | None = rows.select_related("conference").filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


File = tuple[str, str, bytes]


def material_file(actor: Actor, version_id: int) -> File:
    """Return name, media type and bytes of a version that the actor may see; raises NotFound."""
    if not sees_papers(actor):
        raise NotFound
    return _file(MaterialVersion.objects.filter(material__conference__in=conferences_for(actor)), version_id)


def shared_file(secret: str, version_id: int) -> tuple[Delegate, File]:
    """Return the seat that a delegate's link leads to, and the file of a shared paper's version; raises NotFound."""
    delegate = delegate_of(secret)
    rows = MaterialVersion.objects.filter(material__conference=delegate.conference, material__is_shared=True)
    return delegate, _file(rows, version_id)


def _file(rows: QuerySet[MaterialVersion], version_id: int) -> File:
    found = rows.filter(pk=version_id, material__is_closed=False).select_related("file").first()
    if found is None:
        raise NotFound
    return found.file.name, found.file.media_type, read_stored(found.file)
