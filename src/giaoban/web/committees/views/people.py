"""Pages of people: the list by given name, one person with posts in time, its forms."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from giaoban.committees.actions import add_person, appoint_person, close_person, edit_person, end_post
from giaoban.committees.actors import Right
from giaoban.committees.queries import find_person, find_post, may_see_contacts, people, person_page
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.committees.forms import LastDayForm, PersonForm, PostForm
from giaoban.web.committees.views.pages import asked, directory_crumbs, form_page
from giaoban.web.committees.views.units import choosable_units
from giaoban.web.toasts import done

PAGE = 50


@require_GET
def person_list(request: OfficeRequest) -> HttpResponse:
    """List the people by given name."""
    text = asked(request, "q")
    page = Paginator(people(request.actor, text=text), PAGE).get_page(request.GET.get("page"))
    values = {
        "page": page,
        "text": text,
        "sees_contacts": may_see_contacts(request.actor),
        "may_manage": request.actor.may(Right.DIRECTORY_MANAGE),
    }
    return render(request, "committees/person_list.html", values)


@require_http_methods(["GET", "POST"])
def person_add(request: OfficeRequest) -> HttpResponse:
    """Add a person."""
    request.actor.require(Right.DIRECTORY_MANAGE)
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.saves(lambda: add_person(request.actor, form.details())):
        done(request, _("Đã thêm %(name)s.") % {"name": form.cleaned_data["name"]})
        return redirect("person-list")
    title = _("Thêm cán bộ")
    return form_page(request, form, title=title, crumbs=_crumbs(("", title)), back=reverse("person-list"))


@require_GET
def person_shown(request: OfficeRequest, person_id: int) -> HttpResponse:
    """Show a person: posts now and before."""
    return _show(request, person_id, None)


def _show(request: OfficeRequest, person_id: int, form: PostForm | None) -> HttpResponse:
    person, today = person_page(request.actor, person_id), localdate()
    posts = list(person.posts.all())
    values = {
        "person": person,
        "current": [post for post in posts if post.valid_to is None or post.valid_to >= today],
        "former": [post for post in posts if post.valid_to is not None and post.valid_to < today],
        "form": form or PostForm(units=choosable_units(request)),
        "crumbs": _crumbs(("", person.name)),
        "sees_contacts": may_see_contacts(request.actor),
        "may_manage": request.actor.may(Right.DIRECTORY_MANAGE),
    }
    return render(request, "committees/person_page.html", values, status=form.status if form else 200)


@require_http_methods(["GET", "POST"])
def person_edit(request: OfficeRequest, person_id: int) -> HttpResponse:
    """Edit a person."""
    request.actor.require(Right.DIRECTORY_MANAGE)
    person = find_person(request.actor, person_id)
    form = PersonForm(request.POST or None, initial=PersonForm.values(person) | {"version": person.version})
    if request.method == "POST" and form.saves(
        lambda: edit_person(request.actor, person_id, form.base_version, form.details())
    ):
        done(request, _("Đã lưu %(name)s.") % {"name": form.cleaned_data["name"]})
        return redirect("person-page", person_id)
    title = _("Sửa %(name)s") % {"name": person.name}
    crumbs = _crumbs((_address(person_id), person.name), ("", _("Sửa")))
    return form_page(request, form, title=title, crumbs=crumbs, back=_address(person_id))


@require_http_methods(["GET", "POST"])
def person_close(request: OfficeRequest, person_id: int) -> HttpResponse:
    """Close a person: their posts end."""
    request.actor.require(Right.DIRECTORY_MANAGE)
    person = find_person(request.actor, person_id)
    form = LastDayForm(request.POST or None, initial={"version": person.version})
    if request.method == "POST" and form.saves(
        lambda: close_person(request.actor, person_id, form.base_version, form.day)
    ):
        done(request, _("Đã ghi %(name)s thôi công tác.") % {"name": person.name})
        return redirect("person-page", person_id)
    return form_page(
        request,
        form,
        title=_("%(name)s thôi công tác") % {"name": person.name},
        crumbs=_crumbs((_address(person_id), person.name), ("", _("Thôi công tác"))),
        back=_address(person_id),
        lead=_("Các chức vụ đang giữ kết thúc vào ngày này."),
        submit=_("Ghi thôi công tác"),
    )


@require_POST
def post_add(request: OfficeRequest, person_id: int) -> HttpResponse:
    """Give a person a post."""
    request.actor.require(Right.DIRECTORY_MANAGE)
    form = PostForm(request.POST, units=choosable_units(request))
    if form.saves(lambda: appoint_person(request.actor, person_id, form.details())):
        done(request, _("Đã ghi chức vụ %(title)s.") % {"title": form.cleaned_data["title"]})
        return redirect("person-page", person_id)
    return _show(request, person_id, form)


@require_http_methods(["GET", "POST"])
def post_end(request: OfficeRequest, post_id: int) -> HttpResponse:
    """Let a post end after a day."""
    request.actor.require(Right.DIRECTORY_MANAGE)
    post = find_post(request.actor, post_id)
    form = LastDayForm(request.POST or None)
    if request.method == "POST" and form.saves(lambda: end_post(request.actor, post_id, form.day)):
        done(request, _("Đã ghi ngày thôi giữ chức vụ %(title)s.") % {"title": post.title})
        return redirect("person-page", post.person_id)
    return form_page(
        request,
        form,
        title=_("%(name)s thôi giữ chức vụ %(title)s") % {"name": post.person.name, "title": post.title},
        crumbs=_crumbs((_address(post.person_id), post.person.name), ("", post.title)),
        back=_address(post.person_id),
        submit=_("Ghi ngày thôi giữ chức vụ"),
    )


def _crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    return directory_crumbs((reverse("person-list"), _("Cán bộ")), *more)


def _address(person_id: int) -> str:
    return reverse("person-page", args=[person_id])
