"""The kept versions of a draft, and two of them compared (các bản dự thảo đã lưu)."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from giaoban.conferences.comparing import Comparison, compare
from giaoban.conferences.models import Conclusion, ConclusionVersion, DraftDirective
from giaoban.refusal import NotFound


def draft_versions(draft: Conclusion) -> QuerySet[ConclusionVersion]:
    """Return the kept versions of a draft, the newest first, without their contents."""
    return draft.versions.defer("content")


def version_of(draft: Conclusion, number: int) -> ConclusionVersion:
    """Return a kept version of a draft; raises :class:`~giaoban.refusal.NotFound`."""
    found = draft.versions.filter(number=number).first()
    if found is None:
        raise NotFound
    return found


def comparison_of(draft: Conclusion, older: int, newer: int) -> Comparison:
    """Return what was changed between two versions; 0 is the draft as it now stands.

    Raises :class:`~giaoban.refusal.NotFound` for a number that no version has.
    """
    pictures = [version_of(draft, number).content if number else picture_of(draft) for number in (older, newer)]
    return compare(*pictures)


def picture_of(draft: Conclusion) -> dict[str, Any]:
    """Return all that a draft says, as plain data."""
    standing = draft.directives.filter(is_closed=False).prefetch_related("leads", "supports")
    return {
        "assessment": draft.assessment,
        "closing": draft.closing,
        "answer": draft.answer,
        "directives": [_picture_of_directive(one) for one in standing],
    }


def _picture_of_directive(one: DraftDirective) -> dict[str, Any]:
    return {
        "id": one.pk,
        "text": one.text,
        "leads": [unit.name for unit in one.leads.all()],
        "supports": [unit.name for unit in one.supports.all()],
        "due_on": one.due_on,
        "due_period": one.due_period,
        "recurring": one.recurring,
        "product": one.product,
        "areas": one.areas,
    }
