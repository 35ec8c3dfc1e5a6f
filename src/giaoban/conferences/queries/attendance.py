"""Who is expected at a conference, who came, and how many of each (điểm danh)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from giaoban.conferences.models import Conference, Delegate

Presence = Delegate.Presence


@dataclass(frozen=True, slots=True)
class Attendance:
    """The delegates of a conference in the order of the list, and the counts (tình hình đại biểu)."""

    delegates: tuple[Delegate, ...]

    def _with(self, presence: str) -> tuple[Delegate, ...]:
        return tuple(one for one in self.delegates if one.presence == presence)

    @property
    def present(self) -> tuple[Delegate, ...]:
        """Those that came, or sent somebody."""
        return self._with(Presence.PRESENT)

    @property
    def stand_ins(self) -> tuple[Delegate, ...]:
        """Those that sent somebody else."""
        return tuple(one for one in self.present if one.stands_in)

    @property
    def excused(self) -> tuple[Delegate, ...]:
        """Those that are away with leave."""
        return self._with(Presence.EXCUSED)

    @property
    def absent(self) -> tuple[Delegate, ...]:
        """Those that are away without leave."""
        return self._with(Presence.ABSENT)

    @property
    def unknown(self) -> tuple[Delegate, ...]:
        """Those that were not ticked yet."""
        return self._with(Presence.UNKNOWN)

    @property
    def last_ticked(self) -> Delegate | None:
        """The delegate that was ticked last: who did it, and when."""
        ticked = [one for one in self.delegates if one.ticked_at]
        return max(ticked, key=lambda one: one.ticked_at or datetime.min, default=None)

    @property
    def ticked_at_once(self) -> datetime | None:
        """The moment at which the last several were ticked together, by which that can be taken back."""
        last = self.last_ticked
        times: Counter[datetime | None] = Counter(one.ticked_at for one in self.present)
        return last.ticked_at if last and times[last.ticked_at] > 1 else None


def attendance_of(conference: Conference) -> Attendance:
    """Return the attendance of a conference. One query."""
    found = conference.delegates.filter(is_closed=False).select_related("unit").order_by("is_guest", "sort", "pk")
    return Attendance(tuple(found))


def seat_words(delegate: Delegate) -> str:
    """Return whose seat it is: the unit, else the body of a guest."""
    return delegate.unit.name if delegate.unit else delegate.body


def speaker_words(delegate: Delegate) -> str:
    """Return how minutes name who speaks from a seat: the one who came, the title, the body."""
    name, title = delegate.name, delegate.title
    if delegate.stands_in:
        name, title = delegate.stands_in, delegate.stands_in_title
    return ", ".join(one for one in (name, title, seat_words(delegate)) if one)[:200]


def find_speakers(delegates: Sequence[Delegate]) -> list[tuple[int, str]]:
    """Return everybody who may speak, by id and in words: first who came, then who was not ticked; none who is away."""
    by_presence = {Presence.PRESENT: 0, Presence.UNKNOWN: 1}
    here = [one for one in delegates if one.presence in by_presence]
    here.sort(key=lambda one: by_presence[Presence(one.presence)])
    return [(one.pk, speaker_words(one)) for one in here]
