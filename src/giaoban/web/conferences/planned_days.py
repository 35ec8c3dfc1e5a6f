"""What is said of the days of preparation: on the form of a plan, once it is made, and once its day was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from giaoban.committees.actors import Actor
from giaoban.conferences.queries import Proposal, preparations_moved, preparations_of_plan
from giaoban.web.conferences.forms import PlanForm

if TYPE_CHECKING:
    from giaoban.conferences.models import Conference


def days_shown(actor: Actor, form: PlanForm, proposal: Proposal) -> dict[str, Any]:
    """Return by when what is to be prepared, for the day that was typed, else for the one proposed."""
    preparations = list(proposal.preparations)
    typed = getattr(form, "cleaned_data", {})
    if typed.get("held_on"):
        preparations = preparations_of_plan(actor, typed["held_on"], typed.get("reports_due_on"), proposal.previous)
    return {"preparations": preparations, "shortened": sum(one.usual_on is not None for one in preparations)}


def said_planned(conference: Conference) -> str:
    """Return what is said once a conference is planned, and how many days were shortened for it."""
    count = conference.preparations.exclude(usual_on=None).count()
    if not count:
        return _("Đã lập kế hoạch hội nghị.")
    words = ngettext(
        "Đã lập kế hoạch hội nghị; %(count)s việc chuẩn bị được rút ngắn vì ngày họp gần.",
        "Đã lập kế hoạch hội nghị; %(count)s việc chuẩn bị được rút ngắn vì ngày họp gần.",
        count,
    )
    return words % {"count": count}


def said_edited(conference: Conference) -> str:
    """Return what is said once a plan was changed, and that days of preparation wait to be moved along."""
    if preparations_moved(conference):
        return _("Đã lưu kế hoạch hội nghị. Ngày họp đã đổi: xem lại các ngày chuẩn bị.")
    return _("Đã lưu kế hoạch hội nghị.")
