"""Keeping the register of cited documents while documents are read, issued and stated; inside those actions."""

from __future__ import annotations

from giaoban.committees.models import Committee
from giaoban.documents.citing import Reference
from giaoban.documents.models import Citation, CitedDocument, Document
from giaoban.documents.register import Register
from giaoban.documents.words import kind_of_symbol


def enter_citations(document: Document) -> int:
    """Enter what a document's extraction cites; returns how many entries are new."""
    found = (document.extraction or {}).get("citations", [])
    return _register(document.committee_id).enter(document, found, document.text)


def enter_own(document: Document, issuer: str = "") -> None:
    """Enter a document under its own number, with its text, so that those who cite it lead to it.

    One without a number, or of a kind that its number does not tell, is left out.
    """
    kind = kind_of_symbol(document.symbol)
    if not kind:
        return
    day = document.issued_on
    reference = Reference(kind, document.symbol, "", day, day.year if day else None, issuer)
    entry = _register(document.committee_id).entry_of(reference)
    if entry.text_id is None:
        CitedDocument.objects.filter(pk=entry.merged_into_id or entry.pk, text=None).update(text=document)


def _register(committee_id: int) -> Register:
    """Return the committee's register; its row is held, so that two documents read at once make no entry twice."""
    Committee.objects.select_for_update(no_key=True).get(pk=committee_id)
    return Register(committee_id, CitedDocument, Citation)
