"""The pages of the verbs: a form in a dialog of the task page, or on a page of its own where scripts are off."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect

from giaoban.refusal import NotAllowed, NotFound, Refusal, Stale
from giaoban.tasks.actions import undo_batch, undo_decision
from giaoban.tasks.queries import latest_entries
from giaoban.web.access.refusals import say
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.tasks import forms
from giaoban.web.tasks.acts import ACTS, Act, Subject
from giaoban.web.tasks.check_in_acts import CHECK_IN_ACTS
from giaoban.web.tasks.timeline import told_entry
from giaoban.web.tasks.ways import way_back
from giaoban.web.toasts import done


def act_paths() -> list[URLPattern]:
    """Return the address of every verb."""
    return [path(one.path, _view_of(one), name=one.name) for one in (*ACTS, *CHECK_IN_ACTS)]


def _view_of(act: Act) -> Any:
    @require_http_methods(["GET", "POST"])
    def view(request: OfficeRequest, pk: int) -> HttpResponse:
        return _do(request, act, pk)

    view.__name__ = act.name.replace("-", "_")
    view.__doc__ = f"{act.title}."
    return view


def _do(request: OfficeRequest, act: Act, pk: int) -> HttpResponse:
    request.actor.require(act.right)
    subject = act.find(request.actor, pk)
    form = _form(act, subject, request)
    if request.method != "POST":
        return _show(request, act, subject, form)
    if not form.is_valid():
        return _show(request, act, subject, form, status=422)
    try:
        told = act.run(request.actor, pk, form)
    except Stale as refusal:
        return _show_conflict(request, act, act.find(request.actor, pk), refusal)
    except (NotAllowed, NotFound):
        raise
    except Refusal as refusal:
        form.add_error(None, say(refusal))
        return _show(request, act, subject, form, status=422)
    return _go_on(request, act, subject, told)


def _form(act: Act, subject: Subject, request: HttpRequest, data: Any = None) -> Any:
    options: dict[str, Any] = {} if subject.choices is None else {"choices": subject.choices}
    if request.method == "POST":
        return act.form(data if data is not None else request.POST, request.FILES, **options)
    return act.form(initial={"version": subject.version, **subject.initial}, **options)


def _show(
    request: OfficeRequest, act: Act, subject: Subject, form: Any, *, status: int = 200, **values: Any
) -> HttpResponse:
    template = "tasks/_act.html" if request.htmx else "tasks/act.html"  # type: ignore[attr-defined]
    context = {
        "act": act,
        "subject": subject,
        "form": form,
        "address": request.path,
        "back": way_back(request, subject.task.pk),
        "is_multipart": form.is_multipart(),
        **values,
    }
    return render(request, template, context, status=status)


def _show_conflict(request: OfficeRequest, act: Act, subject: Subject, refusal: Stale) -> HttpResponse:
    """Show what was typed beside what happened meanwhile; sending again acts on the present version."""
    data = request.POST.copy()
    data["version"] = str(subject.version)
    return _show(
        request,
        act,
        subject,
        _form(act, subject, request, data),
        status=409,
        conflict=say(refusal),
        happened=[told_entry(one) for one in latest_entries(request.actor, subject.task.pk)],
    )


def _go_on(request: OfficeRequest, act: Act, subject: Subject, told: Any) -> HttpResponse:
    undo = reverse("entry-undo", args=[told.pk]) if getattr(told, "undo", None) else ""
    done(request, str(act.said), undo_address=undo)
    address = way_back(request, subject.task.pk)
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)  # type: ignore[attr-defined]


@require_POST
def entry_undo(request: OfficeRequest, pk: int) -> HttpResponse:
    """Take back a decision of the timeline."""
    entry = undo_decision(request.actor, pk)
    done(request, str(forms.UNDONE))
    return redirect(way_back(request, entry.task_id))


@require_POST
def batch_undo(request: OfficeRequest, batch: Any) -> HttpResponse:
    """Take back all that was done at once."""
    undo_batch(request.actor, batch)
    done(request, str(forms.UNDONE))
    return redirect(way_back(request, None))
