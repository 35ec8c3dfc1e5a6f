"""A refusal in the language asked for, without Django: the catalogue of the pages can be read by Python itself."""

from __future__ import annotations

from pathlib import Path

from giaoban.cli.words import Language
from giaoban.refusal import Refusal

_CATALOGUES = Path(__file__).parents[1] / "locale"


def said(refusal: Refusal, language: Language) -> str:
    """Return the refusal's sentence; in Vietnamese where the catalogue has no other."""
    if language == "vi":
        return str(refusal)
    from gettext import translation

    sentence = translation("django", _CATALOGUES, [language], fallback=True).gettext(refusal.sentence)
    return sentence % refusal.values if refusal.values else sentence
