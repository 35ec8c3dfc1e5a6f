"""The words of conferences: kinds, and the look of a conference's state."""

from __future__ import annotations

from django import template
from django.utils.html import format_html

from giaoban.web.conferences import labels

register = template.Library()
register.filter("conference_kind_label", labels.conference_kind_label)
register.filter("item_kind_label", labels.item_kind_label)


@register.simple_tag
def conference_state(state: str) -> str:
    """Return the chip of a conference's state; raises :class:`KeyError` for a state that does not exist."""
    words, tone = labels.STATES[state]
    return format_html('<span class="chip {}">{}</span>', tone, words)
