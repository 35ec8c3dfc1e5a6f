"""What a projector sees by its own address: first whether anything is new, then the slide itself."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from giaoban.audit import clock
from giaoban.committees.actors import Actor
from giaoban.conferences.links import hash_of
from giaoban.conferences.meeting import SHOWN_IN
from giaoban.conferences.models import Conference, Projection, ProjectorLink
from giaoban.conferences.queries.slides import Slide, slide_of
from giaoban.refusal import NotFound
from giaoban.tasks.models import Entry


@dataclass(frozen=True, slots=True)
class Shown:
    """What a projector is to show: the mark by which it asks for news, and whose slide it is."""

    mark: str
    language: str
    projection_id: int


@dataclass(frozen=True, slots=True)
class Screen:
    """One projected screen: the slide (none while it is dark), how many there are, and the conference."""

    conference: Conference
    slide: Slide
    count: int
    is_blank: bool


def shown_by(secret: str) -> Shown:
    """Return what the address of that secret is to show now; one small read, made every second by every projector.

    The mark changes with every step, every decision, whatever happens to the task that is shown, and when the meeting
    begins or ends. Raises :class:`~giaoban.refusal.NotFound` for an address that is unknown, called back or past its
    time.
    """
    rows = ProjectorLink.objects.filter(
        secret_hash=hash_of(secret),
        is_closed=False,
        until__gt=clock.now(),
        projection__conference__state__in=SHOWN_IN,
    ).order_by("pk")
    told = Entry.objects.filter(task=OuterRef("projection__task")).order_by("-pk").values("pk")
    told_by = ("projection__version", "language", "projection_id", "projection__conference__state")
    row = rows.values_list(*told_by, Subquery(told[:1])).first()
    if row is None:
        raise NotFound
    version, language, projection_id, state, entry = row
    return Shown(f"{projection_id}-{version}-{entry or 0}-{state}", language, projection_id)


def screen_of(shown: Shown) -> Screen:
    """Return the screen that a projector shows now."""
    projection = Projection.objects.select_related("conference__committee", "conference__previous__conclusion").get(
        pk=shown.projection_id
    )
    slide, count = slide_of(projection.conference, projection.slide)
    return Screen(projection.conference, slide, count, projection.is_blank)


def open_links(actor: Actor, conference: Conference) -> list[ProjectorLink]:
    """Return the projectors' addresses of a conference that can be used now."""
    links = ProjectorLink.objects.filter(projection__conference=conference, is_closed=False, until__gt=clock.now())
    return list(links.filter(projection__conference__committee_id=actor.committee_id))


def standing(conference: Conference) -> tuple[str, bool, int]:
    """Return the slide on which the presenter stands, whether the screen is dark, and the version of both."""
    row = Projection.objects.filter(conference=conference).values_list("slide", "is_blank", "version").first()
    return row or ("title", False, 0)
