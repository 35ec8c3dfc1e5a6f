"""What the page says back: the way to undo what was just done, and what was typed when it could not be kept."""

from __future__ import annotations

from django import template
from django.http import HttpRequest

from giaoban.web.toasts import undo_address_of

register = template.Library()
register.filter("undo_address", undo_address_of)

#: Never shown back: the form's own token, and anything that is a secret.
HIDDEN = ("csrf", "password", "version", "next")


@register.filter
def typed_values(request: HttpRequest) -> list[str]:
    """Return the texts that a refused form carried, so that the page can give them back."""
    fields = (name for name in request.POST if not any(word in name for word in HIDDEN))
    return [value for name in fields for value in request.POST.getlist(name) if value.strip()]
