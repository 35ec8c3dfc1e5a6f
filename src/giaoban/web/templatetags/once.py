"""The key by which a form is done once: a form opts in by one tag (:mod:`giaoban.web.access.once`)."""

from __future__ import annotations

from uuid import uuid4

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def once() -> SafeString:
    """Return the hidden field with a new key."""
    return format_html('<input type="hidden" name="once" value="{}">', uuid4())
