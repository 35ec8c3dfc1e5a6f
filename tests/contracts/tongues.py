"""Telling what language a text of a page is in: ours in either, Django's English, or data of the database."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import django
from babel.messages.pofile import read_po
from django.apps import apps
from django.db import models

from contracts.visible import one_line

SOURCE = Path(__file__).resolve().parents[2] / "src/giaoban"
#: The catalogues of Django whose texts can reach a page.
DJANGO_PARTS = ("conf", "contrib/auth")
VIETNAMESE = re.compile(r"[À-ÖØ-öø-ỹĂăĐđƠơƯư]")
#: Where a value stands in a text.
PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
#: What stands between two things that are told in one line, the widest first.
DOT = re.compile(r" *· *")
SENTENCE = re.compile(r"(?<=[.?!]) ")
BETWEEN = re.compile(r"[:;,.()\[\]“”\"‘’…→/+|–—!?✓✗✕]|\b\d+%?")


class Data:
    """What the database holds and what is typed, beside the examples that English texts give in Vietnamese."""

    def __init__(self, typed: Iterable[str] = ()) -> None:
        held = [one_line(value).casefold() for value in (*_held(), *typed)]
        examples = [one_line(text).casefold() for text in _english() if VIETNAMESE.search(text)]
        self._whole = frozenset(held)
        self._words = "\n".join((*held, *examples))

    def lacks(self, text: str) -> bool:
        """Return whether a text of an English page says something in Vietnamese that is no data."""
        return any(not self._is_english(part) for part in DOT.split(text))

    def _is_english(self, text: str) -> bool:
        """Return whether a text holds no Vietnamese, is data, or holds data only where an English text has places."""
        if not VIETNAMESE.search(text) or self._holds(text):
            return True
        if _matches(_vietnamese(), text):
            return False
        if any(all(map(self._is_english, values)) for values in _matches(_english(), text)):
            return True
        for between in (SENTENCE, BETWEEN):
            pieces = [piece.strip(" -") for piece in between.split(text)]
            if pieces != [text]:
                return all(map(self._is_english, pieces))
        return False

    def _holds(self, text: str) -> bool:
        words = text.strip(' “”…":').casefold()
        if words in _sayings(_vietnamese()):
            return words in self._whole
        return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", self._words) is not None

    def is_left_in_english(self, text: str) -> bool:
        """Return whether a text of a Vietnamese page is one of Django's, or of ours in English."""
        if text.casefold() in self._whole or VIETNAMESE.search(text) or not any(map(str.isalpha, text)):
            return False
        ours = _english() | _django()
        return text.casefold() in _sayings(ours) or bool(_matches(ours, text))


def _held() -> Iterator[str]:
    """Yield every text of the database."""
    kinds: tuple[type[Any], ...] = (models.CharField, models.TextField, models.JSONField)
    for model in apps.get_models():
        names = [field.name for field in model._meta.concrete_fields if isinstance(field, kinds)]
        for row in model._base_manager.values_list(*names) if names else ():
            yield from _texts_in(row)


def _texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts_in(one)


@cache
def _english() -> frozenset[str]:
    """Return the English texts of the product that differ from the Vietnamese."""
    path = SOURCE / "locale/en/LC_MESSAGES/django.po"
    texts = {text for vietnamese, english in _translated(path) for text in english if text not in vietnamese}
    return frozenset(texts | {row["english"] for row in _rows() if row["english"] != row["words"]})


@cache
def _vietnamese() -> frozenset[str]:
    """Return what is Vietnamese in the product itself: its texts, the words of its data files, labels of its models."""
    path = SOURCE / "locale/en/LC_MESSAGES/django.po"
    texts = {text for vietnamese, _english_forms in _translated(path) for text in vietnamese}
    texts |= {row["words"] for row in _rows()}
    fields = (field for model in apps.get_models() for field in model._meta.concrete_fields)
    texts |= {str(label) for field in fields for _value, label in field.flatchoices}
    return frozenset(text for text in texts if VIETNAMESE.search(text))


@cache
def _django() -> frozenset[str]:
    """Return Django's own texts, in English as it has them."""
    home = Path(django.__file__).parent
    paths = [home / part / "locale/en/LC_MESSAGES/django.po" for part in DJANGO_PARTS]
    return frozenset(text for path in paths for texts, _translations in _translated(path) for text in texts)


def _translated(path: Path) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the forms of each text of a catalogue, and those of its translation."""
    with path.open("rb") as file:
        catalog = read_po(file)
    for message in catalog:
        if message.id:
            yield _forms(message.id), _forms(message.string)


def _forms(text: Any) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, list | tuple) else (text,)


def _rows() -> Iterator[dict[str, str]]:
    """Yield the rows of the product's data files that are in both languages."""
    for path in SOURCE.rglob("data/*.toml"):
        for rows in tomllib.loads(path.read_text("utf-8")).values():
            tables = rows if isinstance(rows, list) else ()
            yield from (row for row in tables if isinstance(row, dict) and {"words", "english"} <= set(row))


@cache
def _sayings(texts: frozenset[str]) -> frozenset[str]:
    return frozenset(text.casefold() for text in texts)


def _matches(texts: frozenset[str], text: str) -> list[tuple[str, ...]]:
    """Return, for each of the texts that this one could be, the values at its places."""
    return [found.groups() for form in _with_places(texts) if (found := form.fullmatch(text))]


@cache
def _with_places(texts: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    """Return patterns of those texts that have places and say something beside them."""
    wanted: Iterable[str] = (text for text in texts if PLACE.search(text) and re.search(r"\w{2}", PLACE.sub("", text)))
    return tuple(re.compile("(.+?)".join(map(re.escape, PLACE.split(text))), re.IGNORECASE) for text in wanted)
