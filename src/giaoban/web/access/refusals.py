"""Refusals as pages: the sentence in the person's language, and the code of the answer."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext

from giaoban.committees.access import record_denial
from giaoban.refusal import NotAllowed, NotFound, Refusal, Stale

Next = Callable[[HttpRequest], HttpResponse]


def say(refusal: Refusal) -> str:
    """Return the refusal's sentence in the language of the page."""
    sentence = gettext(refusal.sentence)
    return sentence % refusal.values if refusal.values else sentence


class RefusalPages:
    """Answer a refusal that no view caught: not found, not allowed (recorded), changed meanwhile, or a plain no."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponseBase | None:
        """Turn a refusal into its page; anything else is a fault and goes on."""
        if isinstance(error, NotFound):
            return render(request, "404.html", {"sentence": say(error)}, status=404)
        if isinstance(error, NotAllowed):
            actor = getattr(request, "actor", None)
            if actor is not None:
                record_denial(actor, request.method or "", request.path)
            return render(request, "403.html", {"sentence": say(error)}, status=403)
        if isinstance(error, Stale):
            return render(request, "409.html", {"sentence": say(error), "current": error.current}, status=409)
        if isinstance(error, Refusal):
            return render(request, "400.html", {"sentence": say(error), "code": error.code}, status=400)
        return None


def tell(request: HttpRequest, refusal: Refusal) -> None:
    """Show the refusal's sentence at the head of the next page."""
    messages.error(request, say(refusal))
