"""The words of cited documents in the language of the page."""

from __future__ import annotations

from django.utils.translation import get_language

from giaoban.documents.words import cited_kinds


def cited_kind_label(code: str) -> str:
    """Return what a kind of cited document is called; one without a row as it was written, a capital first."""
    row = next((one for one in cited_kinds() if one.id == code), None)
    if row is None:
        return code[:1].upper() + code[1:]
    return row.english if (get_language() or "vi").startswith("en") else row.words
