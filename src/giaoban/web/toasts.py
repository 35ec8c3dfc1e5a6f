"""Saying what was done, with a way back: a message on the next page that carries the address of its undo."""

from __future__ import annotations

import json

from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest, HttpResponse

_UNDO = "undo="


def done(request: HttpRequest, words: str, *, undo_address: str = "") -> None:
    """Say on the next page that it was done; ``undo_address`` takes a POST that undoes it."""
    messages.success(request, words, extra_tags=f"{_UNDO}{undo_address}" if undo_address else "")


def undo_address_of(message: Message) -> str:
    """Return the address that undoes what a message tells; nothing if it cannot be undone."""
    tags = message.extra_tags or ""
    return tags.removeprefix(_UNDO) if tags.startswith(_UNDO) else ""


def say_at_once(response: HttpResponse, words: str, *, undo_address: str = "", level: str = "success") -> None:
    """Say it with a part of a page (htmx): the browser shows the toast when the part has arrived."""
    told = {"giaoban:toast": {"words": words, "undo": undo_address, "level": level}}
    response.headers["HX-Trigger"] = json.dumps(told)
