"""The day as of which a document's words are to be understood."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from giaoban.documents.models import Document


def day_of(document: Document) -> date:
    """Return the day of the conference, else of issue, else of receipt: names of units are resolved as of it."""
    return document.conference_on or document.issued_on or timezone.localdate(document.added_at)
