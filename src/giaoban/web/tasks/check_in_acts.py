"""The verbs of check-ins that have a form: given by the unit, returned by the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from giaoban.committees.actors import Actor, Right
from giaoban.tasks import actions
from giaoban.tasks.queries import check_in_before, find_check_in
from giaoban.tasks.rules import shown_percent
from giaoban.web.tasks import forms
from giaoban.web.tasks.acts import Act, Before, Subject, plain, with_files
from giaoban.web.tasks.labels import round_label
from giaoban.web.templatetags.dates import day

if TYPE_CHECKING:
    from giaoban.tasks.models import CheckIn


def _wanted(actor: Actor, pk: int) -> Subject:
    """Return a round to tell of, with the last one beside it."""
    found = find_check_in(actor, pk)
    part = found.assignment
    earlier = check_in_before(found)
    return Subject(
        part.task,
        found.version,
        f"{part.unit.name} · {round_label(found.period)}",
        {"percent": shown_percent(part.state, part.percent) or None},
        before=_said(earlier) if earlier else None,
    )


def _given(actor: Actor, pk: int) -> Subject:
    found = find_check_in(actor, pk)
    part = found.assignment
    return Subject(part.task, found.version, f"{part.unit.name} · {round_label(found.period)}", before=_said(found))


def _said(check_in: CheckIn) -> Before:
    head = _("%(period)s, gửi ngày %(day)s") % {"period": round_label(check_in.period), "day": day(check_in.given_on)}
    words = check_in.entry.text if check_in.entry else ""
    nothing = str(forms.NOTHING_NEW) if check_in.is_nothing_new else ""
    percent = f"{check_in.percent}%" if check_in.percent is not None else ""
    return Before(head, " · ".join(one for one in (nothing, percent) if one), words)


CHECK_IN_ACTS: tuple[Act, ...] = (
    Act(
        "check-in-give",
        "bao-cao-ky/<int:pk>/gui/",
        Right.TASKS_ANSWER,
        _("Gửi báo cáo kỳ"),
        _("Gửi báo cáo"),
        _("Đã gửi báo cáo kỳ."),
        forms.CheckInForm,
        _wanted,
        with_files(actions.give_check_in),
    ),
    Act(
        "check-in-return",
        "bao-cao-ky/<int:pk>/tra-lai/",
        Right.TASKS_DECIDE,
        _("Trả lại báo cáo kỳ"),
        _("Trả lại"),
        _("Đã trả lại báo cáo kỳ."),
        forms.ReturnForm,
        _given,
        plain(actions.return_check_in),
    ),
)
