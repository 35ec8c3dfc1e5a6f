"""What comes next in a task: who does what, and the buttons that this person may press."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from giaoban.tasks.queries import Part, TaskPage
from giaoban.tasks.rules import Verb
from giaoban.tasks.states import AssignmentState
from giaoban.web.tasks.labels import round_label
from giaoban.web.templatetags.dates import day

S = AssignmentState


@dataclass(frozen=True, slots=True)
class Button:
    """A verb that can be pressed: at once with its version, or after a form in a dialog (no version)."""

    words: str
    address: str
    key: str = ""
    version: int | None = None
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A sentence of what is next, and the buttons for it; ``is_mine``: it waits for this person."""

    words: str
    buttons: tuple[Button, ...] = ()
    quote: str = ""

    @property
    def is_mine(self) -> bool:
        """Whether this person can do it."""
        return bool(self.buttons)


def steps_of(page: TaskPage) -> list[Step]:
    """Return what is next: what this person can do, a step each; then, in one, what others owe."""
    if not page.is_open:
        return [_closed(page)]
    steps = [*_own(page), *_own_round(page), *_decisions(page), *_owed(page), *_owed_rounds(page)]
    mine = [one for one in steps if one.is_mine]
    others = [one for one in steps if not one.is_mine]
    return [*mine, Step(" ".join(one.words for one in others))] if others else mine


def _closed(page: TaskPage) -> Step:
    closed_on = day(page.task.closed_on)
    if page.task.state == S.WITHDRAWN:
        return Step(_("Nhiệm vụ đã thu hồi ngày %(day)s.") % {"day": closed_on})
    return Step(_("Nhiệm vụ đã hoàn thành, khép ngày %(day)s.") % {"day": closed_on})


def _own(page: TaskPage) -> Iterator[Step]:
    part = page.own
    if part is None:
        return
    pk, version = part.assignment.pk, part.assignment.version
    if Verb.ACCEPT in part.verbs:
        button = Button(_("Nhận việc"), reverse("assignment-accept", args=[pk]), "a", version)
        yield Step(_("Đơn vị nhận việc."), (button,))
    elif Verb.REPORT in part.verbs:
        yield Step(_own_words(part), tuple(_own_buttons(part)), _return_reason(page, part))


def _own_round(page: TaskPage) -> Iterator[Step]:
    part = page.own
    if part is None or Verb.CHECK_IN not in part.verbs:
        return
    row = next((one for one in page.rounds if one.assignment.pk == part.assignment.pk), None)
    if row is None or row.owed is None:
        return
    owed = row.owed
    words = _("Đơn vị gửi báo cáo %(period)s, chậm nhất %(day)s.")
    if owed.state == "returned":
        words = _("Báo cáo %(period)s bị trả lại. Đơn vị bổ sung rồi gửi lại, chậm nhất %(day)s.")
    button = Button(_("Gửi báo cáo kỳ…"), reverse("check-in-give", args=[owed.pk]), "m")
    yield Step(words % {"period": round_label(owed.period), "day": day(owed.due_on)}, (button,))


def _owed_rounds(page: TaskPage) -> Iterator[Step]:
    """How many other units owe a check-in whose day has passed."""
    own = page.own.assignment.pk if page.own else None
    late = [row for row in page.rounds if row.assignment.pk != own and any(one.is_late for one in row.cells)]
    if late:
        words = ngettext("%(count)d đơn vị chậm gửi báo cáo kỳ.", "%(count)d đơn vị chậm gửi báo cáo kỳ.", len(late))
        yield Step(words % {"count": len(late)})


def _own_words(part: Part) -> str:
    due_on = part.assignment.due_on
    if part.assignment.state == S.RETURNED:
        return _("Báo cáo bị trả lại. Đơn vị bổ sung rồi báo cáo lại.")
    if due_on is None:
        return _("Đơn vị thực hiện và báo cáo.")
    return _("Đơn vị thực hiện và báo cáo, chậm nhất %(day)s.") % {"day": day(due_on)}


def _own_buttons(part: Part) -> Iterator[Button]:
    pk = part.assignment.pk
    yield Button(_("Báo cáo hoàn thành…"), reverse("assignment-report", args=[pk]), "r")
    yield Button(_("Báo tiến độ…"), reverse("assignment-progress", args=[pk]), "b")
    if Verb.ASK in part.verbs:
        yield Button(_("Xin gia hạn…"), reverse("extension-ask", args=[pk]), "i")
    elif part.request:
        yield Button(_("Rút đề nghị gia hạn…"), reverse("extension-drop", args=[part.request.pk]))


def _return_reason(page: TaskPage, part: Part) -> str:
    if part.assignment.state != S.RETURNED:
        return ""
    kinds = ("returned", "reopened")
    found = (one for one in page.entries if one.assignment_id == part.assignment.pk and one.kind in kinds)
    return next((one.text for one in found if one.undone_at is None), "")


def _decisions(page: TaskPage) -> Iterator[Step]:
    for part in page.reported:
        words = _("Văn phòng xác nhận báo cáo của %(unit)s (từ %(day)s).")
        values = {"unit": part.assignment.unit.name, "day": day(part.assignment.reported_at)}
        yield Step(words % values, tuple(_answers(part)))
    for part in page.requests:
        yield _request(page, part)


def _answers(part: Part) -> Iterator[Button]:
    pk = part.assignment.pk
    if Verb.CONFIRM in part.verbs:
        address = reverse("assignment-confirm", args=[pk])
        yield Button(_("Xác nhận"), address, "x", part.assignment.version)
        yield Button(_("Trả lại…"), reverse("assignment-return", args=[pk]), "t")


def _request(page: TaskPage, part: Part) -> Step:
    assert part.request is not None
    words = _("%(unit)s xin gia hạn đến %(day)s.") % {
        "unit": part.assignment.unit.name,
        "day": day(part.request.wanted_on),
    }
    buttons: tuple[Button, ...] = ()
    if page.may_extend:
        buttons = (Button(_("Quyết định…"), reverse("extension-decide", args=[part.request.pk]), "q"),)
    return Step(words, buttons, part.request.reason)


def _owed(page: TaskPage) -> Iterator[Step]:
    """What others owe: each lead in a sentence, the supports counted."""
    for part in page.owing:
        if part.is_own or part not in page.leads:
            continue
        words = _("%(unit)s nhận việc.") if part.assignment.state == S.ASSIGNED else _("%(unit)s thực hiện và báo cáo.")
        yield Step(words % {"unit": part.assignment.unit.name})
    waiting = [one for one in page.supports if one in page.owing and not one.is_own]
    if waiting:
        words = ngettext("%(count)d đơn vị phối hợp còn việc.", "%(count)d đơn vị phối hợp còn việc.", len(waiting))
        yield Step(words % {"count": len(waiting)})
