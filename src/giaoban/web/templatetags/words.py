"""The words of a document, shortened between words and put in quotation marks."""

from __future__ import annotations

from django import template

from giaoban.vietnamese import tidy

register = template.Library()


@register.filter
def shortened(text: str, words: int = 24) -> str:
    """Return the first ``words`` words, with "…" where more follow, never behind a comma or a full stop."""
    found = tidy(text).split(" ")
    if len(found) <= words:
        return " ".join(found)
    return " ".join(found[:words]).rstrip(",;:.– ") + "…"


@register.filter
def quote(text: str, words: int = 24) -> str:
    """Return the words of a document in quotation marks, shortened; nothing for nothing."""
    return f"“{shortened(text, words)}”" if tidy(text) else ""
