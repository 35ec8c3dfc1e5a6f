"""Every verb that has a form on the task page: what it asks, which action it calls, what it then says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from giaoban.committees.actors import Actor, Right
from giaoban.tasks import actions
from giaoban.tasks.queries import find_assignment, find_extension, find_task, report_of, unit_choices
from giaoban.tasks.rules import shown_percent
from giaoban.web.tasks import forms
from giaoban.web.tasks.limits import extension_limits
from giaoban.web.templatetags.dates import day

if TYPE_CHECKING:
    from giaoban.tasks.models import Entry, Extension

Words = str | Promise


@dataclass(frozen=True)
class Before:
    """What was said before, shown beside the form: when, what of it in short, the words."""

    head: str
    short: str
    words: str


@dataclass(frozen=True)
class Subject:
    """What a verb is done to: its task, its version, whose part it is."""

    task: Any
    version: int
    unit: str = ""
    initial: dict[str, Any] = field(default_factory=dict)
    choices: list[tuple[int, str]] | None = None
    quote: str = ""
    before: Before | None = None
    notice: str = ""


@dataclass(frozen=True)
class Act:
    """A verb with a form.

    ``name`` is the address's name and ``slug`` its last word; ``find`` returns the subject or raises
    :class:`~giaoban.refusal.NotFound`; ``run`` calls the action with the clean values.
    """

    name: str
    path: str
    right: Right
    title: Words
    button: Words
    said: Words
    form: type[Any]
    find: Callable[[Actor, int], Subject]
    run: Callable[[Actor, int, Any], Any]
    tone: str = "main"
    help_text: Words = ""


def _part(actor: Actor, pk: int) -> Subject:
    found = find_assignment(actor, pk)
    return Subject(found.task, found.version, found.unit.name)


def _reported_part(actor: Actor, pk: int) -> Subject:
    """Return a part to decide on, with what its unit reported beside the form."""
    found = find_assignment(actor, pk)
    report = report_of(found)
    return Subject(found.task, found.version, found.unit.name, before=_reported(report) if report else None)


def _reported(report: Entry) -> Before:
    head = _("Báo cáo hoàn thành ngày %(day)s, %(name)s") % {"day": day(report.at), "name": report.by_name}
    return Before(head, "; ".join(one.file.name for one in report.evidence.all()), report.text)


def _part_progress(actor: Actor, pk: int) -> Subject:
    found = find_assignment(actor, pk)
    percent = shown_percent(found.state, found.percent)
    return Subject(found.task, found.version, found.unit.name, {"percent": percent})


def _part_extension(actor: Actor, pk: int) -> Subject:
    """Return a part for which more time is asked, with what the committee's rules say of it."""
    found = find_assignment(actor, pk)
    return Subject(found.task, found.version, found.unit.name, notice=extension_limits(actor, found))


def _request(actor: Actor, pk: int) -> Subject:
    found = find_extension(actor, pk)
    part = found.assignment
    return Subject(
        part.task,
        found.version,
        part.unit.name,
        {"granted_on": found.wanted_on, "decision": "grant"},
        quote=found.reason,
        notice=f"{_asked(found)} {extension_limits(actor, part)}".strip(),
    )


def _asked(extension: Extension) -> str:
    due_on = extension.assignment.due_on
    told = {"due": day(due_on) if due_on else _("không có"), "wanted": day(extension.wanted_on)}
    return _("Hạn hiện nay: %(due)s; xin lùi đến %(wanted)s.") % told


def _task(actor: Actor, pk: int) -> Subject:
    found = find_task(actor, pk)
    return Subject(found, found.version)


def _task_title(actor: Actor, pk: int) -> Subject:
    found = find_task(actor, pk)
    return Subject(found, found.version, initial={"title": found.title})


def _task_due(actor: Actor, pk: int) -> Subject:
    found = find_task(actor, pk)
    return Subject(found, found.version, initial={"due_on": found.due_on})


def _task_leads(actor: Actor, pk: int) -> Subject:
    return _task_units(actor, pk, "lead")


def _task_supports(actor: Actor, pk: int) -> Subject:
    return _task_units(actor, pk, "support")


def _task_units(actor: Actor, pk: int, role: str) -> Subject:
    found = find_task(actor, pk)
    choices, held = unit_choices(actor, found, role)
    return Subject(found, found.version, initial={"units": held}, choices=choices)


def _decide(actor: Actor, pk: int, form: forms.DecideForm) -> Any:
    values = form.cleaned_data
    return actions.decide_extension(
        actor, pk, version=values["version"], granted_on=form.granted, answer=values["answer"]
    )


def _change_units(action: Callable[..., Any]) -> Callable[[Actor, int, Any], Any]:
    def run(actor: Actor, pk: int, form: forms.UnitsForm) -> Any:
        values = form.cleaned_data
        return action(actor, pk, version=values["version"], unit_ids=values["units"], reason=values["reason"])

    return run


def _remind(actor: Actor, pk: int, form: forms.RemindForm) -> Any:
    return actions.remind_task(actor, pk, text=form.cleaned_data["text"])


def plain(action: Callable[..., Any]) -> Callable[[Actor, int, Any], Any]:
    """Return what calls an action whose options are named as the form's fields."""
    return lambda actor, pk, form: action(actor, pk, **form.cleaned_data)


def with_files(action: Callable[..., Any]) -> Callable[[Actor, int, Any], Any]:
    """Return what calls an action that takes files beside words."""

    def run(actor: Actor, pk: int, form: Any) -> Any:
        values = dict(form.cleaned_data)
        return action(actor, pk, files=values.pop("evidence"), **values)

    return run


ACTS: tuple[Act, ...] = (
    Act(
        "assignment-accept",
        "phan-viec/<int:pk>/nhan/",
        Right.TASKS_ANSWER,
        _("Nhận việc"),
        _("Nhận việc"),
        _("Đã nhận việc."),
        forms.NothingForm,
        _part,
        plain(actions.accept_assignment),
    ),
    Act(
        "assignment-progress",
        "phan-viec/<int:pk>/tien-do/",
        Right.TASKS_ANSWER,
        _("Báo tiến độ"),
        _("Gửi tiến độ"),
        _("Đã gửi tiến độ."),
        forms.ProgressForm,
        _part_progress,
        with_files(actions.report_progress),
    ),
    Act(
        "assignment-report",
        "phan-viec/<int:pk>/bao-cao/",
        Right.TASKS_ANSWER,
        _("Báo cáo hoàn thành"),
        _("Gửi báo cáo"),
        _("Đã gửi báo cáo, chờ văn phòng xác nhận."),
        forms.ReportForm,
        _part,
        with_files(actions.report_done),
    ),
    Act(
        "extension-ask",
        "phan-viec/<int:pk>/xin-gia-han/",
        Right.TASKS_ANSWER,
        _("Xin gia hạn"),
        _("Gửi đề nghị"),
        _("Đã gửi đề nghị gia hạn."),
        forms.ExtensionForm,
        _part_extension,
        plain(actions.ask_extension),
    ),
    Act(
        "extension-drop",
        "gia-han/<int:pk>/rut/",
        Right.TASKS_ANSWER,
        _("Rút đề nghị gia hạn"),
        _("Rút đề nghị"),
        _("Đã rút đề nghị gia hạn."),
        forms.NothingForm,
        _request,
        plain(actions.drop_extension),
        help_text=_("Hạn hiện nay giữ nguyên. Việc này không hoàn tác được, nhưng có thể gửi đề nghị khác."),
    ),
    Act(
        "extension-decide",
        "gia-han/<int:pk>/quyet-dinh/",
        Right.TASKS_DECIDE,
        _("Quyết định gia hạn"),
        _("Gửi quyết định"),
        _("Đã quyết định đề nghị gia hạn."),
        forms.DecideForm,
        _request,
        _decide,
    ),
    Act(
        "assignment-confirm",
        "phan-viec/<int:pk>/xac-nhan/",
        Right.TASKS_DECIDE,
        _("Xác nhận hoàn thành"),
        _("Xác nhận"),
        _("Đã xác nhận hoàn thành."),
        forms.NoteForm,
        _reported_part,
        plain(actions.confirm_assignment),
    ),
    Act(
        "assignment-return",
        "phan-viec/<int:pk>/tra-lai/",
        Right.TASKS_DECIDE,
        _("Trả lại báo cáo"),
        _("Trả lại"),
        _("Đã trả lại báo cáo."),
        forms.ReturnForm,
        _reported_part,
        plain(actions.return_report),
    ),
    Act(
        "assignment-reopen",
        "phan-viec/<int:pk>/mo-lai/",
        Right.TASKS_DECIDE,
        _("Mở lại phần việc"),
        _("Mở lại"),
        _("Đã mở lại phần việc."),
        forms.ReasonForm,
        _part,
        plain(actions.reopen_assignment),
    ),
    Act(
        "assignment-withdraw",
        "phan-viec/<int:pk>/thu-hoi/",
        Right.TASKS_MANAGE,
        _("Thu hồi phần việc"),
        _("Thu hồi"),
        _("Đã thu hồi phần việc."),
        forms.ReasonForm,
        _part,
        plain(actions.withdraw_assignment),
        tone="danger",
    ),
    Act(
        "task-withdraw",
        "<int:pk>/thu-hoi/",
        Right.TASKS_MANAGE,
        _("Thu hồi nhiệm vụ"),
        _("Thu hồi"),
        _("Đã thu hồi nhiệm vụ."),
        forms.ReasonForm,
        _task,
        plain(actions.withdraw_task),
        tone="danger",
        help_text=_("Phần việc chưa xong của mọi đơn vị được thu hồi; phần đã xác nhận giữ nguyên."),
    ),
    Act(
        "task-edit",
        "<int:pk>/ten/",
        Right.TASKS_MANAGE,
        _("Sửa tên nhiệm vụ"),
        _("Lưu"),
        _("Đã sửa tên nhiệm vụ."),
        forms.TitleForm,
        _task_title,
        plain(actions.edit_task),
        help_text=_("Lời văn của văn bản giữ nguyên."),
    ),
    Act(
        "task-due",
        "<int:pk>/han/",
        Right.TASKS_MANAGE,
        _("Đổi hạn"),
        _("Lưu hạn mới"),
        _("Đã đổi hạn."),
        forms.DueForm,
        _task_due,
        plain(actions.change_due),
        help_text=_("Áp dụng cho mọi phần việc chưa xong. Hạn ban đầu vẫn được lưu."),
    ),
    Act(
        "task-leads",
        "<int:pk>/chu-tri/",
        Right.TASKS_MANAGE,
        _("Đổi đơn vị chủ trì"),
        _("Lưu"),
        _("Đã đổi đơn vị chủ trì."),
        forms.LeadsForm,
        _task_leads,
        _change_units(actions.change_leads),
        help_text=_("Đơn vị thôi chủ trì được thu hồi phần việc."),
    ),
    Act(
        "task-supports",
        "<int:pk>/phoi-hop/",
        Right.TASKS_MANAGE,
        _("Đổi đơn vị phối hợp"),
        _("Lưu"),
        _("Đã đổi đơn vị phối hợp."),
        forms.UnitsForm,
        _task_supports,
        _change_units(actions.change_supports),
        help_text=_("Đơn vị thôi phối hợp được thu hồi phần việc."),
    ),
    Act(
        "task-remind",
        "<int:pk>/don-doc/",
        Right.TASKS_MANAGE,
        _("Đôn đốc"),
        _("Đôn đốc"),
        _("Đã đôn đốc."),
        forms.RemindForm,
        _task,
        _remind,
        help_text=_("Ghi vào diễn biến và báo cho đơn vị còn việc. Việc này không hoàn tác được."),
    ),
)
