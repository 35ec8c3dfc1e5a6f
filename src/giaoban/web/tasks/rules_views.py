"""The committee's rules on dues: read by everybody, set by those with the right, each version kept."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from giaoban.committees.actors import Right
from giaoban.committees.queries import units_without_head
from giaoban.refusal import NotAllowed, Refusal
from giaoban.tasks.actions import set_time_rules
from giaoban.tasks.queries import rules_of, time_rules_versions
from giaoban.tasks.rules_in_force import FIELDS
from giaoban.tasks.time_rules import Rules, time_rules
from giaoban.web.access.refusals import say
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.tasks.forms import TimeRulesForm
from giaoban.web.toasts import done

READERS = (Right.COMMITTEE_READ, Right.PUBLISHED_READ, Right.UNIT_READ, Right.DUES_RULE)
SAVED = _("Đã lưu quy định về thời hạn.")


@require_http_methods(["GET", "POST"])
def time_rules_page(request: OfficeRequest) -> HttpResponse:
    """The rules on dues that hold, a form to set them anew, and what held before."""
    if request.method == "POST":
        request.actor.require(Right.DUES_RULE)
        return _set(request)
    request.actor.require(*READERS)
    return _show(request, TimeRulesForm(initial=_initial(request)))


def _set(request: OfficeRequest) -> HttpResponse:
    form = TimeRulesForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=422)
    values = dict(form.cleaned_data)
    try:
        set_time_rules(request.actor, number=values.pop("number"), basis=values.pop("basis"), values=values)
    except NotAllowed:
        raise
    except Refusal as refusal:
        form.add_error(None, say(refusal))
        return _show(request, _on_the_last(request, form), status=422)
    done(request, str(SAVED))
    return redirect("time-rules")


def _on_the_last(request: OfficeRequest, refused: TimeRulesForm) -> TimeRulesForm:
    """Return the refused form with all that was typed, to be sent again on the version that now holds."""
    data = request.POST.copy()
    data["number"] = str(_number(request))
    form = TimeRulesForm(data)
    form.full_clean()
    for fault in refused.non_field_errors():
        form.add_error(None, fault)
    return form


def _initial(request: OfficeRequest) -> dict[str, Any]:
    """Return what the form begins with: what holds, or the example that the address names."""
    held = rules_of(request.actor.committee_id)
    example = next((one for one in time_rules() if one.id == request.GET.get("mau")), None)
    last = time_rules_versions(request.actor).first()
    basis = last.basis if last and not example else ""
    return {name: getattr(example or held, name) for name in FIELDS} | {"number": _number(request), "basis": basis}


def _number(request: OfficeRequest) -> int:
    last = time_rules_versions(request.actor).first()
    return last.number if last else 0


def _show(request: OfficeRequest, form: TimeRulesForm, *, status: int = 200) -> HttpResponse:
    values = {
        "form": form,
        "held": rules_of(request.actor.committee_id),
        "versions": list(time_rules_versions(request.actor)),
        "examples": [(one.id, _words(one)) for one in time_rules()],
        "may_set": request.actor.may(Right.DUES_RULE),
        "headless": units_without_head(request.actor),
    }
    return render(request, "tasks/time_rules.html", values, status=status)


def _words(rules: Rules) -> str:
    return rules.english if (get_language() or "vi").startswith("en") else rules.words
