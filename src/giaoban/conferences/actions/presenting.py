"""Steering what the projector shows, and the projectors' own addresses (điều khiển trình chiếu)."""

from __future__ import annotations

from giaoban.audit import clock
from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actors import Actor, Right
from giaoban.conferences.actions.in_meeting import take_meeting
from giaoban.conferences.links import hash_of
from giaoban.conferences.meeting import LINK_LASTS, SHOWN_IN, new_secret
from giaoban.conferences.models import Conference, Projection, ProjectorLink
from giaoban.conferences.queries.slides import places_of
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.conferences.slides import place_named
from giaoban.refusal import phrase


@action
def show_slide(actor: Actor, conference_id: int, *, slide: str, is_blank: bool = False) -> Projection:
    """Show a slide on every projector of the meeting, or make them dark (chuyển trang, tắt màn).

    Whoever steps last is followed: two presenters steer one meeting. Raises a refusal for a slide that is not there.
    """
    conference = take_meeting(actor, conference_id, SHOWN_IN, Right.CONFERENCES_DECIDE)
    place = place_named(places_of(conference), slide)
    if place is None:
        raise ConferenceRefusal("unknown_slide", phrase("Không có trang này."), field="slide")
    projection = projection_of(conference)
    advance(projection, projection.version)
    projection.slide, projection.is_blank = place.name, is_blank
    projection.task_id = place.id if place.kind == "task" else None
    projection.moved_at, projection.moved_by = clock.now(), actor.name
    projection.save()
    record(actor, "conferences.projection.moved", projection, after={"slide": slide, "is_blank": is_blank})
    return projection


@action
def open_projector(actor: Actor, conference_id: int, *, language: str = "vi") -> tuple[ProjectorLink, str]:
    """Make an address for a projector (mở màn chiếu); returns it with its secret, which is kept nowhere.

    Whoever has it sees the slides of this conference and nothing else, for a day or until it is called back.
    """
    conference = take_meeting(actor, conference_id, SHOWN_IN, Right.CONFERENCES_DECIDE)
    secret, now = new_secret(), clock.now()
    link = ProjectorLink.objects.create(
        projection=projection_of(conference),
        secret_hash=hash_of(secret),
        language=language,
        made_by=actor.name,
        made_at=now,
        until=now + LINK_LASTS,
    )
    record(actor, "conferences.projector.opened", conference, after={"until": link.until})
    return link, secret


@action
def close_projectors(actor: Actor, conference_id: int) -> int:
    """Call every projector's address of the conference back (thu hồi đường dẫn); returns how many were open."""
    conference = take_meeting(actor, conference_id, Conference.State.values, Right.CONFERENCES_DECIDE)
    open_links = ProjectorLink.objects.filter(projection__conference=conference, is_closed=False)
    count = open_links.update(is_closed=True)
    record(actor, "conferences.projector.closed", conference, after={"count": count})
    return count


def projection_of(conference: Conference) -> Projection:
    """Return where the conference's presenter stands, at the title where nobody has stepped yet; inside an action."""
    made, _ = Projection.objects.select_for_update().get_or_create(conference=conference)
    return made


def touch_projection(conference: Conference) -> None:
    """Let the projectors fetch their slide anew: what is on it was changed; call inside an action."""
    projection = Projection.objects.filter(conference=conference).first()
    if projection is not None:
        advance(projection, projection.version)
