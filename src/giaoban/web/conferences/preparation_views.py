"""What is prepared for a conference by whom and by when: added, changed, ticked off, moved with the meeting's day."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from giaoban.committees.actors import Right
from giaoban.conferences import actions
from giaoban.conferences.queries import conference_of, find_preparation
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.committees.views.pages import sent_version
from giaoban.web.conferences.pages import fill_in, page_address, press
from giaoban.web.conferences.part_forms import PreparationForm

PREPARATION = "chuan-bi"


@require_http_methods(["GET", "POST"])
def add_preparation(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Add a thing to be prepared."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    conference = conference_of(request.actor, conference_id)
    form = PreparationForm(request.POST or None, actor=request.actor)
    return fill_in(
        request,
        form,
        lambda: actions.add_preparation(request.actor, conference_id, form.details()),
        said=_("Đã thêm việc chuẩn bị."),
        title=_("Thêm việc chuẩn bị"),
        conference=conference,
        anchor=PREPARATION,
    )


@require_http_methods(["GET", "POST"])
def edit_preparation(request: OfficeRequest, preparation_id: int) -> HttpResponse:
    """Change what is to be prepared, by whom, by when."""
    row = find_preparation(request.actor, preparation_id)
    initial = PreparationForm.values(row) | {"version": row.version}
    form = PreparationForm(request.POST or None, actor=request.actor, initial=initial)
    return fill_in(
        request,
        form,
        lambda: actions.edit_preparation(
            request.actor, preparation_id, version=form.base_version, details=form.details()
        ),
        said=_("Đã lưu việc chuẩn bị."),
        title=_("Sửa việc chuẩn bị"),
        conference=row.conference,
        anchor=PREPARATION,
    )


@require_POST
def tick_preparation(request: OfficeRequest, preparation_id: int) -> HttpResponse:
    """Tick something off, or take the tick back."""
    row, version = find_preparation(request.actor, preparation_id), sent_version(request)
    is_done = request.POST.get("is_done") == "1"
    return press(
        request,
        lambda: actions.tick_preparation(request.actor, preparation_id, version=version, is_done=is_done),
        _("Đã ghi nhận chuẩn bị xong.") if is_done else _("Đã bỏ ghi nhận."),
        page_address(row.conference_id, PREPARATION),
    )


@require_POST
def drop_preparation(request: OfficeRequest, preparation_id: int) -> HttpResponse:
    """No longer want something prepared."""
    row, version = find_preparation(request.actor, preparation_id), sent_version(request)
    return press(
        request,
        lambda: actions.drop_preparation(request.actor, preparation_id, version=version),
        _("Đã bỏ việc chuẩn bị."),
        page_address(row.conference_id, PREPARATION),
    )


@require_POST
def follow_day(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Move the chosen days of preparation along with the meeting's day; none is chosen to keep them all."""
    version = sent_version(request)
    chosen = {int(one) for one in request.POST.getlist("chosen") if one.isascii() and one.isdigit() and len(one) < 19}
    if "keep" in request.POST:
        chosen = set()
    said = ngettext("Đã chuyển %(count)s ngày chuẩn bị.", "Đã chuyển %(count)s ngày chuẩn bị.", len(chosen))
    return press(
        request,
        lambda: actions.follow_day(request.actor, conference_id, chosen, version=version),
        said % {"count": len(chosen)} if chosen else _("Đã giữ nguyên các ngày chuẩn bị."),
        page_address(conference_id, PREPARATION),
    )
