"""A notice as the page shows it: its words, what it is about, where it leads; by day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from giaoban.notices.kinds import Topic, kinds
from giaoban.web.templatetags.dates import day

if TYPE_CHECKING:
    from giaoban.notices.models import Notice


@dataclass(frozen=True, slots=True)
class Row:
    """A notice in words."""

    notice: Notice

    @property
    def words(self) -> str:
        """What happened."""
        kind = kinds()[self.notice.kind]
        return kind.english if _is_english() else kind.words

    @property
    def tone(self) -> str:
        """The state's colour."""
        return kinds()[self.notice.kind].tone

    @property
    def about(self) -> str:
        """The task's or the conference's title."""
        thing = self.notice.task or self.notice.conference
        return thing.title if thing else ""

    @property
    def facts(self) -> str:
        """The task's number or the conference's day, the unit, the due and who did it."""
        values, task, conference = self.notice.values, self.notice.task, self.notice.conference
        said = [task.code if task else day(conference.held_on) if conference else "", values.get("unit")]
        if values.get("due"):
            said.append(_("hạn %(day)s") % {"day": day(date.fromisoformat(values["due"]))})
        return " · ".join(str(one) for one in [*said, values.get("by")] if one)

    @property
    def address(self) -> str:
        """Where the thing stands."""
        if self.notice.task_id:
            return reverse("task-page", args=[self.notice.task_id])
        return reverse("conference-page", args=[self.notice.conference_id])


@dataclass(frozen=True, slots=True)
class Day:
    """The notices of a day, all seen or none."""

    is_new: bool
    on: date
    rows: list[Row]


def by_day(notices: Iterable[Notice]) -> list[Day]:
    """Return the notices by day, in their order; those not seen apart from those that were."""
    grouped = groupby(notices, key=lambda one: (one.seen_at is None, timezone.localdate(one.at)))
    return [Day(is_new, on, [Row(one) for one in rows]) for (is_new, on), rows in grouped]


def topic_label(topic: Topic) -> str:
    """Return a topic's name in the language of the page."""
    return topic.english if _is_english() else topic.words


def _is_english() -> bool:
    return (get_language() or "vi").startswith("en")
