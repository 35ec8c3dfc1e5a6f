"""The words of the directory's data files in the language of the page."""

from __future__ import annotations

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from giaoban.committees.kinds import authority_of, succession_kind, unit_kind
from giaoban.committees.roles import RightWords


def _chosen(vietnamese: str, english: str) -> str:
    return english if (get_language() or "vi").startswith("en") else vietnamese


def kind_label(code: str) -> str:
    """Return the name of a kind of unit."""
    kind = unit_kind(code)
    return _chosen(kind.words, kind.english)


def authority_verb(kind_code: str) -> str:
    """Return the verb with which a committee addresses a unit of this kind: "giao", "đề nghị"."""
    authority = authority_of(kind_code)
    return _chosen(authority.words, authority.english)


def authority_meaning(kind_code: str) -> str:
    """Return how a unit of this kind stands to the committee."""
    authority = authority_of(kind_code)
    return _chosen(authority.meaning, authority.meaning_english)


def succession_label(code: str) -> str:
    """Return the name of a kind of succession."""
    kind = succession_kind(code)
    return _chosen(kind.words, kind.english)


def level_label(code: str) -> str:
    """Return the name of a committee's level."""
    return {"province": _("Cấp tỉnh"), "district": _("Cấp huyện"), "commune": _("Cấp xã")}[code]


def right_label(right: RightWords) -> str:
    """Return what a right lets a person see or do."""
    return _chosen(right.words, right.english)
