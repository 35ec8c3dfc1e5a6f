"""What every page's shell shows: where one can go, in which committee and role one is."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from giaoban.audit import clock
from giaoban.committees.actors import Right
from giaoban.committees.queries import memberships
from giaoban.notices.queries import unread_count
from giaoban.web.access.labels import role_label

READERS = (Right.COMMITTEE_READ, Right.PUBLISHED_READ, Right.UNIT_READ)
PLACES = (
    ("today", _("Hôm nay"), ()),
    ("document-list", _("Văn bản"), READERS),
    ("task-list", _("Nhiệm vụ"), READERS),
    ("conference-list", _("Hội nghị"), READERS),
    ("unit-list", _("Danh bạ"), ()),
    ("member-list", _("Quản trị"), (Right.MEMBERS_MANAGE,)),
    ("audit-list", _("Nhật ký"), (Right.AUDIT_READ,)),
)


def shell(request: HttpRequest) -> dict[str, Any]:
    """Return the values of the shell; without an actor only the languages."""
    actor = getattr(request, "actor", None)
    values: dict[str, Any] = {"actor": actor, "languages": settings.LANGUAGES}
    if actor is None:
        return values
    held = memberships(actor.user_id)
    here = next(
        (one for one in held if (one.committee_id, one.role, one.unit_id) == _key(actor)),
        held[0] if held else None,
    )
    return values | {
        "navigation": _navigation(request),
        "example_day": clock.today() if clock.days_moved() else None,
        "membership": here,
        "memberships": held,
        "role_label": role_label(actor.role_code),
        "unread_notices": partial(unread_count, actor),
    }


def _key(actor: Any) -> tuple[int, str, int | None]:
    return actor.committee_id, actor.role_code, actor.unit_id


def _navigation(request: HttpRequest) -> list[dict[str, Any]]:
    actor = request.actor  # type: ignore[attr-defined]
    places = []
    for name, label, rights in PLACES:
        if not rights or any(actor.may(right) for right in rights):
            address = reverse(name)
            is_current = request.path == address or (address != "/" and request.path.startswith(address))
            places.append({"address": address, "label": label, "is_current": is_current, "name": name})
    return places
