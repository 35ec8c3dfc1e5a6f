"""The weekly sheet of a unit, for A4."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giaoban.notices.weekly import weekly_sheet, weekly_units
from giaoban.web.access.requests import OfficeRequest


@require_safe
def weekly(request: OfficeRequest) -> HttpResponse:
    """The units whose sheet can be printed; whoever reports for one goes to it at once."""
    units = weekly_units(request.actor)
    if len(units) == 1 and request.actor.unit_id is not None:
        return redirect("weekly-unit", units[0].pk)
    return render(request, "notices/weekly_units.html", {"units": units})


@require_safe
def unit_weekly(request: OfficeRequest, unit_id: int) -> HttpResponse:
    """One unit's sheet."""
    sheet = weekly_sheet(request.actor, unit_id)
    crumbs = [(reverse("weekly-sheet"), _("Phiếu tuần")), ("", sheet.unit.name)]
    return render(request, "notices/weekly.html", {"sheet": sheet, "crumbs": crumbs})
