"""The example's conferences: the one of its page, held and concluded, and the next one, being prepared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from giaoban.audit import clock
from giaoban.committees.actors import Actor
from giaoban.committees.queries import people
from giaoban.conferences.actions import (
    ConferenceDetails,
    GuestDetails,
    attach_conclusion,
    hold_conference,
    invite_group,
    invite_guest,
    mark_invited,
    open_conference,
    plan_conference,
    unwant_report,
)
from giaoban.conferences.models import Conference
from giaoban.conferences.queries import invitable, propose_conference, report_rows

#: The days of the conference that the example page reports, and of its preparation.
PLANNED_ON, INVITED_ON, HELD_ON, CONCLUDED_ON = (date(2024, 3, day) for day in (5, 22, 27, 28))
#: The day on which the next conference was planned.
NEXT_PLANNED_ON = date(2024, 5, 20)
WARDS = "7 phường"
GUEST = GuestDetails("Ban Nội chính Tỉnh ủy Nghệ An", "Nguyễn Thị Phương Thảo", "Chánh Văn phòng nghiệp vụ 1")
CHAIR = "Phạm Thị Hồng Toan"


def prepare_first(specialist: Actor) -> Conference:
    """Plan the conference of 27/3/2024 and invite to it, on the days before it."""
    with clock.set_to(PLANNED_ON):
        conference = plan_conference(specialist, _first(specialist))
        _invite(specialist, conference)
    with clock.set_to(INVITED_ON):
        return mark_invited(specialist, conference.pk, version=conference.version)


def hold_first(
    specialist: Actor, conference: Conference, meanwhile: Callable[[Conference], None] | None = None
) -> Conference:
    """Hold it on its day; ``meanwhile`` is done in the meeting."""
    with clock.set_to(HELD_ON, time(7, 30)):
        conference = open_conference(specialist, conference.pk, version=conference.version)
    if meanwhile is not None:
        with clock.set_to(HELD_ON, time(8, 30)):
            meanwhile(conference)
    with clock.set_to(HELD_ON, time(11, 15)):
        return hold_conference(specialist, conference.pk, version=conference.version)


def conclude_first(specialist: Actor, conference: Conference, document_id: int) -> Conference:
    """Make the page its conclusion."""
    with clock.set_to(CONCLUDED_ON):
        return attach_conclusion(specialist, conference.pk, document_id, version=conference.version)


def _invite(specialist: Actor, conference: Conference) -> None:
    """Invite whom the page names: the bloc, the seven wards, the guest of the level above."""
    invitable_ones = invitable(conference)
    for group, _missing in invitable_ones.groups:
        if group.is_everybody or group.name == WARDS:
            invite_group(specialist, conference.pk, group.id)
    invite_guest(specialist, conference.pk, GUEST)
    for row in report_rows(specialist, conference):
        # The page does not say what the units reported; nothing is made up for them.
        unwant_report(specialist, row.report.pk, version=row.report.version)


def plan_next(specialist: Actor, held: Conference) -> Conference:
    """Plan the next conference as the product proposes it: 27/6/2024, reviewing the second quarter."""
    with clock.set_to(NEXT_PLANNED_ON):
        proposed = propose_conference(specialist, held.kind)
        values = {name: getattr(proposed, name) for name in ConferenceDetails.__dataclass_fields__}
        return plan_conference(specialist, replace(ConferenceDetails(**values), cut_off_on=date(2024, 6, 14)))


def _first(specialist: Actor) -> ConferenceDetails:
    """Return what the page says of its conference; the hour, the place and the days before it are made up."""
    chair = people(specialist).filter(name=CHAIR).get()
    return ConferenceDetails(
        kind="quarterly",
        title="Hội nghị giao ban công tác nội chính quý I/2024, nhiệm vụ quý II/2024",
        reviewed="2024-Q1",
        ahead="2024-Q2",
        held_on=HELD_ON,
        starts_at=time(7, 30),
        ends_at=time(11, 30),
        place="Hội trường Thị ủy",
        host="Ban Thường vụ Thị ủy Cửa Lò",
        chair_id=chair.pk,
        chair_title="Bí thư Thị ủy",
        cut_off_on=date(2024, 3, 15),
        reports_due_on=date(2024, 3, 18),
    )
