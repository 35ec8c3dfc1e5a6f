"""The catalogues: every text of the product is in English too, and Django's own are in Vietnamese."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import django
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def messages() -> ModuleType:
    spec = importlib.util.spec_from_file_location("messages", ROOT / "scripts/messages.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_catalogues_are_complete(messages: ModuleType) -> None:
    assert list(messages.check()) == []


def test_texts_of_templates_are_found(messages: ModuleType) -> None:
    template = (
        '{% load i18n %}{% translate "Giao" %}{% sort_head "due" _("Hạn") %}'
        "{% blocktranslate with n=x %}Còn {{ n }}{% endblocktranslate %}"
    )
    assert messages._as_python(template, "x.html").split("\n") == [
        "gettext(u'Giao')",
        '_("Hạn")',
        "gettext(u'Còn %(n)s')",
    ]


def test_a_translation_may_not_have_a_place_that_its_text_lacks(messages: ModuleType) -> None:
    assert messages._places_differ(Message("Còn %(n)s", "%(m)s left"), "en")
    assert messages._places_differ(Message("Còn %(n)s", "left"), "en")
    assert not messages._places_differ(Message("Còn %(n)s", "%(n)s left"), "en")
    assert not messages._places_differ(Message("%(n)s is wrong", "Chưa đúng"), "vi")


def test_a_doubted_translation_does_not_count(messages: ModuleType) -> None:
    assert messages.is_translated(Message("Giao", "Assign"))
    assert not messages.is_translated(Message("Giao", "Assign", flags=["fuzzy"]))
    assert not messages.is_translated(Message(("a", "b"), ("one", "")))


def test_the_vietnamese_catalogue_holds_only_texts_that_django_has() -> None:
    django_home = Path(django.__file__).parent
    known: set[str] = set()
    for folder in ("conf", "contrib/auth"):
        known |= _first_texts(django_home / folder / "locale/en/LC_MESSAGES/django.po")
    assert _first_texts(ROOT / "src/giaoban/locale/vi/LC_MESSAGES/django.po") <= known


def _first_texts(path: Path) -> set[str]:
    with path.open("rb") as file:
        catalog: Catalog = read_po(file)
    return {message.id if isinstance(message.id, str) else message.id[0] for message in catalog}
