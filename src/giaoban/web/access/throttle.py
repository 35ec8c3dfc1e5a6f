"""How often somebody without an account may ask: counted a minute by network address, refused beyond.

The counts are kept in the cache of each server process, so the limit is one a process; it slows guessing, and the
secrets that it guards are too long to be guessed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from giaoban.refusal import NotFound
from giaoban.web.access.actor import client_address

WINDOW_SECONDS = 60


def throttled(*, asked: int, missed: int) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Limit a view: so many requests a minute from one address, and so many that lead nowhere (429 beyond)."""

    def limit(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        name = view.__name__

        @wraps(view)
        def limited(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            key = f"throttle.{name}.{client_address(request)}"
            if _count(f"{key}.missed", add=0) >= missed or _count(key) > asked:
                return _too_often(request)
            try:
                return view(request, *args, **kwargs)
            except NotFound:
                _count(f"{key}.missed")
                raise

        return limited

    return limit


def _too_often(request: HttpRequest) -> HttpResponse:
    response = render(request, "429.html", status=429)
    response.headers["Retry-After"] = str(WINDOW_SECONDS)
    return response


def _count(key: str, *, add: int = 1) -> int:
    """Return how often within the minute, this time included."""
    cache.add(key, 0, WINDOW_SECONDS)
    try:
        return int(cache.incr(key, add))
    except ValueError:
        # The minute ended between the two calls.
        return add
