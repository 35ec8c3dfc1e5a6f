"""A request of somebody who has signed in: what the middleware has added to it."""

from __future__ import annotations

from django.http import HttpRequest

from giaoban.committees.actors import Actor


class OfficeRequest(HttpRequest):
    """A request with its actor; views of the office take this class."""

    actor: Actor
