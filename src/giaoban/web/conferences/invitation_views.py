"""What a delegate's own link leads to, without an account: programme, papers, and the answer to the invitation.

Nothing protected stands on these pages: no other delegate, no task, no report. A link that leads nowhere is answered
like any address that does not exist.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from giaoban.audit import clock
from giaoban.conferences.actions import answer_invitation, check_minutes_by_link
from giaoban.conferences.queries import delegate_of, minutes_by_link, programme_of, shared_file
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.refusal import NotFound
from giaoban.web.access.actor import client_address, public
from giaoban.web.access.refusals import say
from giaoban.web.access.throttle import throttled
from giaoban.web.conferences.agenda_views import download
from giaoban.web.conferences.part_forms import AnswerForm
from giaoban.web.toasts import done

#: From one address: a hall full of delegates behind one router, and a few mistyped links.
ASKED_A_MINUTE, MISSED_A_MINUTE = 240, 20


@public
@throttled(asked=ASKED_A_MINUTE, missed=MISSED_A_MINUTE)
@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """The reading page of a delegate, and the answer to the invitation."""
    delegate = delegate_of(secret)
    conference = delegate.conference
    is_day = conference.state == "meeting" or clock.today() >= conference.held_on
    presence = "excused" if delegate.presence == "excused" else "present" if delegate.is_coming else ""
    initial = {name: getattr(delegate, name) for name in ("stands_in", "stands_in_title", "reason")}
    form = AnswerForm(request.POST or None, is_day=is_day, initial=initial | {"presence": presence})
    if request.method == "POST" and form.saves(
        lambda: answer_invitation(secret, tick=form.tick(), address=client_address(request))
    ):
        done(request, _("Đã ghi nhận. Xin cảm ơn đồng chí."))
        return redirect("invitation", secret)
    values = {
        "delegate": delegate,
        "conference": conference,
        "programme": programme_of(conference, only_shared=True),
        "form": form,
        "secret": secret,
        "is_day": is_day,
        "minutes": minutes_by_link(delegate),
        "may_answer": conference.state in ("planned", "invited", "meeting"),
    }
    return render(request, "conferences/invitation.html", values, status=form.status)


@public
@throttled(asked=ASKED_A_MINUTE, missed=MISSED_A_MINUTE)
@require_http_methods(["GET", "POST"])
def invitation_minutes(request: HttpRequest, secret: str) -> HttpResponse:
    """The minutes of a conference that the delegate attended, and the delegate's word on them."""
    delegate = delegate_of(secret)
    told = minutes_by_link(delegate)
    if told is None:
        raise NotFound
    error, text = "", str(request.POST.get("text", "")).replace("\0", "")
    if request.method == "POST":
        is_agreed = request.POST.get("is_agreed") == "1"
        try:
            check_minutes_by_link(secret, is_agreed=is_agreed, text=text, address=client_address(request))
        except ConferenceRefusal as refusal:
            error = say(refusal)
        else:
            done(request, _("Đã ghi nhận. Xin cảm ơn đồng chí."))
            return redirect("invitation-minutes", secret)
    own = next((one for one in told.checks if one.delegate_id == delegate.pk), None)
    values = {"delegate": delegate, "told": told, "conference": told.conference, "secret": secret, "own": own}
    status = 422 if error else 200
    return render(request, "meeting/own_minutes.html", values | {"error": error, "text": text}, status=status)


@public
@throttled(asked=ASKED_A_MINUTE, missed=MISSED_A_MINUTE)
@require_safe
def invitation_file(request: HttpRequest, secret: str, version_id: int) -> HttpResponse:
    """A shared paper's file, as a download."""
    _delegate, file = shared_file(secret, version_id)
    return download(*file)
