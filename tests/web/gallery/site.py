"""The gallery's addresses, its made-up shell, and its server."""

from __future__ import annotations

import sys
from datetime import date
from types import SimpleNamespace
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

from django import forms
from django.contrib.staticfiles.views import serve
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import translation

from giaoban.web.committees.unit_choice import Choice, UnitsField
from giaoban.web.templatetags.look import STATES

TODAY = date(2024, 5, 21)
UNITS = (
    Choice(1, "Công an thị xã"),
    Choice(2, "Tòa án nhân dân thị xã", "TAND thị xã"),
    Choice(3, "Phường Nghi Thu"),
    Choice(4, "Phường Nghi Hương"),
)
PLACES = (
    ("today", "Hôm nay"),
    ("document-list", "Văn bản"),
    ("task-list", "Nhiệm vụ"),
    ("unit-list", "Danh bạ"),
    ("member-list", "Quản trị"),
    ("audit-list", "Nhật ký"),
)
SCREENS = ("components", "today", "tasks", "task", "review", "forms")


class SampleForm(forms.Form):
    """Every kind of field."""

    title = forms.CharField(label="Nhiệm vụ", max_length=60, help_text="Viết như trong văn bản, một việc một dòng.")
    due_on = forms.DateField(label="Hạn", required=False, help_text="Ví dụ 05/03/2024 hoặc 05032024.")
    unit = forms.ChoiceField(label="Đơn vị chủ trì", choices=[("1", "Công an thị xã"), ("2", "Tòa án nhân dân thị xã")])
    reason = forms.CharField(label="Lý do", widget=forms.Textarea)
    role = forms.ChoiceField(
        label="Vai trò", widget=forms.RadioSelect, choices=[("s", "Chuyên viên"), ("l", "Lãnh đạo")]
    )
    is_declared = forms.BooleanField(label="Tài liệu không chứa bí mật nhà nước")
    leads = UnitsField(label="Chủ trì", required=False, is_single=True, said="Thêm đơn vị chủ trì")
    supports = UnitsField(label="Phối hợp", required=False, said="Thêm đơn vị phối hợp")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("leads", "supports"):
            self.fields[name].offer(UNITS)  # type: ignore[attr-defined]


class SignInForm(forms.Form):
    """The sign-in page's fields."""

    username = forms.CharField(widget=forms.TextInput(attrs={"autocomplete": "username", "autofocus": True}))
    password = forms.CharField(widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}))


def shell(request: HttpRequest) -> dict[str, Any]:
    """Return what the product's own context processor would."""
    here = next((name for name, _label in PLACES if name == _place_of(request.path)), "")
    committee = SimpleNamespace(name="Thị ủy Cửa Lò")
    office = SimpleNamespace(pk=1, committee=committee, role="specialist", unit=None)
    police = SimpleNamespace(pk=2, committee=committee, role="reporter", unit=SimpleNamespace(name="Công an thị xã"))
    return {
        "actor": SimpleNamespace(user_id=7, name="Hoàng Thị Quỳnh"),
        "membership": office,
        "memberships": [office, police],
        "role_label": "Chuyên viên",
        "navigation": [
            {"address": f"/{name}/", "label": translation.gettext(label), "is_current": name == here, "name": name}
            for name, label in PLACES
        ],
    }


def _place_of(address: str) -> str:
    screen = address.strip("/")
    return {"tasks": "task-list", "task": "task-list", "review": "document-list", "today": "today"}.get(screen, "")


def screen(request: HttpRequest, name: str) -> HttpResponse:
    """Show one screen of the gallery; ``?lang=en`` in English, ``?errors`` with a refused form."""
    form = SampleForm({"title": "x" * 80, "due_on": "31/02/2024"} if "errors" in request.GET else None)
    page = Paginator(range(1234), 50).get_page(request.GET.get("page", 3))
    told = [Told()] if "toast" in request.GET else []
    with translation.override(request.GET.get("lang", "vi")):
        values = {
            "today": TODAY,
            "form": form,
            "page": page,
            "messages": told,
            "days": DAYS,
            "areas": AREAS,
            "crumbs": CRUMBS,
            "states": STATES,
        }
        return render(request, f"gallery/{name}.html", values)


class Told:
    """A message as Django's own: words, a level and what to undo."""

    level_tag = "success"
    extra_tags = "undo=/undo/"

    def __str__(self) -> str:
        return "Đã giao 11 nhiệm vụ cho 19 đơn vị."


DAYS = {
    "late": date(2024, 5, 15),
    "near": date(2024, 5, 25),
    "far": date(2024, 6, 30),
    "first": date(2024, 4, 30),
}
AREAS = [
    ("Xét xử, thi hành án", [("done", 3, "Hoàn thành"), ("run", 3, "Đang làm")]),
    ("Công trình", [("done", 1, "Hoàn thành"), ("run", 2, "Đang làm"), ("late", 2, "Quá hạn")]),
    ("An ninh, giao thông", [("done", 7, "Hoàn thành"), ("run", 10, "Đang làm"), ("near", 3, "Sắp đến hạn")]),
    ("Quốc phòng", [("done", 7, "Hoàn thành"), ("run", 3, "Đang làm")]),
]
CRUMBS = [("/tasks/", "Nhiệm vụ"), ("/tasks/", "quý II/2024"), ("", "NV-2024-017")]


def plain(request: HttpRequest, name: str) -> HttpResponse:
    """Show one of the pages outside the shell."""
    form = SignInForm({} if "errors" in request.GET else None)
    file = {"login": "registration/login.html", "locked": "registration/locked_out.html"}.get(name, f"{name}.html")
    with translation.override(request.GET.get("lang", "vi")):
        return render(request, file, {"form": form, "next": "/tasks/", "minutes": 15, "fault_code": "a1b2c3"})


def _place(request: HttpRequest, **_values: Any) -> HttpResponse:
    return HttpResponse(f"{request.method} {request.path}")


urlpatterns = [
    path("static/<path:path>", serve, {"insecure": True}),
    *(path(f"{name}/", screen, {"name": name}) for name in SCREENS),
    path("", screen, {"name": "today"}, name="today"),
    *(path(f"{name}/", _place, name=name) for name, _label in PLACES[1:]),
    *(
        path(f"{name}/", _place, name=name)
        for name in ("sign-in", "sign-out", "password-change", "language", "choose-membership", "notice-list", "undo")
    ),
    path("plain/<str:name>/", plain),
]


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of each request."""


def main(port: int) -> None:
    """Serve the gallery until stopped."""
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "web.gallery.settings")
    from django.core.wsgi import get_wsgi_application

    make_server("127.0.0.1", port, get_wsgi_application(), handler_class=_Quiet).serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]))
