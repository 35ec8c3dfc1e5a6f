"""When a session ends: after a time without use, after a working day, or when the account says so."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest

if TYPE_CHECKING:
    from giaoban.committees.models import User

#: How often the time of last use is written, so that not every page writes a row (seconds).
WRITE_EVERY = 60


def begin(sender: type[User], request: HttpRequest, user: User, **kwargs: Any) -> None:
    """Note when the session began; called by Django whenever somebody signs in."""
    now = int(time.time())
    request.session["began"] = request.session["used"] = now
    request.session["epoch"] = user.session_epoch


def has_ended(request: HttpRequest) -> bool:
    """Return whether the session is over: unused too long, older than a day's work, or ended from elsewhere."""
    now, session = int(time.time()), request.session
    if session.get("epoch") != getattr(request.user, "session_epoch", None):
        return True
    if not getattr(request.user, "is_active", False):
        return True
    is_administrator = session.get("is_administrator", False)
    idle = settings.SESSION_IDLE_MINUTES_ADMINISTRATOR if is_administrator else settings.SESSION_IDLE_MINUTES
    return bool(
        now - session.get("used", 0) > idle * 60 or now - session.get("began", 0) > settings.SESSION_HOURS * 3600
    )


def touch(request: HttpRequest) -> None:
    """Note that the session was used."""
    now = int(time.time())
    if now - request.session.get("used", 0) > WRITE_EVERY:
        request.session["used"] = now
