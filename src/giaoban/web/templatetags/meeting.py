"""The look of attendance, decisions and minutes on the meeting's pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils.html import format_html

from giaoban.conferences.queries import seat_words, speaker_words
from giaoban.web.meeting import labels

if TYPE_CHECKING:
    from giaoban.conferences.models import Decision

register = template.Library()
register.filter("seat_words", seat_words)
register.filter("speaker_words", speaker_words)

#: Words so long are set smaller on the projector, so that all of them stay in sight.
_LONG, _VERY_LONG = 160, 320


@register.simple_tag
def presence_chip(code: str) -> str:
    """Return the chip of a presence."""
    shown = labels.presence(code)
    return format_html('<span class="chip {}">{}</span>', shown.tone, shown.words)


@register.simple_tag
def decision_chip(decision: Decision) -> str:
    """Return the chip of a decision, with the new due where there is one."""
    shown = labels.decision(decision.kind)
    due = f" {decision.due_on:%d/%m/%Y}" if decision.due_on else ""
    return format_html('<span class="chip {}">{}{}</span>', shown.tone, shown.words, due)


@register.simple_tag
def minutes_chip(state: str) -> str:
    """Return the chip of the minutes' state; raises :class:`KeyError` for a state that does not exist."""
    words, tone = labels.MINUTES[state]
    return format_html('<span class="chip {}">{}</span>', tone, words)


@register.filter
def size_class(text: str) -> str:
    """Return how large words are set on the projector."""
    return "very-long" if len(text) > _VERY_LONG else "long" if len(text) > _LONG else "short"
