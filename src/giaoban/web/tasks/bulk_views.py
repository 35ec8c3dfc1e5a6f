"""A verb for many tasks: first a page of what would change and what is refused, then the change with one undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from giaoban.refusal import NotAllowed, NotFound, Refusal
from giaoban.tasks import actions
from giaoban.tasks.actions import BULK_LIMIT, BulkResult
from giaoban.tasks.filter import TaskFilter
from giaoban.tasks.queries import all_ids, task_units
from giaoban.web.access.refusals import say, tell
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.tasks.forms import DayField
from giaoban.web.toasts import done


class BulkForm(forms.Form):
    """What a verb asks for when it is done to many tasks."""

    text = forms.CharField(
        label=gettext_lazy("Nội dung"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )


class BulkReasonForm(forms.Form):
    """One reason for all."""

    reason = forms.CharField(label=gettext_lazy("Lý do"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))


class BulkDueForm(BulkReasonForm):
    """One due for all."""

    due_on = DayField(label=gettext_lazy("Hạn mới"))
    field_order = ("due_on", "reason")


class BulkUnitForm(BulkReasonForm):
    """One unit for all."""

    unit = forms.TypedChoiceField(label=gettext_lazy("Đơn vị phối hợp"), coerce=int)
    field_order = ("unit", "reason")


@dataclass(frozen=True)
class BulkVerb:
    """A verb of the bulk bar."""

    title: str | Promise
    button: str | Promise
    form: type[forms.Form]
    run: Callable[[Any, list[int], dict[str, Any]], BulkResult]


VERBS = {
    "remind": BulkVerb(
        gettext_lazy("Đôn đốc"),
        gettext_lazy("Đôn đốc"),
        BulkForm,
        lambda actor, ids, values: actions.remind_tasks(actor, ids, text=values["text"]),
    ),
    "confirm": BulkVerb(
        gettext_lazy("Xác nhận hoàn thành"),
        gettext_lazy("Xác nhận"),
        BulkForm,
        lambda actor, ids, values: actions.confirm_reports(actor, ids, note=values["text"]),
    ),
    "change_due": BulkVerb(
        gettext_lazy("Gia hạn"),
        gettext_lazy("Đổi hạn"),
        BulkDueForm,
        lambda actor, ids, values: actions.change_dues(actor, ids, due_on=values["due_on"], reason=values["reason"]),
    ),
    "add_support": BulkVerb(
        gettext_lazy("Thêm đơn vị phối hợp"),
        gettext_lazy("Thêm phối hợp"),
        BulkUnitForm,
        lambda actor, ids, values: actions.add_supports(actor, ids, unit_id=values["unit"], reason=values["reason"]),
    ),
    "withdraw": BulkVerb(
        gettext_lazy("Thu hồi nhiệm vụ"),
        gettext_lazy("Thu hồi"),
        BulkReasonForm,
        lambda actor, ids, values: actions.withdraw_tasks(actor, ids, reason=values["reason"]),
    ),
}


@require_POST
def task_bulk(request: OfficeRequest) -> HttpResponse:
    """Show what a verb would do to the chosen tasks; with ``go``, do it."""
    verb = VERBS.get(request.POST.get("verb", ""))
    if verb is None:
        raise NotFound
    chosen = TaskFilter.from_query(request.POST.get("query", ""))
    back = f"{reverse('task-list')}?{chosen.to_query()}"
    try:
        ids = _ids(request, chosen)
        preview = actions.preview_bulk(request.actor, request.POST["verb"], ids)
    except (NotAllowed, NotFound):
        raise
    except Refusal as refusal:
        tell(request, refusal)
        return redirect(back)
    is_sent = "go" in request.POST
    form = _form(request, verb, is_sent=is_sent)
    if is_sent and form.is_valid():
        return _run(request, verb, ids, form.cleaned_data, back)
    values = {
        "verb": verb,
        "name": request.POST["verb"],
        "form": form,
        "ids": ids,
        "preview": preview,
        "refused": [(one.task, say(one.refusal)) for one in preview.refused],
        "query": chosen.to_query(),
        "back": back,
    }
    return render(request, "tasks/bulk.html", values, status=422 if is_sent else 200)


def _ids(request: OfficeRequest, chosen: TaskFilter) -> list[int]:
    if request.POST.get("all") == "1":
        return all_ids(request.actor, chosen, BULK_LIMIT)
    posted: QueryDict = request.POST
    return [int(one) for one in posted.getlist("task") if one.isdecimal() and len(one) < 19]


def _form(request: OfficeRequest, verb: BulkVerb, *, is_sent: bool) -> forms.Form:
    form = verb.form(request.POST) if is_sent else verb.form()
    if isinstance(form, BulkUnitForm):
        form.fields["unit"].choices = [(unit.pk, unit.name) for unit in task_units(request.actor)]  # type: ignore[attr-defined]
    return form


def _run(request: OfficeRequest, verb: BulkVerb, ids: list[int], values: dict[str, Any], back: str) -> HttpResponse:
    try:
        result = verb.run(request.actor, ids, values)
    except (NotAllowed, NotFound):
        raise
    except Refusal as refusal:
        tell(request, refusal)
        return redirect(back)
    can_undo = result.batch is not None and request.POST["verb"] != "remind"
    undo = reverse("batch-undo", args=[result.batch]) if can_undo else ""
    done(request, _result_words(verb, result), undo_address=undo)
    return redirect(back)


def _result_words(verb: BulkVerb, result: BulkResult) -> str:
    changed = len(result.changed)
    words = ngettext("%(verb)s: %(count)d nhiệm vụ.", "%(verb)s: %(count)d nhiệm vụ.", changed) % {
        "verb": verb.title,
        "count": changed,
    }
    if not result.refused:
        return words
    refused = _("Không làm được %(count)d nhiệm vụ.") % {"count": len(result.refused)}
    return f"{words} {refused}"
