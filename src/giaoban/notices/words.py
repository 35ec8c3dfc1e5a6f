"""What a notice says, in the language now in use, in words that may leave the house: no name, no matter of a task."""

from __future__ import annotations

from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from giaoban.notices.kinds import kinds
from giaoban.notices.models import Notice

#: A subject's length: what mail programs show of one.
LONGEST_SUBJECT = 78


def kind_words(code: str) -> str:
    """Return what a kind says happened."""
    kind = kinds()[code]
    return kind.english if (get_language() or "vi").startswith("en") else kind.words


def what_and_when(notice: Notice) -> str:
    """Return what happened and when it is due: "Được giao nhiệm vụ NV-2024-017, hạn 30/06/2024"."""
    if notice.task is not None:
        said = f"{kind_words(notice.kind)} {notice.task.code}"
        due = notice.values.get("due")
        return said + (", " + _("hạn %(day)s") % {"day": _day(date.fromisoformat(due))} if due else "")
    day = _day(notice.conference.held_on) if notice.conference else ""
    return f"{kind_words(notice.kind)}, {_('họp ngày %(day)s') % {'day': day}}"


def subject(text: str) -> str:
    """Return a line for a subject: one line, cut at a word so that it is no longer than 78 characters."""
    line = " ".join(text.split())
    if len(line) <= LONGEST_SUBJECT:
        return line
    return line[: LONGEST_SUBJECT - 1].rsplit(" ", 1)[0] + "…"


def path_of(notice: Notice) -> str:
    """Return the path of the page of what a notice is about, as the pages' addresses have it."""
    return f"/nhiem-vu/{notice.task_id}/" if notice.task_id else f"/hoi-nghi/{notice.conference_id}/"


def _day(value: date) -> str:
    return f"{value:%d/%m/%Y}"
