"""A :class:`Text` as plain values, to be passed from one process to another: never as objects that could run code."""

from __future__ import annotations

from dataclasses import astuple
from typing import Any

from giaoban.reading.text import Block, Page, Place, Text


def plain(text: Text) -> dict[str, Any]:
    """Return a text as values that JSON holds."""
    return {
        "text": text.text,
        "media_type": text.media_type,
        "apart": text.apart,
        "blocks": [astuple(one) for one in text.blocks],
        "pages": [astuple(one) for one in text.pages],
        "places": [astuple(one) for one in text.places],
    }


def text_from(values: dict[str, Any], name: str) -> Text:
    """Return the text that such values tell of."""
    return Text(
        str(values["text"]),
        str(values["media_type"]),
        name,
        tuple(Block(*one) for one in values["blocks"]),
        str(values["apart"]),
        tuple(Page(*one) for one in values["pages"]),
        tuple(Place(*one) for one in values["places"]),
    )
