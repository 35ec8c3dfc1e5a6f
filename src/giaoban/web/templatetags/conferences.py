"""The words of conferences: kinds, and the look of a conference's state."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html

from giaoban.web.conferences import labels

register = template.Library()
register.filter("conference_kind_label", labels.conference_kind_label)
register.filter("item_kind_label", labels.item_kind_label)
register.filter("conflict_words", labels.conflict_words)
register.filter("way_words", labels.way_label)


@register.simple_tag
def conference_state(state: str) -> str:
    """Return the chip of a conference's state; raises :class:`KeyError` for a state that does not exist."""
    words, tone = labels.STATES[state]
    return format_html('<span class="chip {}">{}</span>', tone, words)


@register.simple_tag
def attendance_chip(delegate: Any) -> str:
    """Return the chip of what is known of a delegate: there or not, else what was answered to the invitation."""
    words, tone = labels.attendance(delegate.presence, delegate.is_coming)
    return format_html('<span class="chip {}">{}</span>', tone, words)


@register.simple_tag
def report_state(row: Any) -> str:
    """Return the chips of a report in a list: its state, and late where it is or was."""
    words, tone = labels.REPORT_STATES[row.report.state]
    chip = format_html('<span class="chip {}">{}</span>', tone, words)
    if not row.is_late:
        return chip
    return chip + format_html(' <span class="chip {}">{}</span>', "late", labels.LATE)
