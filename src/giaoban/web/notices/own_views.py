"""Notices to me: what comes how, and my calendar at its secret address."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from giaoban.notices.feed import close_feed, feed, feed_of, renew_feed
from giaoban.notices.mail_server import mail_server
from giaoban.notices.preferring import change_preference, preference_of
from giaoban.web.access.actor import public
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.access.throttle import throttled
from giaoban.web.notices.forms import PreferenceForm, initial_of
from giaoban.web.toasts import done

#: A calendar program asks every few hours; several people may stand behind one address.
ASKED_A_MINUTE, MISSED_A_MINUTE = 60, 10


@require_http_methods(["GET", "POST"])
def preferences(request: OfficeRequest) -> HttpResponse:
    """Choose what comes how."""
    actor = request.actor
    form = PreferenceForm(actor, request.POST or None, initial=initial_of(preference_of(actor), actor))
    if request.method == "POST" and form.saves(
        lambda: change_preference(
            actor, version=form.base_version, address=form.cleaned_data["address"], ways=form.ways
        )
    ):
        done(request, _("Đã lưu cách nhận thông báo."))
        return redirect("notice-preferences")
    values = {
        "form": form,
        "is_mail_on": mail_server() is not None,
        "digest_hour": settings.DIGEST_HOUR,
        "feed": feed_of(actor),
        "crumbs": [(reverse("notice-list"), _("Thông báo")), ("", _("Thông báo cho tôi"))],
    }
    return render(request, "notices/preferences.html", values, status=form.status)


@require_POST
def renew_calendar(request: OfficeRequest) -> HttpResponse:
    """Make a new calendar address and show it, once."""
    secret = renew_feed(request.actor)
    path = reverse("calendar-feed", args=[secret])
    address = f"{settings.PUBLIC_ADDRESS}{path}" if settings.PUBLIC_ADDRESS else request.build_absolute_uri(path)
    crumbs = [(reverse("notice-preferences"), _("Thông báo cho tôi")), ("", _("Địa chỉ lịch"))]
    return render(request, "notices/calendar_once.html", {"address": address, "crumbs": crumbs})


@require_POST
def close_calendar(request: OfficeRequest) -> HttpResponse:
    """Close the calendar address."""
    close_feed(request.actor)
    done(request, _("Đã đóng địa chỉ lịch."))
    return redirect("notice-preferences")


@public
@throttled(asked=ASKED_A_MINUTE, missed=MISSED_A_MINUTE)
@require_safe
def calendar_feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar that a secret leads to; no session, nothing to be found without the secret."""
    answer = HttpResponse(feed(secret), content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = 'inline; filename="giao-ban.ics"'
    return answer
