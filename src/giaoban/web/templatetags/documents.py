"""The words of documents: kinds, periods, how a unit was found, and the look of a document's state."""

from __future__ import annotations

from django import template
from django.utils.html import format_html

from giaoban.web.documents import labels
from giaoban.web.documents.states import STATE_LOOK

register = template.Library()
register.filter("doc_type_label", labels.doc_type_label)
register.filter("period_label", labels.period_label)
register.filter("basis_label", labels.basis_label)


@register.simple_tag
def document_state(state: str) -> str:
    """Return the chip of a document's state."""
    words, tone = STATE_LOOK[state]
    return format_html('<span class="chip {}">{}</span>', tone, words)
