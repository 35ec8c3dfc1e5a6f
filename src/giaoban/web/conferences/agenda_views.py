"""The programme of a conference, its papers, and what is to be prepared."""

from __future__ import annotations

from urllib.parse import quote

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from giaoban.committees.actors import Right
from giaoban.conferences import actions
from giaoban.conferences.queries import (
    conference_of,
    find_item,
    find_material,
    material_file,
    programme_of,
)
from giaoban.refusal import NotFound
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.committees.views.pages import sent_version
from giaoban.web.conferences.page import ConferencePage
from giaoban.web.conferences.pages import fill_in, page_address, press
from giaoban.web.conferences.part_forms import (
    ItemForm,
    MaterialEditForm,
    MaterialForm,
    VersionForm,
)

AGENDA = "chuong-trinh"
READERS = (Right.COMMITTEE_READ, Right.PUBLISHED_READ, Right.UNIT_READ)


@require_http_methods(["GET", "POST"])
def add_item(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Add an item at the end of the programme."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    conference = conference_of(request.actor, conference_id)
    form = ItemForm(request.POST or None, actor=request.actor, initial={"kind": "discussion"})
    return fill_in(
        request,
        form,
        lambda: actions.add_item(request.actor, conference_id, form.details()),
        said=_("Đã thêm mục chương trình."),
        title=_("Thêm mục chương trình"),
        conference=conference,
        anchor=AGENDA,
    )


@require_http_methods(["GET", "POST"])
def edit_item(request: OfficeRequest, item_id: int) -> HttpResponse:
    """Change an item."""
    item = find_item(request.actor, item_id)
    initial = ItemForm.values(item) | {"version": item.version}
    form = ItemForm(request.POST or None, actor=request.actor, initial=initial)
    return fill_in(
        request,
        form,
        lambda: actions.edit_item(request.actor, item_id, version=form.base_version, details=form.details()),
        said=_("Đã lưu mục chương trình."),
        title=_("Sửa mục chương trình"),
        conference=item.conference,
        anchor=AGENDA,
    )


@require_POST
def move_item(request: OfficeRequest, item_id: int) -> HttpResponse:
    """Move an item one place up or down; with htmx only the programme is sent back, so that the focus stays."""
    item = find_item(request.actor, item_id)
    to = request.POST.get("to", "")
    if to not in ("up", "down"):
        raise NotFound
    actions.move_item(request.actor, item_id, version=sent_version(request), to="up" if to == "up" else "down")
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect(page_address(item.conference_id, AGENDA))
    page = ConferencePage(request.actor, item.conference_id)
    values = {"page": page, "conference": page.conference, "shown": programme_of(page.conference)}
    return render(request, "conferences/_agenda.html", values)


@require_POST
def drop_item(request: OfficeRequest, item_id: int) -> HttpResponse:
    """Take an item off the programme."""
    item, version = find_item(request.actor, item_id), sent_version(request)
    return press(
        request,
        lambda: actions.drop_item(request.actor, item_id, version=version),
        _("Đã bỏ mục khỏi chương trình. Tài liệu của mục chuyển thành tài liệu chung."),
        page_address(item.conference_id, AGENDA),
    )


@require_http_methods(["GET", "POST"])
def add_material(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Lay a paper before the conference."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    conference = conference_of(request.actor, conference_id)
    items = [item for item, _starts, _papers in programme_of(conference).items]
    form = MaterialForm(
        request.POST or None, request.FILES or None, items=items, initial={"item_id": request.GET.get("muc")}
    )

    def write() -> None:
        values = form.cleaned_data
        actions.add_material(
            request.actor,
            conference_id,
            title=values["title"],
            file=form.sent_file(),
            declares_no_secret=values["declares_no_secret"],
            item_id=values["item_id"],
            is_shared=values["is_shared"],
        )

    return fill_in(
        request,
        form,
        write,
        said=_("Đã thêm tài liệu."),
        title=_("Thêm tài liệu hội nghị"),
        conference=conference,
        anchor=AGENDA,
        is_multipart=True,
    )


@require_http_methods(["GET", "POST"])
def add_version(request: OfficeRequest, material_id: int) -> HttpResponse:
    """Lay a newer version of a paper before the conference."""
    material = find_material(request.actor, material_id)
    form = VersionForm(request.POST or None, request.FILES or None, initial={"version": material.version})

    def write() -> None:
        values = form.cleaned_data
        actions.add_version(
            request.actor,
            material_id,
            version=form.base_version,
            file=form.sent_file(),
            declares_no_secret=values["declares_no_secret"],
            note=values["note"],
        )

    return fill_in(
        request,
        form,
        write,
        said=_("Đã thêm bản mới; bản trước vẫn được giữ."),
        title=_("Bản mới của “%(title)s”") % {"title": material.title},
        conference=material.conference,
        anchor=AGENDA,
        is_multipart=True,
    )


@require_http_methods(["GET", "POST"])
def edit_material(request: OfficeRequest, material_id: int) -> HttpResponse:
    """Change a paper's title and place."""
    material = find_material(request.actor, material_id)
    items = [item for item, _starts, _papers in programme_of(material.conference).items]
    initial = MaterialEditForm.values(material) | {"version": material.version}
    form = MaterialEditForm(request.POST or None, items=items, initial=initial)

    def write() -> None:
        values = {name: value for name, value in form.cleaned_data.items() if name != "version"}
        actions.edit_material(request.actor, material_id, version=form.base_version, **values)

    return fill_in(
        request,
        form,
        write,
        said=_("Đã lưu tài liệu."),
        title=_("Sửa tài liệu"),
        conference=material.conference,
        anchor=AGENDA,
    )


@require_POST
def drop_material(request: OfficeRequest, material_id: int) -> HttpResponse:
    """Take a paper back."""
    material, version = find_material(request.actor, material_id), sent_version(request)
    return press(
        request,
        lambda: actions.drop_material(request.actor, material_id, version=version),
        _("Đã rút tài liệu."),
        page_address(material.conference_id, AGENDA),
    )


@require_GET
def material_download(request: OfficeRequest, version_id: int) -> HttpResponse:
    """A version of a paper, always as a download."""
    request.actor.require(*READERS)
    return download(*material_file(request.actor, version_id))


def download(name: str, media_type: str, data: bytes) -> HttpResponse:
    """Return a file as a download that no browser opens inside our pages."""
    response = HttpResponse(data, content_type=media_type)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
