"""The words of the data files in the language of the page."""

from __future__ import annotations

from django.utils.translation import get_language

from giaoban.committees.roles import area, role


def _words(row: object) -> str:
    name = "english" if (get_language() or "vi").startswith("en") else "words"
    return str(getattr(row, name))


def role_label(code: str) -> str:
    """Return a role's name."""
    return _words(role(code))


def area_label(code: str) -> str:
    """Return an area's name."""
    return _words(area(code))
